"""What a reviewer types as a correction, turned into a figure by the guide's rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any, Final

from fzreview.domain.figures.figure import BOUNDS, KINDS, Bound, Figure, Kind
from fzreview.domain.reports.clean_text import CleanText
from fzreview.text.numerals import fold, parse_number, plain

_DASHES: Final = re.compile(r"[-—–~～至到]+")
_FRACTION: Final = re.compile(r"(?P<part>[^/分之]+)/(?P<whole>[^/]+)|(?P<below>.+)分之(?P<above>.+)")
_PERCENT: Final = re.compile(r"百分之(?P<number>.+)|(?P<before>.+)[%％]")
_LETTER: Final = re.compile("[A-Za-z]")


KIND_KEYS: Final[Mapping[str, Kind]] = {
    "c": "count",
    "m": "money",
    "p": "percent",
    "r": "ratio",
    "k": "rank",
    "s": "score",
    "d": "duration",
    "l": "measure",
}
BOUND_KEYS: Final[Mapping[str, Bound]] = {"=": "=", "~": "~", ">": ">", "]": ">=", "<": "<", "[": "<="}
UNIT_KEYS: Final[Mapping[str, str]] = {
    f"f{number}": unit
    for number, unit in enumerate(("件", "个", "人", "次", "人次", "项", "份", "名", "家", "%"), 2)
}
"""One key in the value's field, which takes none of these, corrects a field and saves. F1 is help.

None is a key that opens the correction: pressed twice it would correct what nobody looked at.
"""


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of a figure as a reviewer has typed or chosen them so far; the span is of the clean text."""

    value: str
    unit: str
    kind: Kind
    bound: Bound
    subject: str
    start: int
    end: int


def draft_of(figure: Figure, start: int, end: int) -> Draft:
    """The fields of a figure, with its span in the clean text."""
    value = figure.value if figure.upper is None else f"{figure.value}-{figure.upper}"
    return Draft(value, figure.unit, figure.kind, figure.bound, figure.subject, start, end)


def serialize_draft(figure: str, draft: Draft) -> dict[str, Any]:
    """A draft of the figure with this span key as JSON values, for the view state."""
    return {"figure": figure, **asdict(draft)}


def deserialize_draft(kept: object, figure: str) -> Draft | None:
    """The stored draft of this figure (span key); None without one or for invalid data."""
    if not isinstance(kept, Mapping) or kept.get("figure") != figure:
        return None
    fields = {name: value for name, value in kept.items() if name != "figure"}
    try:
        draft = Draft(**fields)
    except TypeError:
        return None
    return draft if draft.kind in KINDS and draft.bound in BOUNDS else None


USUAL_SUBJECT: Final = 120
"""Characters; a longer subject is asked about before it is kept."""


class InvalidCorrection(ValueError):
    """A field cannot be as typed; ``code`` names the sentence that says so, ``field`` the field."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(code)
        self.field = field
        self.code = code


def holds_letter(typed: str) -> bool:
    """Whether there is a Latin letter in it: no value is written with one."""
    return _LETTER.search(fold(typed)) is not None


def parse_value(typed: str) -> tuple[str, str | None] | None:
    """``(value, upper)`` as plain decimals of what was typed; None where it is no number.

    Takes ``269.95亿``, ``二十三``, ``１２３``, ``-38.5``, ``98%``, ``八成`` (8), ``1/4`` (0.25), ``三分之二``
    and ranges such as ``3-5`` and ``三至五`` (value and upper).
    Raises InvalidCorrection when a range runs downward.
    """
    text = fold(typed).replace(" ", "").replace(",", "")
    sign = ""
    if text.startswith(("-", "+")):
        sign, text = text[0].strip("+"), text[1:]
    parts = _DASHES.split(text)
    if len(parts) == 2 and not sign:
        lower, upper = _number(parts[0]), _number(parts[1])
        if lower is None or upper is None:
            return None
        if upper <= lower:
            raise InvalidCorrection("value", "desk.correct.bad_range")
        return plain(lower), plain(upper)
    number = _number(text)
    return None if number is None else (sign + plain(number), None)


def _number(text: str) -> Decimal | None:
    percent = _PERCENT.fullmatch(text)
    if percent:
        return parse_number(percent["number"] or percent["before"])
    fraction = _FRACTION.fullmatch(text)
    if fraction:
        part = parse_number(fraction["part"] or fraction["above"])
        whole = parse_number(fraction["whole"] or fraction["below"])
        if part is None or not whole:
            return None
        return round(part / whole, 4)
    return parse_number(text.removesuffix("成")) if text else None


def corrected(figure: Figure, typed: Draft, source: str, clean: CleanText) -> Figure:
    """The figure with the typed fields. Raises InvalidCorrection for an impossible field."""
    parsed = parse_value(typed.value)
    if parsed is None:
        raise InvalidCorrection("value", "desk.correct.bad_value")
    if not typed.subject.strip():
        raise InvalidCorrection("subject", "desk.correct.no_subject")
    start, end = clean.source_span(typed.start, typed.end)
    text = clean.text[typed.start : typed.end]
    return replace(
        figure,
        start=start,
        end=end,
        surface=source[start:end],
        text=figure.text if (start, end) == (figure.start, figure.end) else _without_blanks(text),
        value=parsed[0],
        upper=parsed[1],
        unit=typed.unit.strip(),
        kind=typed.kind,
        bound=typed.bound,
        subject=typed.subject.strip(),
    )


def _without_blanks(text: str) -> str:
    return "".join(text.split())
