"""``labelstudio-utf16``: the tasks of ``labelstudio`` with offsets in UTF-16 code units.

Releases of Label Studio from before its Text tag was mended for emoji (2021) count so, and those of a relapse
in 2023.
"""

from __future__ import annotations

from typing import Final

from fzreview.gold.formats.labelstudio import UTF16, LabelStudioWriter
from fzreview.gold.labels.offsets import Utf16Offsets

FOLDER: Final = "labelstudio-utf16"


class Utf16Writer(LabelStudioWriter):
    """Writes the same files into a folder of their own."""

    folder_name = FOLDER
    offsets = Utf16Offsets
    offsets_name = UTF16


writer = Utf16Writer
