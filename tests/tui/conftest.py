"""What every test of a screen stands on."""

from __future__ import annotations

import pytest
from textual.widgets import Input


@pytest.fixture(autouse=True)
def _still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A blinking cursor would make two pictures of one screen."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _field: None)
