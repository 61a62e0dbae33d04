"""Multi-value registers: the current decision of each reviewer about one place, from the set of journal rows.

A *register* holds what one reviewer says about one place. Each row names the rows of its register that it
replaces; the rows that none replaces are its *heads*, several where rows were written concurrently on two
machines. The order in which rows arrived does not matter.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from fzreview.domain.decisions.claims import Spanned, at_one, claim_of_decision
from fzreview.domain.decisions.verdict import Action, Decision, Origin
from fzreview.domain.decisions.wire import still_seen


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A journal row as an entry of the register of its reviewer and place."""

    uuid: str
    reviewer: str
    action: Action
    lamport: int
    """Lamport time: greater than that of every row that its store had when it was written."""
    heads: tuple[str, ...]
    """uuids of the rows that it replaces."""
    seen: str | None
    rests: tuple[str, ...] | None
    """uuids of the rows that it settles, for a ruling; None for a reviewer's own decision."""
    before: Decision | None
    after: Decision | None
    at: str
    extractor: str
    row_id: int
    """The row's id in this store."""

    @property
    def order(self) -> tuple[int, str]:
        return self.lamport, self.uuid

    @property
    def adds(self) -> bool:
        """Whether it adds a figure at its place."""
        told = self.after is not None and self.after.correction is not None
        return told and self.seen is None and self.before is None and self.rests is None


@dataclass(frozen=True, slots=True)
class RegisterValue:
    """The current value of a register: what its reviewer decided about the place."""

    entry: RegisterEntry
    """The entry that made the decision."""
    decision: Decision
    torn: bool = False
    """Whether the register has concurrent heads that disagree, written on different machines."""


def entries_of_people(entries: Iterable[RegisterEntry]) -> Iterator[RegisterEntry]:
    """The entries that people made; ``reextracted`` only records what follows from ``seen``."""
    return (entry for entry in entries if entry.action != "reextracted")


def heads_of(entries: Sequence[RegisterEntry]) -> dict[tuple[str, bool], list[RegisterEntry]]:
    """``(reviewer, whether it is a ruling)`` → the heads of that register, in Lamport order."""
    replaced = {uuid for entry in entries for uuid in entry.heads if entry.action != "reextracted"}
    heads: dict[tuple[str, bool], list[RegisterEntry]] = {}
    for entry in sorted(entries_of_people(entries), key=lambda entry: entry.order):
        if entry.uuid not in replaced:
            heads.setdefault((entry.reviewer, entry.rests is not None), []).append(entry)
    return heads


def register_value(
    heads: Sequence[RegisterEntry], now: str | None, figure: Spanned | None = None, origin: Origin = "machine"
) -> RegisterValue | None:
    """The value of a register with these heads; None where it has none.

    ``now`` is the digest of what stands at the place: of entries that saw something else only the comment
    remains. With ``figure``, which stands there, concurrent decisions are compared by their claims, as those
    of two reviewers are.
    """
    valid = [entry for entry in heads if still_seen(entry.seen, now)]
    if not valid:
        comment = heads[-1].after.comment if heads[-1].after else None
        return None if comment is None else RegisterValue(heads[-1], Decision(None, comment=comment))
    last = valid[-1]
    torn = len(valid) > 1 and not _at_one([entry.after for entry in valid], figure, origin)
    if last.after is not None:
        return RegisterValue(last, last.after, torn)
    # Withdrawn on one machine and kept on another: nothing is dropped silently.
    holding = [entry for entry in valid if entry.after is not None]
    return RegisterValue(holding[-1], holding[-1].after, True) if holding and holding[-1].after else None


def defining_addition(
    entries: Sequence[RegisterEntry], heads: dict[tuple[str, bool], list[RegisterEntry]]
) -> RegisterEntry | None:
    """The addition whose fields the added figure has: the earliest one in force, else the latest one.

    Of several additions by one reviewer the last counts. None where nobody added a figure.
    """
    made: dict[str, RegisterEntry] = {}
    for entry in sorted(entries_of_people(entries), key=lambda entry: entry.order):
        if entry.adds:
            made[entry.reviewer] = entry
    held = [entry for who, entry in made.items() if any(head.after for head in heads.get((who, False), ()))]
    if held:
        return min(held, key=lambda entry: entry.order)
    return max(made.values(), key=lambda entry: entry.order, default=None)


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
