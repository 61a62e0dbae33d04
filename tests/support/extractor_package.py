"""A package with extractors, as pip would install it: found by entry points in this process and in others."""

from __future__ import annotations

from pathlib import Path

CODE = '''
import re

def numbers(text):
    """Every row of digits with the character behind it."""
    for match in re.finditer(r"[0-9]+", text):
        yield {"start": match.start(), "end": match.end() + 1, "value": match.group(), "unit": "件",
               "kind": "count", "bound": "=", "subject": "案件"}

def careless(text):
    yield {"start": 0, "end": 10**9, "value": "1"}
    yield {"start": 0, "end": 1, "value": "eins"}
    yield {"start": 2, "end": 4, "value": 3, "unit": "件"}
    yield {"start": 3, "end": 5, "value": 4}
    yield {"start": 5, "end": 6, "value": 2.5, "kind": "sum"}
    yield {"start": 6, "end": 7, "value": True}
    yield {"start": 7, "end": 8, "value": "1", "upper": "1"}
    yield {"start": 8, "end": 9, "value": "1", "surface": "not there"}
    yield "figure"

def failing(text):
    raise RuntimeError("no model\\x1b[31m")
'''

ENTRIES = """[fzreview.extractors]
numbers = other_extractors:numbers
careless = other_extractors:careless
failing = other_extractors:failing
absent = no_such_module:nothing
"""


def install_extractors(folder: Path) -> Path:
    """Write the package into a folder, which is then to stand on the path of modules."""
    information = folder / "other_extractors-2.5.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: other-extractors\nVersion: 2.5\n")
    (information / "entry_points.txt").write_text(ENTRIES)
    (folder / "other_extractors.py").write_text(CODE)
    return folder
