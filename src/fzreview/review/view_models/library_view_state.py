"""The view state of the library (its query), serialized for the store and read back."""

from __future__ import annotations

from typing import Any

from fzreview.domain.reports.library import SORTS, STATES, LibraryQuery


def library_view_state(query: LibraryQuery) -> dict[str, Any]:
    """JSON values by name."""
    return {"words": query.words, "state": query.state, "region": query.region, "sort": query.sort}


def library_query_from(kept: object) -> LibraryQuery:
    """The query of a state that :func:`library_view_state` made; invalid values fall back to defaults."""
    values = kept if isinstance(kept, dict) else {}
    words, state, region, sort = (values.get(name) for name in ("words", "state", "region", "sort"))
    return LibraryQuery(
        words=words if isinstance(words, str) else "",
        state=state if state in STATES else None,
        region=region if isinstance(region, str) else None,
        sort=sort if sort in SORTS else "loaded",
    )
