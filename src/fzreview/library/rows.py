"""Frozen values as flat rows, for pandas, polars and Arrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from fzreview.domain.figures.figure import Figure


def rows(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Each value, a dataclass such as a figure or a gold record, as one flat dict.

    The fields of ``figure`` stand in the row itself, those of another value within it behind its name and a
    low line (``machine_value``); where it is None, so are they. Tuples become lists, which Arrow knows.
    """
    return (dict(_flat(value)) for value in values)


def _flat(value: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for field in fields(value):
        inner = getattr(value, field.name)
        if field.name == "figure" and isinstance(inner, Figure):
            yield from _flat(inner, before)
        elif field.name == "machine" and inner is None:
            yield from ((f"{before}machine_{one.name}", None) for one in fields(Figure))
        elif is_dataclass(inner):
            yield from _flat(inner, f"{before}{field.name}_")
        else:
            yield before + field.name, list(inner) if isinstance(inner, tuple) else inner
