"""What other programs for SQLite need to show a store: a full text that can be scanned, values as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fzreview.text.wording import parted

if TYPE_CHECKING:
    from sqlite_utils import Database

_WORDS: Final = """create virtual table report_words using fts5(
    title, content="reports", content_rowid="id",
    columnsize=0, prefix='2', tokenize='unicode61 remove_diacritics 0'
)"""
"""The words of the whole clean texts, tied to ``reports``: a scan shows the titles there, and datasette and
sqlite-utils find by ``content=`` which table the index is of. The texts are not kept a second time."""

_NUMBER: Final = "case when {column} <> '' then cast({column} as real) end"


def make_readable(db: Database) -> None:
    """Replace the index without content, and add the numbers.

    The one migration that calls live code: words are parted as those who search part them, and whoever
    changes that must make every index anew.
    """
    connection = db.conn
    connection.execute("drop table report_words")
    connection.execute(_WORDS)
    connection.execute("insert into report_words(report_words, rank) values ('automerge', 16)")
    texts = connection.execute("select report, coalesce(clean, source) from texts order by report")
    connection.executemany(
        "insert into report_words(rowid, title) values (?, ?)",
        ((report, parted(text)) for report, text in texts),
    )
    number = _NUMBER.format(column="value")
    connection.execute(
        f"alter table figures add column value_number real generated always as ({number}) virtual"
    )
    for view in ("figures_current", "gold"):
        (told,) = connection.execute(
            "select sql from sqlite_master where type = 'view' and name = ?", (view,)
        ).fetchone()
        _, _, select = told.partition(" as ")
        connection.execute(f"drop view {view}")
        connection.execute(f"create view {view} as select *, {number} as value_number from ({select})")
