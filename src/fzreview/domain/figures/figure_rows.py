"""A figure as files of figures write it, and which of its fields can be scored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.likeness import bare_end

FIELDS: Final = ("value", "upper", "unit", "kind", "bound", "subject")
"""What a row may tell of a figure beside its span; a field that no row of a file has is not scored."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of one document. Offsets are code points of the source text, ``end`` exclusive."""

    doc: str
    start: int
    end: int
    surface: str
    """Empty where the file does not tell it."""
    value: str
    """Empty where the file does not tell it."""
    upper: str | None
    unit: str
    kind: str
    bound: str
    subject: str
    subject_alt: str | None = None
    """A second wording that counts too."""
    optional: bool = False
    """Counts neither way."""
    section: tuple[str, ...] | None = field(default=None, compare=False)
    """Headings above the figure, outermost first; None where the file does not tell them."""

    @classmethod
    def of_mapping(cls, row: Mapping[str, Any], doc: str | None = None) -> FigureRow:
        """From a row of a JSONL; fields beside ``start`` and ``end`` may be missing.

        ``doc`` is used in place of the row's own. Raises KeyError where one of the two is missing and
        ValueError where they or ``value`` are of another kind; its message names the field.
        """
        start, end = _offset(row, "start"), _offset(row, "end")
        if end <= start:
            raise ValueError("end")
        alternative, section = row.get("subject_alt"), row.get("section")
        value = row.get("value", "")
        if value is None or isinstance(value, bool | list | dict):
            raise ValueError("value")
        upper = row.get("upper")
        return cls(
            doc=_words(row.get("doc")) if doc is None else doc,
            start=start,
            end=end,
            surface=_words(row.get("surface")),
            value=str(value),
            upper=None if upper is None else str(upper),
            unit=_words(row.get("unit")),
            kind=_words(row.get("kind")),
            bound=_words(row.get("bound")) or "=",
            subject=_words(row.get("subject")),
            subject_alt=None if alternative is None else str(alternative),
            optional=bool(row.get("optional", False)),
            section=tuple(map(str, section)) if isinstance(section, list) else None,
        )

    @classmethod
    def of_figure(cls, doc: str, figure: Figure | FigureVerdict) -> FigureRow:
        """From a figure, or as it was extracted from one that was decided about."""
        return cls(
            doc=doc,
            start=figure.start,
            end=figure.end,
            surface=figure.surface,
            value=figure.value,
            upper=figure.upper,
            unit=figure.unit,
            kind=figure.kind,
            bound=figure.bound,
            subject=figure.subject,
            section=figure.section,
        )

    @property
    def bare_end(self) -> int:
        """The end of the span without a gloss behind its last character."""
        return bare_end(self.surface, self.start, self.end)


def _offset(row: Mapping[str, Any], name: str) -> int:
    offset = row[name]
    if not isinstance(offset, int) or isinstance(offset, bool) or offset < 0:
        raise ValueError(name)
    return offset


def _words(field: Any) -> str:
    return "" if field is None else str(field)
