"""The settings file: what it may hold, and what is said of what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from fzreview.config.settings import Settings, read_settings
from fzreview.errors import UsageError


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.toml"
    monkeypatch.setenv("FZREVIEW_SETTINGS", str(path))
    monkeypatch.delenv("FZREVIEW_REPEAT_MS", raising=False)
    return path


def test_without_a_file_everything_is_as_usual(file: Path) -> None:
    assert read_settings() == Settings()


def test_every_setting_is_read(file: Path) -> None:
    file.write_text('theme = "textual-light"\nmouse = false\nrepeat_ms = 0\n[keymap]\nverify = "J,f5"\n')
    assert read_settings() == Settings("textual-light", False, 0, keymap={"verify": "J,f5"})


def test_the_environment_stands_above_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("repeat_ms = 100\n")
    monkeypatch.setenv("FZREVIEW_REPEAT_MS", "5")
    assert read_settings().repeat_ms == 5


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("theme = ", "settings.toml"),
        ("colour = 1", "colour"),
        ("mouse = 1", "mouse"),
        ("repeat_ms = -1", "repeat_ms"),
        ("repeat_ms = true", "repeat_ms"),
        ('[keymap]\nverfy = "y"', "verfy"),
        ("[keymap]\nverify = 1", "keymap.verify"),
        ('[keymap]\nverify = "y,"', "keymap.verify"),
        ('[keymap]\nverify = "w"', "wrong"),
        ('[keymap]\nverify = "f5"\nwrong = "f5"', "f5"),
    ],
)
def test_what_is_wrong_is_named_with_the_file(file: Path, text: str, told: str) -> None:
    file.write_text(text)
    with pytest.raises(UsageError) as refused:
        read_settings()
    assert str(file) in str(refused.value)
    assert told in str(refused.value)


def test_a_clash_names_both_commands(file: Path) -> None:
    file.write_text('[keymap]\nverify = "w"')
    with pytest.raises(UsageError) as refused:
        read_settings()
    assert "verify" in str(refused.value)
    assert "wrong" in str(refused.value)


def test_keys_may_be_swapped(file: Path) -> None:
    file.write_text('[keymap]\nverify = "w,1"\nwrong = "v,2"')
    assert read_settings().keymap == {"verify": "w,1", "wrong": "v,2"}
