"""A figure whose subject is told, and a subject that leans on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from fzreview.reading.figures.clauses import Clause


@dataclass(slots=True)
class Row:
    """A figure whose subject is told, as far as later rows lean on it."""

    clause: Clause
    end: int
    left: str
    """The cleaned wording before the first number of the clause."""
    subject: str
    topic: str
    """What rates and remarks lean on: the subject without its verb."""
    unit: str
    """Unit of the row that the topic came from."""
    verb: str
    """What a row of things takes from the row before: 制发, 网上巡查."""
    base: str
    """The subject that a row of nouns takes its verb and its kind from, no change told of it."""
    theme: str = ""
    """What a row of changes is about: 注销业务 in 注销业务由8个环节减至3个."""
    recent: str = ""
    """The thing told last, which a bare predicate of the same unit leans on."""
    recent_unit: str = ""
    compared: bool = False
    """Whether the subject only tells how the base has changed or compares."""
    joint: str = ""
    """The things of a row of one unit together, which a rate behind it is the rate of."""
    part: bool = False
    """Whether the row is one of the parts that the row of the topic falls into."""


class Leant(NamedTuple):
    """A subject that leans on the row before."""

    subject: str
    compared: bool = False
    named: str = ""
    """The thing that the row names itself, which later rows may lean on."""
