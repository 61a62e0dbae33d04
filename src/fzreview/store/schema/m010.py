"""Statements of the migration ``m010_corpus``: what people say about whole reports. Frozen, like all."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    "alter table reports add column aside text",
    "alter table reports add column tags text not null default ''",
    "drop index if exists reports_undecided",
    "create index reports_undecided on reports(id)"
    " where figures > verified + wrong + unsure and aside is null",
    "drop index if exists reports_library",
    "create index reports_library on reports(id, year, region, figures, verified, wrong, unsure,"
    " title, issuer, doc, sha256, aside, tags)",
    "alter table verdicts add column said text",
    """create table copies(
        report integer primary key references reports(id),
        original integer not null references reports(id)
    ) strict""",
    "create index copies_original on copies(original)",
    """create table extracted_fields(
        report integer not null references reports(id),
        name text not null, value text,
        primary key(report, name)
    ) strict, without rowid""",
    """create table extracted_sections(
        report integer not null references reports(id),
        start integer not null, "end" integer not null, until integer not null,
        level integer not null, marker text not null, title text not null, kind text not null
    ) strict""",
    "create index extracted_sections_report on extracted_sections(report, start)",
    "create index journal_removed on journal(report, id) where action = 'removed'",
)
