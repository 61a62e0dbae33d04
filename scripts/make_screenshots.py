"""Pictures of the real program on the example reports, for README and docs.

    python scripts/make_screenshots.py [FOLDER [SCENE…]]

Writes an SVG for each scene, and a PNG beside it where a Chromium is installed. The screen library's own
SVG squeezes Chinese to half its width and asks a far-off server for a font, so the pictures are drawn anew
from the screen's rows: each run of equally wide characters gets its own place and length.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.pilot import Pilot

from fzreview import strings
from fzreview.domain.figures.keys import figure_key
from fzreview.review.adjudicating import Adjudicating
from fzreview.store.reader import StoreReader
from fzreview.text.cells import cells
from fzreview.text.word_cut import load_dictionary
from fzreview.tui.adjudication_app import AdjudicationApp
from fzreview.tui.app import FzReviewApp
from fzreview.work.judging.judge import judge
from fzreview.work.judging.reviewing import Review
from fzreview.work.loading.examples import example_reports
from fzreview.work.loading.ingest import load
from fzreview.work.team.dissent.adjudicating import Adjudicator, waiting

CELL_WIDTH, CELL_HEIGHT, FONT_SIZE, NARROW_SIZE, MARGIN = 9.0, 22.0, 17.0, 15.0, 12.0
FONTS = "'Sarasa Mono SC','Noto Sans Mono CJK SC','Source Han Mono SC','Microsoft YaHei Mono',monospace"
NARROW_FONTS = "'DejaVu Sans Mono',Menlo,Consolas,monospace"
"""For one-cell characters: a Chinese font would draw “ and — two cells wide."""
THEME = TerminalTheme(
    (18, 18, 18),
    (224, 224, 224),
    [(0, 0, 0)] + [(200, 200, 200)] * 7,
    [(128, 128, 128)] + [(255, 255, 255)] * 7,
)


def reviewing(store: Path, report: str) -> FzReviewApp:
    """The review desk."""
    return FzReviewApp(Review.opened(store, "reviewer", report))


def adjudicating(store: Path, report: str) -> FzReviewApp:
    """The adjudication desk, over what two reviewers of a report differ about."""
    with StoreReader(store) as reader:
        found = reader.find_report(report)
        keys = [figure_key(found.sha256, one.span_key) for one in reader.figures(found.id)]
    for number, key in enumerate(keys[:12]):
        fields = {"value": "50"} if number == 4 else {"bound": ">="} if number == 5 else {}
        judge(store, "ann", key, "verified")
        judge(store, "bob", key, "wrong" if fields else "verified", fields=fields)
    review = Review(store, "reviewer")
    refs = waiting(store, "reviewer")
    return AdjudicationApp(review, Adjudicator(store, "reviewer", review.writer), Adjudicating(refs))


@dataclass(frozen=True)
class Scene:
    """One picture: which report, how large, which keys before it is taken."""

    name: str
    report: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    language: strings.Language = "zh"
    desk: Callable[[Path, str], FzReviewApp] = reviewing
    """Opens the store at a report."""


SCENES = (
    Scene("desk", "004", (140, 42), ("v",) * 6 + ("w", "x", "s") + ("v",) * 14),
    Scene("desk-traditional-source", "001", (140, 42), ("v", "v", "n", "n", "r")),
    Scene("desk-80x24", "004", (80, 24), ("v", "v", "w", "v")),
    Scene("correction", "002", (120, 36), ("v", "v", "n", "n", "e", *"110", "tab", "tab", "tab", "2")),
    Scene("subject", "004", (120, 36), ("v",) * 17 + ("u", "m", "p", "y", "D")),
    Scene("guide", "003", (120, 36), ("v", "v", "f2")),
    Scene("ties", "004", (140, 42), ("v",) * 31 + ("g",)),
    Scene(
        "alike",
        "004",
        (120, 36),
        ("v",) * 31 + ("e", *("tab",) * 4, "home", *("delete",) * 3, "enter", "j", "down", "x"),
    ),
    Scene("panel", "004", (120, 36), ("v",) * 38 + ("P", "slash", "ctrl+u", *"复议案件", "enter", "down")),
    Scene("missed", "003", (120, 36), ("v", "v", "a")),
    Scene("library", "003", (120, 20), ("v",) * 20 + ("w", "l")),
    Scene("help", "003", (120, 36), ("f1",)),
    Scene("desk-en", "003", (140, 42), ("v",) * 9, "en"),
    Scene("adjudication", "002", (120, 36), ("a", "u"), desk=adjudicating),
    Scene("adjudication-en", "002", (120, 36), ("a", "u"), "en", adjudicating),
)


async def take(scene: Scene, folder: Path) -> Path:
    """The picture of one scene, from a store of its own."""
    strings.use(scene.language)
    with tempfile.TemporaryDirectory() as place:
        store = Path(place) / "fzreview.db"
        for result in load(store, [str(example_reports())]):
            assert result.error is None, result.error
        app = scene.desk(store, scene.report)
        async with app.run_test(size=scene.size, notifications=True, tooltips=True) as pilot:
            await pilot.pause()
            for key in scene.keys:
                await pilot.press(key)
                await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            path = folder / f"{scene.name}.svg"
            path.write_text(svg(screen_rows(pilot), scene.size), encoding="utf-8")
        app.review.close()
    return path


def screen_rows(pilot: Pilot[None]) -> list[list[Segment]]:
    """The rows of the screen as they are sent to the terminal."""
    return [list(strip) for strip in pilot.app.screen._compositor.render_strips()]


def svg(rows: Iterable[Iterable[Segment]], size: tuple[int, int]) -> str:
    """Rows of segments as one SVG picture."""
    columns, lines = size
    width, height = columns * CELL_WIDTH + 2 * MARGIN, lines * CELL_HEIGHT + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}"'
        f' height="{height:g}" font-family="{FONTS}" font-size="{FONT_SIZE:g}">',
        f'<rect width="{width:g}" height="{height:g}" rx="8" fill="#121212"/>',
    ]
    for number, row in enumerate(rows):
        parts.extend(_row(row, MARGIN + number * CELL_HEIGHT))
    return "\n".join([*parts, "</svg>\n"])


def _row(row: Iterable[Segment], top: float) -> Iterator[str]:
    left = MARGIN
    for text, style, _ in row:
        front, back = _colours(style or Style())
        run_width = cells(text) * CELL_WIDTH
        if back is not None:
            yield (
                f'<rect x="{left:g}" y="{top:g}" width="{run_width:g}" height="{CELL_HEIGHT:g}" fill="{back}"'
                ' shape-rendering="crispEdges"/>'
            )
        look = _look(style or Style())
        at = left
        for (wide, blank), characters in groupby(text, key=_sort_of):
            run = "".join(characters)
            length = len(run) * wide * CELL_WIDTH
            if not blank:
                yield (
                    f'<text x="{at:g}" y="{top + CELL_HEIGHT * 0.76:g}" fill="{front}"'
                    f' textLength="{length:g}"{_font(wide)}'
                    f"{look}>{escape(run)}</text>"
                )
            at += length
        left += run_width


def _sort_of(character: str) -> tuple[int, bool]:
    """Cells of a character and whether it is blank: a picture drops blanks at the ends of a run."""
    return cells(character), character.isspace()


def _colours(style: Style) -> tuple[str, str | None]:
    front = style.color.get_truecolor(THEME).hex if style.color and not style.color.is_default else "#e0e0e0"
    back = style.bgcolor.get_truecolor(THEME, False).hex if _is_set(style.bgcolor) else None
    if style.reverse:
        front, back = back or "#121212", front
    return front, back


def _is_set(colour: Color | None) -> bool:
    return colour is not None and not colour.is_default


def _font(wide: int) -> str:
    return "" if wide == 2 else f' font-size="{NARROW_SIZE:g}" font-family="{NARROW_FONTS}"'


def _look(style: Style) -> str:
    decorations = " ".join(
        name for name, on in (("underline", style.underline), ("line-through", style.strike)) if on
    )
    return (
        (' font-weight="bold"' if style.bold else "")
        + (' font-style="italic"' if style.italic else "")
        + (' opacity="0.65"' if style.dim else "")
        + (f' text-decoration="{decorations}"' if decorations else "")
    )


def to_png(picture: Path) -> None:
    """The same picture as PNG, by a Chromium without a window."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        return
    head = picture.read_text(encoding="utf-8").split(">", 1)[0]
    width, height = (round(float(head.split(f'{name}="')[1].split('"')[0])) for name in (" width", " height"))
    with tempfile.TemporaryDirectory() as place:
        page = Path(place) / "page.html"
        page.write_text(
            f"<style>body{{margin:0;background:#fff}}</style>{picture.read_text(encoding='utf-8')}",
            encoding="utf-8",
        )
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                f"--user-data-dir={place}/profile",
                f"--window-size={width},{height}",
                f"--screenshot={picture.with_suffix('.png').resolve()}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


def main() -> None:
    """Take every scene."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    load_dictionary()
    wanted = sys.argv[2:]
    for scene in SCENES:
        if wanted and scene.name not in wanted:
            continue
        picture = asyncio.run(take(scene, folder))
        to_png(picture)
        print(picture)


if __name__ == "__main__":
    main()
