"""Every word that a user reads, in Chinese and English.

Each area has a table ``WORDS: key → (zh, en)``; both languages stand side by side so that neither
can be forgotten. A table is imported when a key of its area (the part before the first dot) is asked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
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

_language: Language = "zh"
_tables: dict[str, dict[str, tuple[str, str]]] = {}


def use(language: Language) -> None:
    """Speak this language from now on."""
    global _language
    _language = language


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
    """zh unless the locale names another language; C and POSIX name none."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            break
    else:
        import locale

        value = locale.getlocale()[0] or ""
    tag = value.split(".")[0].split("_")[0].lower()
    return "zh" if tag in ("", "c", "posix", "zh", "chinese") else "en"


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
    return sentence.format(**params) if params else sentence


def knows(key: str) -> bool:
    """Whether there is a sentence for ``key``: ids in a store may be those of another extractor."""
    return key in table(key.split(".", 1)[0])
