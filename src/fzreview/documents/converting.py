"""The one door: a file's bytes and its kind → its text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points, version
from pathlib import PurePosixPath
from typing import Final

from fzreview.documents.document import Converter, Document
from fzreview.errors import FzError, InputRefused

GROUP: Final = "fzreview.documents"
"""Entry points of other packages: the name is an ending without its dot, the object a ``Converter``."""

_MODULES: Final[dict[str, str]] = {
    "html": "fzreview.documents.html.page",
    "mhtml": "fzreview.documents.html.mhtml",
    "pdf": "fzreview.documents.pdf",
    "docx": "fzreview.documents.office.docx",
    "odt": "fzreview.documents.office.odt",
    "rtf": "fzreview.documents.office.rtf",
    "epub": "fzreview.documents.epub",
}
KINDS: Final = tuple(_MODULES)
"""Kinds that one of our own converters makes a text of."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """A document with what made it."""

    document: Document
    converter: str
    version: str


def convert(data: bytes, kind: str, name: str) -> Conversion:
    """The text of a file of a kind: one of ours, or the ending of a plug-in.

    Raises InputRefused with ``name``; ``converter_failed`` where a converter breaks down.
    """
    plug_in = plug_ins().get(kind)
    try:
        if kind in _MODULES:
            module = import_module(_MODULES[kind])
            converter: Converter = module.convert
            made_by, made_in = kind, str(module.VERSION)
        elif plug_in is not None:
            converter = plug_in.load()
            made_by, made_in = plug_in.value, version(plug_in.dist.name) if plug_in.dist else "?"
        else:
            raise InputRefused("foreign_format", name=name, format=kind.upper())
        document = converter(data, name)
    except (FzError, MemoryError):
        raise
    except Exception as error:
        # A parser over bytes from outside: what it trips over is this file's.
        reason = f"{type(error).__name__}: {error}"[:160]
        raise InputRefused("converter_failed", name=name, converter=kind, reason=reason) from error
    if not isinstance(document, Document) or not document.text.strip():
        raise InputRefused("document_empty", name=name)
    return Conversion(document, made_by, made_in)


@cache
def plug_ins() -> dict[str, EntryPoint]:
    """Ending without its dot → the converter that another package offers for it."""
    return {point.name.lower(): point for point in entry_points(group=GROUP)}


def plug_in_for(name: str) -> str | None:
    """The ending of a file for which another package offers a converter, None without one."""
    ending = PurePosixPath(name.lower()).suffix[1:]
    return ending if ending and ending in plug_ins() else None
