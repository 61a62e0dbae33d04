"""What can be undone and redone: rebuilt from the journal, so that it survives restarts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fzreview.domain.verdict import Action, JournalEntry, LedgerRow


class Ledger:
    """Two stacks of moves. A move is one entry, named by its uuid, or all of a batch, named by the batch.

    An undo or redo names in ``inverts`` the entry it concerns; those of one batch are recorded together.
    """

    def __init__(
        self, history: Iterable[LedgerRow] = (), read: Callable[[], Iterable[LedgerRow]] | None = None
    ) -> None:
        """``history`` tells one reviewer's entries, the oldest first.

        ``read`` tells them instead, when something is first asked for and not before: years of work need
        not be read to begin with the next figure. What is noted until then it must tell too.
        """
        self._done: list[str] = []
        self._undone: list[str] = []
        self._batches: dict[str, str] = {}
        self._last_batch: str | None = None
        self._lasting: dict[str, int] = {}
        self._ended: set[str] = set()
        self._read = read
        for row in history:
            self._note(*row)

    @property
    def undoable(self) -> str | None:
        """The move that the next undo takes back."""
        self._make_sure()
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> str | None:
        """The move that the next redo makes again."""
        self._make_sure()
        return self._undone[-1] if self._undone else None

    def lasts(self, entry: JournalEntry) -> bool:
        """Whether an entry can still be turned: another extraction may have ended what it did."""
        self._make_sure()
        return entry.uuid not in self._ended

    def note(self, entry: JournalEntry) -> None:
        """Follow an entry that was recorded."""
        if self._read is None:
            self._note(entry.uuid, entry.action, entry.inverts, entry.batch)

    def _make_sure(self) -> None:
        if self._read is not None:
            history = list(self._read())
            self._read = None
            for row in history:
                self._note(*row)

    def _note(self, uuid: str, action: Action, inverts: str | None, batch: str | None) -> None:
        if action == "reextracted":
            self._last_batch = None
            if inverts is not None:
                self._end(inverts)
            return
        if batch is not None:
            if uuid not in self._batches and inverts is None:
                self._lasting[batch] = self._lasting.get(batch, 0) + 1
            self._batches[uuid] = batch
            if batch == self._last_batch:
                return  # its first entry has moved them all
        self._last_batch = batch
        if action == "undo" and inverts is not None:
            move = self._batches.get(inverts, inverts)
            self._drop(self._done, move)
            self._undone.append(move)
        elif action == "redo" and inverts is not None:
            move = self._batches.get(inverts, inverts)
            self._drop(self._undone, move)
            self._done.append(move)
        else:
            self._done.append(batch or uuid)
            self._undone.clear()

    def _end(self, uuid: str) -> None:
        """What an entry did no longer holds; its move can be turned as long as others of it do."""
        if uuid in self._ended:
            return
        self._ended.add(uuid)
        batch = self._batches.get(uuid)
        if batch is not None:
            self._lasting[batch] = self._lasting.get(batch, 0) - 1
            if self._lasting[batch] > 0:
                return
        self._drop(self._done, batch or uuid)
        self._drop(self._undone, batch or uuid)

    @staticmethod
    def _drop(stack: list[str], move: str) -> None:
        if stack and stack[-1] == move:
            stack.pop()
        elif move in stack:
            # Two desks of one reviewer may interleave; the move is then not the last one.
            stack.remove(move)
