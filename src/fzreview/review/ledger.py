"""What can be undone and redone: rebuilt from the journal, so that it survives restarts."""

from __future__ import annotations

from collections.abc import Iterable

from fzreview.domain.verdict import Action, JournalEntry


class Ledger:
    """Two stacks of journal uuids. An undo or redo names the entry it concerns in ``inverts``."""

    def __init__(self, history: Iterable[tuple[str, Action, str | None]] = ()) -> None:
        """``history`` is ``(uuid, action, inverts)`` of one reviewer's entries, the oldest first."""
        self._done: list[str] = []
        self._undone: list[str] = []
        for uuid, action, inverts in history:
            self._note(uuid, action, inverts)

    @property
    def undoable(self) -> str | None:
        """uuid of the entry that the next undo takes back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> str | None:
        """uuid of the entry that the next redo makes again."""
        return self._undone[-1] if self._undone else None

    def note(self, entry: JournalEntry) -> None:
        """Follow an entry that was recorded."""
        self._note(entry.uuid, entry.action, entry.inverts)

    def _note(self, uuid: str, action: Action, inverts: str | None) -> None:
        if action == "undo" and inverts is not None:
            self._drop(self._done, inverts)
            self._undone.append(inverts)
        elif action == "redo" and inverts is not None:
            self._drop(self._undone, inverts)
            self._done.append(inverts)
        else:
            self._done.append(uuid)
            self._undone.clear()

    @staticmethod
    def _drop(stack: list[str], uuid: str) -> None:
        if stack and stack[-1] == uuid:
            stack.pop()
        elif uuid in stack:
            # Two desks of one reviewer may interleave; the entry is then not the last one.
            stack.remove(uuid)
