"""Connects to a hub, and records a failure in the stores that were to be synchronised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from fzreview.errors import FzError
from fzreview.hub.opening import open_hub, place_of
from fzreview.hub.protocol import Hub
from fzreview.store.hubs.writer import HubWriter
from fzreview.store.opening.connect import create_or_migrate
from fzreview.work.clock import now

_NOT_REACHED: Final = ("hub_unreached", "hub_untrusted", "hub_password_missing", "hub_login")


@contextmanager
def connected_hub(address: str, stores: Sequence[Path]) -> Iterator[Hub]:
    """The hub at an address, closed at the end of the block.

    Where it cannot be reached or the connection breaks, ``stores`` record that. Raises FzError.
    """
    try:
        with closing(open_hub(address)) as hub:
            yield hub
    except FzError as error:
        if error.code in _NOT_REACHED:
            for store in stores:
                _note(store, place_of(address))
        raise


def _note(store: Path, place: str) -> None:
    if not store.exists():
        return
    # The caller reports the hub's error; one of recording it is of no interest.
    with suppress(FzError):
        create_or_migrate(store)
        with closing(HubWriter(store)) as writer:
            writer.note_unreached(place, now()).result()
