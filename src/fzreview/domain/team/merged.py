"""What merging one store into another came to."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from fzreview.errors import FzError, error_fields

Said = Literal["verdict", "correction", "comment", "ruling", "sign_off"]


@dataclass(frozen=True, slots=True)
class FormerWord:
    """A word that was said of a former reading: what it is about is read otherwise by now."""

    key: str
    """Of the figure, or of the heading whose section was signed off."""
    reviewer: str
    said: Said
    """Anything but a comment holds nothing."""


@dataclass(frozen=True, slots=True)
class Merged:
    """One source."""

    source: str
    """Its file, as it was named."""
    new: int = 0
    """Rows of the journal that were not here."""
    known: int = 0
    holding: int = 0
    """New rows by which somebody holds something now."""
    waiting: int = 0
    """New rows of reports that neither store has."""
    reports: int = 0
    """Reports that were not here."""
    readings: int = 0
    """Reports whose reading was taken over, because it is the later one."""
    opened: int = 0
    """Figures about which reviewers disagree now and did not before."""
    closed: int = 0
    """Figures about which they do not disagree any more."""
    forked: tuple[str, ...] = ()
    """Sites of which it shows that their file was copied and used twice."""
    rulings: int = 0
    """Rulings of the team that were not here."""
    former: tuple[FormerWord, ...] = ()
    """New words that were said of a former reading, in order of place."""
    error: FzError | None = None
    """Why nothing of the source was taken."""

    def row(self) -> dict[str, Any]:
        """The row of ``merge --json``."""
        counts = (
            *("source", "new", "known", "holding", "waiting", "reports", "readings", "opened", "closed"),
            "rulings",
        )
        told: dict[str, Any] = {name: getattr(self, name) for name in counts}
        return told | {
            "former": [asdict(one) for one in self.former],
            "forked": list(self.forked),
            **error_fields(self.error),
        }
