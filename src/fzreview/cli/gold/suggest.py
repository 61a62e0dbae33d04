"""``suggest``: the reports that would teach most, with reasons."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Final

from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import write_row
from fzreview.config.paths import store_path
from fzreview.errors import UsageError
from fzreview.strings import say
from fzreview.text.displayable import one_line

if TYPE_CHECKING:
    from fzreview.checking.teaching import Suggestion

USUAL: Final = 20
_EXAMPLES: Final = 3
"""New wordings that a line tells."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--n", type=int, default=USUAL, metavar="N", help=say("command.suggest.n", usual=USUAL)
    )
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.work.listing.suggesting import suggest, suggestion_row

    if options.n < 1:
        raise UsageError("bad_count", option="--n", value=options.n)
    for one in suggest(store_path(options.db), options.n):
        if options.json:
            write_row(suggestion_row(one))
        else:
            print(_line(one))
    return 0


def _line(one: Suggestion) -> str:
    return (
        f"{one_line(one.learnable.report.doc)}  {' · '.join(_reason(one, reason) for reason in one.reasons)}"
    )


def _reason(one: Suggestion, reason: str) -> str:
    report = one.learnable.report
    if reason == "year" and report.year is None:
        return say("command.suggest.no_year")
    if reason == "region" and not report.region:
        return say("command.suggest.no_region")
    return say(
        f"command.suggest.reason.{reason}",
        doubted=one.learnable.doubted,
        apart=one.learnable.apart,
        unsure=f"{one.learnable.unsure / max(report.undecided, 1):.2f}",
        undecided=report.undecided,
        wordings="、".join(map(_wording, one.new_wordings[:_EXAMPLES])),
        year=report.year,
        region=one_line(report.region or ""),
    )


def _wording(told: str) -> str:
    """Kind, bound and unit as the desk names them; an exact amount has no word for its bound."""
    kind, bound, unit = told.split(" ", 2)
    words = say(f"desk.kind.{kind}"), say(f"desk.bound.{bound}") if bound != "=" else "", one_line(unit)
    return " ".join(word for word in words if word)
