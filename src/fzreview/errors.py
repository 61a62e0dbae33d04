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


class UsageError(FzError):
    """The command was called wrongly."""


class StoreError(FzError):
    """The store cannot be opened or written."""


class StoreTooNew(StoreError):
    """The store was made by a newer program; it was left untouched."""


class Conflict(StoreError):
    """The decision rests on a state that somebody else has changed since; nothing was written."""
