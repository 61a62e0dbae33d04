"""The five example reports that come with the program."""

from __future__ import annotations

from pathlib import Path


def example_reports() -> Path:
    """The folder that holds them: inside the installed package, or beside the sources in a checkout."""
    package = Path(__file__).resolve().parents[2]
    packaged = package / "seeds"
    return packaged if packaged.is_dir() else package.parents[1] / "seeds"
