"""A hub reached for some stores; one that is not reached is noted in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from fzreview.errors import FzError
from fzreview.hub.opening import open_hub, place_of
from fzreview.hub.protocol import Hub
from fzreview.store.hubs.writer import HubWriter
from fzreview.store.opening.connect import prepare
from fzreview.work.clock import now

_NOT_REACHED: Final = ("hub_unreached", "hub_untrusted", "hub_password_missing", "hub_login")


@contextmanager
def reaching(address: str, stores: Sequence[Path]) -> Iterator[Hub]:
    """The hub at an address, closed at the end. Raises FzError where it is not reached or the line breaks."""
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
    # That the hub is not reached is told in any case.
    with suppress(FzError):
        prepare(store)
        with closing(HubWriter(store)) as writer:
            writer.note_unreached(place, now()).result()
