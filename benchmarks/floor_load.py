"""The least that a load could do: read, decode, hash, three regexes, rows in one transaction.

floor_load STORE FOLDER
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
import sys
from pathlib import Path

GLOSS = re.compile(r"(?<=[\u4e00-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+[)）]")
FIGURE = re.compile(
    r"(?:\d[\d,.]*|[零〇一二两三四五六七八九十百千]+)(?:余|多|几)?[万亿]{0,2}(?:余|多)?"
    r"(?:个工作日|平方公里|人次|家次|场次|亿?美元|[件人个家户条项份名次场宗处%％元吨倍分天期批])"
)
HEADING = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|\d+[.、])", re.MULTILINE
)

TABLES = """
create table reports(id integer primary key, name text, sha256 text, text text);
create table sections(id integer primary key, report integer, start integer, title text);
create table figures(id integer primary key, report integer, start integer, "end" integer, text text,
    before text, verdict text);
create index figures_open on figures(report, start) where verdict is null;
create index figures_report on figures(report, start);
create index sections_report on sections(report, start);
"""


def mended(text: str) -> str:
    """The text that the figures' offsets are about."""
    return GLOSS.sub("", text)


def load(store: Path, folder: Path) -> None:
    """Every file of ``folder`` into a new store."""
    connection = sqlite3.connect(store, isolation_level=None)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    connection.executescript(TABLES)
    connection.execute("begin")
    for number, path in enumerate(sorted(folder.iterdir())):
        data = path.read_bytes()
        source = data.decode()
        text = mended(source)
        row = (number, path.name, hashlib.sha256(data).hexdigest(), source)
        connection.execute("insert into reports values (?, ?, ?, ?)", row)
        connection.executemany(
            "insert into figures values (null, ?, ?, ?, ?, ?, null)",
            (
                (
                    number,
                    found.start(),
                    found.end(),
                    found[0],
                    text[max(0, found.start() - 10) : found.start()],
                )
                for found in FIGURE.finditer(text)
            ),
        )
        connection.executemany(
            "insert into sections values (null, ?, ?, ?)",
            ((number, found.start(), text[found.start() :][:30]) for found in HEADING.finditer(text)),
        )
    connection.execute("commit")
    connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()


def main() -> None:
    load(Path(sys.argv[1]), Path(sys.argv[2]))
