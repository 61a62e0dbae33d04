"""The built-in themes, and the CSS variables that themes of Textual lack.

Each meaning of a colour has a sign or a text style too. In the high-contrast themes all text stands out
from its ground by 7:1 or more, dimmed text as well; a test computes it from what is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.theme import Theme

DARK_COLOURS: Final[Mapping[str, str]] = {
    "verdict-undecided": "#ffb454",
    "verdict-verified": "#7fd18b",
    "verdict-wrong": "#ff7b85",
    "verdict-unsure": "#d7a6ff",
    "verdict-heading": "#8cc4ff",
    "cursor-style": "bold",
    "current-style": "bold",
    "found-style": "none",
    "veil": "#121212 30%",
}
LIGHT_COLOURS: Final[Mapping[str, str]] = {
    "verdict-undecided": "#8a4b00",
    "verdict-verified": "#0b6b2b",
    "verdict-wrong": "#a8071a",
    "verdict-unsure": "#6a1b9a",
    "verdict-heading": "#0b4f8a",
    "cursor-style": "bold",
    "current-style": "bold",
    "found-style": "none",
    "veil": "#ffffff 20%",
}
"""CSS variables for Textual's own themes: verdict colours, list cursor, tint behind dialogs."""

DARK: Final = Theme(
    "dark",
    primary="#4aa3ff",
    accent="#ffb454",
    error="#ff8f9a",
    warning="#ffb454",
    success="#7fd18b",
    foreground="#e6e6e6",
    background="#121212",
    surface="#1a1a1a",
    panel="#262b31",
    dark=True,
    variables={
        **DARK_COLOURS,
        "primary-background": "#2b3d52",
        "text-muted": "#b4b4b4",
        "text-disabled": "#b2b2b2",
        "input-selection-background": "#35507a",
    },
)
LIGHT: Final = Theme(
    "light",
    primary="#0b4f8a",
    accent="#7a3e00",
    error="#a8071a",
    warning="#7a3e00",
    success="#0b6b2b",
    foreground="#1a1a1a",
    background="#ffffff",
    surface="#f4f4f4",
    panel="#e8eaee",
    dark=False,
    variables={
        **LIGHT_COLOURS,
        "primary-background": "#d3e5f7",
        "text-muted": "#505050",
        "text-disabled": "#555555",
        "input-selection-background": "#b5d3f0",
    },
)
HIGH_CONTRAST: Final = Theme(
    "high-contrast",
    primary="#9fd4ff",
    accent="#ffe066",
    error="#ffb3b3",
    warning="#ffe066",
    success="#7dff94",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    variables={
        "verdict-undecided": "#ffe066",
        "verdict-verified": "#7dff94",
        "verdict-wrong": "#ffb3b3",
        "verdict-unsure": "#e8c4ff",
        "verdict-heading": "#9fd4ff",
        "cursor-style": "bold underline",
        "current-style": "bold",
        "found-style": "underline",
        "veil": "transparent",
        "primary-background": "#001f4d",
        "text-muted": "#f0f0f0",
        "text-disabled": "#c8c8c8",
        "input-selection-background": "#004080",
        "panel-lighten-1": "#ffffff",
    },
)
HIGH_CONTRAST_LIGHT: Final = Theme(
    "high-contrast-light",
    primary="#003366",
    accent="#4d2900",
    error="#7a0010",
    warning="#4d2900",
    success="#00401a",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#f8f8f8",
    dark=False,
    variables={
        "verdict-undecided": "#4d2900",
        "verdict-verified": "#00401a",
        "verdict-wrong": "#7a0010",
        "verdict-unsure": "#43006b",
        "verdict-heading": "#003366",
        "cursor-style": "bold underline",
        "current-style": "bold",
        "found-style": "underline",
        "veil": "transparent",
        "primary-background": "#f8f8f8",
        "text-muted": "#222222",
        "text-disabled": "#444444",
        "input-selection-background": "#cfe2ff",
        "panel-lighten-1": "#000000",
    },
)

BUILT_IN_THEMES: Final = (DARK, LIGHT, HIGH_CONTRAST, HIGH_CONTRAST_LIGHT)
"""In the order in which the theme key cycles; the first is the default."""

NO_COLOR_VARIABLES: Final[Mapping[str, str]] = {
    **{name: "ansi_default" for name in DARK_COLOURS if name.startswith("verdict-")},
    "cursor-style": "bold underline",
    "current-style": "bold reverse",
    "found-style": "reverse underline",
    "veil": "transparent",
}
"""CSS variables for themes without colours: text styles carry all meaning."""

THEME_VIEW_KEY: Final = "theme"
"""Key in the stored view state: the theme chosen last. A theme in the settings takes precedence."""

NO_COLOR_THEME: Final = "ansi-dark"
"""The theme under NO_COLOR: only the terminal's default colours; others would become grey."""
