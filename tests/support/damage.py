"""Stores damaged as disks, cables and careless copies damage them."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Final, Literal

Way = Literal["bits", "bytes", "zeroed_page", "swapped_pages", "cut", "torn_copy", "text"]
WAYS: Final[tuple[Way, ...]] = ("bits", "bytes", "zeroed_page", "swapped_pages", "cut", "torn_copy", "text")
PAGE: Final = 4096


def damaged(store: Path, target: Path, way: Way, seed: int, words: bytes = "办理".encode()) -> Path:
    """A copy of a store, without its log, damaged in one way; ``text`` changes one of ``words``."""
    draw = Random(f"{way} {seed}")
    data = bytearray(store.read_bytes())
    pages = len(data) // PAGE
    if way == "bits":
        for _ in range(draw.randint(1, 40)):
            data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
    elif way == "bytes":
        at, length = draw.randrange(len(data)), draw.randint(1, 300)
        data[at : at + length] = draw.randbytes(len(data[at : at + length]))
    elif way == "zeroed_page":
        for number in draw.sample(range(pages), draw.randint(1, 4)):
            data[number * PAGE : (number + 1) * PAGE] = bytes(PAGE)
    elif way == "swapped_pages":
        one, other = (number * PAGE for number in draw.sample(range(1, pages), 2))
        data[one : one + PAGE], data[other : other + PAGE] = (
            data[other : other + PAGE], data[one : one + PAGE],
        )  # fmt: skip
    elif way == "cut":
        del data[draw.randrange(PAGE, len(data)) :]
    elif way == "torn_copy":
        at = draw.randrange(1, pages) * PAGE
        data[at:] = bytes(len(data) - at)
    else:
        places = [at for at in range(len(data)) if data.startswith(words, at)]
        at = draw.choice(places)
        data[at : at + len(words)] = "倒置".encode()
    target.write_bytes(data)
    return target
