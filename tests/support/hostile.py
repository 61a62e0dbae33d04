"""Text that tries to drive a terminal, and whether any of it did."""

from __future__ import annotations

import re
from dataclasses import replace

from fzreview.domain.figures.figure import GUIDE_VERSION, Figure
from fzreview.domain.reports.report import Metadata, Reading, Section
from fzreview.domain.reports.stored import NewReport
from fzreview.text.clean import clean_text
from fzreview.text.displayable import displayable

MARKED = "66;66"
"""Parameters that the program itself never sends."""

ATTACKS = (
    f"\x1b[{MARKED}H",
    f"\x1b[5;{MARKED}m",
    "\x1b]0;PWNED\x07",
    "\x1b]52;c;UFdORUQ=\x1b\\",
    "\x1bP1$r\x1b\\",
    f"\x9b{MARKED}H",
    "\x9d0;PWNED\x9c",
    "[/x]",
    "[/home/user]",
    "[red]红[/red]",
    "[@click=app.quit]点我[/]",
    ":smile:",
    "\u202e倒序\u202c",
    "\u2066隔\u2069",
    "\u200b零\u00ad宽\ufeff",
    "\x00\x08\x7f\x0e",
    "%s{发现}\\n",
)
"""Each goes for another hole: cursor, look, title, clipboard, C1, markup, direction, width, formats."""

_POINTER = re.compile(r"\x1b\]22;[a-z-]*\x07")
"""The shape of the mouse pointer is the one thing that the screen library tells in this way."""
_SEQUENCE = re.compile(r"\x1b\[([<-?]?[\d;]*)[ -/]*([@-~])")
_OWN_FINALS = frozenset("HJKhlmnptuc")
_BLINKS = re.compile(r"(?:^|;)[56](?:;|$)")


def spoiled(words: str, number: int = 0) -> str:
    """Words with every attack between them, beginning at another one for each ``number``."""
    return "".join(
        word + ATTACKS[(number + place) % len(ATTACKS)]
        for place, word in enumerate((words * (len(ATTACKS) // max(len(words), 1) + 1))[: len(ATTACKS)])
    )


def foreign(sent: bytes) -> list[str]:
    """What a program sent that a terminal obeys, besides what such a program sends itself."""
    text = _POINTER.sub("", sent.decode("utf-8"))
    found = []
    for sequence in _SEQUENCE.finditer(text):
        parameters, final = sequence.groups()
        if final not in _OWN_FINALS or MARKED in parameters or (final == "m" and _blinks(parameters)):
            found.append(repr(sequence[0]))
    rest = _SEQUENCE.sub("", text).replace("\r", "")
    return found + [
        repr(rest[max(0, at - 20) : at + 20])
        for at, (one, shown) in enumerate(zip(rest, displayable(rest), strict=True))
        if one != shown
    ]


def _blinks(parameters: str) -> bool:
    colours = re.compile(r"[34]8;(?:2;\d+;\d+;\d+|5;\d+)")
    return bool(_BLINKS.search(colours.sub("", parameters)))


def hostile_report(number: int = 0) -> NewReport:
    """A report of which every field attacks, as a foreign program might have stored it."""
    title, heading = spoiled("法治政府建设报告", number), spoiled("一、工作情况", number + 3)
    sentences = [
        spoiled(f"全年受理行政复议案件{count}件", number + count).replace("\n", "") for count in range(12, 18)
    ]
    source = "\n".join([title, heading, *sentences, "还有99件没有交代。"])
    clean, repairs = clean_text(source)
    figures = [_figure(source, sentence, number + place) for place, sentence in enumerate(sentences)]
    start = len(title) + 1
    section = Section(start, start + len(heading), len(source), 1, spoiled("一、", 1), heading, "heading")
    left = source.index("99件")
    reading = Reading(
        source=source,
        clean=clean,
        metadata=Metadata(title=title, title_span=(0, len(title)), region=spoiled("某市"), issuer=title),
        body=(start, len(source)),
        repairs=repairs,
        outline=(section,),
        figures=tuple(figures),
        candidates=((left, left + 3),),
    )
    name = spoiled(f"报告{number}.txt", number)
    return NewReport(f"{number:064x}", name, "utf-8", None, reading, spoiled("1.0"), GUIDE_VERSION)


def _figure(source: str, sentence: str, number: int) -> Figure:
    start = source.index(sentence) + sentence.index("案")
    end = source.index(sentence) + len(sentence)
    figure = Figure(start, end, source[start:end], "12件", "12", None, "件", "count", "=", "受理案件")
    return replace(
        figure,
        text=spoiled(figure.text, number),
        unit=spoiled(figure.unit, number),
        subject=spoiled(figure.subject, number),
        section=(spoiled("一、工作情况"),),
        doubts=(spoiled("doubt"), "odd_value"),
    )
