"""A screen that works out which keys mean what once, not twice for each key that is pressed."""

from __future__ import annotations

from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.widget import Widget

from fzreview.tui.sized_before_shown import SizedBeforeShown

Chain = list[tuple[DOMNode, BindingsMap]]


class KeptBindings(SizedBeforeShown[None]):
    """For screens whose widgets keep their bindings: the chain changes with focus and keymap alone."""

    _kept: tuple[Widget | None, object, Chain] | None = None

    @property
    def _binding_chain(self) -> Chain:
        focused, keymap = self.focused, self.app._keymap
        if self._kept is None or self._kept[0] is not focused or self._kept[1] is not keymap:
            self._kept = focused, keymap, super()._binding_chain
        return self._kept[2]
