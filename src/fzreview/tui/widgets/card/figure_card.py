"""The card of the current figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from rich.text import Text

from fzreview.domain.decisions.verdict import Decision, Origin
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.figure_state import state_of, state_of_decision
from fzreview.domain.reports.stored import FormerDecision, HeldDecision, StoredFigure
from fzreview.strings import knows, say
from fzreview.text.displayable import one_line
from fzreview.text.shortened import shortened
from fzreview.text.wrap import wrap_prose
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.signs import STATE_SIGNS


@dataclass(frozen=True, slots=True)
class CardNotes:
    """Notes on a figure from ties, alarms and layers; one line each."""

    urgent: tuple[Text, ...] = ()
    """Failed ties and alarms."""
    layers: tuple[Text, ...] = ()
    """Layers that disagree."""
    early: Text | None = None
    """Reasons for the rank in the order by doubt; replaces the extractor's doubts."""
    evidence: Text | None = None
    """Evidence for each field."""
    ties: tuple[Text, ...] = ()
    """Ties that hold."""


class FigureCard(TextLines):
    """Shows the fields of a figure, its verdict, the correction beside the extraction, and notes."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: Callable[[int, int], list[Text]] | None = None
        """Makes the lines of what is shown for so many cells and rows."""

    def show_figure(
        self,
        stored: StoredFigure | None,
        number: int,
        total: int,
        remarks: CardNotes = CardNotes(),
        page: int | None = None,
    ) -> None:
        """Show figure ``number`` of ``total``, printed on ``page``; None where the report has none."""
        if stored is None:
            self._shown = None
            self.show(say("desk.no_figures"))
        else:
            self._shown = lambda _, height: card_lines(stored, number, total, remarks, height, page)
            self._fill()

    def show_proposal(self, figure: Figure, what: str, why: str = "") -> None:
        """Show a candidate as the figure that it would be; see :func:`proposal_lines`."""
        self._shown = lambda width, height: proposal_lines(figure, what, why, width, height)
        self._fill()

    def on_resize(self) -> None:
        self._fill()

    def _fill(self) -> None:
        if self._shown is not None:
            self.show(*self._shown(self.size.width or MIN_CARD_CELLS, self.size.height or MIN_CARD_LINES))


MIN_CARD_LINES: Final = 5
"""Lines of the card on the smallest screen."""
MIN_CARD_CELLS: Final = 78
"""Cells of its lines there."""
MAX_REASON_LINES: Final = 2
"""Lines of the reason why a candidate was left out."""


def card_lines(
    stored: StoredFigure,
    number: int,
    total: int,
    remarks: CardNotes = CardNotes(),
    height: int = MIN_CARD_LINES,
    page: int | None = None,
) -> list[Text]:
    """Verdict; value and unit; subject; section; a comment, remarks, doubts: at most ``height`` lines.

    The section gives way where lines are short, and the first line tells how many there is no room for.
    """
    figure = stored.shown
    values = _values(figure) if figure.value or not stored.hidden else _to_key(figure)
    if stored.origin == "machine" and figure != stored.figure and not stored.hidden:
        values.append("   " + say("desk.extracted_as") + " ", style="dim")
        values.append_text(_values(stored.figure, dim=True))
    lines = [_verdict(stored, number, total, page), values, _field("subject", figure.subject)]
    more = _more_lines(stored, remarks)
    if len(lines) + len(more) < height:
        lines.append(_field("section", " › ".join(stored.figure.section) or say("desk.no_section")))
    room = max(height - len(lines), 1)
    if len(more) > room:
        lines[0].append("  " + say("desk.ties.more", count=len(more) - room), style="not dim bold")
    return lines + more[:room]


def _more_lines(stored: StoredFigure, remarks: CardNotes) -> list[Text]:
    latest = stored.latest
    lines: list[Text] = []
    if stored.disputed:
        lines.append(_words_of(stored))
    if stored.recalled:
        lines.append(_former(stored.recalled, stored.origin))
    weightier = bool(lines or remarks.urgent)
    if latest is not None and latest.decision.comment:
        # Who gave the verdict stands above; a comment alone tells its own author.
        author = "" if latest.decision.verdict is not None else f"{_by(latest)}  "
        lines.append(_field("comment", author + latest.decision.comment))
    lines += remarks.urgent
    if remarks.early is not None:
        lines.append(remarks.early)
    elif stored.figure.doubts and not weightier:
        doubts = "、".join(_doubt(doubt) for doubt in stored.figure.doubts)
        lines.append(Text.assemble((say("desk.doubts") + " ", "dim"), doubts))
    lines += remarks.layers
    if remarks.evidence is not None:
        lines.append(remarks.evidence)
    return [*lines, *remarks.ties]


def proposal_lines(figure: Figure, what: str, why: str, width: int, height: int) -> list[Text]:
    """A candidate as the figure that it would be, in at most ``height`` lines.

    ``what`` says where it comes from, ``why`` for what reason it is no figure, if there is one. The keys are
    there whole: on a line of their own where ``width`` is too small for both.
    """
    told, keys = Text(what, "bold"), Text(say("desk.candidate.keys"), "dim")
    lines = [Text.assemble(told, "  ", keys)]
    if lines[0].cell_len > width:
        lines = [told, keys]
    rows = wrap_prose(why, width)[:MAX_REASON_LINES] if why else []
    lines += [Text(why[start:end].strip()) for start, end in rows[:-1]]
    lines += [Text(shortened(why[start:].strip(), width)) for start, _ in rows[-1:]]
    section = " › ".join(figure.section) or say("desk.no_section")
    return [*lines, _values(figure), _field("subject", figure.subject), _field("section", section)][:height]


def _verdict(stored: StoredFigure, number: int, total: int, page: int | None) -> Text:
    latest = stored.latest
    text = Text(f"{number}/{total}  ", style="dim")
    state = state_of(stored)
    text.append(f"{STATE_SIGNS[state]} {say(f'desk.state.{state}')}", style="not dim bold")
    if latest is not None and latest.decision.verdict is not None:
        text.append(_why(latest.decision), style="not dim")
        text.append(f"  {_by(latest)}")
    if page is not None:
        text.append("  " + say("desk.page", page=page))
    if stored.origin == "reviewer":
        text.append("  " + say("desk.added"))
    if stored.vanished is not None:
        text.append("  " + say("desk.vanished", extractor=one_line(stored.vanished)), style="not dim bold")
    return text


def _words_of(stored: StoredFigure) -> Text:
    """The decisions of all reviewers on a disputed figure, the latest first."""
    text = Text(say("desk.words") + " ", style="dim")
    for number, one in enumerate(reversed([one for one in stored.held if one.decision.verdict is not None])):
        state = say(f"desk.state.{state_of_decision(one.decision, stored.origin)}")
        said = f"{one_line(one.reviewer)} {state}{_why(one.decision)}"
        text.append(("；" if number else "") + said, style="not dim")
        if one.decision.correction is not None:
            text.append("  ").append_text(_values(one.decision.correction, dim=True))
    if stored.torn:
        who = "、".join(map(one_line, sorted(stored.torn)))
        text.append("  " + say("desk.torn", who=who), style="not dim")
    if stored.crossed:
        text.append("  " + say("desk.crossed"), style="not dim")
    return text


def _former(recalled: Sequence[FormerDecision], origin: Origin) -> Text:
    """Decisions from before another extraction changed the figure, the latest first."""
    text = Text(say("desk.former") + " ", style="dim")
    for number, former in enumerate(reversed(recalled)):
        state = say(f"desk.state.{state_of_decision(former.decision, origin)}")
        words = f"{one_line(former.reviewer)} {state}{_why(former.decision)}  "
        text.append(("；" if number else "") + words, style="not dim")
        text.append_text(_values(former.decision.correction or former.figure, dim=True))
    return text


def _doubt(name: str) -> str:
    key = f"reading.doubt.{name}"
    return say(key) if knows(key) else one_line(name)


def _by(held: HeldDecision) -> str:
    return f"{one_line(held.reviewer)} {_local_time(held.decided_at)}"


def _local_time(decided_at: str) -> str:
    """The journal's UTC time in local time, to the minute."""
    return f"{datetime.fromisoformat(decided_at).astimezone():%Y-%m-%d %H:%M}"


def _why(decision: Decision) -> str:
    if decision.reason is None:
        return ""
    if decision.reason_class is not None:
        return " · " + say(f"guide.{decision.reason_class}")
    return "" if decision.reason == "not_a_figure" else " · " + say(f"desk.reason.{decision.reason}")


def _values(figure: Figure, dim: bool = False) -> Text:
    plain, strong = ("dim", "dim") if dim else ("", "bold")
    value = figure.value if figure.upper is None else f"{figure.value} – {figure.upper}"
    text = Text()
    text.append(one_line(figure.text), style=strong)
    measured = " ".join(filter(None, (one_line(value), one_line(figure.unit))))
    text.append(f" = {measured}", style=plain)
    text.append(f"  {say(f'desk.kind.{figure.kind}')}", style="dim")
    if figure.bound != "=":
        text.append(f"  {say(f'desk.bound.{figure.bound}')}", style=strong)
    return text


def _to_key(figure: Figure) -> Text:
    """The line of a figure whose value is hidden."""
    text = Text(one_line(figure.text), style="bold")
    text.append(f" = {say('desk.key_value')}", style="not dim bold reverse")
    text.append(f"  {say(f'desk.kind.{figure.kind}')}", style="dim")
    return text


def _field(name: str, value: str) -> Text:
    return Text.assemble((say(f"desk.field.{name}") + " ", "dim"), one_line(value))
