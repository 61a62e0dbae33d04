"""``labelstudio-points``: the tasks of ``labelstudio`` with offsets in code points.

Label Studio counts code points since its Text tag was mended for emoji (2021); older versions count UTF-16
code units.
"""

from __future__ import annotations

from typing import Final

from fzreview.gold.formats.labelstudio import LabelStudioWriter
from fzreview.gold.offsets import PointOffsets

FOLDER: Final = "labelstudio-points"


class PointsWriter(LabelStudioWriter):
    """Writes the same files into a folder of their own."""

    folder_name = FOLDER
    offsets = PointOffsets
    offsets_name = "code-points"


writer = PointsWriter
