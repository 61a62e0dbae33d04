"""A correction or rejection in words."""

from __future__ import annotations

from collections.abc import Iterator

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.figures.figure import Figure
from fzreview.strings import say
from fzreview.text.displayable import one_line


def change_description(machine: Figure, after: Decision) -> str:
    """The changed fields of a figure, or that it is rejected; displayable.

    Empty where a correction changes nothing but the span.
    """
    if after.correction is None:
        done = say("desk.done.not_a_figure")
        if after.reason_class is None:
            return done
        return say("desk.with_class", what=done, name=say(f"guide.{after.reason_class}"))
    return "；".join(_fields(machine, after.correction))


def _fields(machine: Figure, correction: Figure) -> Iterator[str]:
    for name in ("subject", "value", "upper", "unit", "kind", "bound"):
        before, after = getattr(machine, name), getattr(correction, name)
        if before == after:
            continue
        name = "value" if name == "upper" else name
        if name == "kind":
            before, after = (say(f"desk.kind.{kind}") for kind in (before, after))
        elif name == "bound":
            before, after = (say(f"desk.bound.{bound}") for bound in (before, after))
        before, after = (one_line(one or "") or say("alike.nothing") for one in (before, after))
        yield f"{say(f'desk.field.{name}')} {before} → {after}"
