"""The parts of a document that is a zip archive of XML, read without trust."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from fzreview.errors import InputRefused

MOST_PART: Final = 256 << 20
"""Bytes that one part may unpack to."""
_PIECE: Final = 1 << 16
_PLAIN: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml(?:\s+(?:version|standalone)\s*=\s*[\"'][a-z0-9.]+[\"']"
    rb"|\s+encoding\s*=\s*[\"']utf-8[\"'])*\s*\?>\s*)?<[a-zA-Z]",
    re.IGNORECASE,
)
"""How XML in UTF-8 begins that declares nothing: with its root."""


class Package:
    """An opened document. Every method raises InputRefused ``document_broken`` over damage."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            self.names = frozenset(self._archive.namelist())
        except Exception as error:  # whatever its parser trips over
            raise self.broken(error) from error

    def broken(self, error: object) -> InputRefused:
        """The refusal of this document."""
        reason = str(error) or type(error).__name__
        return InputRefused("document_broken", name=self._name, reason=reason[:120])

    def check_sizes(self) -> None:
        """Raises InputRefused ``too_large`` where a part says that it unpacks to more than one may."""
        if any(part.file_size > MOST_PART for part in self._archive.infolist()):
            raise InputRefused("too_large", name=self._name, limit=f"{MOST_PART >> 20} MiB")

    def read(self, part: str) -> bytes | None:
        """The bytes of a part, None where there is none."""
        if part not in self.names:
            return None
        info = self._archive.getinfo(part)
        if info.flag_bits & 1:
            raise InputRefused("document_encrypted", name=self._name)
        pieces: list[bytes] = []
        left = MOST_PART
        try:
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise self.broken(f"{part}: {info.compress_type}")
            with self._archive.open(info) as stream:
                while piece := stream.read(_PIECE):
                    pieces.append(piece)
                    left -= len(piece)
                    if left < 0:
                        raise InputRefused("too_large", name=self._name, limit=f"{MOST_PART >> 20} MiB")
        except InputRefused:
            raise
        except Exception as error:  # likewise
            raise self.broken(error) from error
        return b"".join(pieces)

    def xml(self, part: str) -> Element | None:
        """The tree of a part of XML, None where there is none."""
        data = self.read(part)
        return None if data is None else self.tree(data)

    def tree(self, data: bytes) -> Element:
        """The tree of XML; entities of its own are refused."""
        # A parser that is to tell of declarations takes a third more time than one that is not.
        is_plain = _PLAIN.match(data) is not None
        parser = XMLParser() if is_plain else XMLParser(target=_Undeclared(TreeBuilder()))
        try:
            parser.feed(data)
            root: Element = parser.close()
        except (ParseError, ValueError, LookupError, RecursionError) as error:
            raise self.broken(error) from error
        return root


class _Undeclared:
    """Builds a tree of XML that declares nothing: what declares entities may make much of little."""

    def __init__(self, builder: TreeBuilder) -> None:
        self.start, self.end, self.data, self.close = builder.start, builder.end, builder.data, builder.close

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        if name.lower() != "html":
            raise ValueError("DOCTYPE")
