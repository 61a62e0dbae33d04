"""The quiet line of the hub at the desk, and what is sent after a sitting."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from fzreview.cli.team.hub import put_after_sitting
from fzreview.domain.team.hub import Head
from fzreview.store.hubs.progress import SentState
from fzreview.store.hubs.writer import HubWriter
from fzreview.tui.widgets.lines.text_lines import TextLines
from support.desk import desk, screen_of, settled, status_line
from support.hubs import decide_some, new_hub, project_of
from support.team import rows


def hub_line(pilot: object) -> str | None:
    line = screen_of(pilot).query_one("#hub", TextLines)  # type: ignore[arg-type]  # a Pilot
    return line.content if line.display else None


async def test_a_store_without_a_hub_has_no_line(store: Path) -> None:
    async with desk(store) as pilot:
        assert hub_line(pilot) is None


async def test_it_tells_what_waits_and_a_key_does_not_wait_for_it(store: Path) -> None:
    with closing(HubWriter(store)) as writer:
        writer.remember_hub("hub", "folder:/none", "p").result()
        writer.note_synced("hub", "2026-01-02T03:04:05.000Z").result()
    async with desk(store) as pilot:
        told = hub_line(pilot)
        assert told is not None and "已同步" in told and "待送" not in told
        await pilot.press("j", "v")
        await settled(pilot)
        screen_of(pilot).controllers.hub_watcher._poll()
        await settled(pilot)
        assert "待送 1 行" in (hub_line(pilot) or "")
        assert "待送" not in status_line(pilot)


@pytest.mark.parametrize(("unreached", "words"), [(False, "已同步"), (True, "起连不上 · 待送 0 行")])
async def test_it_tells_since_when_the_hub_is_not_reached(store: Path, unreached: bool, words: str) -> None:
    with closing(HubWriter(store)) as writer:
        writer.remember_hub("hub", "folder:/none", "p").result()
        writer.note_sent("hub", "s", SentState(Head(1, ""), 1)).result()
        writer.note_unreached("folder:/none", "2026-01-02T03:04:05.000Z").result()
        if not unreached:
            writer.note_synced("hub", "2026-01-03T03:04:05.000Z").result()
    async with desk(store) as pilot:
        assert words in (hub_line(pilot) or "")
    async with desk(store, size=(80, 24)) as pilot:
        assert hub_line(pilot) is None, "a narrow screen has no room for it"


def test_what_was_decided_is_sent_after_a_sitting_or_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = project_of(tmp_path / "project.db", "alice", reports=1)
    hub = new_hub(tmp_path / "hub")
    decide_some(store, "alice")
    put_after_sitting(hub.place, store)
    assert "新" in capsys.readouterr().err
    assert list((tmp_path / "hub" / "rows").glob("*/*.jsonl"))
    (tmp_path / "hub").rename(tmp_path / "away")
    put_after_sitting(hub.place, store)
    assert "连不上" in capsys.readouterr().err
    assert rows(store, "select unreached is not null from hubs") == [(1,)]
    (tmp_path / "away").rename(tmp_path / "hub")
    put_after_sitting(hub.place, store)
    assert rows(store, "select unreached from hubs") == [(None,)]
