"""What the user has set: ``settings.toml`` in the configuration folder, environment variables above it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from fzreview.errors import UsageError
from fzreview.review.keys.commands import COMMANDS

FILE_NAME = "settings.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the desk; each field is a key of the file."""

    theme: str | None = None
    """Name of a theme (``dark``, ``light``, ``high-contrast``, ``high-contrast-light``, or one of the screen
    library); None begins with the one that was chosen last."""
    mouse: bool = True
    """False leaves the mouse to the terminal, for its own selection."""
    repeat_ms: int = 60
    """A verdict key that comes back faster is held down and ignored; 0 for scripts."""
    excluded: bool = False
    """True marks the numerals that the program took for no figures, from the beginning."""
    hub: str | None = None
    """Address of the hub that ``fzreview hub`` uses unless another is named; never with a password."""
    hub_after_sitting: bool = False
    """True sends what was decided to the hub when the desk is closed."""
    keymap: Mapping[str, str] = field(default_factory=dict)
    """Command id → its keys, parted by commas; they replace the usual ones."""


def settings_path() -> Path:
    """FZREVIEW_SETTINGS, else ``settings.toml`` in the user's configuration folder."""
    named = os.environ.get("FZREVIEW_SETTINGS")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("fzreview", appauthor=False) / FILE_NAME


def read_settings() -> Settings:
    """The settings in force. Raises UsageError that names the file and what is wrong in it."""
    path = settings_path()
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        rows = {}
    except (OSError, ValueError) as error:
        raise UsageError("settings_unreadable", path=path, reason=str(error)) from error
    repeat = os.environ.get("FZREVIEW_REPEAT_MS")
    if repeat is not None:
        rows["repeat_ms"] = int(repeat) if repeat.isdecimal() else repeat
    hub = os.environ.get("FZREVIEW_HUB")
    if hub:
        rows["hub"] = hub
    return _checked(rows, path)


def _checked(rows: dict[str, Any], path: Path) -> Settings:
    kinds: dict[str, type] = {
        "theme": str,
        "mouse": bool,
        "repeat_ms": int,
        "excluded": bool,
        "hub": str,
        "hub_after_sitting": bool,
        "keymap": dict,
    }
    known = {one.name for one in fields(Settings)}
    for name, value in rows.items():
        if name not in known:
            raise UsageError("setting_unknown", path=path, name=name, known=" ".join(sorted(known)))
        right = isinstance(value, kinds[name]) and not (kinds[name] is int and isinstance(value, bool))
        if not right or (name == "repeat_ms" and value < 0):
            raise UsageError("setting_wrong", path=path, name=name, value=value)
    _check_keymap(rows.get("keymap", {}), path)
    return Settings(**rows)


def _check_keymap(keymap: Mapping[str, Any], path: Path) -> None:
    """Raises UsageError for an unknown id, an empty entry, or two commands on one key."""
    commands = {command.id: command for command in COMMANDS}
    for name, keys in keymap.items():
        if name not in commands:
            raise UsageError("keymap_unknown", path=path, name=name)
        if not isinstance(keys, str) or not all(key.strip() for key in keys.split(",")):
            raise UsageError("setting_wrong", path=path, name=f"keymap.{name}", value=keys)
    owner: dict[str, str] = {}
    for name, command in commands.items():
        keys = keymap[name].split(",") if name in keymap else command.keys
        for key in (each.strip() for each in keys):
            if owner.setdefault(key, name) != name:
                raise UsageError("keymap_clash", path=path, key=key, one=owner[key], other=name)
