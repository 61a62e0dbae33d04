"""Two reports with every sort of decision in them, in text that makes trouble, and stores with none."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from fzreview.domain.figures.figure import GUIDE_VERSION, Figure
from fzreview.domain.reports.report import Metadata, Reading, Section
from fzreview.domain.reports.stored import NewReport
from fzreview.review.session import Session
from fzreview.review.steps.step import Step
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.text.clean import clean_text
from fzreview.work.judging.reviewing import Review
from support.copied_stores import copied, copied_undecided, new_store

HOSTILE = (
    "某市𠮷祥镇2021年报告\n"
    "一、办案\n"
    "𠮷祥镇全年受理行政复议案件48件，办结\n36件，#占75%。\x1b[31m培训\u20283场\t次！\n"
    "召开会议\u00a0两次，涉及1,234\n人次。没有数字的一句话在这里。\r\n"
    "二、问题\n"
    "仍有2项不足\\，超过30%—40%的单位未达标。“三项制度”落实。🀄️另有15个。\n"
)
PLAIN = "某县报告\n一、工作\n全县办理案件18件，培训5次。经费269.95亿元。\n"

ANN, BEN = "ann", "李 / ben"
"""Names of reviewers, one of which no file may be called after."""


def _figure(source: str, surface: str, value: str, unit: str, kind: str = "count", **rest: str) -> Figure:
    start = source.index(surface)
    clean, _ = clean_text(source)
    first, last = clean.clean_span(start, start + len(surface))
    text = "".join(clean.text[first:last].split())
    subject = rest.get("subject", f"主题{value}")
    upper, bound = rest.get("upper"), rest.get("bound", "=")
    end = start + len(surface)
    return Figure(start, end, surface, text, value, upper, unit, kind, bound, subject)  # type: ignore[arg-type]  # literals of the example


def _report(doc: str, source: str, figures: list[Figure]) -> NewReport:
    clean, repairs = clean_text(source)
    first, *rest = [source.index(marker) for marker in ("一、", "二、") if marker in source]
    starts = [0, first, *rest]
    outline = []
    for number, start in enumerate(starts):
        end = source.index("\n", start)
        until = len(source) if number in (0, len(starts) - 1) else starts[number + 1]
        title = source[start:end]
        heading = (0, "", title, "title") if number == 0 else (1, title[:2], title[2:], "heading")
        outline.append(Section(start, end, until, *heading))  # type: ignore[arg-type]  # literals of the example
    reading = Reading(
        source,
        clean,
        Metadata(title=source[: source.index("\n")], year=2021, issuer=f"{doc}的机关"),
        (first, len(source)),
        repairs,
        tuple(outline),
        tuple(sorted(figures, key=lambda one: one.start)),
        tuple((source.index(year), source.index(year) + len(year)) for year in ("2021年",) if year in source),
    )
    digest = hashlib.sha256(source.encode()).hexdigest()
    return NewReport(digest, doc, "utf-8", None, reading, "test-1", GUIDE_VERSION)


def reports() -> list[NewReport]:
    """The reports as they are loaded."""
    hostile = [
        _figure(HOSTILE, "48件", "48", "件", subject="受理行政复议案件"),
        _figure(HOSTILE, "36件", "36", "件"),
        _figure(HOSTILE, "75%", "75", "%", "percent"),
        _figure(HOSTILE, "3场\t次", "3", "场次"),
        _figure(HOSTILE, "1,234\n人次", "1234", "人次"),
        _figure(HOSTILE, "2项", "2", "项"),
        _figure(HOSTILE, "30%—40%", "30", "%", "percent", upper="40", bound=">"),
        _figure(HOSTILE, "三项", "3", "项"),
    ]
    return [
        _report("年报/怪 名\u202e.txt", HOSTILE, hostile),
        _report("plain.txt", PLAIN, _plain_figures(PLAIN)),
    ]


def _plain_figures(source: str) -> list[Figure]:
    return [
        _figure(source, "18件", "18", "件"),
        _figure(source, "5次", "5", "次"),
        _figure(source, "269.95亿元", "26995000000", "元", "money"),
    ]


def empty_store(path: Path, repeated: bool = False) -> Path:
    """A store of the reports in which nobody decided anything; ``repeated`` has the plain one once more,
    under another heading."""
    return _of_three(path) if repeated else _of_two(path)


@copied_undecided
def _of_two(path: Path) -> Path:
    return _loaded(path, reports())


@copied_undecided
def _of_three(path: Path) -> Path:
    again = PLAIN.replace("一、工作", "一、职责")
    return _loaded(path, [*reports(), _report("again.txt", again, _plain_figures(again))])


def _loaded(path: Path, reports: list[NewReport]) -> Path:
    writer = StoreWriter(new_store(path))
    for report in reports:
        writer.insert(report, "2026-01-01T00:00:00.000Z").result()
    writer.close()
    return path


class Reviewer:
    """Somebody who decides in a store."""

    def __init__(self, path: Path, name: str, doc: str) -> None:
        self.path = path
        self._review = Review(path, name)
        with StoreReader(path) as reader:
            self._report = reader.report(reader.find_report(doc))
        self.session: Session = self._review.session
        self.session.open(self._report)
        self.source = self._report.reading.source

    def at(self, surface: str) -> Figure:
        """Go to the figure with this surface, seeing what others said of it meanwhile."""
        with StoreReader(self.path) as reader:
            self.session.open(reader.report(reader.find_report(self._report.summary.sha256)))
        for index, stored in enumerate(self.session.figures):
            if stored.figure.surface == surface:
                self.session.go(index)
                return stored.shown
        raise LookupError(surface)

    def keep(self, step: Step | None) -> None:
        assert step is not None
        self._review.record(step).result()
        self.session.accept(step)

    def verify(self, surface: str) -> None:
        self.at(surface)
        self.keep(self.session.figure_steps.decide("verified"))

    def reject(self, surface: str, reason_class: str | None = None) -> None:
        self.at(surface)
        self.keep(self.session.figure_steps.decide("wrong", "not_a_figure", reason_class))  # type: ignore[arg-type]  # literals of the example

    def correct(self, surface: str, **fields: str) -> None:
        self.keep(self.session.figure_steps.correct(replace(self.at(surface), **fields)))  # type: ignore[arg-type]  # literals of the example

    def respan(self, surface: str, wider: str) -> None:
        """Correct the span to that of ``wider``."""
        figure = self.at(surface)
        start = self.source.index(wider)
        moved = replace(figure, start=start, end=start + len(wider), surface=wider, text=wider)
        self.keep(self.session.figure_steps.correct(moved))

    def comment(self, surface: str, words: str) -> None:
        self.at(surface)
        self.keep(self.session.figure_steps.comment(words))

    def add(self, surface: str, value: str, unit: str) -> None:
        self.keep(self.session.figure_steps.add(_figure(self.source, surface, value, unit)))

    def rule_out(self, surface: str) -> None:
        """Say that a candidate is none."""
        start = self.source.index(surface)
        self.keep(self.session.section_steps.rule_out((start, start + len(surface))))

    def sign_off(self, section: int) -> None:
        self.keep(self.session.section_steps.sign_off(section))

    def undo(self) -> None:
        """Take back the last move."""
        self.keep(self.session.undo_steps.undo(*self._review.entries_to_undo()))

    def close(self) -> None:
        self._review.close()


@copied
def decided_store(path: Path) -> Path:
    """A store of the reports with decisions of all sorts, of two reviewers; the same site in each test."""
    empty_store(path)
    ann = Reviewer(path, ANN, "怪")
    ann.verify("48件")
    ann.comment("48件", "see \u2028 page\t3\n# two")
    ann.correct("36件", value="37", subject="办结案件\u0085")
    ann.reject("75%", "vague")
    ann.respan("3场\t次", "培训\u20283场\t次")
    ann.correct("1,234\n人次", unit="人", bound=">")
    ann.correct("30%—40%", upper="45", kind="ratio")
    ann.reject("三项")
    ann.add("两次", "2", "次")
    ann.correct("两次", value="3")
    ann.add("15个", "15", "个")
    ann.comment("2项", "only a comment")
    ann.rule_out("2021年")
    ann.sign_off(1)
    ann.close()
    ben = Reviewer(path, BEN, "怪")
    ben.correct("48件", kind="rank")
    ben.respan("36件", "48件，办结\n36件")
    ben.verify("75%")
    ben.verify("两次")
    ben.reject("15个", "naming")
    ben.verify("2项")
    ben.sign_off(0)
    ben.close()
    again = Reviewer(path, ANN, "plain")
    again.verify("18件")
    again.at("5次")
    again.keep(again.session.figure_steps.decide("unsure"))
    again.at("269.95亿元")
    again.keep(again.session.figure_steps.decide("wrong"))
    again.sign_off(1)
    again.close()
    return path


@copied
def barely_decided_store(path: Path) -> Path:
    """A store in which ann verified a figure of either report; the same site in each test."""
    empty_store(path)
    for doc, surface in (("plain", "18件"), ("怪", "48件")):
        ann = Reviewer(path, ANN, doc)
        ann.verify(surface)
        ann.close()
    return path
