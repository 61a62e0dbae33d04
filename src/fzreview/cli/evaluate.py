"""``evaluate``: predictions, or the built-in extractor, against gold."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from fzreview.cli.streams import write_row
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("gold", metavar="GOLD", type=Path, help=say("command.evaluate.gold"))
    parser.add_argument("pred", metavar="PRED", type=Path, nargs="?", help=say("command.evaluate.pred"))
    parser.add_argument("--sources", metavar="DIR", type=Path, help=say("command.evaluate.sources"))
    parser.add_argument("--min-f1", metavar="F1", type=float, help=say("command.evaluate.min_f1"))
    parser.add_argument("--json", action="store_true", help=say("command.json"))


def call(options: Namespace) -> int:
    """0, or 1 where the strict F1 of figures is below ``--min-f1``."""
    from fzreview.work.evaluating import evaluate

    evaluation = evaluate(options.gold, options.pred, options.sources)
    if options.json:
        from fzreview.work.evaluation_rows import evaluation_row

        write_row(evaluation_row(evaluation))
    else:
        from fzreview.cli.score_table import print_evaluation

        print_evaluation(evaluation)
    return int(options.min_f1 is not None and evaluation.figures.strict.f1 < options.min_f1)
