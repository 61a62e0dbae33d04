"""A figure whose subject is known, and a subject that is resolved with its help."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, Final, NamedTuple

from fzreview.text.sentences.clauses import Clause


@dataclass(slots=True)
class Antecedent:
    """A figure whose subject is known, as far as later clauses are elliptical of it."""

    clause: Clause
    end: int
    left: str
    """The cleaned wording before the first number of the clause."""
    subject: str
    head: str
    """The head noun with its attributes: the subject without its verb. Rates and remarks are of it."""
    unit: str
    """Unit of the figure that the head came from."""
    verb: str
    """The predicate that coordinated nouns share: 制发, 网上巡查."""
    base: str
    """The subject without any change that is told of it."""
    theme: str = ""
    """What a row of changes is about: 注销业务 in 注销业务由8个环节减至3个."""
    recent: str = ""
    """The head named last, of which a bare predicate of the same unit is told."""
    recent_unit: str = ""
    compared: bool = False
    """Whether the subject only tells how the base has changed or compares."""
    joint: str = ""
    """The coordinated heads of one unit together, which a rate behind them is the rate of."""
    part: bool = False
    """Whether it is one of the parts of the head."""
    named_part: bool = False
    """Whether it is a part with a wording of its own: 其中查处食品案件36件."""

    whole: str = ""
    """What a part with a wording of its own is a part of."""

    def but(self, **changes: Any) -> Antecedent:
        """The same with some fields changed; ``dataclasses.replace``, in a third of its time."""
        other = Antecedent(*_VALUES(self))
        for name, value in changes.items():
            setattr(other, name, value)
        return other


_VALUES: Final = attrgetter(*(field.name for field in fields(Antecedent)))


class Resolved(NamedTuple):
    """A subject that an elliptical clause gets from its antecedent."""

    subject: str
    compared: bool = False
    named: str = ""
    """The noun that the clause names itself, of which later clauses may be told."""
    things: str = ""
    """The things that the clause counts instead, of which its parts are parts: 护林队队员."""


EXPLICIT = Resolved("")
"""The clause tells all itself, although it looks elliptical."""
