"""Which rules decide while a text is read: nothing is kept unless somebody listens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from fzreview.domain.extracting.rule import Rule


class Fired(NamedTuple):
    """A rule that decided about ``start`` to ``end``: code points of the source where it is a ``repair``,
    of the clean text for all others."""

    rule: str
    start: int
    end: int


_LISTENING: ContextVar[list[Fired] | None] = ContextVar("_LISTENING", default=None)


def fired(rule: Rule, start: int, end: int) -> None:
    """Tell that ``rule`` decided about a place; costs next to nothing where nobody listens."""
    listening = _LISTENING.get()
    if listening is not None:
        listening.append(Fired(rule.id, start, end))


@contextmanager
def listening() -> Iterator[list[Fired]]:
    """Collect, in order, what fires inside the block and in this thread."""
    told: list[Fired] = []
    token = _LISTENING.set(told)
    try:
        yield told
    finally:
        _LISTENING.reset(token)
