"""Headings without a number: short sentences like 加强组织领导。 that head what follows them.

Only their form and their place tell them from ordinary short sentences: they open a paragraph, or follow in
a paragraph that one of them opened; they begin with the verb of a task, tell no number and no deed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.outline.rules import LABEL, PARALLEL, SENTENCE
from fzreview.text.sentences.quoted import sentence_end

_BARE: Final = (
    "加强|强化|完善|深化|推进|推动|优化|健全|落实|提升|提高|加大|加快|营造|严格|规范|做好|突出|抓实|抓好|抓牢|抓紧|探索|构建|夯实|创新|坚持|聚焦|聚力|"
    "统筹|明确|压实|畅通|拓展|拓宽|打造|实施|筑牢|把好|守住|严把|严守|严肃|严抓|狠抓|厘清|理顺|转变|促进|保障|维护|建立|凝聚|激发|释放|破解|织密|建强|"
    "培育|丰富|改进|改善|增强|搭建|树立|发挥|把握|切实|着力|注重|推行|履行|防范|化解|简化|精简|放宽|用好|用活|管好|建好|建优|配强|"
    "打击|整治|惩治|高位|精准|提速|提质|提标|扩大|巩固|紧盯|紧扣|立足|围绕|以|靠前|前移|创建|培养|倡导|弘扬|引导|贯彻|学习|尊崇"
)
_ADVERB: Final = (
    "全面|深入|积极|大力|扎实|自觉|充分|认真|主动|依法|有效|持续|进一步|广泛|高度|稳步|有序|及时|带头|牢固|始终|努力|着重|重视|不断|纵深|"
    "严厉|科学|高效|多元|多措|从严|常态|协同|系统|重点|率先"
)
_STARTS_BARE: Final = re.compile(rf"(?:{_BARE})")
_STARTS_ANY: Final = re.compile(rf"(?:{_BARE}|{_ADVERB})")
_STATE: Final = re.compile(
    r"[\u4e00-\u9fff]{3,12}(?:体系化|[\u4e00-\u9fff]化|合法合规|有力有效|规范有序|更加\S{2}|显著\S{2}|明显\S{2}|不断\S{2}|持续\S{2}|进一步\S{2}|"
    r"有序|有力|有效|到位|健全|完备|顺畅)"
)
_DEED: Final = re.compile(
    "[0-9０-９%％]|了|已|《|共[计有]|累计|为[^企民]|均|被|曾|正在|可|将|全年|今年|去年|我[市区县省局]|本[市区县省局]|目前|截至|[一二三四五六七八九十]+[个件次项]"
)
_LABEL: Final = re.compile("[\u4e00-\u9fff]{2,8}。(?=.{20})")
_QUOTED: Final = re.compile("“[^”]*”")
_COMMA: Final = re.compile("[，,]")
_SHORTEST: Final = 4
_LONGEST: Final = 16
_LONGEST_HALF: Final = 13
_TEXT_BEHIND: Final = 12
# Short tasks that follow each other closely are the text itself, as in work reports, not its headings.
_TEXT_BETWEEN: Final = 35
_TEXT_BEHIND_FIRST: Final = 20
_PARALLEL: Final = 3


Heading = tuple[int, int, Rule]
"""Start and end of a heading, and the rule that makes it one."""


class Sentence(NamedTuple):
    start: int
    end: int
    """Before its full stop."""
    text: str


def opens_with_label(text: str) -> bool:
    """Whether a paragraph begins with a name for what follows: ``城管执法。查处…``.

    One such paragraph shows nothing; several of a report are a row.
    """
    return _LABEL.match(text) is not None and not _DEED.search(text[: text.index("。")])


def plain_headings(
    text: str, start: int, stop: int, *, opens_line: bool, labelled: bool = False
) -> list[Heading]:
    """The unnumbered run-in headings of a paragraph between ``start`` and ``stop``.

    ``opens_line`` tells that no numbered heading stands before ``start`` on the line, ``labelled`` that
    paragraphs of the report open with labels (`opens_with_label`).
    """
    if stop - start < _TEXT_BEHIND_FIRST:
        return []
    first = _sentence(text, start, stop)
    if first is None:
        return []
    named = labelled and opens_line and opens_with_label(text[start:stop])
    if not named and not _opens(first, stop, opens_line=opens_line):
        alike = not opens_line and text.count("。", start, stop) >= _PARALLEL
        return _parallel(_sentences(text, start, stop), stop) if alike else []
    sentences = _sentences(text, start, stop)
    rule = LABEL if named and not _opens(first, stop, opens_line=opens_line) else SENTENCE
    found: list[Heading] = [(first.start, first.end, rule)]
    last = first.end
    for sentence in sentences[1:]:
        if stop - sentence.end < _TEXT_BEHIND or not _is_heading(sentence.text, strong=opens_line):
            continue
        if sentence.start - last >= _TEXT_BETWEEN:
            found.append((sentence.start, sentence.end, SENTENCE))
        last = sentence.end
    return found if opens_line else _in_order([*found, *_parallel(sentences, stop)])


def _opens(first: Sentence, stop: int, *, opens_line: bool) -> bool:
    if stop - first.end < _TEXT_BEHIND_FIRST:
        return False
    if _is_heading(first.text, strong=opens_line):
        return True
    return opens_line and _is_pair(first.text) and _STARTS_ANY.match(first.text) is not None


def _is_heading(sentence: str, *, strong: bool) -> bool:
    if not _SHORTEST <= len(sentence) <= _LONGEST or _COMMA.search(sentence) or _tells_a_deed(sentence):
        return False
    if strong:
        return _STARTS_ANY.match(sentence) is not None or _STATE.fullmatch(sentence) is not None
    return _STARTS_BARE.match(sentence) is not None


def _tells_a_deed(sentence: str) -> bool:
    """Whether it states a number or a finished deed; a name in quotation marks states nothing."""
    return _DEED.search(_QUOTED.sub("", sentence)) is not None


def _is_pair(sentence: str) -> bool:
    """Two short clauses: 加强领导,完善机制."""
    halves = _COMMA.split(sentence)
    if len(halves) != 2 or _tells_a_deed(sentence):
        return False
    return all(_SHORTEST - 1 <= len(half) <= _LONGEST_HALF for half in halves)


def _parallel(sentences: list[Sentence], stop: int) -> list[Heading]:
    """Short sentences, at least three, that begin with the same two characters: 聚力…, …。 聚力…, …。"""
    groups: dict[str, list[Heading]] = {}
    for sentence in sentences:
        short = _is_heading(sentence.text, strong=True) or _is_pair(sentence.text)
        if short and _STARTS_ANY.match(sentence.text) and stop - sentence.end >= _TEXT_BEHIND:
            groups.setdefault(sentence.text[:2], []).append((sentence.start, sentence.end, PARALLEL))
    return _in_order(one for group in groups.values() if len(group) >= _PARALLEL for one in group)


def _in_order(headings: Iterable[Heading]) -> list[Heading]:
    """Each place once, by the first rule that names it."""
    rules: dict[tuple[int, int], Rule] = {}
    for start, end, rule in headings:
        rules.setdefault((start, end), rule)
    return [(start, end, rules[start, end]) for start, end in sorted(rules)]


def _sentence(text: str, start: int, stop: int) -> Sentence | None:
    while start < stop and text[start] in " 。；;":
        start += 1
    end = text.find("。", start, min(stop, start + 400))
    return None if end < 0 else Sentence(start, end, text[start:end])


def _sentences(text: str, start: int, stop: int) -> list[Sentence]:
    found = []
    while start < stop:
        end = sentence_end(text, start, stop)
        if end is None:
            break
        while start < end and text[start] in " ”":
            start += 1
        if text[end] == "。":
            found.append(Sentence(start, end, text[start:end]))
        start = end + 1
    return found
