"""A screen that caches its binding chain and dispatches keys without sending them through its widgets."""

from __future__ import annotations

from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.widget import Widget

from fzreview.tui.parsed_action import ParsedAction, parse_action
from fzreview.tui.single_layout import SingleLayoutScreen

BindingChain = list[tuple[DOMNode, BindingsMap]]
ActionsByKey = dict[str, list[tuple[ParsedAction, DOMNode]]]
"""Key → the actions bound to it, each with the node that has the binding, in the order in which Textual
tries them."""


class CachedBindingsScreen(SingleLayoutScreen[None]):
    """Caches the binding chain until the focus or the keymap changes.

    For screens that are not modal, and whose widgets neither change their bindings nor handle key events.
    """

    _bindings_cache: tuple[Widget | None, object, BindingChain, ActionsByKey] | None = None
    """Focused widget and keymap for which the chain and its actions were looked up."""

    @property
    def _binding_chain(self) -> BindingChain:
        return self._cached_bindings[0]

    @property
    def _cached_bindings(self) -> tuple[BindingChain, ActionsByKey]:
        focused, keymap, cache = self.focused, self.app._keymap, self._bindings_cache
        if cache is None or cache[0] is not focused or cache[1] is not keymap:
            chain = super()._binding_chain
            self._bindings_cache = cache = focused, keymap, chain, _actions_by_key(chain)
        return cache[2:]

    async def dispatch_key(self, key: str) -> bool:
        """Run the first action bound to a key that may run now; False where there is none.

        What Textual does once a key event has bubbled up from the focused widget unhandled. Keys that come
        before the screen is mounted are dropped (True).
        """
        if not self.is_mounted:
            return True
        for action, node in self._cached_bindings[1].get(key, ()):
            if await action.run(node, self.app):
                return True
        return False


def _actions_by_key(chain: BindingChain) -> ActionsByKey:
    """Priority bindings first, from the application down; then the others, from the focused widget up."""
    actions: ActionsByKey = {}
    for priority, nodes in ((True, chain[::-1]), (False, chain)):
        for node, bindings in nodes:
            for key, key_bindings in bindings.key_to_bindings.items():
                found = [(parse_action(one.action), node) for one in key_bindings if one.priority == priority]
                actions.setdefault(key, []).extend(found)
    return actions
