"""What reviewers hold of one place, told by the set of their journal rows alone.

A *register* is what one reviewer says of one place. Each row names the rows of its register that it replaces;
those that no row replaces are its *heads*. In what order rows arrived says nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from fzreview.domain.decisions.claims import Spanned, at_one, claim_of_decision
from fzreview.domain.decisions.verdict import Action, Decision, Origin
from fzreview.domain.decisions.wire import still_seen


@dataclass(frozen=True, slots=True)
class Word:
    """A journal row as far as it speaks about its place."""

    uuid: str
    reviewer: str
    action: Action
    lamport: int
    """Greater than that of every row that its store held when it was made."""
    heads: tuple[str, ...]
    """uuids of the rows that it replaces."""
    seen: str | None
    rests: tuple[str, ...] | None
    """uuids of the words that it settles; None for a reviewer's own."""
    before: Decision | None
    after: Decision | None
    at: str
    extractor: str
    entry: int
    """The row's number in this store."""

    @property
    def order(self) -> tuple[int, str]:
        return self.lamport, self.uuid

    @property
    def adds(self) -> bool:
        """Whether it adds a figure at its place."""
        told = self.after is not None and self.after.correction is not None
        return told and self.seen is None and self.before is None and self.rests is None


@dataclass(frozen=True, slots=True)
class Held:
    """What one reviewer holds of a place."""

    word: Word
    """The word that says so."""
    decision: Decision
    torn: bool = False
    """Whether the reviewer said different things on different machines, none of them later than the other."""


def speaking(words: Iterable[Word]) -> Iterator[Word]:
    """Words of people; ``reextracted`` only notes what ``seen`` tells."""
    return (word for word in words if word.action != "reextracted")


def heads_of(words: Sequence[Word]) -> dict[tuple[str, bool], list[Word]]:
    """``(reviewer, settles)`` → the heads of that register, the latest last."""
    replaced = {uuid for word in words for uuid in word.heads if word.action != "reextracted"}
    heads: dict[tuple[str, bool], list[Word]] = {}
    for word in sorted(speaking(words), key=lambda word: word.order):
        if word.uuid not in replaced:
            heads.setdefault((word.reviewer, word.rests is not None), []).append(word)
    return heads


def held_by(
    heads: Sequence[Word], now: str | None, figure: Spanned | None = None, origin: Origin = "machine"
) -> Held | None:
    """What the heads of one register leave held where ``now`` is the digest of what stands there.

    Of words that saw something else only the comment stays. None where nothing is held. ``figure`` stands
    there, with its ``origin``: words about it are held against each other as those of two reviewers are.
    """
    valid = [word for word in heads if still_seen(word.seen, now)]
    if not valid:
        comment = heads[-1].after.comment if heads[-1].after else None
        return None if comment is None else Held(heads[-1], Decision(None, comment=comment))
    last = valid[-1]
    torn = len(valid) > 1 and not _at_one([word.after for word in valid], figure, origin)
    if last.after is not None:
        return Held(last, last.after, torn)
    # Taken back on one machine and held on another: nothing is lost in silence.
    holding = [word for word in valid if word.after is not None]
    return Held(holding[-1], holding[-1].after, True) if holding and holding[-1].after else None


def added_by(words: Sequence[Word], heads: dict[tuple[str, bool], list[Word]]) -> Word | None:
    """The word that gives an added figure its fields: the earliest addition that is held, else the last made.

    Of a reviewer who added more than once, the last addition counts.
    """
    made: dict[str, Word] = {}
    for word in sorted(speaking(words), key=lambda word: word.order):
        if word.adds:
            made[word.reviewer] = word
    held = [word for who, word in made.items() if any(head.after for head in heads.get((who, False), ()))]
    if held:
        return min(held, key=lambda word: word.order)
    return max(made.values(), key=lambda word: word.order, default=None)


def _at_one(decisions: Sequence[Decision | None], figure: Spanned | None, origin: Origin) -> bool:
    saying = [one for one in decisions if one is not None and one.verdict is not None]
    if figure is None:
        return len({_said(one) for one in decisions}) == 1
    if len(saying) < len(decisions):
        return not saying
    return at_one(claim_of_decision(one, figure, origin) for one in saying)


def _said(decision: Decision | None) -> Hashable:
    if decision is None or decision.verdict is None:
        return None
    return decision.verdict, decision.reason, decision.correction
