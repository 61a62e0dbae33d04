"""All rules of reading, gathered from the modules that hold them."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Final

import fzreview.reading
import fzreview.text
from fzreview.domain.extracting.rule import Rule

_FLOORS: Final = (fzreview.text, fzreview.reading)


def rulebook() -> dict[str, Rule]:
    """Id → rule, in the order of modules and of each module's ``RULES``.

    Loads every module of the floors: for documentation, tests and explanations only. Raises ValueError where
    two rules have one id.
    """
    book: dict[str, Rule] = {}
    for module in _modules():
        for rule in getattr(module, "RULES", ()):
            if book.setdefault(rule.id, rule) is not rule:
                raise ValueError(f"{module.__name__}: a second rule {rule.id}")
    return book


def _modules() -> Iterator[ModuleType]:
    for floor in _FLOORS:
        for found in pkgutil.walk_packages(floor.__path__, f"{floor.__name__}."):
            yield import_module(found.name)
