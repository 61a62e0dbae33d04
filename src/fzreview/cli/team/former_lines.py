"""Words that came in and were said of a former reading, as a person reads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from fzreview.strings import say
from fzreview.text.displayable import one_line

if TYPE_CHECKING:
    from fzreview.domain.team.merged import FormerWord

SHOWN: Final = 20
"""Of more than so many the rest is counted."""


def print_former(words: Sequence[FormerWord]) -> None:
    """How many they are, and which; nothing where there are none."""
    if not words:
        return
    print(say("team.former", count=len(words)))
    for one in words[:SHOWN]:
        print(say(f"team.former.{one.said}", key=one.key, reviewer=one_line(one.reviewer)))
    if len(words) > SHOWN:
        print(say("team.former_more", count=len(words) - SHOWN))
