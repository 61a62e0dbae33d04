"""JSON lines of figures: one way to read a line, one way to refuse it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final, NoReturn

from fzreview.errors import InputRefused

Row = dict[str, Any]


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


_DECODER: Final = json.JSONDecoder(parse_float=str, parse_constant=_no_number)
"""Kept: a new one takes as long as a row that is read with it."""
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


def json_row(path: Path, number: int, line: bytes) -> Row | None:
    """The object on a line, counted from 1; None where the line is blank.

    Numbers with a point stay the text that was written. Raises InputRefused ``json_broken`` or
    ``no_figure_row`` where the line is no object.
    """
    if number == 1:
        line = line.removeprefix(_BYTE_ORDER_MARK)
    if not line or line.isspace():
        return None
    try:
        row = _DECODER.decode(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputRefused("json_broken", name=path, line=number, reason=error) from error
    if not isinstance(row, dict):
        raise InputRefused("no_figure_row", name=path, line=number)
    return row
