"""Every word that a user reads, in Chinese and English.

Each area has a table ``WORDS: key → (zh, en)``; both languages stand side by side so that neither
can be forgotten. A table is imported when a key of its area (the part before the first dot) is asked for.

A sentence that names a key of the keyboard names the command instead: ``{keys.undo}`` becomes the key in use.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Final, Literal, get_args

Language = Literal["zh", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

AREAS: Final = (
    "alike",
    "cli",
    "command",
    "desk",
    "doctor",
    "error",
    "evaluate",
    "gold",
    "guide",
    "help",
    "layers",
    "hub",
    "load",
    "measures",
    "panel",
    "reading",
    "ruling",
    "sharing",
    "store",
    "team",
    "ties",
)
"""Modules of this package that hold a table, one for each key prefix."""


class _Keys:
    """The keys of commands, as attributes named by their ids."""

    def __init__(self, shown: Mapping[str, str]) -> None:
        self._shown = shown

    def __getattr__(self, command: str) -> _KeysOfCommand:
        return _KeysOfCommand(self._shown[command])


class _KeysOfCommand:
    """In a sentence ``{keys.ID}`` is the first key, ``:all`` all of them, ``:last`` the last.

    Of the usual keys ``:last`` is a digit, which arrives under a Chinese input method too.
    """

    def __init__(self, shown: str) -> None:
        self._keys = shown.split(" ")

    def __format__(self, which: str) -> str:
        return "/".join(self._keys) if which == "all" else self._keys[-1 if which == "last" else 0]


_NAMES_KEYS: Final = "{keys."
_language: Language = "zh"
_keys = _Keys({})
_tables: dict[str, dict[str, tuple[str, str]]] = {}


def use(language: Language) -> None:
    """Speak this language from now on."""
    global _language
    _language = language


def use_keys(shown: Mapping[str, str]) -> None:
    """Name these keys from now on: command id → its keys as a person reads them, parted by blanks."""
    global _keys
    _keys = _Keys(shown)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak this language meanwhile."""
    before = _language
    use(language)
    try:
        yield
    finally:
        use(before)


def language() -> Language:
    return _language


def language_of_locale() -> Language:
    """zh unless the locale names another language; C, C.UTF-8 and POSIX name none."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            break
    else:
        import locale

        # As the system has it: where nothing is set Python takes up C.UTF-8, and calls that American English.
        value = locale.setlocale(locale.LC_CTYPE)
    tag = value.split(".")[0].split("_")[0].lower()
    return "zh" if tag in ("", "c", "posix", "utf-8", "zh") or tag.startswith("chinese") else "en"


def table(area: str) -> dict[str, tuple[str, str]]:
    """The words of one area, key → (zh, en)."""
    if area not in _tables:
        _tables[area] = import_module(f"fzreview.strings.{area}").WORDS
    return _tables[area]


def say(key: str, /, **params: object) -> str:
    """The sentence for ``key`` in the language in use, its ``{places}`` filled.

    Raises KeyError for an unknown key: a missing sentence is a defect, not a run-time state.
    """
    pair = table(key.split(".", 1)[0])[key]
    sentence = pair[LANGUAGES.index(_language)]
    if _NAMES_KEYS in sentence:
        params["keys"] = _keys
    return sentence.format(**params) if params else sentence


def knows(key: str) -> bool:
    """Whether there is a sentence for ``key``: ids in a store may be those of another extractor."""
    return key in table(key.split(".", 1)[0])
