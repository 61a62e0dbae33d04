"""How a decision came about, as the note of its journal entry tells it.

A note is a few words: ``hasty`` for one in a run faster than reading; ``bulk TYPE SPAN SPAN …`` for one of
many figures of a tie that were verified at once (``bulk`` alone in older journals); before these ``imported``
for one out of a file of gold and ``keyed`` for one whose value was typed without seeing the machine's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from fzreview.domain.verdict import Action

HASTY: Final = "hasty"
BULK: Final = "bulk"
IMPORTED: Final = "imported"
KEYED: Final = "keyed"

UNKNOWN_TIE: Final = "unknown"
"""What stands for the tie of a bulk verdict whose note does not name it."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Whether a decision was made faster than anybody reads, and with which others it was made at once."""

    hasty: bool = False
    bulk: str | None = None
    """The tie: its type and the span keys of its figures, blanks between; None for a decision by itself."""
    imported: bool = False
    keyed: bool = False
    """Whether the value was hidden from the reviewer, who typed it."""

    @property
    def note(self) -> str | None:
        """The note of the entry; None where there is nothing to remark."""
        said = ((IMPORTED, self.imported), (HASTY, self.hasty), (KEYED, self.keyed))
        words = [word for word, holds in said if holds]
        if self.bulk is not None:
            words += [BULK] if self.bulk == UNKNOWN_TIE else [BULK, self.bulk]
        return " ".join(words) or None


ORDINARY: Final = Circumstances()


def tie_named(type: str, spans: Iterable[str]) -> str:
    """A tie as ``Circumstances.bulk`` names it."""
    return " ".join((type, *spans))


@lru_cache(maxsize=1024)
def circumstances_of(note: str | None) -> Circumstances:
    """What a note tells; words that are none of ours say nothing."""
    if note is None:
        return ORDINARY
    before, bulk, tie = note.partition(BULK)
    words = before.split()
    return Circumstances(
        hasty=HASTY in words,
        bulk=(tie.strip() or UNKNOWN_TIE) if bulk else None,
        imported=IMPORTED in words,
        keyed=KEYED in words,
    )


class NotedEntry(NamedTuple):
    """What is needed of a journal entry to tell how the decision that holds was made."""

    uuid: str
    action: Action
    inverts: str | None
    note: str | None
    elapsed_ms: int


KEEPING: Final[frozenset[Action]] = frozenset({"commented", "contested", "undo", "redo"})
"""Actions after which a verdict holds that an entry before them made."""


def deciding_entry(entries: Iterable[NotedEntry]) -> NotedEntry | None:
    """The entry that made what one reviewer now holds of one figure; ``entries`` in the journal's order.

    A comment and a contest keep the verdict; an undo brings back the one before what it takes back, a
    redo the one after.
    """
    current: NotedEntry | None = None
    around: dict[str, tuple[NotedEntry | None, NotedEntry | None]] = {}
    for entry in entries:
        before = current
        if entry.action in ("undo", "redo") and entry.inverts in around:
            current = around[entry.inverts][entry.action == "redo"]
        elif entry.action not in ("commented", "contested"):
            current = entry
        around[entry.uuid] = before, current
    return current
