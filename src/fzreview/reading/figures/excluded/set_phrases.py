"""Which fixed name or slogan begins at a place."""

from __future__ import annotations

from typing import Final

from fzreview.language.set_phrases import PHRASES


def _by_head(phrases: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    heads: dict[str, list[str]] = {}
    for phrase in dict.fromkeys(phrases):
        heads.setdefault(phrase[:2], []).append(phrase)
    return {head: tuple(group) for head, group in heads.items()}


_HEADS: Final = _by_head(PHRASES)


def phrase_at(text: str, at: int) -> str | None:
    """The fixed name that begins at ``at``, or None."""
    group = _HEADS.get(text[at : at + 2])
    if group is not None:
        for phrase in group:
            if text.startswith(phrase, at):
                return phrase
    return None
