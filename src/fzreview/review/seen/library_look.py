"""How the library looked, as plain values that a store can keep, and back."""

from __future__ import annotations

from typing import Any

from fzreview.domain.reports.library import SORTS, STATES, LibraryQuery


def look_of_library(query: LibraryQuery) -> dict[str, Any]:
    """The query as plain values."""
    return {"words": query.words, "state": query.state, "region": query.region, "sort": query.sort}


def library_from(kept: object) -> LibraryQuery:
    """What :func:`look_of_library` made; what another version wrote otherwise falls back to the usual."""
    values = kept if isinstance(kept, dict) else {}
    words, state, region, sort = (values.get(name) for name in ("words", "state", "region", "sort"))
    return LibraryQuery(
        words=words if isinstance(words, str) else "",
        state=state if state in STATES else None,
        region=region if isinstance(region, str) else None,
        sort=sort if sort in SORTS else "loaded",
    )
