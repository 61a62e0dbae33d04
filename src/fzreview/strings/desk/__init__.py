"""Words of the area «desk», key → (zh, en), a file for each thing that the review desk shows."""

from __future__ import annotations

from fzreview.strings.desk import (
    commands,
    correcting,
    deciding,
    figures,
    helping,
    moving,
    news,
    reports,
    status,
    ties,
)

WORDS: dict[str, tuple[str, str]] = {
    **commands.WORDS,
    **figures.WORDS,
    **ties.WORDS,
    **status.WORDS,
    **moving.WORDS,
    **deciding.WORDS,
    **news.WORDS,
    **correcting.WORDS,
    **reports.WORDS,
    **helping.WORDS,
}
