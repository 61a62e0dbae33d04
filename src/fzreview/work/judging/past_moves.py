"""The moves that one reviewer made in a store, as far as they can be undone and made again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fzreview.domain.decisions.verdict import JournalEntry, ReversibleEntry
from fzreview.review.steps.step import Step
from fzreview.review.undo_history import UndoHistory
from fzreview.store.reader import StoreReader


class PastMoves:
    """Read from the journal when they are asked for; those made or turned here are remembered."""

    def __init__(self, path: Path, reviewer: str) -> None:
        self._path = path
        self._reviewer = reviewer
        self._entries: dict[str, tuple[JournalEntry, ...]] = {}

    def undo_history(self) -> UndoHistory:
        """What can be undone by the journal as it is when that is first asked for."""
        return UndoHistory(self._newest_first())

    def _newest_first(self) -> Iterator[ReversibleEntry]:
        before: int | None = None
        while True:
            # A reader for each page: one that stays open would keep the store's log from being taken in.
            with StoreReader(self._path) as reader:
                page = reader.journal.reversible_entries(self._reviewer, before)
            if not page:
                return
            yield from (entry for _, entry in page)
            before = page[-1][0]

    def note(self, step: Step) -> None:
        """Remember a step that is put on disk."""
        self._entries[step.entry.batch or step.entry.uuid] = step.entries

    def entries(self, move: str | None, history: UndoHistory) -> tuple[JournalEntry, ...]:
        """The entries of a move of the history, which learns of them; none where there is no move."""
        if move is None:
            return ()
        if move not in self._entries:
            with StoreReader(self._path) as reader:
                self._entries[move] = reader.journal.reversible_entries_of(move)
        history.learn(self._entries[move])
        return self._entries[move]
