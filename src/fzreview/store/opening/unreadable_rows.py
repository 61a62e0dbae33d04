"""What tells that a store's file is damaged, and the check of what was read back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import wraps
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
Result = TypeVar("Result")


class UnreadableRow(ValueError):
    """A row that no program of ours can have written: the store's file is damaged."""


CORRUPTION_ERRORS: Final = (sqlite3.Error, UnreadableRow, UnicodeDecodeError)
"""What reading a damaged file raises; the last by the driver, of text that is no UTF-8 any more."""


def raises_unreadable_row(parse: Callable[P, Result]) -> Callable[P, Result]:
    """A function from columns to a domain value that raises UnreadableRow for whatever they cannot be."""

    @wraps(parse)
    def parsed(*args: P.args, **kwargs: P.kwargs) -> Result:
        try:
            return parse(*args, **kwargs)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            raise UnreadableRow(f"{parse.__name__.removesuffix('_of')}: {error}"[:200]) from error

    return parsed


def require_one_of(value: str | None, known: tuple[str, ...], absent: bool = False) -> None:
    """Raises ValueError for a value that is none of those known; ``absent`` lets None pass."""
    if value not in known and not (absent and value is None):
        raise ValueError(repr(value))
