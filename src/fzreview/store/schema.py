"""The store's tables, made by numbered migrations.

``pragma user_version`` holds the number of the last migration, so that opening a store that is up to
date needs neither sqlite_utils nor a look into its tables. docs/store.md explains every table.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from fzreview.store.connect import APPLICATION_ID

migrations = Migrations("fzreview")


def _run(db: Database, *statements: str) -> None:
    for statement in statements:
        db.execute(statement)


@migrations()
def m001_reports_and_journal(db: Database) -> None:
    """Reports with what was read out of them, the journal, and the projections of the journal."""
    _run(
        db,
        """create table reports(
            id integer primary key,
            sha256 text not null unique,
            doc text not null,
            url text,
            encoding text not null,
            chars integer not null,
            source text not null,
            clean text,
            clean_runs blob,
            title text, title_start integer, title_end integer,
            year integer, region text, issuer text, publish_date text, sign_date text,
            doc_number text, index_number text, origin text, metadata_flags text not null,
            body_start integer not null, body_end integer not null,
            extractor text not null, guide text not null, loaded_at text not null,
            figures integer not null default 0,
            verified integer not null default 0,
            wrong integer not null default 0,
            unsure integer not null default 0,
            undecided integer not null generated always as (figures - verified - wrong - unsure) virtual
        ) strict""",
        """create virtual table report_words using fts5(
            text, content='', columnsize=0, prefix='2', tokenize='unicode61 remove_diacritics 0'
        )""",
        # A transaction a report leaves many small segments; merging them seldom makes a load faster.
        "insert into report_words(report_words, rank) values ('automerge', 16)",
        "create index reports_undecided on reports(id) where figures > verified + wrong + unsure",
        """create table repairs(
            report integer not null references reports(id),
            start integer not null, "end" integer not null,
            raw text, repaired text, kind text not null, auto text not null, count integer not null
        ) strict""",
        "create index repairs_report on repairs(report, start)",
        """create table sections(
            report integer not null references reports(id),
            start integer not null, "end" integer not null, until integer not null,
            level integer not null, marker text not null, title text not null, kind text not null
        ) strict""",
        "create index sections_report on sections(report, start)",
        """create table figures(
            id integer primary key,
            report integer not null references reports(id),
            start integer not null, "end" integer not null,
            surface text not null, text text not null,
            value text not null, upper text, unit text not null, kind text not null, bound text not null,
            subject text not null, section text not null, doubts text not null,
            origin text not null, extractor text not null,
            status text,
            unique(report, start, "end")
        ) strict""",
        "create index figures_undecided on figures(report, start) where status is null",
        """create table candidates(
            report integer not null references reports(id),
            start integer not null, "end" integer not null
        ) strict""",
        "create index candidates_report on candidates(report, start)",
        """create table journal(
            id integer primary key autoincrement,
            uuid text not null unique,
            at text not null,
            reviewer text not null,
            session text not null,
            action text not null,
            report text not null,
            target text not null,
            figure text not null,
            before text,
            after text,
            elapsed_ms integer not null,
            extractor text not null,
            guide text not null,
            inverts text,
            note text
        ) strict""",
        "create index journal_figure on journal(report, figure, id)",
        "create index journal_reviewer on journal(reviewer, id)",
        """create trigger journal_keeps_rows before delete on journal
            begin select raise(abort, 'the journal is append-only'); end""",
        """create trigger journal_keeps_values before update on journal
            begin select raise(abort, 'the journal is append-only'); end""",
        """create table verdicts(
            report integer not null references reports(id),
            target text not null,
            start integer not null, "end" integer not null,
            reviewer text not null,
            verdict text, reason text, reason_class text, correction text, comment text,
            decided_at text not null,
            entry integer not null references journal(id),
            primary key(report, target, start, "end", reviewer)
        ) strict, without rowid""",
        """create table places(
            reviewer text primary key,
            report text not null,
            figure text,
            view text not null,
            at text not null
        ) strict, without rowid""",
        f"pragma application_id = {APPLICATION_ID}",
        "pragma user_version = 1",
    )


@migrations()
def m003_library(db: Database) -> None:
    """One index that holds a line of the library for each report, so that listing reads no texts."""
    _run(
        db,
        "create index reports_library on reports(id, year, region, figures, verified, wrong, unsure,"
        " title, issuer, doc, sha256)",
        "pragma user_version = 3",
    )
