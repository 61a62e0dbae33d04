"""Paths as a user gives them → the sources behind them, in order, one at a time."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from fzreview.work.loading.sources.kinds import is_hidden, kind_of, skipped_as
from fzreview.work.loading.sources.source import (
    Found,
    Label,
    Limits,
    Opening,
    refuse,
    refuse_os_error,
    skip,
)
from fzreview.work.loading.sources.streams import stream_sources

STANDARD_INPUT: Final = "-"


def open_sources(
    paths: Iterable[str | Path], limits: Limits | None = None, columns: str | None = None
) -> Iterator[Found]:
    """The sources behind files, folders, archives, crawls and ``-``; what is none comes with its reason.

    A file that is named is always tried. In folders (walked by name) and in archives only text, documents,
    tables, crawls and archives are; formats that nobody reads here are refused by name, everything else is
    told as passed over: hidden entries (a hidden folder once), images, scripts. Reads as it goes: one
    source is in memory at a time. ``columns`` says which columns of tables hold what, see ``Columns.told``.
    Limits come from the environment unless they are given. Raises UsageError where it holds a bad one.
    """
    opening = Opening(limits or Limits.from_environment(), columns)
    for given in paths:
        if str(given) == STANDARD_INPUT:
            yield from _standard_input(opening)
        elif not str(given):  # as a path it would mean the folder one stands in
            yield refuse(Label('""', ""), "not_found")
        else:
            path = Path(given)
            yield from _path_sources(path, Label.of(str(given), path.name, is_given=True), opening)


def _path_sources(path: Path, label: Label, opening: Opening) -> Iterator[Found]:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            yield from _folder_sources(path, label, opening)
        elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode) or stat.S_ISCHR(mode):
            yield from _file_sources(path, label, opening)
        else:
            yield refuse(label, "special_file")
    except OSError as error:
        yield refuse_os_error(label, error)
    except ValueError:  # a NUL in the path
        yield refuse(label, "not_found")


def _file_sources(path: Path, label: Label, opening: Opening) -> Iterator[Found]:
    kind = kind_of(path.name)
    with path.open("rb") as stream:
        yield from stream_sources(stream, kind, label, opening)


def _folder_sources(folder: Path, label: Label, opening: Opening) -> Iterator[Found]:
    found = False
    for path in _files_below(folder):
        inside = Label.of(str(path), path.relative_to(folder).as_posix())
        kind = kind_of(path.name)
        if is_hidden(path.name):
            yield skip(inside, "skipped_hidden")
            continue
        try:
            mode = path.stat().st_mode
            if stat.S_ISDIR(mode) and path.is_symlink():
                yield skip(inside, "skipped_link")
            elif stat.S_ISDIR(mode):  # stands here only when it cannot be listed
                found = True
                yield refuse(inside, "denied")
            elif kind == "skipped":
                yield skip(inside, skipped_as(path.name))
            elif not stat.S_ISREG(mode):
                found = True
                yield refuse(inside, "special_file")
            else:
                found = True
                yield from _file_sources(path, inside, opening)
        except OSError as error:
            found = True
            yield refuse_os_error(inside, error)
    if not found:
        yield refuse(label, "no_reports")


def _files_below(folder: Path) -> Iterator[Path]:
    """Files of a folder and its folders by name, and the folders that are not entered.

    Those are the hidden ones, links to folders, and what cannot be listed.
    """
    for path in sorted(folder.iterdir()):
        if is_hidden(path.name) or path.is_symlink() or not path.is_dir():
            yield path
        elif os.access(path, os.R_OK | os.X_OK):
            yield from _files_below(path)
        else:
            yield path


def _standard_input(opening: Opening) -> Iterator[Found]:
    label = Label(STANDARD_INPUT, STANDARD_INPUT, is_given=True)
    stream = sys.stdin.buffer if sys.stdin is not None else None
    if stream is None:
        yield refuse(label, "stdin_closed")
        return
    try:
        head = stream.peek(64) if hasattr(stream, "peek") else b""
        is_crawl = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
        yield from stream_sources(stream, "crawl" if is_crawl else "text", label, opening)
    except OSError as error:
        yield refuse_os_error(label, error)
