"""Statements of ``m006_texts``: a store with all that a lone reviewer needs. Frozen, like all."""

from __future__ import annotations

from typing import Final

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

GOLD: Final = f"""create view gold as select {_DECIDED},
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

STATEMENTS: Final = (
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
    GOLD,
    "pragma application_id = 1719300726",  # «fzrv»
)
