"""Names that everybody writes with 、 and some write without: both are the same name."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.reports.report import Repair
from fzreview.text.edits import Edit

_NAMES: Final = {
    "双随机一公开": "双随机、一公开",
    "雙隨機一公開": "雙隨機、一公開",
    "四清单一目录": "四清单、一目录",
}
_PATTERN: Final = re.compile("|".join(_NAMES))


def find_set_names(text: str) -> tuple[list[Edit], list[Repair]]:
    """The missing 、 of set names, as edits and rows in offsets of ``text``."""
    edits, rows = [], []
    for match in _PATTERN.finditer(text):
        name = _NAMES[match[0]]
        mark = name.index("、")
        # One character becomes two, so that all others keep their own place.
        at = match.start() + mark - 1
        edits.append(Edit(at, at + 1, name[mark - 1 : mark + 1]))
        rows.append(Repair(match.start(), match.end(), match[0], name, "source_punct", "fix"))
    return edits, rows
