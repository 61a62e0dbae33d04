"""What every test of a screen stands on."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from fzreview.tui.screens import desk_keeping


@pytest.fixture(autouse=True)
def _still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A blinking cursor would make two pictures of one screen."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _field: None)


@pytest.fixture(autouse=True)
def _patient_commits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that others keep busy makes no test of keys look before the commit is done."""
    monkeypatch.setattr(desk_keeping, "COMMIT_SECONDS", 2.0)
