"""What a reviewer's entry says of a ruling against them."""

from __future__ import annotations

from dataclasses import replace

from fzreview.domain.decisions.verdict import Decision, JournalEntry


def contests(entry: JournalEntry) -> bool:
    """Whether an entry puts a ruling in question: a contest, also one that is made again."""
    return entry.action == "contested" or (entry.action == "redo" and entry.before == entry.after)


def only_comments(entry: JournalEntry) -> bool:
    """Whether an entry changes nothing but the comment: what was contested before it stays so."""
    changes = entry.before != entry.after and entry.action != "contested"
    return changes and without_comment(entry.before) == without_comment(entry.after)


def without_comment(decision: Decision | None) -> Decision | None:
    """A decision apart from its comment."""
    return decision if decision is None or decision.comment is None else replace(decision, comment=None)
