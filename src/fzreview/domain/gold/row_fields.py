"""The fields of a row that came from outside, each asked for as what it must be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final, TypeVar

from fzreview.errors import InputRefused

_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_LONGEST_MS: Final = 1 << 53

Word = TypeVar("Word", bound=str)


class RowFields:
    """Fields of one row. Every method raises InputRefused ``import_field`` for what a field cannot be."""

    def __init__(self, name: str, row: Mapping[str, Any]) -> None:
        self._name = name
        self._row = row

    def refusal(self, field: str) -> InputRefused:
        told = repr(self._row.get(field))
        return InputRefused("import_field", name=self._name, field=field, value=told[:60])

    def text(self, field: str) -> str:
        value = self._row.get(field)
        if not isinstance(value, str):
            raise self.refusal(field)
        return value

    def name(self, field: str) -> str:
        value = self.text(field)
        if not value.strip():
            raise self.refusal(field)
        return value

    def word(self, field: str) -> str | None:
        """Without blanks; None where the row does not say, as those of older exports do not."""
        value = None if self._row.get(field) is None else self.name(field)
        if value is not None and len(value.split()) > 1:
            raise self.refusal(field)
        return value

    def number_or_none(self, field: str) -> str | None:
        return None if self._row.get(field) is None else self.number(field)

    def number(self, field: str) -> str:
        value = self.text(field)
        if not _NUMBER.fullmatch(value):
            raise self.refusal(field)
        return value

    def one_of(self, field: str, allowed: Iterable[Word]) -> Word:
        value = self._row.get(field)
        for word in allowed:
            if value == word:
                return word
        raise self.refusal(field)

    def one_of_or_none(self, field: str, allowed: Iterable[Word]) -> Word | None:
        return None if self._row.get(field) is None else self.one_of(field, allowed)

    def truth(self, field: str) -> bool:
        """False where the row does not say: rows of older exports do not."""
        value = self._row.get(field)
        if value is not None and not isinstance(value, bool):
            raise self.refusal(field)
        return bool(value)

    def milliseconds(self, field: str) -> int:
        """Nought where the row does not say."""
        value = self._row.get(field)
        if value is None:
            return 0
        if type(value) is not int or not 0 <= value <= _LONGEST_MS:
            raise self.refusal(field)
        return value

    def moment(self, field: str) -> str:
        value = self.text(field)
        try:
            moment = datetime.fromisoformat(value)
        except ValueError as error:
            raise self.refusal(field) from error
        if moment.tzinfo is None:
            raise self.refusal(field)
        return value

    def span(self) -> tuple[int, int]:
        start, end = self._row.get("start"), self._row.get("end")
        if type(start) is not int or start < 0:
            raise self.refusal("start")
        if type(end) is not int or end <= start:
            raise self.refusal("end")
        return start, end
