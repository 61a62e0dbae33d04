"""Ties and alarms as sentences in the language in use."""

from __future__ import annotations

from fzreview.domain.tie import Alarm, Role, Tie, TieType
from fzreview.strings import say
from fzreview.text.displayable import one_line


def say_tie(tie: Tie) -> str:
    """What a tie says; nothing in it that a terminal obeys."""
    return one_line(say(f"ties.{tie.wording}", **dict(tie.params)))


def say_alarm(alarm: Alarm) -> str:
    """What an alarm says; nothing in it that a terminal obeys."""
    return one_line(say(f"ties.alarm.{alarm.kind}", **_filled(alarm)))


def say_type(type: TieType) -> str:
    """The name of a type of tie."""
    return say(f"ties.type.{type}")


def say_role(role: Role) -> str:
    """What a figure is in a tie."""
    return say(f"ties.role.{role}")


def _filled(alarm: Alarm) -> dict[str, str]:
    filled = dict(alarm.params)
    if alarm.kind == "extractor_doubt":
        filled["doubt"] = say(f"reading.doubt.{filled['doubt']}")
    return filled
