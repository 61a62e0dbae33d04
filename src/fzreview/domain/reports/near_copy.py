"""When one report is a near copy of another: the same body, or nearly, of the same year and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

Counted = tuple[str, str | None, str]
"""Value, upper bound and unit of a figure."""

ALIKE: Final = 0.9
"""Share of their sentences that two near copies have in common at least."""


@dataclass(frozen=True, slots=True)
class CopyEvidence:
    """What of a report is compared to find near copies."""

    year: int | None
    region: str | None
    issuer: str | None
    body: str
    sentences: Collection[str]
    """Sentences of the body without blanks; short ones are left out."""
    figures: Iterable[Counted]


def is_near_copy(new: CopyEvidence, known: CopyEvidence) -> bool:
    """Whether ``new`` says nothing that ``known`` does not say.

    Years and places that are both known and differ make two reports, whatever the words; so does a figure
    that only the new one has. Nine tenths of the sentences must be the same; of bodies too short to have any,
    all characters but blanks.
    """
    if _differ(new.year, known.year) or _differ(new.region, known.region):
        return False
    if new.issuer and known.issuer and new.issuer not in known.issuer and known.issuer not in new.issuer:
        return False
    if not _bare(new.body) or Counter(new.figures) - Counter(known.figures):
        return False
    if _bare(new.body) == _bare(known.body):
        return True
    mine, others = set(new.sentences), set(known.sentences)
    return bool(mine) and len(mine & others) >= ALIKE * len(mine | others)


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _bare(text: str) -> str:
    return "".join(text.split())
