"""The undo and redo stacks, rebuilt from the journal so that they survive restarts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzreview.domain.decisions.verdict import Action, JournalEntry, ReversibleEntry


class UndoHistory:
    """Two stacks of moves. A move is one entry, named by its uuid, or all of a batch, named by the batch.

    An undo or redo names in ``inverts`` the entry it concerns; those of one batch are recorded together.
    """

    def __init__(self, older: Iterable[ReversibleEntry] | None = None) -> None:
        """``older`` tells one reviewer's turns, the newest first; None where there are none.

        It is read when something is first asked for and no further than that needs: years of work need not be
        read to take back the last figure. What is noted until then it must tell too.
        """
        self._older: Iterator[ReversibleEntry] = iter(older or ())
        self._is_read = older is None
        self._placed: set[str] = set()
        """Moves of the older turns whose last turn is known."""
        self._done: list[str] = []
        self._undone: list[str] = []
        self._batches: dict[str, str] = {}
        self._last_batch: str | None = None

    @property
    def undoable(self) -> str | None:
        """The move that the next undo takes back."""
        self._begin()
        while not self._done and (turn := next(self._older, None)) is not None:
            self._place(turn)
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> str | None:
        """The move that the next redo makes again."""
        self._begin()
        return self._undone[-1] if self._undone else None

    def learn(self, entries: Iterable[JournalEntry]) -> None:
        """To which moves entries belong that are about to be turned."""
        self._batches |= {entry.uuid: entry.batch for entry in entries if entry.batch is not None}

    def note(self, entry: JournalEntry) -> None:
        """Follow an entry that was recorded."""
        if not self._is_read:
            return
        if entry.batch is not None:
            self._batches[entry.uuid] = entry.batch
            if entry.batch == self._last_batch:
                return  # its first entry has moved them all
        self._last_batch = entry.batch
        if entry.inverts is None:
            self._done.append(entry.batch or entry.uuid)
            self._undone.clear()
            return
        move = self._batches.get(entry.inverts, entry.inverts)
        source, target = (self._done, self._undone) if entry.action == "undo" else (self._undone, self._done)
        if move in source:
            source.remove(move)
        self._placed.add(move)
        target.append(move)

    def _begin(self) -> None:
        """Read back to the last decision that was neither undo nor redo: nothing older can be redone."""
        if self._is_read:
            return
        self._is_read = True
        undone: list[str] = []
        for turn in self._older:
            if turn.action == "undo" and turn.move not in self._placed:
                undone.append(turn.move)
            self._place(turn)
            if turn.action not in ("undo", "redo"):
                break
        self._undone = undone[::-1]

    def _place(self, turn: ReversibleEntry) -> None:
        if turn.move not in self._placed:
            self._placed.add(turn.move)
            if turn.action != "undo":
                self._done.insert(0, turn.move)


def reversible_entries_of(entries: Iterable[JournalEntry]) -> list[ReversibleEntry]:
    """Journal entries, oldest first, as UndoHistory takes them, newest first."""
    batches: dict[str, str] = {}
    found: list[ReversibleEntry] = []
    for entry in entries:
        if entry.batch is not None:
            batches[entry.uuid] = entry.batch
        turned = entry.inverts
        move = (entry.batch or entry.uuid) if turned is None else batches.get(turned, turned)
        action: Action = entry.action
        found.append(ReversibleEntry(move, action))
    return found[::-1]
