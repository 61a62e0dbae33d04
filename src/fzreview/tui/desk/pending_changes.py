"""What has changed since the panes were updated last, while keys are queued."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field


@dataclass(slots=True)
class PendingChanges:
    """Indexes of figures whose state has changed. The text pane may be updated before the other panes."""

    is_any: bool = False
    """Whether anything has changed."""
    all_sections: bool = False
    """Whether the counts of any section may have changed."""
    figures: set[int] = field(default_factory=set)
    """Figures that lists and outline do not show as they are now."""
    text_figures: set[int] = field(default_factory=set)
    """Those of them that the text pane does not show as they are now either."""

    def add(self, figures: Collection[int]) -> None:
        """The states of these figures have changed."""
        self.is_any = True
        self.figures.update(figures)
        self.text_figures.update(figures)

    def add_all(self) -> None:
        """More has changed than states of figures."""
        self.is_any = self.all_sections = True

    def forget_indexes(self) -> None:
        """Text and list were rebuilt, perhaps with other figures: the indexes are no longer valid."""
        self.all_sections = self.all_sections or bool(self.figures)
        self.figures.clear()
        self.text_figures.clear()
