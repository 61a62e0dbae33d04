"""Processes that read for this one, forked from one that has imported what they need: begun at once.

Spawned anew, as ever outside of tests, each takes a second to import it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final

import pytest

from fzreview.work.loading import worker

IMPORTED: Final = (
    *("fzreview.work.loading.reading_processes", "fzreview.work.bulk.reading_shards"),
    *("fzreview.documents.converting", "fzreview.reading.read", "fzreview.work.extracting.extractors"),
)
"""What a worker would import first."""


class _Forking:
    """What of a context of multiprocessing is of use for a worker."""

    def __init__(self) -> None:
        self._context = get_context("forkserver")
        self._context.set_forkserver_preload(list(IMPORTED))

    def Pipe(self) -> tuple[Connection, Connection]:  # noqa: N802 - named by multiprocessing
        return self._context.Pipe()

    def Process(  # noqa: N802 - as above
        self, target: Callable[..., None], args: tuple[Any, ...], daemon: bool
    ) -> BaseProcess:
        surroundings = (dict(os.environ), Path.cwd())
        return self._context.Process(target=_here, args=(*surroundings, target, *args), daemon=daemon)


def _here(environment: dict[str, str], folder: Path, target: Callable[..., None], *arguments: Any) -> None:
    """As one that is spawned is: among what surrounds the process that asked for it."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    target(*arguments)


@contextmanager
def workers_forked() -> Iterator[None]:
    """Whatever loads in this process forks its workers, where the system can."""
    with pytest.MonkeyPatch.context() as patch:
        if "forkserver" in get_all_start_methods():
            patch.setattr(worker, "_CONTEXT", _Forking())
        yield
