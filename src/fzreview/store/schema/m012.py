"""Statements of the migration ``m012_layers``: what other extractors say of reports. Frozen, like all."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """create table layers(
        id integer primary key,
        name text not null,
        version text not null,
        added_at text not null,
        unique(name, version)
    ) strict""",
    """create table layer_reports(
        report integer not null references reports(id),
        layer integer not null references layers(id),
        read_at text not null,
        whole integer not null,
        refused integer not null,
        primary key(report, layer)
    ) strict, without rowid""",
    """create table layer_figures(
        report integer not null references reports(id),
        layer integer not null references layers(id),
        start integer not null,
        "end" integer not null,
        surface text not null,
        text text not null,
        value text not null,
        upper text,
        unit text not null,
        kind text not null,
        bound text not null,
        subject text not null,
        told text not null,
        confidence real,
        primary key(report, layer, start, "end")
    ) strict, without rowid""",
    "create index layer_reports_layer on layer_reports(layer, report)",
    "create index layer_figures_layer on layer_figures(layer, report)",
    *(
        f"""create trigger marks_written_layers_{event} after {event} on layers begin
            update marks set written = written + 1; end"""
        for event in ("insert", "update", "delete")
    ),
)
