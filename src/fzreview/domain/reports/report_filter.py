"""Which reports of a store are meant: a few conditions in one line, all of which must hold.

``tag:抽查 year:2021 !region:某县 复议`` means: tagged 抽查, of 2021, not of 某县, with 复议 in title or name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from fzreview.domain.reports.stored import ReportSummary
from fzreview.errors import UsageError

_FIELDS: Final[dict[str, Callable[[ReportSummary, str], bool]]] = {
    "tag": lambda report, value: value in report.tags.split(),
    "year": lambda report, value: str(report.year or "") == value,
    "region": lambda report, value: value in (report.region or ""),
    "issuer": lambda report, value: value in (report.issuer or ""),
    "doc": lambda report, value: value in report.doc,
    "sha256": lambda report, value: report.sha256.startswith(value),
    "state": lambda report, value: _state(report) == value,
}
"""What stands before a colon → whether a report fits what stands behind it."""

DENIAL: Final = "!"
"""Stands before a condition that must not hold; a «-» would be taken for an option."""

STATES: Final = ("untouched", "under_way", "finished")

_KNOWN: Final = " ".join([*(f"{name}:" for name in _FIELDS if name != "state"), f"state:{'|'.join(STATES)}"])


@dataclass(frozen=True, slots=True)
class _Condition:
    field: str | None
    value: str
    is_denied: bool

    def holds(self, report: ReportSummary) -> bool:
        if self.field is None:
            fits = self.value in f"{report.title or ''} {report.doc}"
        else:
            fits = _FIELDS[self.field](report, self.value)
        return fits != self.is_denied


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Every condition must hold; without any, every report fits."""

    conditions: tuple[_Condition, ...] = ()

    @classmethod
    def parsed(cls, expression: str) -> ReportFilter:
        """Raises UsageError ``bad_report_filter`` for an unknown field or state and an empty value."""
        return cls(tuple(_condition(word) for word in expression.split()))

    def fits(self, report: ReportSummary) -> bool:
        """Whether the report is meant."""
        return all(condition.holds(report) for condition in self.conditions)


EVERY_REPORT: Final = ReportFilter()


def _condition(word: str) -> _Condition:
    bare = word.removeprefix(DENIAL)
    field, colon, value = bare.replace("：", ":", 1).partition(":")
    if not colon:
        field, value = "", bare
    if (
        not value.strip(DENIAL)
        or (colon and field not in _FIELDS)
        or (field == "state" and value not in STATES)
    ):
        raise UsageError("bad_report_filter", word=word, known=_KNOWN)
    return _Condition(field or None, value, word != bare)


def _state(report: ReportSummary) -> str:
    if report.decided >= report.figures:
        return "finished"
    return "under_way" if report.decided else "untouched"
