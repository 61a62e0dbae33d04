"""Headings without a number on a line of their own: 工作开展情况, 强化组织领导, Markdown's."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.lines import Line
from fzreview.reading.outline.marks import OWN_LINE, Style, mark_at_start
from fzreview.reading.outline.rules import BRACKETED, FOREWORD, MARKDOWN, NAMED, TASK, YEAR

_SIGNS: Final = "#* ：:"
_LONG_LINE: Final = 40
_SHORTEST: Final = 3
_LONGEST: Final = 32
_LONGEST_MARKDOWN: Final = 60
_MARKDOWN: Final = re.compile(r"(#{1,6}) ")
_NAMED: Final = re.compile(
    r"^[^，。；：,;:|、\d]{0,14}(?:情况|工作|问题|不足|成效|做法|措施|打算|安排|计划|思路|建议|回顾|任务|目标|经验|亮点|特色|困难|重点|结语|前言|概述|引言)$"
)
_TASK: Final = re.compile(
    "^(?:加强|强化|完善|深化|推进|推动|优化|健全|落实|提升|提高|加大|坚持|全面|深入|积极|大力|依法|严格|规范|持续|切实|着力|创新)"
)
_YEAR_HEADING: Final = re.compile(
    r"^(?:19|20)\d{2}年?度?[^，。；：,;:|]{2,24}(?:情况|工作|问题|成效|打算|安排|计划|回顾|任务|重点|总结)$"
)
_FRAME: Final = re.compile(r"^(?:前\s?言|引\s?言|序\s?言|导\s?言|概\s?述|摘\s?要|结\s?语|结束语)$")
"""Own-line headings that stand beside the numbered ones and never above them."""
_BRACKETED: Final = re.compile("【([\u4e00-\u9fff“”、 ]{2,20})】")
"""A heading between brackets of its own: 【主要做法】."""
_ANY_STOP: Final = re.compile("[。；，：！？,;:!?|]")
_SENTENCE_END: Final = ("。", "！", "；", "：", "”")

OWN_TASK: Final = Style(f"{OWN_LINE.name}_task", OWN_LINE.rank)
"""Headings that tell a task, where others like 工作情况 stand right over them."""


def is_frame(text: str) -> bool:
    """前言, 结语 and their like."""
    return _FRAME.match(label_of(text)) is not None


def own_line_rule(lines: list[Line], index: int, *, first: bool) -> Rule | None:
    """The rule by which a line without a number is a heading; None where it is none.

    ``first`` tells that no title and no heading stands before the line ``index``.
    """
    text = label_of(lines[index].text)
    if _MARKDOWN.match(lines[index].text) and text:
        return MARKDOWN if len(text) <= _LONGEST_MARKDOWN else None
    if index + 1 >= len(lines):
        return None
    if _FRAME.match(text) and len(lines[index + 1].text) >= _LONG_LINE:
        return FOREWORD
    rule = _rule_of_label(lines[index].text.strip(_SIGNS), text) if _may_be_label(text) else None
    if rule is None:
        return None
    if not _holds_text(lines, index) and not stands_over_task(lines, index):
        return None
    above = lines[index - 1].text if index else ""
    return None if first and above and len(above) < _LONGEST and mark_at_start(above) is None else rule


def _rule_of_label(line: str, label: str) -> Rule | None:
    if _BRACKETED.fullmatch(line):
        return BRACKETED
    forms = ((_NAMED, NAMED), (_TASK, TASK), (_YEAR_HEADING, YEAR))
    return next((rule for form, rule in forms if form.match(label)), None)


def own_line_style(text: str, *, tasks_below: bool) -> Style:
    """How the heading ``text`` nests; ``tasks_below`` as `stands_over_task` found it anywhere."""
    hashes = _MARKDOWN.match(text)
    if hashes:
        return Style(f"{OWN_LINE.name}{len(hashes[1])}", OWN_LINE.rank)
    return OWN_TASK if tasks_below and not _is_named(label_of(text)) else OWN_LINE


def stands_over_task(lines: list[Line], index: int) -> bool:
    """Whether the line, named like 工作情况, stands right over a heading that tells a task."""
    if index + 2 >= len(lines) or _MARKDOWN.match(lines[index].text):
        return False
    over = label_of(lines[index].text)
    if not (_may_be_label(over) and _is_named(over)):
        return False
    task = label_of(lines[index + 1].text)
    return (
        _TASK.match(task) is not None
        and _may_be_label(task)
        and not _is_named(task)
        and _holds_text(lines, index + 1)
    )


def label_of(line: str) -> str:
    """The wording of such a heading, without the signs of Markdown and brackets around the whole."""
    label = line.strip(_SIGNS)
    bracketed = _BRACKETED.fullmatch(label)
    return bracketed[1].strip() if bracketed is not None else label


def _is_named(text: str) -> bool:
    return _NAMED.match(text) is not None or _YEAR_HEADING.match(text) is not None


def _may_be_label(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST and not _ANY_STOP.search(text)


def _holds_text(lines: list[Line], index: int) -> bool:
    """Whether a paragraph or a numbered heading stands right below the line."""
    below = lines[index + 1].text
    return len(below) >= _LONG_LINE or below.endswith(_SENTENCE_END) or mark_at_start(below) is not None
