"""The gate checks every deciding key: its figure must be visible, and the key no repeat or leftover."""

from __future__ import annotations

from typing import Final, Literal

from fzreview.review.keys.commands import Command, Decides
from fzreview.review.keys.held_keys import HeldKeys
from fzreview.review.session import Session

Refusal = Literal["held", "left_candidate", "not_seen", "too_small", "stands", "news"]
"""Why a key decided nothing; its words are ``desk.gate.REFUSAL``.

held            it came faster than a hand presses
left_candidate  the card shows a candidate, so the current figure was not plainly current
not_seen        what it would decide on is not wholly in sight
too_small       and the window has no room for it
stands          the figure is decided, and the reviewer was left at it by a verdict, not gone to it
news            others decided it while the reviewer was at it, and the reviewer may not have seen that
"""

Visibility = Literal["seen", "hidden", "too_large"]
"""Whether what a key decides on is visible, could be scrolled into view, or does not fit the screen."""

_CHANGES_VERDICTS: Final[frozenset[Decides]] = frozenset({"verdict", "history"})
_ON_FIGURE: Final[frozenset[Decides]] = frozenset({"verdict", "remark"})


class Gate:
    """Asked once for each key before its command runs."""

    def __init__(self, held_keys: HeldKeys) -> None:
        self._held_keys = held_keys

    def is_held(self, command: Command, moment: float) -> bool:
        """Whether a key that decides came faster than a hand at ``moment`` (seconds, rising).

        The class of a rejection may follow at once: it is another key of the same move.
        """
        return command.decides not in (None, "rejection") and self._held_keys.is_repeat(moment)

    def unseen(self, visibility: Visibility) -> Refusal | None:
        """Why nothing may be decided on what has this sight; None where it may."""
        if visibility == "seen":
            return None
        return "not_seen" if visibility == "hidden" else "too_small"

    def refusal(
        self,
        command: Command,
        session: Session,
        visibility: Visibility,
        *,
        of_candidate: bool,
        rules_out: bool,
    ) -> Refusal | None:
        """Why the key decides nothing; None where it may.

        ``sight`` is that of what it would decide on. ``of_candidate``: a candidate is looked at;
        ``rules_out``: and this key says that it is no figure.
        """
        if of_candidate and command.decides in _ON_FIGURE and not rules_out and command.id != "mark":
            return "left_candidate"
        if (unseen := self.unseen(visibility)) is not None:
            return unseen
        if command.decides in _CHANGES_VERDICTS and not of_candidate and session.unacknowledged:
            return "news"
        if command.decides == "verdict" and not of_candidate and session.is_decided_unvisited:
            return "stands"
        return None
