"""``evaluate``: predictions, or the built-in extractor, against gold."""

from __future__ import annotations

import gc
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import chosen_path, store_path
from fzreview.errors import UsageError
from fzreview.strings import say

if TYPE_CHECKING:
    from fzreview.work.scoring.evaluating import Evaluation, EvaluationRequest, Scored
    from fzreview.work.scoring.thresholds import Threshold

SHOWN: Final = 10
"""Differences of each sort that a person is shown unasked."""
REFUSALS_SHOWN: Final = 20
NO_GROUPS: Final = "none"
RULES: Final = "rule"
"""The group by rule is shown only where it is asked for: it reads every report once more."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("gold", metavar="GOLD", type=Path, help=say("command.evaluate.gold"))
    parser.add_argument("pred", metavar="PRED", type=Path, nargs="?", help=say("command.evaluate.pred"))
    parser.add_argument("--against", metavar="OTHER", type=Path, help=say("command.evaluate.against"))
    parser.add_argument(
        "--layer",
        dest="layers",
        metavar="NAME",
        type=words,
        action="append",
        help=say("command.evaluate.layer"),
    )
    parser.add_argument("--sources", metavar="DIR", type=Path, help=say("command.evaluate.sources"))
    parser.add_argument("--reviewer", metavar="NAME", type=words, help=say("command.evaluate.reviewer"))
    parser.add_argument("--split", metavar="NAME", type=words, help=say("command.evaluate.split"))
    parser.add_argument("--min-f1", metavar="F1", type=words, help=say("command.evaluate.min_f1"))
    parser.add_argument("--by", metavar="NAMES", type=words, help=say("command.evaluate.by"))
    parser.add_argument("--aspect", metavar="NAMES", type=words, help=say("command.evaluate.aspect"))
    parser.add_argument(
        "--differences", metavar="N", type=int, help=say("command.evaluate.differences", shown=SHOWN)
    )
    parser.add_argument("--html", metavar="FILE", help=say("command.evaluate.html"))
    add_json(parser)


def call(options: Namespace) -> int:
    """0, or 1 where a line or source was refused, gold is empty, or a score is below ``--min-f1``."""
    from fzreview.scoring.figure_scores import ASPECTS
    from fzreview.work.scoring.evaluating import evaluate
    from fzreview.work.scoring.thresholds import thresholds, wanted_scores

    wanted = {} if options.min_f1 is None else wanted_scores(options.min_f1)
    aspects = _chosen("--aspect", options.aspect, ASPECTS)
    groupings = _groupings(options)
    if options.differences is not None and options.differences < 0:
        raise UsageError("bad_number", option="--differences", value=options.differences)
    wish = _wish(options, RULES in groupings)
    with _resting_collector() if options.pred is not None or wish.layers else nullcontext():
        evaluation = evaluate(wish)
        held = thresholds(evaluation, wanted)
        if options.html is not None:
            from fzreview.work.scoring.evaluation_page import write_page

            write_page(evaluation, chosen_path(options.html))
        if options.json:
            from fzreview.work.scoring.evaluation_rows import evaluation_row

            write_row(evaluation_row(evaluation, held, groupings, aspects, options.differences))
        elif evaluation.figures.judged or evaluation.structure.tallies:
            from fzreview.cli.gold.score_table import print_evaluation

            most = SHOWN if options.differences is None else options.differences
            print_evaluation(evaluation, groupings, aspects, most)
    _tell(evaluation, held, options.gold)
    failed = evaluation.refused or evaluation.truth.empty or not all(one.held for one in held)
    return int(bool(failed))


def _groupings(options: Namespace) -> list[str]:
    """By what scores are split. Raises UsageError where the rules of foreign predictions are asked for."""
    from fzreview.scoring.score_groups import GROUPINGS

    if options.by is None:
        return list(GROUPINGS)
    groupings = _chosen("--by", options.by, (*GROUPINGS, RULES, NO_GROUPS))
    if RULES in groupings and options.pred is not None:
        raise UsageError("rules_of_others")
    return groupings


def _wish(options: Namespace, by_rules: bool) -> EvaluationRequest:
    """What is to be evaluated. Raises UsageError for more predictions than can be compared."""
    from fzreview.work.scoring.evaluating import EvaluationRequest
    from fzreview.work.scoring.figure_files import STANDARD_INPUT

    layers: list[str] = options.layers or []
    if len(layers) > 2 or (layers and (options.pred or options.against or by_rules)):
        raise UsageError("too_many_predictions")
    if [str(options.gold), str(options.pred), str(options.against)].count(STANDARD_INPUT) > 1:
        raise UsageError("input_twice")
    return EvaluationRequest(
        options.gold,
        options.pred,
        options.against,
        options.sources,
        store_path(options.db),
        options.reviewer,
        options.split,
        layers,
        by_rules,
    )


@contextmanager
def _resting_collector() -> Iterator[None]:
    """No search for circles: rows make none, and there may be so many that it takes long."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _chosen(option: str, written: str | None, known: Sequence[str]) -> list[str]:
    """The names of a list with commas, all of ``known`` without one. Raises UsageError for another name."""
    if written is None:
        return list(known)
    names = [name.strip() for name in written.split(",")]
    for name in names:
        if name not in known:
            raise UsageError("bad_choice", option=option, value=name, known=" ".join(known))
    return names


def _tell(evaluation: Evaluation, thresholds: Sequence[Threshold], gold: Path) -> None:
    """On standard error: what was refused, what does not count, which scores are too low."""
    for error in evaluation.refused[:REFUSALS_SHOWN]:
        narrate(str(error))
    if len(evaluation.refused) > REFUSALS_SHOWN:
        narrate(say("evaluate.more_refused", count=len(evaluation.refused) - REFUSALS_SHOWN))
    if evaluation.truth.empty:
        narrate(say("evaluate.no_gold", name=gold))
    if evaluation.truth.disputed:
        narrate(say("evaluate.disputed", count=evaluation.truth.disputed))
    for scored in (evaluation.prediction, evaluation.against):
        if scored is not None:
            _tell_of(scored)
    if evaluation.unscored and not evaluation.truth.empty:
        fields = " ".join(say(f"evaluate.aspect.{name}") for name in evaluation.unscored)
        narrate(say("evaluate.unscored", fields=fields))
    for threshold in thresholds:
        if threshold.reached is None:
            narrate(say("evaluate.not_reached", score=threshold.score, wanted=threshold.wanted))
        elif not threshold.held:
            narrate(
                say(
                    "evaluate.below",
                    score=threshold.score,
                    reached=f"{threshold.reached:.4f}",
                    wanted=threshold.wanted,
                )
            )


def _tell_of(scored: Scored) -> None:
    if scored.figures.not_counted:
        narrate(say("evaluate.not_counted", name=scored.name, count=len(scored.figures.not_counted)))
    if scored.elsewhere:
        narrate(say("evaluate.elsewhere", name=scored.name, count=scored.elsewhere))
