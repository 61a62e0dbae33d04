"""Words of the area «command», key → (zh, en), a file for each part of the help page's commands.

The line of each command is ``command.NAME``.
"""

from __future__ import annotations

from fzreview.strings.command import (
    common,
    corpus,
    deciding,
    extracting,
    gold,
    keeping,
    listing,
    measuring,
    team,
)

WORDS: dict[str, tuple[str, str]] = {
    **common.WORDS,
    **deciding.WORDS,
    **extracting.WORDS,
    **corpus.WORDS,
    **listing.WORDS,
    **gold.WORDS,
    **team.WORDS,
    **measuring.WORDS,
    **keeping.WORDS,
}
