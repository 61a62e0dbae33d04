"""Packages sealed as they go out, and shown afterwards to be as they were."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex
from typing import Any

from fzreview.domain.team.packages import Package
from fzreview.domain.team.sealing import Seal, digest_of, held_back
from fzreview.domain.team.seeding import SeededError, Withheld
from fzreview.errors import InputRefused, StoreError
from fzreview.store.reader import StoreReader
from fzreview.work.keeping.safekeeping import require_store, require_undamaged


@dataclass(frozen=True, slots=True)
class Revealed:
    """What a package held back, beside the digest that went out with it."""

    path: Path
    site: str
    went_out: str
    """The digest in the package."""
    salt: str
    rows: list[dict[str, Any]]

    @property
    def holds(self) -> bool:
        """Whether it is what the package was sealed with."""
        return digest_of(self.site, self.salt, self.rows) == self.went_out

    def row(self) -> dict[str, Any]:
        """The row of ``reveal --json``, which ``reveal --told`` takes."""
        return {
            "path": self.path.name,
            "site": self.site,
            "digest": self.went_out,
            "salt": self.salt,
            "held_back": self.rows,
            "holds": self.holds,
        }


def sealed(package: Package, seeded_errors: Iterable[SeededError], withheld: Iterable[Withheld]) -> Package:
    """The package with a seal on what of these it holds back."""
    mine = [one for one in seeded_errors if one.site == package.site]
    hidden = [one for one in withheld if one.site == package.site]
    salt = token_hex(16)
    seal = Seal(digest_of(package.site, salt, held_back(mine, hidden)), salt)
    return replace(package, rules=replace(package.rules, seal=seal))


def reveal(store: Path, path: Path) -> Revealed:
    """What the store has on record of a package, beside what its file was sealed with.

    Raises StoreError where the file is no sealed package, or none of this store's.
    """
    package = _sealed_package(path)
    require_undamaged(store, rows=False)
    with StoreReader(store) as reader:
        recorded = next((one for one in reader.team.packages() if one.site == package.site), None)
        rows = held_back(reader.team.seeded_errors(package.site), reader.team.withheld(package.site))
    if recorded is None or recorded.rules.seal is None:
        raise StoreError("reveal_unknown", path=path)
    assert package.rules.seal is not None
    return Revealed(path, package.site, package.rules.seal.digest, recorded.rules.seal.salt, rows)


def told(path: Path, text: str) -> Revealed:
    """What somebody else revealed of a package, beside what its file was sealed with.

    Raises StoreError where the file is no sealed package, InputRefused where ``text`` tells nothing of it.
    """
    package = _sealed_package(path)
    assert package.rules.seal is not None
    for line in filter(str.strip, text.splitlines()):
        try:
            row = json.loads(line)
            if row["site"] == package.site:
                salt, rows = str(row["salt"]), [dict(one) for one in row["held_back"]]
                return Revealed(path, package.site, package.rules.seal.digest, salt, rows)
        except (ValueError, TypeError, KeyError):
            continue
    raise InputRefused("reveal_untold", path=path)


def _sealed_package(path: Path) -> Package:
    require_store(path)
    with StoreReader(path) as reader:
        packages = [] if reader.team.owner() is None else reader.team.packages()
    if not packages or packages[0].rules.seal is None:
        raise StoreError("reveal_unsealed", path=path)
    return packages[0]
