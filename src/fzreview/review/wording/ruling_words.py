"""A team's ruling in words."""

from __future__ import annotations

from fzreview.domain.team.ruling import TeamRuling
from fzreview.strings import knows, say
from fzreview.text.displayable import one_line


def ruling_text(ruling: TeamRuling) -> str:
    """Decision, reason, sentence, who and when, on one line, displayable."""
    told = {name: one_line(getattr(ruling, name)) for name in ("sentence", "decision", "why", "reviewer")}
    return say("ruling.line", **told, day=one_line(ruling.at[:10]))


def topic_words(topic: str) -> str:
    """What a topic is called, displayable."""
    sort, _, name = topic.partition(":")
    keys = {"class": f"guide.{name}", "field": f"desk.reason.{name}", "kind": f"desk.kind.{name}"}
    key = keys.get(sort)
    return say(key) if key is not None and knows(key) else one_line(topic)
