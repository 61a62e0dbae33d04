"""``conflicts``: what reviewers differ about and nobody has settled."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import store_path
from fzreview.strings import say

if TYPE_CHECKING:
    from fzreview.work.team.dissent.conflicts import Conflict


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--gaps", action="store_true", help=say("command.conflicts.gaps"))
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.work.team.dissent.conflicts import conflicts, disputes_among

    if options.gaps:
        return _list_gaps(options)
    kinds: Counter[str] = Counter()
    disputes = 0
    for _, of_report in groupby(conflicts(store_path(options.db)), lambda one: one.report.summary.sha256):
        found = list(of_report)
        disputes += disputes_among(found)
        for one in found:
            kinds[one.case.kind] += 1
            if options.json:
                write_row(one.row())
            else:
                _print(one)
    counted = " · ".join(f"{say(f'sharing.kind.{kind}')} {count}" for kind, count in sorted(kinds.items()))
    if not kinds:
        narrate(say("sharing.none"))
    elif disputes == kinds.total():
        narrate(say("sharing.conflicts", count=disputes, kinds=counted))
    else:
        narrate(say("sharing.conflicts_of_pairs", count=disputes, pairs=kinds.total(), kinds=counted))
    return 0


def _list_gaps(options: Namespace) -> int:
    from fzreview.cli.output.measure_lines import print_lines
    from fzreview.cli.team.decision_words import decision_words
    from fzreview.work.team.dissent.gaps import guide_gaps

    count = 0
    for count, one in enumerate(guide_gaps(store_path(options.db)), 1):
        row = one.row()
        if options.json:
            write_row(row)
            continue
        lines = [
            f"{one.doc}：{one.text}",
            f"  {one.sentence}",
            "  " + say("sharing.was_ruled", what=decision_words(row["ruled"])),
        ]
        if not one.in_force:
            lines.append("  " + say("sharing.gap_open"))
        print_lines([*lines, *(f"  {key}" for key in one.keys)], apart=count > 1)
    narrate(say("sharing.gaps", count=count) if count else say("sharing.no_gaps"))
    return 0


def _print(conflict: Conflict) -> None:
    from fzreview.text.displayable import one_line

    row = conflict.row()
    print(
        say(
            "sharing.conflict",
            doc=one_line(row["doc"]),
            text=one_line(row["text"]),
            kinds=" / ".join(say(f"sharing.kind.{kind}") for kind in row["kinds"]),
        )
    )
    # What is unsure or waits for its fix is open whatever the other said, who may not have been there.
    unsaid = "absent" if "existence" in row["kinds"] else "silent"
    for side in (row["one"], row["other"]):
        figure = side["figure"] or {}
        told = " · ".join(
            str(figure[name]) for name in ("text", "value", "upper", "unit", "subject") if figure.get(name)
        )
        says = say(f"sharing.says.{side['says'] or unsaid}")
        comment = f" · {side['comment']}" if side["comment"] else ""
        name = say("sharing.adjudicator", name=side["reviewer"]) if row["rulings"] else side["reviewer"]
        print(one_line(f"  {name}: {says}  {told}{comment}".rstrip()))
    for key in row["keys"]:
        print(f"  {key}")
