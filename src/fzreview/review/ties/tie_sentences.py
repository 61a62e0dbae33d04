"""Ties and alarms as sentences in the language in use."""

from __future__ import annotations

from typing import Final

from fzreview.checking.evidence import Corroboration, Proof
from fzreview.domain.ties.tie import Alarm, Role, Tie, TieType
from fzreview.strings import say
from fzreview.text.displayable import one_line


def say_tie(tie: Tie) -> str:
    """What a tie says; nothing in it that a terminal obeys."""
    return one_line(say(f"ties.{tie.wording}", **dict(tie.params)))


def say_alarm(alarm: Alarm) -> str:
    """What an alarm says; nothing in it that a terminal obeys."""
    return one_line(say(f"ties.alarm.{alarm.kind}", **_filled(alarm)))


def say_chance(chance: float) -> str:
    """A chance in percent: two digits that count, ``<0.1%`` for less."""
    return "<0.1%" if chance < 0.001 else f"{chance:.1%}" if chance < 0.1 else f"{chance:.0%}"


def say_corroboration(corroboration: Corroboration) -> str:
    """The evidence for value, unit and subject: ``数值 ✓ 283+884=1167 · 单位 ✓ · 主题 未核``."""
    value = _say_proof("value", corroboration.value)
    if corroboration.by is not None:
        value += f" {one_line(corroboration.by.explain)}"
    return " · ".join((value, _say_proof("unit", corroboration.unit), _say_proof("subject", "open")))


def _say_proof(field: str, proof: Proof) -> str:
    return f"{say(f'desk.field.{field}')} {_PROOF_SIGNS[proof] or say('desk.evidence.open')}"


_PROOF_SIGNS: Final[dict[Proof, str]] = {"proven": "✓", "contested": "✗", "open": ""}


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
