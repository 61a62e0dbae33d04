"""Where reviewers' last words about one figure stand: agreed, in conflict, or settled by an adjudication.

Nobody wins in silence. Only a ruling that names the very words it settles closes a conflict; when one of them
changes, or somebody else says otherwise than the ruling, the conflict is open again. Rulings that contradict
each other are words too: one that names them settles them. Who comes later and says
what was ruled, an auditor say, reopens nothing; nor does a comment.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from fzreview.domain.decisions.claims import Claim, at_one, same_claim
from fzreview.domain.decisions.verdict import Decision

State = Literal["open", "single", "agreed", "conflict", "adjudicated"]


@dataclass(frozen=True, slots=True)
class Vote:
    """One reviewer's last word about a figure."""

    uuids: frozenset[str]
    """Of the row of the journal that says it, and of those before which say the same but for a comment."""
    reviewer: str
    claim: Claim
    """What it says."""
    torn: bool = False
    """Whether the same reviewer says otherwise on another machine."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an adjudicator holds of a figure."""

    uuid: str
    reviewer: str
    order: tuple[int, str]
    """Later rulings are greater."""
    rests: frozenset[str]
    """uuids of the votes and the rulings that it settles."""
    claim: Claim
    decision: Decision


@dataclass(frozen=True, slots=True)
class Settlement:
    """The state of one figure, and the ruling in force: a conflict has one where people differ about another
    figure that answers this one."""

    state: State
    ruling: Ruling | None = None
    rivals: tuple[Ruling, ...] = ()
    """Of a conflict, the rulings in force where they claim different things."""


def settle(
    votes: Sequence[Vote],
    rulings: Collection[Ruling] = (),
    current: Collection[str] | None = None,
    disagree: bool | None = None,
) -> Settlement:
    """The settlement of a figure with these votes.

    ``rulings`` are the current ones of its report. ``current`` holds the uuids of all current votes of the
    report, for rulings on figures at several spans at once; None stands for those of ``votes``. ``disagree``
    says whether reviewers disagree where verdicts on overlapping figures count too, see ``open_cases``; None
    leaves it to ``votes``. Two rulings in force that claim different things are a conflict themselves.
    """
    if not votes:
        return Settlement("open")
    known = {uuid for vote in votes for uuid in vote.uuids} if current is None else set(current)
    known |= {one.uuid for one in rulings}
    holding = [one for one in rulings if one.rests <= known and _holds(one, votes)]
    settled = {uuid for one in holding for uuid in one.rests}
    in_force = [one for one in holding if one.uuid not in settled]
    if in_force:
        if not at_one(one.claim for one in in_force):
            return Settlement("conflict", rivals=tuple(in_force))
        ruling = max(in_force, key=lambda one: one.order)
        return Settlement("conflict" if disagree else "adjudicated", ruling)
    if disagree is None:
        disagree = not at_one(vote.claim for vote in votes)
    if disagree or any(vote.torn for vote in votes):
        return Settlement("conflict")
    return Settlement("single" if len(votes) == 1 else "agreed")


def _holds(ruling: Ruling, votes: Sequence[Vote]) -> bool:
    """Whether a ruling settles some of the votes on a figure, and all others say what it says."""
    others = [vote for vote in votes if vote.uuids.isdisjoint(ruling.rests)]
    agree = all(not vote.torn and same_claim(vote.claim, ruling.claim) for vote in others)
    return len(others) < len(votes) and agree
