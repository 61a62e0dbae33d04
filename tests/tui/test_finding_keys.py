"""Help, key line, command palette and tour, driven by keys."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widgets import Input, Static

from fzreview import strings
from fzreview.config.seen_tours import SeenTours, seen_tours
from fzreview.config.settings import Settings
from fzreview.domain.reports.report import Metadata
from fzreview.review.keys.commands import COMMANDS
from fzreview.review.keys.parts import PARTS
from fzreview.review.keys.tour import TOUR
from fzreview.store.reader import StoreReader
from fzreview.strings import say
from fzreview.text.cells import cells
from fzreview.tui.app import FzReviewApp
from fzreview.tui.screens.desk import DeskScreen
from fzreview.tui.screens.help import HelpScreen, help_lines
from fzreview.tui.screens.palette import DEBOUNCE_SECONDS, PaletteScreen
from fzreview.tui.screens.tour import BOX_ROWS, TourScreen, box_beside
from fzreview.tui.widgets.card.tie_lines import TIE_SIGNS
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.lists.palette_list import PaletteList
from fzreview.tui.widgets.signs import STATE_SIGNS
from fzreview.work.judging.reviewing import Review
from support.brisk_loop import passes
from support.desk import desk, header, screen_of, settled, status_line
from support.gold_reports import seed_names

FIRST = seed_names()[0]
SECOND = seed_names()[1]


def statuses(store: Path, doc: str = FIRST) -> list[str]:
    with StoreReader(store) as reader:
        return [figure.status for figure in reader.figures(reader.find_report(doc).id)]


def found(pilot: Pilot[None]) -> list[str]:
    rows = pilot.app.screen.query_one(PaletteList)
    return [rows.row_text(row, 80).plain for row in range(rows.row_count)]


def keys_shown(pilot: Pilot[None]) -> str:
    return str(screen_of(pilot).query_one("#keys", TextLines).content)


async def reports_found(pilot: Pilot[None]) -> list[str]:
    """The palette's rows once reports were looked for."""
    await pilot.pause()
    await passes(2 * DEBOUNCE_SECONDS)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return found(pilot)


# The palette


async def test_the_palette_names_every_command_with_its_keys(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("ctrl+p")
        rows = "\n".join(found(pilot))
        for command in COMMANDS:
            assert (say(command.title_key) in rows) == (command.id != "palette")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, DeskScreen)


@pytest.mark.sampled(1)
@pytest.mark.parametrize("typed", ["hs", "核实", "heshi", "ｈｓ", "１"])
async def test_a_command_is_found_and_run(store: Path, typed: str) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("ctrl+p", *typed, "enter")
        await pilot.pause()
        assert statuses(store)[:2] == ["verified", "undecided"]
        assert "核实" in status_line(pilot)
        await pilot.press("ctrl+p", *"cx", "enter")
        await pilot.pause()
        assert statuses(store)[0] == "undecided"


async def test_a_command_that_opens_a_screen_is_run(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("ctrl+p", *"bgk", "enter")
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "LibraryScreen"


async def test_the_list_moves_while_the_field_is_typed_in(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("ctrl+p", "down", "down", "up", "enter")
        await pilot.pause()
        assert statuses(store)[0] == "wrong"


@pytest.mark.heavy
async def test_a_theme_that_was_chosen_is_there_again(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        assert pilot.app.theme == "dark"
        await pilot.press("ctrl+p", *"配色 light", "enter")
        await pilot.pause()
        assert pilot.app.theme == "light"
        assert "light" in status_line(pilot)
        await pilot.press("ctrl+t")
        assert pilot.app.theme == "high-contrast"
    async with desk(store, FIRST) as pilot:
        assert pilot.app.theme == "high-contrast"
        await pilot.press("ctrl+t", "ctrl+t")
        assert pilot.app.theme == "dark"


async def test_no_theme_is_offered_without_colour(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk(store, FIRST) as pilot:
        await pilot.press("ctrl+p", *"配色")
        assert not any("textual" in row for row in found(pilot))
        await pilot.press("escape", "ctrl+t")
        assert pilot.app.theme == "ansi-dark"
        assert "NO_COLOR" in status_line(pilot)


async def test_reports_are_found_by_title_and_opened(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        with StoreReader(store) as reader:
            summary = next(one for one in reader.summaries() if one.title and one.doc != FIRST)
        assert summary.title
        await pilot.press("ctrl+p", *summary.title[:12])
        assert any(summary.doc in row for row in await reports_found(pilot))
        row = next(number for number, text in enumerate(found(pilot)) if summary.doc in text)
        await pilot.press(*["down"] * row, "enter")
        await pilot.pause()
        assert summary.doc in header(pilot)


async def test_nothing_found_is_said_and_enter_does_nothing(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("ctrl+p", *"xqzxqz", "enter")
        assert "没有匹配" in str(pilot.app.screen.query_one("#none", Static).content)
        assert isinstance(pilot.app.screen, PaletteScreen)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A store with a report whose title would like to be obeyed."""
    from dataclasses import replace

    from fzreview.store.writer import StoreWriter
    from support.copied_stores import new_store
    from support.gold_reports import gold_report

    path = tmp_path / "hostile.db"
    new_store(path)
    writer = StoreWriter(path)
    good = gold_report(FIRST)
    title = "恶意[/x][@click=app.quit]点[/]{0}\x1b]0;PWNED\x07\x9b31m\u202e\x00" + "长" * 3000
    metadata = replace(good.reading.metadata or Metadata(), title=title)
    report = replace(good, doc="[red]\x1b[2J.txt", reading=replace(good.reading, metadata=metadata))
    writer.insert(report, "2026-01-01T00:00:00.000Z").result()
    writer.close()
    return path


async def test_a_hostile_title_does_nothing_in_the_palette(hostile: Path) -> None:
    async with desk(hostile) as pilot:
        await pilot.press("ctrl+p", *"恶意")
        rows = await reports_found(pilot)
        assert len(rows) == 1 and "[/x][@click=app.quit]点" in rows[0]
        assert not set("\x1b\x07\x9b\u202e\x00\n") & set(rows[0])
        await pilot.click(PaletteList, offset=(30, 0))
        await pilot.pause()
        assert isinstance(pilot.app.screen, DeskScreen), "a click opens the report and quits nothing"
        await pilot.press("v")
        assert "核实" in status_line(pilot)


async def test_markup_typed_into_the_palette_is_text(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("ctrl+p")
        pilot.app.screen.query_one(Input).value = "[/x] [red]\\"
        assert await reports_found(pilot) == []


# Help and the line of keys


def test_help_names_every_part_and_command_that_one_first() -> None:
    for part in PARTS:
        shown = help_lines(part, {}).plain
        assert shown.startswith("  " + say(f"help.about.{part}")), "the title has named the part"
        assert all(say(f"help.about.{other}") in shown for other in PARTS)
        assert all(say(command.title_key) in shown for command in COMMANDS)


def test_help_tells_each_sign_on_a_line_of_its_own() -> None:
    lines = [line.split(maxsplit=1) for line in help_lines("text", {}).plain.splitlines()]
    for state, sign in STATE_SIGNS.items():
        assert [sign, say(f"desk.state.{state}")] in lines
    for holds, sign in TIE_SIGNS.items():
        assert [sign, say(f"desk.help.signs.{holds}")] in lines


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [72, 50])
def test_a_line_of_help_goes_on_below_its_words(language: str, width: int) -> None:
    strings.use(language)
    lines = help_lines("text", {})
    rows = [row.plain for row in lines.rows(width)]
    assert all(cells(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(lines.plain.split()), "every word is there"
    assert set(" ".join(rows).split()) <= set(lines.plain.split()) or language == "zh", "no word is parted"
    begun = lines.plain.splitlines()
    further = [row for row in rows if not any(line.startswith(row.rstrip()) for line in begun)]
    assert further and all(row.startswith("  ") for row in further)


def test_help_shows_the_keys_that_the_user_moved() -> None:
    shown = help_lines("text", {"verify": "y,f5", "undo": "ctrl+u"}).plain
    assert "y F5" in shown and "Ctrl+U" in shown


@pytest.mark.sampled(1)
@pytest.mark.parametrize(
    ("keys", "part"),
    [
        ((), "text"),
        (("tab",), "outline"),
        (("tab", "tab"), "list"),
        (("e",), "correction"),
        (("c",), "comment"),
        (("m",), "marking"),
        (("f",), "filter"),
        (("slash",), "search"),
        (("l",), "library"),
        (("ctrl+o",), "load"),
        (("ctrl+p",), "palette"),
    ],
)
async def test_f1_opens_help_where_one_is_and_closes_it(
    store: Path, keys: tuple[str, ...], part: str
) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        here = pilot.app.screen
        await pilot.press("f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        title = str(pilot.app.screen.query_one(".title", Static).content)
        assert say(f"help.part.{part}") in title
        await pilot.press("f1")
        await pilot.pause()
        assert pilot.app.screen is here
        assert statuses(store)[0] == "undecided"


async def test_the_key_line_shows_the_keys_in_force(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        text_keys = keys_shown(pilot)
        assert "v/1 核实" in text_keys
        await pilot.press("tab")
        await pilot.pause()
        assert keys_shown(pilot).startswith("↑↓ 选章节  ←→ 折叠  Enter 回正文  Tab 换窗格  v/1 核实")
        await pilot.press("tab")
        await pilot.pause()
        assert keys_shown(pilot).startswith("↑↓ 选数据")
        await pilot.press("tab", "e")
        await pilot.pause()
        assert keys_shown(pilot).startswith("Enter 保存  Esc 放弃")
        assert "核实" not in keys_shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert keys_shown(pilot) == text_keys


async def test_the_key_line_knows_moved_keys(store: Path) -> None:
    review = Review.opened(store, "ann", FIRST)
    app = FzReviewApp(review, Settings(repeat_ms=0, keymap={"verify": "y", "help": "f2", "wrong": "f1"}))
    async with app.run_test(size=(140, 42)) as pilot:
        assert "y 核实" in keys_shown(pilot)
        await pilot.press("f1")
        assert isinstance(app.screen, DeskScreen), "the key now says «wrong»"
        await pilot.press("f2")
        assert isinstance(app.screen, HelpScreen)
    review.close()
    assert statuses(store)[0] == "wrong"


# The tour


async def toured(
    store: Path, keys: tuple[str, ...], reviewer: str = "ann", size: tuple[int, int] = (100, 30)
) -> bool:
    """Start the desk with the tour, press keys; whether the tour was shown."""
    review = Review.opened(store, reviewer)
    app = FzReviewApp(review, tours=seen_tours())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = isinstance(app.screen, TourScreen)
        await pilot.press(*keys)
        await pilot.pause()
        if shown:
            assert isinstance(app.screen, DeskScreen), "the tour is over"
    review.close()
    return shown


async def test_the_tour_is_shown_once_to_each_reviewer(store: Path) -> None:
    assert await toured(store, ("escape",))
    assert not await toured(store, ())
    assert await toured(store, tuple(["right"] * len(TOUR)), reviewer="bob")
    assert not await toured(store, (), reviewer="bob")


async def test_the_tour_seen_in_one_store_is_not_shown_in_another(store: Path, tmp_path: Path) -> None:
    other = tmp_path / "package.db"
    copyfile(store, other)
    assert await toured(store, ("escape",))
    assert not await toured(other, ())


async def test_where_it_cannot_be_kept_the_tour_is_shown_and_the_line_says_so(
    store: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    tours = SeenTours(tmp_path / "file" / "tours")
    review = Review.opened(store, "ann")
    app = FzReviewApp(review, tours=tours)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("escape")
        await settled(pilot)
        assert "没能记下" in status_line(pilot)
    review.close()


async def test_an_enter_too_many_behind_the_tour_opens_nothing(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fzreview.tui.desk.help.TOUR_ENTER_SECONDS", 60.0)
    assert await toured(store, tuple(["enter"] * (len(TOUR) + 1)))
    assert statuses(store) == ["undecided"] * 4


async def test_an_empty_store_shows_no_tour(tmp_path: Path) -> None:
    assert not await toured(tmp_path / "empty.db", ())


async def test_nothing_is_decided_in_the_tour(store: Path) -> None:
    keys = [key for command in TOUR for key in (*command.keys, "space", "tab", "ctrl+p", "right")]
    assert await toured(store, tuple(keys))
    assert statuses(store) == ["undecided"] * 4


async def test_the_tour_goes_both_ways_and_praises_the_right_key(store: Path) -> None:
    review = Review.opened(store, "ann")
    app = FzReviewApp(review, tours=seen_tours())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()

        def box() -> str:
            return str(app.screen.query_one("#tour", Static).content)

        assert "1/8" in box() and "v / 1" in box()
        await pilot.press("w")
        assert "就是这个键" not in box()
        await pilot.press("v")
        assert "就是这个键" in box()
        await pilot.press("right", "enter", "left", "left", "left")
        assert "1/8" in box() and "就是这个键" not in box()
        assert keys_shown(pilot).startswith("→ 下一步")
    review.close()


async def test_the_palette_shows_the_tour_again(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("ctrl+p", *"dl", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, TourScreen)


@pytest.mark.parametrize(
    "size",
    [*(pytest.param(one, marks=pytest.mark.heavy) for one in ((140, 42), (60, 20))), (100, 30), (80, 24)],
)
async def test_the_tour_never_covers_the_current_figure(store: Path, size: tuple[int, int]) -> None:
    review = Review.opened(store, "ann", SECOND)
    app = FzReviewApp(review)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = screen_of(pilot)
        for _ in range(5):
            screen.controllers.help.show_tour()
            await pilot.pause()
            figure = screen.controllers.help.tour_places()[1]
            assert figure is not None
            assert not app.screen.query_one("#tour").region.overlaps(figure)
            await pilot.press("escape", *"nnnnnnn")
        screen.controllers.help.show_tour()
        await settled(pilot)
        await pilot.resize_terminal(size[0] - 15, size[1] - 3)
        await settled(pilot)
        figure = screen.controllers.help.tour_places()[1]
        assert figure is None or not app.screen.query_one("#tour").region.overlaps(figure)
    review.close()


@pytest.mark.parametrize("height", range(16, 50))
def test_the_box_finds_room_on_any_screen(height: int) -> None:
    text = Region(10, 1, 70, height - 8)
    for row in range(text.y, text.bottom):
        for rows in (1, 2):
            figure = Region(text.x, row, text.width, rows).intersection(text)
            box = box_beside(text, figure, height)
            assert not box.overlaps(figure)
            assert box.y >= 0 and box.bottom <= height
    assert box_beside(text, None, height).height == BOX_ROWS
