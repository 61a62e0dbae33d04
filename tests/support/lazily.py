"""Libraries of others that take long to load: every worker of the suite collects every file of tests."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class _Lazy:
    """A module that is loaded when something of it is first asked for."""

    __test__ = False
    """pytest asks this of everything in a file of tests."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        return getattr(import_module(self._name), attribute)


def lazily(name: str) -> Any:
    """The module ``name``, which only a worker that asks for something of it loads."""
    return _Lazy(name)
