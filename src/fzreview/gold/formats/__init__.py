"""Formats of gold by name. Another format is one module here and one line in ``FORMATS``."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, cast

from fzreview.domain.gold import GoldRecord
from fzreview.gold.whole_file import WholeFile

FORMATS: Final[dict[str, str]] = {"jsonl": "jsonl"}
"""Name of the format → its module in this package, imported when it is asked for."""

NATIVE: Final = "jsonl"


class FormatWriter(Protocol):
    """Takes records one by one, in order, and keeps none of them."""

    @property
    def files(self) -> list[WholeFile]:
        """What is being written; the package puts them into place together."""

    def add(self, record: GoldRecord) -> None:
        """Write one record."""

    def close(self) -> None:
        """Write what a format has at its end."""


class Format(Protocol):
    """What the module of a format offers."""

    def writer(self, folder: Path) -> FormatWriter:
        """A writer of this format's files in ``folder``. Raises OSError where they cannot be written."""


def gold_format(name: str) -> Format:
    """A format by its name. Raises KeyError for an unknown one."""
    return cast(Format, import_module(f"fzreview.gold.formats.{FORMATS[name]}"))
