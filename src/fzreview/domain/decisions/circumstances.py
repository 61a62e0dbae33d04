"""How a decision came about, as the note of its journal entry tells it.

A note is a few words: ``hasty`` for one in a run faster than reading; ``bulk TYPE SPAN SPAN …`` for one of
many figures of a tie that were verified at once (``bulk`` alone in older journals), ``bulk alike UUID`` for
one of many that were decided like the figure of that entry; before these ``imported`` for one out of a file
of gold, ``keyed`` for one whose value was typed without seeing the machine's, and ``from LAYER`` for one
whose fields a layer proposed; ``gap`` for an adjudication that the guide does not tell how to decide.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from fzreview.domain.decisions.verdict import Action

HASTY: Final = "hasty"
BULK: Final = "bulk"
IMPORTED: Final = "imported"
GAP: Final = "gap"
PROPOSED: Final = "from"
KEYED: Final = "keyed"

UNKNOWN_TIE: Final = "unknown"
"""What stands for the tie of a bulk verdict whose note does not name it."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Whether a decision was made faster than anybody reads, with which others at once, who proposed it."""

    hasty: bool = False
    bulk: str | None = None
    """The tie (its type and the span keys of its figures, blanks between) or what it followed from, see
    :func:`alike_to`; None for a decision by itself."""
    imported: bool = False
    proposed_by: str | None = None
    """The layer whose fields were taken; None where nobody but the reviewer proposed them."""
    gap: bool = False
    """Of an adjudication: the guide does not say how such a case is decided."""
    keyed: bool = False
    """Whether the value was hidden from the reviewer, who typed it."""

    @property
    def note(self) -> str | None:
        """The note of the entry; None where there is nothing to remark."""
        told = ((IMPORTED, self.imported), (HASTY, self.hasty), (KEYED, self.keyed), (GAP, self.gap))
        words = [word for word, said in told if said]
        if self.proposed_by is not None:
            words += [PROPOSED, self.proposed_by]
        if self.bulk is not None:
            words += [BULK] if self.bulk == UNKNOWN_TIE else [BULK, self.bulk]
        return " ".join(words) or None


ORDINARY: Final = Circumstances()


def tie_named(type: str, spans: Iterable[str]) -> str:
    """A tie as ``Circumstances.bulk`` names it."""
    return " ".join((type, *spans))


def alike_to(uuid: str) -> str:
    """What ``Circumstances.bulk`` says where many figures were decided like that of the entry ``uuid``."""
    return f"alike {uuid}"


@lru_cache(maxsize=1024)
def circumstances_of(note: str | None) -> Circumstances:
    """What a note tells; words that are none of ours say nothing."""
    if note is None:
        return ORDINARY
    words = iter(note.split())
    told = set()
    proposed_by = bulk = None
    for word in words:
        if word == PROPOSED:
            proposed_by = next(words, None)
        elif word == BULK:
            bulk = " ".join(words) or UNKNOWN_TIE
        else:
            told.add(word)
    return Circumstances(
        hasty=HASTY in told,
        bulk=bulk,
        imported=IMPORTED in told,
        proposed_by=proposed_by,
        gap=GAP in told,
        keyed=KEYED in told,
    )


class NotedEntry(NamedTuple):
    """What is needed of a journal entry to tell how the decision that holds was made."""

    uuid: str
    action: Action
    inverts: str | None
    note: str | None
    elapsed_ms: int
    seen: str | None = None
    """Digest of what was shown, see ``wire``."""


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
