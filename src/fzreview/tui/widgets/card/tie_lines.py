"""Card lines of ties, alarms and doubts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from fzreview.checking.evidence import Corroboration
from fzreview.domain.figures.figure import Figure
from fzreview.domain.ties.tie import Alarm, AlarmLevel, Holds, Role, Tie
from fzreview.strings import say
from fzreview.text.displayable import one_line

TIE_SIGNS: Final[dict[Holds, str]] = {"true": "✓", "approx": "~", "false": "✗"}
"""All one cell wide in every terminal, unlike ≈ and other mathematical signs."""

ALARM_SIGNS: Final[dict[AlarmLevel, str]] = {"alarm": "!", "notice": "?"}

MAX_OTHERS: Final = 4
"""How many other figures the line of a tie names."""


def tie_line(
    tie: Tie, others: Sequence[tuple[Role, Figure]], walked: bool = False, offer: str | None = None
) -> Text:
    """Sign, sentence, the other figures and what each is in it.

    ``walked`` is the one that is stepped through; ``offer`` says how to verify all of it.
    """
    from fzreview.review.ties.tie_sentences import say_role, say_tie

    text = Text(f"{TIE_SIGNS[tie.holds]} ", style="bold" if tie.failed or walked else "")
    text.append(say_tie(tie), style="" if tie.told or tie.failed else "not bold dim")
    if offer is not None:
        text.append(f"  {offer}", style="not bold dim")
    named = [f"{say_role(role)} {one_line(figure.text)}" for role, figure in others[:MAX_OTHERS]]
    if len(others) > MAX_OTHERS:
        named.append("…")
    return text.append("  " + "、".join(named), style="not bold dim") if named else text


def alarm_line(alarm: Alarm) -> Text:
    """Sign and sentence."""
    from fzreview.review.ties.tie_sentences import say_alarm

    style = "bold" if alarm.level == "alarm" else "dim"
    return Text(f"{ALARM_SIGNS[alarm.level]} {say_alarm(alarm)}", style=style)


def evidence_line(corroboration: Corroboration) -> Text:
    """Evidence for each field."""
    from fzreview.review.ties.tie_sentences import say_corroboration

    return Text(say_corroboration(corroboration))


def early_line(reasons: Sequence[str]) -> Text:
    """Reasons for the figure's rank in the order by doubt."""
    words = "、".join(say(f"ties.reason.{reason}") for reason in reasons) or say("desk.early.ordinary")
    return Text.assemble((say("desk.early") + " ", "dim"), words)
