"""What has changed since the panes showed it, while keys wait."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field


@dataclass(slots=True)
class Unshown:
    """Indexes of figures whose states have changed: the text shows them before the panes around it."""

    is_any: bool = False
    everywhere: bool = False
    """Whether any section may look otherwise."""
    figures: set[int] = field(default_factory=set)
    in_text: set[int] = field(default_factory=set)
    """Those of them that the text does not show yet either."""

    def add(self, figures: Collection[int]) -> None:
        """The states of these figures have changed."""
        self.is_any = True
        self.figures.update(figures)
        self.in_text.update(figures)

    def add_all(self) -> None:
        """More has changed than states of figures."""
        self.is_any = self.everywhere = True

    def begin_anew(self) -> None:
        """Text and list were made anew, maybe of other figures: the indexes hold no longer."""
        self.everywhere = self.everywhere or bool(self.figures)
        self.figures.clear()
        self.in_text.clear()
