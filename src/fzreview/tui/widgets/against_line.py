"""What went against the reviewer of a figure, on one line of its card."""

from __future__ import annotations

from rich.text import Text

from fzreview.domain.figure import Figure
from fzreview.domain.overruled import Against, Ruled
from fzreview.domain.verdict import Decision
from fzreview.strings import say
from fzreview.text.displayable import one_line


def against_line(against: Against, contest_key: str) -> Text:
    """How it was ruled and why, with the key that contests it; or what a seeded error was."""
    if not isinstance(against, Ruled):
        kind = say(f"measures.seed.{against.kind}")
        said = say("desk.against.seeded", kind=kind, shown=_figure(against.shown), true=_figure(against.true))
        return Text(said, style="bold")
    text = Text(say("desk.against.ruled", what=_decision(against.decision)), style="bold")
    if against.decision.comment:
        text.append(say("desk.against.because", because=one_line(against.decision.comment)), style="not bold")
    if against.contested:
        text.append(say("desk.against.contested"), style="not bold")
    else:
        text.append(say("desk.against.key", key=contest_key), style="not bold")
    return text


def _decision(decision: Decision) -> str:
    if decision.verdict == "verified":
        return say("sharing.says.verified")
    if decision.correction is not None:
        return f"{say('sharing.says.corrected')} {_figure(decision.correction)}"
    return say("sharing.says.rejected")


def _figure(figure: Figure | None) -> str:
    if figure is None:
        return say("sharing.says.rejected")
    value = figure.value if figure.upper is None else f"{figure.value} – {figure.upper}"
    told = (figure.text, f"{value} {figure.unit}".strip(), figure.subject)
    return " · ".join(one_line(part) for part in told if part)
