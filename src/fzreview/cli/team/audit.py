"""``audit``: figures or sections drawn for a second look, and what came of it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Final

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.domain.team.strata import LEAST, STRATA_BY
from fzreview.errors import UsageError
from fzreview.strings import say

if TYPE_CHECKING:
    from fzreview.domain.team.audit import AuditOf

WANTED: Final = 300
"""Figures that are drawn unasked: none wrong among them bounds the wrong ones by one percent."""
SEED: Final = 7


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=("draw", "report"), help=say("command.audit.action"))
    parser.add_argument(
        "--of", choices=("settled", "verified", "all"), default="verified", help=say("command.audit.of")
    )
    parser.add_argument("--n", metavar="N", type=int, default=WANTED, help=say("command.audit.n", n=WANTED))
    parser.add_argument("--sections", metavar="N", type=int, help=say("command.audit.sections"))
    parser.add_argument("--seed", metavar="N", type=int, default=SEED, help=say("command.audit.seed"))
    parser.add_argument(
        "--by", "--strata", dest="by", choices=STRATA_BY, help=say("command.audit.by", least=LEAST)
    )
    parser.add_argument("--reviewer", metavar="NAME", type=words, help=say("command.audit.reviewer"))
    add_json(parser)


def call(options: Namespace) -> int:
    """0; of a report 1 where an audit is not complete or none is on record."""
    return _draw(options) if options.action == "draw" else _report(options)


def _draw(options: Namespace) -> int:
    from fzreview.config.reviewer import reviewer_name
    from fzreview.work.measuring.audit_rows import audit_row
    from fzreview.work.measuring.auditing import Draw, draw_audit

    wanted = options.n if options.sections is None else options.sections
    if wanted < 1:
        option = "--n" if options.sections is None else "--sections"
        raise UsageError("bad_count", option=option, value=wanted)
    if options.sections is not None and options.by is not None:
        raise UsageError("audit_strata_of_figures")
    auditor = reviewer_name(options.reviewer)
    of: AuditOf = options.of if options.sections is None else "sections"
    audit, new = draw_audit(store_path(options.db), Draw(auditor, of, wanted, options.seed, options.by))
    row = audit_row(audit)
    if options.json:
        write_row(row)
    else:
        print(*row["keys"], sep="\n")
    told = "measures.audit.drawn" if new else "measures.audit.drawn_before"
    narrate(
        say(
            told,
            drawn=len(audit.items),
            universe=audit.universe,
            auditor=audit.auditor,
            left_out=audit.left_out,
            at=audit.at,
        )
    )
    return 0


def _report(options: Namespace) -> int:
    from fzreview.work.measuring.auditing import audit_results

    told = audit_results(store_path(options.db))
    if not told:
        narrate(say("measures.audit.none"))
    for number, one in enumerate(told):
        if options.json:
            from fzreview.work.measuring.audit_rows import result_row

            write_row(result_row(one))
            continue
        from fzreview.cli.output.measure_lines import print_lines
        from fzreview.cli.team.audit_lines import audit_lines

        print_lines(audit_lines(one), apart=number > 0)
    return int(not told or not all(one.complete for one in told))
