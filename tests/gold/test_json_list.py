"""Lists of JSON objects, read in pieces of any size."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.gold.returned import Unreadable
from fzreview.gold.files.json_list import json_list

OBJECTS = st.lists(
    st.dictionaries(st.text(max_size=4), st.integers() | st.text(max_size=6), max_size=3), max_size=4
)


def read(data: str | bytes, chunk: int) -> list[Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.json"
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        return [value for _, value in json_list(path, chunk)]


@given(OBJECTS, st.integers(1, 40), st.sampled_from([None, 1, "\r\n"]))
def test_any_list_of_objects(objects: list[dict[str, Any]], chunk: int, indent: int | str | None) -> None:
    assert read(json.dumps(objects, indent=indent, ensure_ascii=False), chunk) == objects


@pytest.mark.parametrize("chunk", [1, 3, 1 << 20])
@pytest.mark.parametrize(
    ("data", "good"),
    [
        ("", 0),
        ("{}", 0),
        ("[", 0),
        ('[{"a": 1}', 1),
        ('[{"a": 1} {"a": 2}]', 1),
        ('[{"a": 1}, ]', 1),
        ('[{"a": 1}, {"a": ', 1),
        ('[{"a": 1}, 12, {"a": 3}]', 2),
        ("[" * 5_000, 0),
    ],
)
def test_what_is_broken_is_one_answer(data: str, good: int, chunk: int) -> None:
    found = read(data, chunk)
    assert sum(isinstance(one, dict) for one in found) == good
    assert sum(isinstance(one, Unreadable) for one in found) == 1
