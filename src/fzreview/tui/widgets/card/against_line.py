"""The card line of a ruling against the reviewer, or of a seeded error."""

from __future__ import annotations

from rich.text import Text

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.dissent.overruled import Against, Ruled
from fzreview.domain.figures.figure import Figure
from fzreview.strings import say
from fzreview.text.displayable import one_line


def against_line(against: Against, shown: Figure) -> Text:
    """How it was ruled and why, with the key that contests it; or what a seeded error was.

    Of a correction what it says otherwise than ``shown``, the figure as its card has it.
    """
    if not isinstance(against, Ruled):
        kind = say(f"measures.seed.{against.kind}")
        said = say("desk.against.seeded", kind=kind, shown=_figure(against.shown), true=_figure(against.true))
        return Text(said, style="bold")
    # What can be done stands first: the end of the line may be cut.
    done = say("desk.against.contested" if against.contested else "desk.against.key")
    text = Text(say("desk.against.ruled", done=done, what=_decision(against.decision, shown)), style="bold")
    if against.decision.comment:
        text.append(say("desk.against.because", because=one_line(against.decision.comment)), style="not bold")
    return text


def _decision(decision: Decision, shown: Figure) -> str:
    if decision.verdict == "verified":
        return say("sharing.says.verified")
    if decision.correction is None:
        return say("sharing.says.rejected")
    figure = decision.correction
    told = [f"{_value(figure)} {one_line(figure.unit)}".strip()]
    if figure.text != shown.text:
        told.insert(0, one_line(figure.text))
    if figure.kind != shown.kind:
        told.append(say(f"desk.kind.{figure.kind}"))
    if figure.bound != shown.bound:
        told.append(say(f"desk.bound.{figure.bound}"))
    if figure.subject != shown.subject:
        told.append(one_line(figure.subject))
    return f"{say('sharing.says.corrected')} {' · '.join(told)}"


def _figure(figure: Figure | None) -> str:
    if figure is None:
        return say("sharing.says.rejected")
    told = (
        one_line(figure.text),
        f"{_value(figure)} {one_line(figure.unit)}".strip(),
        one_line(figure.subject),
    )
    return " · ".join(part for part in told if part)


def _value(figure: Figure) -> str:
    return figure.value if figure.upper is None else f"{figure.value} – {figure.upper}"
