"""The team's rulings that a reviewer was told of while the desk is open."""

from __future__ import annotations

from collections.abc import Iterable

from fzreview.domain.team.ruling import TeamRuling


class KnownRulings:
    """Those that there are when first asked are no news."""

    def __init__(self) -> None:
        self._uuids: set[str] | None = None
        """None before anybody asked."""

    def untold(self, rulings: Iterable[TeamRuling]) -> list[TeamRuling]:
        """Those of all rulings that are not known."""
        told = list(rulings)
        if self._uuids is None:
            self._uuids = {ruling.uuid for ruling in told}
        return [ruling for ruling in told if ruling.uuid not in self._uuids]

    def know(self, rulings: Iterable[TeamRuling]) -> None:
        """The reviewer was told of these, or made them."""
        if self._uuids is not None:
            self._uuids.update(ruling.uuid for ruling in rulings)
