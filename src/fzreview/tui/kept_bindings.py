"""A screen that works out once which keys mean what, and acts on them without a way through its widgets."""

from __future__ import annotations

from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.widget import Widget

from fzreview.tui.acts import Act, act_of
from fzreview.tui.sized_before_shown import SizedBeforeShown

Chain = list[tuple[DOMNode, BindingsMap]]
Bound = dict[str, list[tuple[Act, DOMNode]]]
"""Key → the actions that it is bound to and whose they are, in the order in which they are tried."""


class KeptBindings(SizedBeforeShown[None]):
    """For screens that are no dialogs and whose widgets keep their bindings, and take no key but by them.

    The chain changes with focus and keymap alone.
    """

    _kept: tuple[Widget | None, object, Chain, Bound] | None = None

    @property
    def _binding_chain(self) -> Chain:
        return self._known[0]

    @property
    def _known(self) -> tuple[Chain, Bound]:
        focused, keymap = self.focused, self.app._keymap
        if self._kept is None or self._kept[0] is not focused or self._kept[1] is not keymap:
            chain = super()._binding_chain
            self._kept = focused, keymap, chain, _bound(chain)
        return self._kept[2:]

    async def act_on(self, key: str) -> bool:
        """Do what a key is bound to; False where it is bound to nothing that may be done now.

        What Textual does once a key has come back from the focused widget, through everything around it.
        A key typed before the screen is made means nothing on it.
        """
        if not self.is_mounted:
            return True
        for act, node in self._known[1].get(key, ()):
            if await act.by(node, self.app):
                return True
        return False


def _bound(chain: Chain) -> Bound:
    """Bindings with priority first, of these the application's first; of the others the focused widget's."""
    bound: Bound = {}
    for priority, nodes in ((True, chain[::-1]), (False, chain)):
        for node, bindings in nodes:
            for key, of_key in bindings.key_to_bindings.items():
                found = [(act_of(one.action), node) for one in of_key if one.priority == priority]
                bound.setdefault(key, []).extend(found)
    return bound
