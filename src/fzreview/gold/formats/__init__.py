"""Formats of gold by name. Another format is one module here and one line in ``FORMATS``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, cast

from fzreview.domain.gold import GoldDocument
from fzreview.gold.manifest import Manifest
from fzreview.gold.whole_file import WholeFile

FORMATS: Final[dict[str, str]] = {"jsonl": "jsonl"}
"""Name of the format → its module in this package, imported when it is asked for."""

NATIVE: Final = "jsonl"


class FormatWriter(Protocol):
    """Takes documents one by one, in order, and keeps none of them."""

    @property
    def files(self) -> Sequence[WholeFile]:
        """What has been written or begun so far; the package puts all of it into place together."""

    @property
    def not_held(self) -> Mapping[str, int]:
        """What the format cannot say of the gold given to it → how often; a key of ``gold.not_held``."""

    def add(self, document: GoldDocument) -> None:
        """Write one document's gold."""

    def close(self, manifest: Manifest) -> None:
        """Write what a format has at its end; ``manifest`` has counted everything."""


class Format(Protocol):
    """What the module of a format offers."""

    def writer(self, folder: Path) -> FormatWriter:
        """A writer of this format's files in ``folder``, the package's own.

        Raises OSError where they cannot be written, FzError ``format_needs_extra`` where a library lacks.
        """


def gold_format(name: str) -> Format:
    """A format by its name. Raises KeyError for an unknown one."""
    return cast(Format, import_module(f"fzreview.gold.formats.{FORMATS[name]}"))
