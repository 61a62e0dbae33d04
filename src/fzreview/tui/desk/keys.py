"""The keys that words on the desk name."""

from __future__ import annotations

from textual.app import App

from fzreview.review.keys.commands import BY_ID
from fzreview.tui.bindings import keymap_of, shown_keys


def first_key(app: App[object], command: str) -> str:
    """The first key of a command, as it is in force."""
    return shown_keys(BY_ID[command], keymap_of(app)).partition(" ")[0]
