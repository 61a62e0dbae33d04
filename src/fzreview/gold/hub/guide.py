"""The annotation guide by which reviewers judged."""

from __future__ import annotations

from pathlib import Path


def annotation_guide() -> str:
    """Its text: from the installed package, or from the documents beside the sources in a checkout."""
    package = Path(__file__).resolve().parents[2]
    packaged = package / "annotation.md"
    path = packaged if packaged.is_file() else package.parents[1] / "docs" / "annotation.md"
    return path.read_text(encoding="utf-8")
