"""What every test of a screen stands on."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from textual.widgets import Input

from fzreview.tui.desk import checking, commits


@pytest.fixture(autouse=True)
def _still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A blinking cursor would make two pictures of one screen."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _field: None)


@pytest.fixture(autouse=True)
def _patient_commits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that others keep busy makes no test of keys look before the commit is done."""
    monkeypatch.setattr(commits, "COMMIT_SECONDS", 2.0)


@pytest.fixture
def ties_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ties are found without a thread, so that none decides what a picture shows."""

    async def at_once(work: Callable[..., object], *arguments: object) -> object:
        return work(*arguments)

    monkeypatch.setattr(checking, "asyncio", SimpleNamespace(to_thread=at_once))
