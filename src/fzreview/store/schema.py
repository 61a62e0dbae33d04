"""The store's tables, made by numbered migrations.

``_sqlite_migrations``, the ledger that sqlite_utils keeps, holds the names of those that were applied;
``connect`` reads it by itself, so that opening a store that is up to date needs no sqlite_utils. A migration
is frozen: it calls nothing that may change after it was released. docs/store.md explains every table.
"""

from __future__ import annotations

import hashlib
from typing import Final

from sqlite_utils import Database, Migrations

from fzreview.store.schema_m009 import make_mergeable
from fzreview.store.schema_m010 import STATEMENTS as CORPUS
from fzreview.store.schema_m011 import make_readable
from fzreview.store.schema_m012 import STATEMENTS as LAYERS
from fzreview.store.schema_m018 import STATEMENTS as WITHHELD
from fzreview.store.schema_m019 import STATEMENTS as CONTESTED
from fzreview.store.schema_m020 import STATEMENTS as SETTLED

migrations = Migrations("fzreview")


def _run(db: Database, *statements: str) -> None:
    for statement in statements:
        db.execute(statement)


_SUBJECT_KEY: Final = (
    "replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(subject"
    ", '全省', ''), '全市', ''), '全区', ''), '全县', ''), '我省', ''), '我市', '')"
    ", '我区', ''), '我县', ''), '全年', ''), '累计', ''), '共计', ''), '总计', '')"
    ", '共', ''), '各类', ''), '“', ''), '”', '')"
)
"""What ``subject_key`` makes of a subject; a test holds the two together."""

_MARKS: Final = (
    """create table marks(
        id integer primary key check (id = 1),
        entries integer not null,
        decisions integer not null, held integer not null,
        statuses integer not null, counted integer not null
    ) strict""",
    "insert into marks values (1, 0, 0, 0, 0, 0)",
    """create trigger marks_entries after insert on journal begin
        update marks set entries = entries + 1,
            decisions = decisions + (new.after is not null) - (new.before is not null);
    end""",
    """create trigger marks_held after insert on verdicts begin
        update marks set held = held + 1; end""",
    """create trigger marks_dropped after delete on verdicts begin
        update marks set held = held - 1; end""",
    """create trigger marks_statuses after update of status on figures
        when (old.status is null) <> (new.status is null) begin
        update marks set statuses = statuses + (old.status is null) - (new.status is null); end""",
    """create trigger marks_figures after delete on figures when old.status is not null begin
        update marks set statuses = statuses - 1; end""",
    """create trigger marks_counted after update of verified, wrong, unsure on reports begin
        update marks set counted = counted + new.verified + new.wrong + new.unsure
            - old.verified - old.wrong - old.unsure; end""",
)
"""One row of counts, kept by triggers whoever writes: they agree as long as every change is journalled."""

_DECIDED: Final = """
    substr(r.sha256, 1, 12) || ':' || f.start || '-' || f."end" as key,
    r.doc, r.sha256, r.title, r.year, r.region, r.issuer,
    iif(v.correction is null, f.start, json_extract(v.correction, '$.start')) as start,
    iif(v.correction is null, f."end", json_extract(v.correction, '$.end')) as "end",
    iif(v.correction is null, f.surface, json_extract(v.correction, '$.surface')) as surface,
    iif(v.correction is null, f.text, json_extract(v.correction, '$.text')) as text,
    iif(v.correction is null, f.value, json_extract(v.correction, '$.value')) as value,
    iif(v.correction is null, f.upper, json_extract(v.correction, '$.upper')) as upper,
    iif(v.correction is null, f.unit, json_extract(v.correction, '$.unit')) as unit,
    iif(v.correction is null, f.kind, json_extract(v.correction, '$.kind')) as kind,
    iif(v.correction is null, f.bound, json_extract(v.correction, '$.bound')) as bound,
    iif(v.correction is null, f.subject, json_extract(v.correction, '$.subject')) as subject,
    f.section"""
"""A figure as it is decided, with its report; ``v`` may be no row at all."""

_FIGURES_CURRENT: Final = f"""create view figures_current as select {_DECIDED},
    f.doubts, coalesce(f.status, 'undecided') as verdict,
    v.reason, v.reason_class, v.reviewer, v.decided_at, v.comment,
    f.origin, f.extractor, f.vanished
    from figures f join reports r on r.id = f.report
    left join verdicts v on v.report = f.report and v.target = 'figure'
        and v.start = f.start and v."end" = f."end"
        and v.entry = (select l.entry from verdicts l where l.report = f.report and l.target = 'figure'
            and l.start = f.start and l."end" = f."end" order by l.verdict is null, l.entry desc limit 1)"""

_GOLD: Final = f"""create view gold as select {_DECIDED},
    case when v.reason = 'not_a_figure' and v.verdict = 'wrong' then 'rejected'
        when v.verdict = 'wrong' then 'corrected'
        when f.origin = 'reviewer' then 'added' else 'verified' end as decision,
    iif(f.origin = 'machine', f.value, json_extract(f.machine, '$.value')) as machine_value,
    v.reason, v.reason_class, v.reviewer, v.decided_at, v.comment,
    exists(select 1 from verdicts d join sections s on s.report = d.report and s.start = d.start
        and s."end" = d."end" where d.report = f.report and d.target = 'section' and d.reviewer = v.reviewer
        and s.start <= f.start and f."end" <= s.until) as context_complete,
    r.guide, f.extractor
    from verdicts v join figures f on f.report = v.report and f.start = v.start and f."end" = v."end"
    join reports r on r.id = f.report
    where v.target = 'figure' and (v.verdict = 'verified' or v.verdict = 'wrong'
        and (v.reason = 'not_a_figure' or f.origin = 'machine' and v.correction is not null))"""


@migrations(name="m006_texts")
def m006_store(db: Database) -> None:
    """Everything. It has the name of the last of six that made the same, before any version was released."""
    _run(
        db,
        """create table reports(
            id integer primary key,
            sha256 text not null unique,
            doc text not null,
            url text,
            encoding text not null,
            chars integer not null,
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
        # One index that holds a line of the library for each report, so that listing reads no wide rows.
        "create index reports_library on reports(id, year, region, figures, verified, wrong, unsure,"
        " title, issuer, doc, sha256)",
        # In rows of their own: each verdict writes the whole row of a report's counters.
        """create table texts(
            report integer primary key references reports(id),
            source text not null,
            clean text,
            clean_runs blob
        ) strict""",
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
        f"""create table figures(
            id integer primary key,
            report integer not null references reports(id),
            start integer not null, "end" integer not null,
            surface text not null, text text not null,
            value text not null, upper text, unit text not null, kind text not null, bound text not null,
            subject text not null, section text not null, doubts text not null,
            origin text not null, extractor text not null,
            status text,
            vanished text,
            machine text,
            subject_key text generated always as ({_SUBJECT_KEY}) virtual,
            unique(report, start, "end")
        ) strict""",
        "create index figures_undecided on figures(report, start) where status is null",
        "create index figures_subject on figures(subject_key, unit, kind, report)",
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
            note text,
            batch text
        ) strict""",
        "create index journal_figure on journal(report, figure, id)",
        "create index journal_reviewer on journal(reviewer, id)",
        "create index journal_batch on journal(batch) where batch is not null",
        "create index journal_reextracted on journal(report, figure) where action = 'reextracted'",
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
        """create table extractions(
            id integer primary key,
            batch text not null,
            report integer not null references reports(id),
            at text not null,
            reviewer text not null,
            previous text not null, extractor text not null, guide text not null,
            kept integer not null, changed integer not null, gone integer not null,
            vanished integer not null, new integer not null
        ) strict""",
        "create index extractions_report on extractions(report, id)",
        """create table former_figures(
            extraction integer not null references extractions(id),
            start integer not null, "end" integer not null,
            fate text not null,
            figure text not null,
            extractor text not null,
            primary key(extraction, start, "end")
        ) strict, without rowid""",
        """create table split_groups(
            report integer primary key references reports(id),
            name text not null
        ) strict""",
        """create table sketches(
            hash integer not null,
            report integer not null references reports(id),
            primary key(hash, report)
        ) strict, without rowid""",
        *_MARKS,
        _FIGURES_CURRENT,
        _GOLD,
        "pragma application_id = 1719300726",  # «fzrv»
    )


@migrations()
def m007_identity_and_salvage(db: Database) -> None:
    """Whose log it is, digests of the texts, and rows of the journal whose report was lost."""
    _run(
        db,
        "alter table marks add column store text not null default ''",
        "alter table marks add column written integer not null default 0",
        "alter table marks add column base integer not null default 0",
        "update marks set store = lower(hex(randomblob(16)))",
        *(
            f"""create trigger marks_written_{table} after {event} on {table} begin
                update marks set written = written + 1; end"""
            for table, event in (("reports", "insert"), ("extractions", "insert"), ("places", "insert"))
        ),
        """create trigger marks_written_again after update on places begin
            update marks set written = written + 1; end""",
        "alter table texts add column digest text",
        """create table strays(
            uuid text primary key, at text not null, reviewer text not null, session text not null,
            action text not null, report text not null, target text not null, figure text not null,
            before text, after text, elapsed_ms integer not null, extractor text not null,
            guide text not null, inverts text, note text, batch text
        ) strict""",
    )
    db.conn.create_function("digest_of", 1, _digest)
    _run(db, "update texts set digest = digest_of(source)")


@migrations()
def m008_originals(db: Database) -> None:
    """The files that reports were before they were text, and which characters stand on which page."""
    _run(
        db,
        """create table originals(
            report integer primary key references reports(id),
            kind text not null,
            converter text not null, version text not null,
            size integer, data blob
        ) strict""",
        """create table pages(
            report integer not null references reports(id),
            number integer not null,
            start integer not null, "end" integer not null,
            primary key(report, start)
        ) strict, without rowid""",
    )


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
    _run(
        db,
        """create table audits(
            id integer primary key,
            uuid text not null unique,
            at text not null,
            auditor text not null,
            drawn_of text not null,
            seed integer not null,
            wanted integer not null,
            universe integer not null,
            left_out integer not null,
            digest text not null,
            items text not null
        ) strict""",
        """create trigger marks_written_audits after insert on audits begin
            update marks set written = written + 1; end""",
        """create trigger audits_keep_rows before delete on audits
            begin select raise(abort, 'what was drawn stays on record'); end""",
        """create trigger audits_keep_values before update on audits
            begin select raise(abort, 'what was drawn stays on record'); end""",
    )


@migrations()
def m015_assignments(db: Database) -> None:
    """Who was given which report, and when it went to somebody else."""
    _run(
        db,
        """create table assignments(
            report text not null,
            reviewer text not null,
            at text not null,
            handed_on text,
            primary key(report, reviewer)
        ) strict, without rowid""",
        *(
            f"""create trigger marks_written_assignments_{event} after {event} on assignments begin
                update marks set written = written + 1; end"""
            for event in ("insert", "update")
        ),
    )


@migrations()
def m016_packages(db: Database) -> None:
    """Which reports went out in which package; in a package that package."""
    _run(
        db,
        """create table packages(
            site text primary key,
            project text not null,
            owner text not null,
            number integer not null,
            purpose text not null,
            reports text not null,
            at text not null,
            unique(owner, purpose, number)
        ) strict, without rowid""",
        """create trigger marks_written_packages after insert on packages begin
            update marks set written = written + 1; end""",
    )


@migrations()
def m014_rulings(db: Database) -> None:
    """A team's own rulings, and an index of undecided figures by their words where no digit is in them."""
    _run(
        db,
        """create table rulings(
            uuid text primary key,
            at text not null,
            reviewer text not null,
            topic text not null,
            sentence text not null,
            decision text not null,
            why text not null,
            report text not null,
            figure text not null
        ) strict, without rowid""",
        """create trigger marks_written_rulings after insert on rulings begin
            update marks set written = written + 1; end""",
        """create trigger rulings_keep_rows before delete on rulings
            begin select raise(abort, 'rulings stay on record'); end""",
        """create trigger rulings_keep_values before update on rulings
            begin select raise(abort, 'rulings stay on record'); end""",
        "create index figures_worded on figures(text, unit, kind)"
        " where status is null and text not glob '*[0-9０-９]*'",
    )


@migrations()
def m017_hubs(db: Database) -> None:
    """How far each hub was read and filled, and what was last seen of it."""
    _run(
        db,
        """create table hubs(
            hub text primary key,
            place text not null,
            position integer not null default 0,
            chain text not null default '',
            synced text,
            unreached text
        ) strict, without rowid""",
        """create table hub_sites(
            hub text not null references hubs(hub),
            site text not null,
            seq integer not null,
            hash text not null,
            sent integer not null,
            primary key(hub, site)
        ) strict, without rowid""",
        """create table hub_taken(
            hub text not null references hubs(hub),
            name text not null,
            primary key(hub, name)
        ) strict, without rowid""",
        *(
            f"""create trigger marks_written_{table}_{event} after {event} on {table} begin
                update marks set written = written + 1; end"""
            for table in ("hubs", "hub_sites", "hub_taken")
            for event in ("insert", "update")
        ),
    )


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


def _digest(source: str) -> str:
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
