"""What every test of a screen stands on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.widgets import Input

from fzreview.tui.desk import commit_wait, paint_wait, tie_checker
from support.brisk_loop import BriskLoop
from support.desk import SECONDS


@pytest.fixture(autouse=True, scope="package")
def _no_idle_waits() -> Iterator[None]:
    """A third of the time of such tests would go by in seeing that nothing goes on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asyncio.events, "new_event_loop", BriskLoop)
        yield


@pytest.fixture(autouse=True, scope="session")
def _sheets_parsed_once() -> Iterator[None]:
    """Each desk would parse the same style sheets anew: a tenth of the time of its test."""
    parse = Stylesheet._parse_rules
    known: dict[tuple[object, ...], list[RuleSet]] = {}

    def remembered(
        sheet: Stylesheet,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        rest = (css, read_from, is_default_rules, tie_breaker, scope)
        key = (*rest, frozenset(sheet._variables.items()))
        if key not in known:
            known[key] = parse(sheet, *rest)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", remembered)
        yield


@pytest.fixture(autouse=True)
def _still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A blinking cursor would make two pictures of one screen."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _field: None)


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that others keep busy commits and paints as late as it likes: a key waits for both."""
    monkeypatch.setattr(commit_wait, "BLOCKING_WAIT_SECONDS", SECONDS)
    monkeypatch.setattr(paint_wait, "PAINT_SECONDS", SECONDS)


@pytest.fixture
def ties_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ties are found without a thread, so that none decides what a picture shows."""

    async def at_once(work: Callable[..., object], *arguments: object) -> object:
        return work(*arguments)

    monkeypatch.setattr(tie_checker, "asyncio", SimpleNamespace(to_thread=at_once))
