"""A text cut into words: by a dictionary once it is loaded, until then by characters."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Final

_WHOLE: Final = re.compile(r"[0-9A-Za-z.%]+|\s+|.", re.DOTALL)
"""Numbers and Latin words stay whole, whoever cuts."""

_lock = Lock()
_dictionary: Callable[[str], Iterable[str]] | None = None


def load_dictionary() -> None:
    """Load what words are cut by: most of a second and 90 MB, so not where somebody waits for a key."""
    global _dictionary
    with _lock:
        if _dictionary is None:
            _dictionary = _loaded()


def words_are_known() -> bool:
    """Whether the dictionary is there."""
    return _dictionary is not None


def cut(text: str) -> tuple[str, ...]:
    """The words of a text in order, nothing left out."""
    if _dictionary is None:
        return tuple(_WHOLE.findall(text))
    words: list[str] = []
    for word in _dictionary(text):
        words += [word] if word.isalnum() else _WHOLE.findall(word)
    return tuple(words)


def _loaded() -> Callable[[str], Iterable[str]]:
    with warnings.catch_warnings():
        # It still asks setuptools for its files, which warns of that.
        warnings.simplefilter("ignore")
        import jieba

    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    # Its own way in writes a cache into the temporary folder, which is no faster to read.
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    cutting: Callable[[str], Iterable[str]] = tokenizer.cut
    return cutting
