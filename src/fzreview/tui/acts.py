"""Actions taken apart once: what Textual finds out about them anew, and notes in its log, for each key."""

from __future__ import annotations

from functools import lru_cache
from inspect import isawaitable
from typing import NamedTuple

from textual.actions import SkipAction, parse
from textual.app import App
from textual.dom import DOMNode


class Act(NamedTuple):
    """An action as a binding spells it, with its parts."""

    action: str
    name: str
    parameters: tuple[object, ...]
    is_own: bool
    """Whether it is the node's own that it is bound at, and not one of a node that it names."""

    async def by(self, node: DOMNode, app: App[object]) -> bool:
        """Do it at a node; False where it may not be done now, or is left to whoever is asked next."""
        method = getattr(node, f"action_{self.name}", None) if self.is_own else None
        if method is None or hasattr(node, f"_action_{self.name}"):
            return await app.run_action(self.action, node)
        if not node.check_action(self.name, self.parameters):
            return False
        try:
            answer = method(*self.parameters)
            if isawaitable(answer):
                await answer
        except SkipAction:
            return False
        return True


@lru_cache(maxsize=256)
def act_of(action: str) -> Act:
    """The parts of an action. Raises ActionError for one that is none."""
    node, name, parameters = parse(action)
    return Act(action, name, parameters, not node)
