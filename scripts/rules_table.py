"""How often each rule of reading and of ties fires over the development texts and the reports with
marked ties: `make rules`.

A rule that fires in fewer than three reports should go or say in `rare` why it stays; the exit code is 1
where one does neither.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from fzreview.checking.ties import find_ties  # noqa: E402 - the path is set above
from fzreview.checking.ties.rules import RULES as TIE_RULES  # noqa: E402 - the path is set above
from fzreview.domain.extracting.trace import listening  # noqa: E402 - the path is set above
from fzreview.reading.read import read_report  # noqa: E402 - the path is set above
from fzreview.reading.rulebook import rulebook  # noqa: E402 - the path is set above
from support.development_texts import reports, sentences  # noqa: E402 - the path is set above
from support.marked_ties import BLIND, REPORTS, marked_reports  # noqa: E402 - the path is set above
from support.rule_lines import read_line  # noqa: E402 - the path is set above

FEW = 3
"""Texts below which a rule must say why it stays."""


def main() -> int:
    """Print the table, rules that fire least at the end."""
    times: Counter[str] = Counter()
    held: Counter[str] = Counter()
    readings: list[tuple[Callable[[str], object], str]] = [(read_report, source) for _, source in reports()]
    readings += [
        (read_report, report.source) for folder in (REPORTS, BLIND) for report in marked_reports(folder)
    ]
    readings += [(read_line, sentence) for sentence in sentences()]
    for read, source in readings:
        with listening() as told:
            read(source)
        times.update(one.rule for one in told)
        held.update({one.rule for one in told})
        # What is told of sentences alone ties nothing: only reports are checked.
        if read is read_report:
            rules = [tie.rule for tie in find_ties(read_report(source))]
            times.update(rules)
            held.update(set(rules))
    book = rulebook() | {rule.id: rule for rule in TIE_RULES}
    for rule in sorted(book.values(), key=lambda rule: (-held[rule.id], rule.id)):
        print(f"{times[rule.id]:7} times in {held[rule.id]:5} texts  {rule.id:34} {rule.rare}".rstrip())
    unsaid = [rule.id for rule in book.values() if held[rule.id] < FEW and not rule.rare]
    print(
        f"{len(book)} rules",
        *(f"fires in too few texts and says no reason: {name}" for name in unsaid),
        sep="\n",
    )
    return int(bool(unsaid))


if __name__ == "__main__":
    sys.exit(main())
