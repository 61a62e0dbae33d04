"""Errors of SQLite and of undecodable rows, converted to a StoreError that names the file."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from fzreview.store.opening.connect import store_error
from fzreview.store.opening.unreadable_rows import CORRUPTION_ERRORS

C = TypeVar("C", bound=type[Any])
"""The decorated class."""


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """Context manager that raises StoreError in place of the errors that a damaged or busy file causes."""
    try:
        yield
    except CORRUPTION_ERRORS as error:
        raise store_error(path, error) from error


def raises_store_errors(cls: C) -> C:
    """Class decorator: public methods raise StoreError, also while a returned iterator is consumed.

    Needs the store's path in the attribute ``_path``.
    """
    for name, method in list(vars(cls).items()):
        if inspect.isfunction(method) and not name.startswith("_") and name != "close":
            setattr(cls, name, _raising_store_errors(method))
    return cls


def _raising_store_errors(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def wrapped(self: Any, *args: Any, **kwargs: Any) -> Any:
        with store_errors(self._path):
            result = method(self, *args, **kwargs)
        return _iterated(self._path, result) if isinstance(result, Iterator) else result

    return wrapped


def _iterated(path: Path, result: Iterator[Any]) -> Iterator[Any]:
    with store_errors(path):
        yield from result
