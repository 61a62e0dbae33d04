"""The name under which decisions are recorded in a store."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from fzreview.config.reviewer import named_reviewer, reviewer_name
from fzreview.errors import StoreError
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.team.packages import owner_of


def refuse_unknown(reviewer: str, known: Collection[str]) -> None:
    """Raises StoreError for somebody who is none of those who decided."""
    if reviewer not in known:
        raise StoreError("reviewer_unknown", reviewer=reviewer, known=" ".join(sorted(known)) or "–")


def reviewer_of(store: Path, chosen: str | None) -> str:
    """The owner of a package, else the name from the command line, the environment or the system.

    Raises StoreError where somebody else is named for a package.
    """
    if not store.exists():
        return reviewer_name(chosen)
    create_or_migrate(store, pages=False)  # whoever decides opens it after this
    owner = owner_of(store)
    if owner is None:
        return reviewer_name(chosen)
    named = named_reviewer(chosen)
    if named is not None and named != owner:
        raise StoreError("package_of_another", owner=owner, reviewer=named)
    return owner
