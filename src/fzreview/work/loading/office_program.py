"""Documents of old word processors (.doc, .wps), by a LibreOffice where there is one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from fzreview.errors import InputRefused

_PROGRAMS: Final = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
"""Name of the stream that holds a .docx behind a password."""
_SECONDS: Final = 90
"""Less than a conversion may take: a program of another must not outlive who started it."""


def to_docx(data: bytes, name: str) -> tuple[bytes, str]:
    """The document as .docx, and the program that made it.

    Raises InputRefused: ``office_missing`` where none is installed, ``office_failed`` where it makes nothing,
    ``document_encrypted`` for a newer document behind a password, which is wrapped like an old one.
    """
    if _LOCKED in data:
        raise InputRefused("document_encrypted", name=name)
    program = next((found for one in _PROGRAMS if (found := shutil.which(one))), None)
    if program is None:
        raise InputRefused("office_missing", name=name)
    with TemporaryDirectory(prefix="fzreview-") as folder:
        given = Path(folder, "report.doc")
        given.write_bytes(data)
        reason = _run(program, Path(folder), given)
        made = given.with_suffix(".docx")
        if not made.is_file() or made.stat().st_size == 0:
            raise InputRefused("office_failed", name=name, reason=reason)
        return made.read_bytes(), "libreoffice"


def _run(program: str, folder: Path, given: Path) -> str:
    """Convert a file beside itself; why nothing came of it, in the program's words."""
    process = subprocess.Popen(
        [
            program,
            # A profile of its own: one that is open already would swallow the file in silence.
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--convert-to", "docx", "--outdir", str(folder), str(given)),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        words, _ = process.communicate(timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return f"> {_SECONDS} s"
    lines = words.decode("utf-8", "replace").split("\n")
    return next(
        (line.strip()[:120] for line in reversed(lines) if line.strip()), f"exit code {process.returncode}"
    )
