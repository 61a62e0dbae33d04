"""Formats of gold by name. Another format is one module here and one line in ``FORMATS``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, cast

from fzreview.domain.gold.records import GoldDocument
from fzreview.domain.gold.returned import Returned
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.packages.format_options import FormatOptions, Units
from fzreview.gold.packages.manifest import Manifest

FORMATS: Final[dict[str, str]] = {
    "jsonl": "jsonl",
    "csv": "csv",
    "xlsx": "xlsx",
    "parquet": "parquet",
    "hf": "hf",
    "conll": "conll",
    "spacy": "spacy",
    "brat": "brat",
    "labelstudio": "labelstudio",
    "labelstudio-utf16": "labelstudio_utf16",
    "doccano": "doccano",
    "prodigy": "prodigy",
    "potato": "potato",
    "inception": "inception",
    "webannotation": "webannotation",
}
"""Name of the format → its module in this package, imported when it is asked for."""

NATIVE: Final = "jsonl"

READERS: Final[dict[str, str]] = {
    "jsonl": "jsonl_reader",
    "labelstudio": "labelstudio_reader",
    "labelstudio-utf16": "labelstudio_reader",
    "doccano": "doccano_reader",
    "brat": "brat_reader",
    "prodigy": "prodigy_reader",
    "conll": "conll_reader",
    "potato": "potato_reader",
    "inception": "inception_reader",
}
"""Name of a format that can be read back → the module in this package that does it."""


class FormatWriter(Protocol):
    """Takes documents one by one, in order, and keeps none of them."""

    @property
    def files(self) -> Sequence[AtomicFile]:
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

    def writer(self, folder: Path, options: FormatOptions) -> FormatWriter:
        """A writer of this format's files in ``folder``, the package's own.

        Raises OSError where they cannot be written, LibraryMissing where a library lacks.
        """


def gold_format(name: str) -> Format:
    """A format by its name. Raises KeyError for an unknown one."""
    return cast(Format, import_module(f"fzreview.gold.formats.{FORMATS[name]}"))


class FormatReader(Protocol):
    """What the module of a format offers that can be read back."""

    def read(self, path: Path, units: Units | None = None) -> Iterator[Returned]:
        """What a file, a folder of the format or a package tells, one document behind the other.

        ``units`` are those of offsets whose file does not tell; formats of which one is known heed none.

        Raises FzError where there is nothing to read; a row that cannot be read is one of the answers.
        """


def gold_reader(name: str) -> FormatReader:
    """A format to read back, by its name. Raises KeyError for one that cannot be."""
    return cast(FormatReader, import_module(f"fzreview.gold.formats.{READERS[name]}"))
