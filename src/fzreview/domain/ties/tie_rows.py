"""Ties and alarms as plain rows: the JSON that other programs rely on. Offsets are those of the source."""

from __future__ import annotations

from typing import Any

from fzreview.domain.ties.tie import Alarm, Tie

Row = dict[str, Any]

_HOLDS = {"true": True, "false": False, "approx": "approx"}


def tie_row(tie: Tie) -> Row:
    """A tie; ``holds`` is true, false or ``"approx"``, ``figures`` and ``roles`` go together."""
    return {
        "type": tie.type,
        "figures": [list(span) for span in tie.spans],
        "roles": [member.role for member in tie.members],
        "holds": _HOLDS[tie.holds],
        "told": tie.told,
        "explain": tie.explain,
        "confidence": tie.confidence,
        "rule": tie.rule,
    }


def alarm_row(alarm: Alarm) -> Row:
    """An alarm or a notice of one figure."""
    return {
        "kind": alarm.kind,
        "figure": list(alarm.span),
        "level": alarm.level,
        "params": dict(alarm.params),
    }
