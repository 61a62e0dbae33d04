"""Textual actions parsed once: Textual parses the action string, and logs it, for each key press."""

from __future__ import annotations

from functools import lru_cache
from inspect import isawaitable
from typing import NamedTuple

from textual.actions import SkipAction, parse
from textual.app import App
from textual.dom import DOMNode


class ParsedAction(NamedTuple):
    """An action string with its parsed name and parameters."""

    action: str
    """As a binding spells it, e.g. ``decide('verified')``."""
    name: str
    parameters: tuple[object, ...]
    is_unqualified: bool
    """Whether it has no namespace (``app.``, ``screen.``): it runs on the node that has the binding."""

    async def run(self, node: DOMNode, app: App[object]) -> bool:
        """Run the action on the node that has the binding.

        False where ``check_action`` refuses it, or where it raises SkipAction: the next binding is tried.
        """
        method = getattr(node, f"action_{self.name}", None) if self.is_unqualified else None
        if method is None or hasattr(node, f"_action_{self.name}"):
            return await app.run_action(self.action, node)
        if not node.check_action(self.name, self.parameters):
            return False
        try:
            result = method(*self.parameters)
            if isawaitable(result):
                await result
        except SkipAction:
            return False
        return True


@lru_cache(maxsize=256)
def parse_action(action: str) -> ParsedAction:
    """Parse an action string. Raises textual.actions.ActionError where it is malformed."""
    namespace, name, parameters = parse(action)
    return ParsedAction(action, name, parameters, not namespace)
