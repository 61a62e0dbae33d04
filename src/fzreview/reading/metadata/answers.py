"""An answer of the metadata, the rule that gives it and the place that tells it."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from fzreview.domain.extracting.rule import Rule

T = TypeVar("T", str, int)


class Answer(NamedTuple, Generic[T]):
    """What a place of the report says; offsets are those of the clean text."""

    value: T
    rule: Rule
    place: tuple[int, int] | None = None
    """None where the title says it."""
