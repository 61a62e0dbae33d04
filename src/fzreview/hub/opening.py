"""A hub by its address."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from fzreview.errors import UsageError
from fzreview.hub.protocol import Hub

FOLDER: Final = "folder:"
SERVERS: Final = ("postgresql://", "postgres://")


def is_address(text: str) -> bool:
    """Whether words name a hub rather than a file or a person."""
    return text.startswith((FOLDER, *SERVERS))


def place_of(address: str) -> str:
    """What a hub at this address is called, without reaching it; never with a password."""
    if address.startswith(FOLDER):
        return f"{FOLDER}{Path(address.removeprefix(FOLDER)).expanduser()}"
    scheme, _, rest = address.partition("://")
    user, at, host = rest.rpartition("@")
    return f"{scheme}://{user.partition(':')[0]}{at}{host.partition('?')[0]}"


def open_hub(address: str) -> Hub:
    """The hub at ``folder:PATH`` or ``postgresql://…``. Raises FzError where it cannot be reached.

    Raises UsageError for another address, and for one that would send a password in the open.
    """
    if address.startswith(FOLDER):
        from fzreview.hub.folder.hub import FolderHub

        return FolderHub(Path(address.removeprefix(FOLDER)).expanduser(), place_of(address))
    if address.startswith(SERVERS):
        from fzreview.hub.postgres.hub import PostgresHub

        return PostgresHub(address, place_of(address))
    raise UsageError("hub_address", address=address)
