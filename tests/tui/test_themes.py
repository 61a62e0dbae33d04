"""Every theme is legible: the contrast of all text that is drawn, computed from the drawn cells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.color import ColorTriplet
from rich.style import Style
from textual.pilot import Pilot

from fzreview.config.settings import Settings
from fzreview.tui.app import FzReviewApp
from fzreview.tui.themes import DARK, HIGH_CONTRAST, HIGH_CONTRAST_LIGHT, LIGHT
from fzreview.work.judging.reviewing import Review
from support.desk import screen_of
from support.gold_reports import seed_names

VEILED = 3.0
"""What stands behind a dialog is paler in the two usual themes."""

VEILING = {DARK.name, LIGHT.name}

MOST_NEEDED = {DARK.name: 4.5, LIGHT.name: 4.5, HIGH_CONTRAST.name: 7.0, HIGH_CONTRAST_LIGHT.name: 7.0}
DIM = 0.66
"""How far dimmed text stays from its ground, where the screen library has not painted it so already."""

SCREENS = {
    "desk": (("v", "w", "x", "s", "v", "n"), ()),
    "outline": (("9", "tab", "down", "left"), ()),
    "list": (("tab", "down"), ("tab",)),
    "source": (("r", "pagedown"), ("r",)),
    "furniture": (("home",), ("n",)),
    "correction": (("e", *"16", "tab", "tab"), ("escape",)),
    "a refused correction": (("e", "很", "enter"), ("escape",)),
    "filter": (("f", "tab"), ("escape",)),
    "search": (("slash", *"复议"), ()),
    "found": (("enter",), ("escape",)),
    "palette": (("ctrl+p", *"fz"), ("escape",)),
    "help": (("f1",), ("escape",)),
    "library": (("l",), ()),
    "regions": (("g",), ("escape", "escape")),
    "load": (("ctrl+o",), ("escape",)),
    "comment": (("c", *"ab"), ("escape",)),
    "mark": (("m",), ("escape",)),
    "ties": (("o", "t"), ("b",)),
    "other reports": (("k",), ("escape",)),
}
"""The keys to each screen from the one before, and those back."""

USUAL = {"desk", "source", "correction", "filter", "library", "regions", "mark", "ties"}
"""Where the two usual themes are looked at."""


@pytest.mark.parametrize(
    "theme",
    [
        DARK.name,
        *(
            pytest.param(name, marks=pytest.mark.heavy)
            for name in (LIGHT.name, HIGH_CONTRAST.name, HIGH_CONTRAST_LIGHT.name)
        ),
    ],
)
async def test_all_text_stands_out_from_its_ground(store: Path, theme: str) -> None:
    review = Review.opened(store, "ann", seed_names()[1])
    app = FzReviewApp(review, Settings(theme=theme, repeat_ms=0))
    pale: set[str] = set()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for screen, (there, back) in SCREENS.items():
            if theme in VEILING and screen not in USUAL:
                continue
            await pilot.press(*there)
            await app.workers.wait_for_complete()
            await pilot.pause()
            pale |= {f"{screen}: {words}" for words in pale_texts(pilot, theme)}
            await pilot.press(*back)
        desk = screen_of(pilot)
        assert app.screen is desk
        desk.controllers.status_line.show("nothing was saved", urgent=True)
        await pilot.pause()
        pale |= pale_texts(pilot, theme)
    review.close()
    assert sorted(pale) == []


def pale_texts(pilot: Pilot[None], theme: str) -> set[str]:
    """What does not stand out enough, and how it is painted."""
    dialogs = [dialog.region for dialog in pilot.app.screen.query(".dialog")]
    pale: set[str] = set()
    for x, y, text, style in drawn(pilot):
        behind = bool(dialogs) and not any(dialog.contains(x, y) for dialog in dialogs)
        needed = min(MOST_NEEDED[theme], VEILED) if behind and theme in VEILING else MOST_NEEDED[theme]
        ratio = contrast(*colours(style))
        if ratio < needed:
            pale.add(f"{ratio:.1f} {text.strip()[:20]!r} {style}")
    return pale


def drawn(pilot: Pilot[None]) -> Iterator[tuple[int, int, str, Style]]:
    """Every stretch of text that is not blank with its place, frames and bars left out."""
    for y, strip in enumerate(pilot.app.screen._compositor.render_strips()):
        x = 0
        for text, style, _ in strip:
            words = "".join(character for character in text if not "\u2500" <= character <= "\u259f")
            if words.strip() and style is not None:
                yield x, y, words, style
            x += cell_len(text)


def colours(style: Style) -> tuple[ColorTriplet, ColorTriplet]:
    """What the text and its ground are painted with."""
    assert style.color is not None and style.bgcolor is not None, "no colour is left to the terminal"
    front, ground = style.color.get_truecolor(), style.bgcolor.get_truecolor(foreground=False)
    if style.reverse:
        front, ground = ground, front
    if style.dim:
        front = ColorTriplet(*(round(g + (f - g) * DIM) for f, g in zip(front, ground, strict=True)))
    return front, ground


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: ColorTriplet) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_that_of_the_standard() -> None:
    black, white, grey = ColorTriplet(0, 0, 0), ColorTriplet(255, 255, 255), ColorTriplet(118, 118, 118)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.01)
