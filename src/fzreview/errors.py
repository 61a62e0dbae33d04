"""What goes wrong in words for the user.

FzError
  InputRefused     one input (a file, an archive member, a JSON line) cannot be loaded; the others go on
  PassedOver       one input is no report; said why, and nothing is wrong
  UsageError       the command was called wrongly (exit code 2)
  StoreError       the store cannot be opened or written
    StoreTooNew    a newer program made it
    Conflict       somebody else decided first; nothing was written
"""

from __future__ import annotations

from typing import Any, Final

BREAKING: Final = frozenset(
    {
        *("system", "unexpected", "loader_failed", "unwritable", "backup_damaged"),
        *(
            "store_busy",
            "store_no_file",
            "store_unwritable",
            "store_damaged",
            "store_in_use",
            "store_too_old",
            "store_too_new",
        ),
        *("store_foreign", "store_foreign_log", "store_lost_counts", "store_lost_decisions"),
        "store_lost_entries",
    }
)
"""Codes of what breaks a command off whatever its input: the system, the disk or the store (exit code 3)."""


class FzError(Exception):
    """An error that the user reads. ``code`` names its sentence in ``strings``; ``params`` fill it."""

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions travel between processes by their positional arguments only.
        return _rebuilt, (type(self), self.code, self.params)

    def __str__(self) -> str:
        from fzreview.strings import say

        return say(f"error.{self.code}", **self.params)


def _rebuilt(kind: type[FzError], code: str, params: dict[str, object]) -> FzError:
    return kind(code, **params)


class InputRefused(FzError):
    """One input cannot be loaded. ``params`` holds ``name``; the sentence tells the reason and what to do."""


class PassedOver(FzError):
    """One input is no report and was not asked for by name. ``params`` holds ``name``."""


class LibraryMissing(FzError):
    """What was asked for needs a library that is not installed; the rest can go on."""

    def __init__(self, code: str, /, **params: object) -> None:
        """``extra`` among ``params`` names the extra that brings the library."""
        from fzreview.extras import install_command

        super().__init__(code, **({"command": install_command(str(params["extra"]))} | params))


class UsageError(FzError):
    """The command was called wrongly."""


class StoreError(FzError):
    """The store cannot be opened or written."""


class StoreTooNew(StoreError):
    """The store was made by a newer program; it was left untouched."""


class Conflict(StoreError):
    """The decision rests on a state that somebody else has changed since; nothing was written."""


def error_fields(error: FzError | None) -> dict[str, Any]:
    """What a JSON row tells of an error: its sentence, its code and what fills it; None for none."""
    if error is None:
        return {"error": None, "code": None, "params": None}
    params = {
        name: value if isinstance(value, _PLAIN) else str(value) for name, value in error.params.items()
    }
    return {"error": str(error), "code": error.code, "params": params}


_PLAIN: Final = (str, int, float, bool, type(None))
