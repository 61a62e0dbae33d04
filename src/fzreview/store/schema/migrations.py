"""The store's tables, made by numbered migrations.

``_sqlite_migrations``, the ledger that sqlite_utils keeps, holds the names of those that were applied;
``connect`` reads it by itself, so that opening a store that is up to date needs no sqlite_utils. A migration
is frozen: it calls nothing that may change after it was released. docs/store.md explains every table.
"""

from __future__ import annotations

import hashlib

from fzreview.store.schema.lean_sqlite_utils import Database, Migrations
from fzreview.store.schema.m006 import STATEMENTS as FIRST
from fzreview.store.schema.m007 import STATEMENTS as SALVAGE
from fzreview.store.schema.m008 import STATEMENTS as ORIGINALS
from fzreview.store.schema.m009 import make_mergeable
from fzreview.store.schema.m010 import STATEMENTS as CORPUS
from fzreview.store.schema.m011 import make_readable
from fzreview.store.schema.m012 import STATEMENTS as LAYERS
from fzreview.store.schema.m013 import STATEMENTS as AUDITS
from fzreview.store.schema.m014 import STATEMENTS as RULINGS
from fzreview.store.schema.m015 import STATEMENTS as ASSIGNMENTS
from fzreview.store.schema.m016 import STATEMENTS as PACKAGES
from fzreview.store.schema.m017 import STATEMENTS as HUBS
from fzreview.store.schema.m018 import STATEMENTS as WITHHELD
from fzreview.store.schema.m019 import STATEMENTS as CONTESTED
from fzreview.store.schema.m020 import STATEMENTS as SETTLED

migrations = Migrations("fzreview")


def _run(db: Database, *statements: str) -> None:
    for statement in statements:
        db.execute(statement)


@migrations(name="m006_texts")
def m006_store(db: Database) -> None:
    """Everything. It has the name of the last of six that made the same, before any version was released."""
    _run(db, *FIRST)


@migrations()
def m007_identity_and_salvage(db: Database) -> None:
    """Whose log it is, digests of the texts, and rows of the journal whose report was lost."""
    _run(db, *SALVAGE)
    db.conn.create_function("digest_of", 1, _digest)
    _run(db, "update texts set digest = digest_of(source)")


@migrations()
def m008_originals(db: Database) -> None:
    """The files that reports were before they were text, and which characters stand on which page."""
    _run(db, *ORIGINALS)


@migrations()
def m009_mergeable_journal(db: Database) -> None:
    """Rows of a site's chain that name what they replace and saw; what several people hold of one figure."""
    make_mergeable(db)


@migrations()
def m010_corpus(db: Database) -> None:
    """Near copies, reports set aside, tags, and corrections of metadata and outline."""
    _run(db, *CORPUS)
    for name, condition in (("figures_current", "where"), ("gold", "and")):
        (view,) = db.execute("select sql from sqlite_master where name = ?", [name]).fetchone()
        _run(db, f"drop view {name}", f"{view} {condition} r.aside is null")


@migrations()
def m011_words(db: Database) -> None:
    """A full text that can be scanned, and values as numbers."""
    make_readable(db)


@migrations()
def m012_layers(db: Database) -> None:
    """What other extractors say of reports, beside the extraction that is reviewed."""
    _run(db, *LAYERS)


@migrations()
def m013_audits(db: Database) -> None:
    """What was drawn for audits, on record before anybody looks, and never changed."""
    _run(db, *AUDITS)


@migrations()
def m015_assignments(db: Database) -> None:
    """Who was given which report, and when it went to somebody else."""
    _run(db, *ASSIGNMENTS)


@migrations()
def m016_packages(db: Database) -> None:
    """Which reports went out in which package; in a package that package."""
    _run(db, *PACKAGES)


# Numbered when it was written, applied when it came in: behind the two above.
@migrations()
def m014_rulings(db: Database) -> None:
    """A team's own rulings, and an index of undecided figures by their words where no digit is in them."""
    _run(db, *RULINGS)


@migrations()
def m017_hubs(db: Database) -> None:
    """How far each hub was read and filled, and what was last seen of it."""
    _run(db, *HUBS)


@migrations()
def m018_seeds(db: Database) -> None:
    """What packages hold back: seeded errors, values to be keyed blind, cases and feedback."""
    _run(db, *WITHHELD)


@migrations()
def m019_contested(db: Database) -> None:
    """What reviewers contest across figures that overlap, rulings in the gold's view, strata of an audit."""
    _run(db, *CONTESTED)


@migrations()
def m020_settled(db: Database) -> None:
    """``settlements`` know what people contest across figures: the view that told it goes."""
    _run(db, *SETTLED)


@migrations()
def m021_comments(db: Database) -> None:
    """No table changes: whoever migrates settles all cases anew, and comments no longer reopen any."""


def _digest(source: str) -> str:
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
