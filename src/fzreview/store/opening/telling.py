"""What SQLite or a row that means nothing raises, told as a StoreError that names the file."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from fzreview.store.opening.codec import DAMAGE
from fzreview.store.opening.connect import told

Asked = TypeVar("Asked", bound=type[Any])


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Raises StoreError for what a store cannot answer."""
    try:
        yield
    except DAMAGE as error:
        raise told(path, error) from error


def tells(asked: Asked) -> Asked:
    """A class with a ``_path`` whose public methods raise StoreError, also while answers are iterated."""
    for name, method in list(vars(asked).items()):
        if inspect.isfunction(method) and not name.startswith("_") and name != "close":
            setattr(asked, name, _telling(method))
    return asked


def _telling(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def asked(self: Any, *args: Any, **kwargs: Any) -> Any:
        with telling(self._path):
            answer = method(self, *args, **kwargs)
        return _rows(self._path, answer) if isinstance(answer, Iterator) else answer

    return asked


def _rows(path: Path, answer: Iterator[Any]) -> Iterator[Any]:
    with telling(path):
        yield from answer
