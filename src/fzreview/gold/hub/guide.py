"""The annotation guide by which reviewers judged, in both its languages."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_NAMES: Final = {"en": "annotation.md", "zh": "annotation.zh.md"}


def annotation_guide(language: str = "en") -> str:
    """Its text: from the installed package, or from the documents beside the sources in a checkout."""
    package = Path(__file__).resolve().parents[2]
    packaged = package / _NAMES[language]
    path = packaged if packaged.is_file() else package.parents[1] / "docs" / packaged.name
    return path.read_text(encoding="utf-8")
