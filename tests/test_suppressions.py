"""Whoever silences a checker says why, on the same line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:)(?P<rest>.*)")
WITH_REASON = re.compile(r"(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*\s+-|\[[a-z, -]+\]\s+#)\s+\S+")


def silenced_lines() -> list[tuple[str, int, str]]:
    """Every line of code that silences a checker: file, number, what follows the word."""
    found = []
    for folder in ("src", "tests", "benchmarks", "scripts"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if path != Path(__file__) and (told := SILENCED.search(line)):
                    found.append((path.relative_to(ROOT).as_posix(), number, told["rest"]))
    return found


def test_reasons() -> None:
    without = [f"{path}:{number}" for path, number, rest in silenced_lines() if not WITH_REASON.match(rest)]
    assert without == []


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        (": F401 - is it installed?", True),
        ("[arg-type]  # drawn from the literals", True),
        (": F401", False),
        ("", False),
        ("[arg-type]", False),
    ],
)
def test_what_counts_as_a_reason(rest: str, told: bool) -> None:
    assert bool(WITH_REASON.match(rest)) is told
