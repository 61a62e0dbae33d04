"""A screen that works out once which keys mean what, and acts on them without a way through its widgets."""

from __future__ import annotations

from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.widget import Widget

from fzreview.tui.sized_before_shown import SizedBeforeShown

Chain = list[tuple[DOMNode, BindingsMap]]


class KeptBindings(SizedBeforeShown[None]):
    """For screens whose widgets keep their bindings, and take no key but by them.

    The chain changes with focus and keymap alone.
    """

    _kept: tuple[Widget | None, object, Chain] | None = None

    @property
    def _binding_chain(self) -> Chain:
        focused, keymap = self.focused, self.app._keymap
        if self._kept is None or self._kept[0] is not focused or self._kept[1] is not keymap:
            self._kept = focused, keymap, super()._binding_chain
        return self._kept[2]

    async def act_on(self, key: str) -> bool:
        """Do what a key is bound to; False where it is bound to nothing that may be done now.

        What Textual does once a key has come back from the focused widget, through everything around it.
        A key typed before the screen is made means nothing on it.
        """
        if not self.is_mounted:
            return True
        app = self.app
        return await app._check_bindings(key, priority=True) or await app._check_bindings(key)
