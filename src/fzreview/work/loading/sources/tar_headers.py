"""Headers of a tar that are read without trust."""

from __future__ import annotations

import tarfile
from typing import Any, Final

_LONGEST: Final = 1 << 20
"""Bytes of a header's text: a path, the fields of one member."""
_WORDY: Final = frozenset(
    (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, b"X")
)


class PlainHeaders(tarfile.TarInfo):
    """A header that is refused where ``tarfile`` would take whatever size it tells into memory.

    Members with holes are refused too: what they hold of nothing is told by a map that may be endless.
    """

    def _proc_member(self, tar: tarfile.TarFile) -> Any:
        if self.size < 0 or (self.type in _WORDY and self.size > _LONGEST):
            raise tarfile.ReadError(f"header of {self.size} bytes")
        if self.type == tarfile.GNUTYPE_SPARSE:
            raise tarfile.ReadError("sparse member")
        return super()._proc_member(tar)  # type: ignore[misc]  # tarfile's own door for this

    def _no_holes(self, *_: object) -> None:
        raise tarfile.ReadError("sparse member")

    _proc_gnusparse_00 = _proc_gnusparse_01 = _proc_gnusparse_10 = _no_holes
