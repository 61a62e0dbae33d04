"""Words of the area «error», key → (zh, en), a file for each thing that goes wrong.

A refused input gets one line: which, why, and what to do.
"""

from __future__ import annotations

from fzreview.strings.error import decisions, documents, extraction, gold, hubs, inputs, stores, team, usage

WORDS: dict[str, tuple[str, str]] = {
    **inputs.WORDS,
    **documents.WORDS,
    **stores.WORDS,
    **extraction.WORDS,
    **team.WORDS,
    **decisions.WORDS,
    **gold.WORDS,
    **hubs.WORDS,
    **usage.WORDS,
}
