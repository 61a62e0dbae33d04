"""The context of a number: the wording before and behind it, and what its clause and sentence share."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from fzreview.language.words import words
from fzreview.reading.figures.subjects.phrases import (
    clean_left,
    clean_right,
    is_deed,
    object_in,
    verb_in,
)
from fzreview.reading.figures.subjects.verbs import VERBS, verb_at
from fzreview.reading.figures.subjects.word_classes import CHANGED, FROM, changed_to
from fzreview.text.sentences.clauses import Clause, Clauses

REACH: Final = 120
"""Characters context a number that its subject is looked for in."""
CONNECTORS: Final = words("以及 和 及 与 、 或 暨")
_ADDRESSING: Final = "对向为给"
_NAME: Final = 16
"""Characters of a clause that may be a name by itself."""
_WORDS: Final = re.compile("[\u4e00-\u9fff]+")
_EDITION: Final = re.compile(r"[(（][^()（）]*[)）]")
_LEVEL: Final = re.compile("(?:国家|省|部|市|州|县|区|县区|乡|镇|乡镇|街道|村|社区)级")
_HELD_REACH: Final = 20
"""Characters of what was held over the years: 连续三年保持在90%以上."""
_BRACKETS: Final = 40
"""Characters of brackets between a thing and its predicate, at most."""
ROW: Final = 8
"""Numbers of one clause that share a predicate, at most."""
_LONGEST_OBJECT: Final = 10
_PREPOSITIONS: Final = ("到", "至", "给", "于", "在", "由")
_FROM_REACH: Final = 24
_OF_BODIES: Final = ("个", "家", "名", "所")
_NAMES_ON: Final = words(
    "人员 机构 部门 对象 队伍 中心 服务 工作 事项 案件 领域 项目 站 室 点 所 窗口 平台 员 委员会 卡 机 设备"
)
_LONGEST_THING: Final = 20
_SUMMED: Final = words("共 共计 合计 总计 累计 总共")
_MANNER: Final = re.compile(
    "(?:扎实|全面|深入|持续|有序|稳步|大力|着力|积极|统筹|协同|一体|不断|有效|切实|坚持|高质量|系统)+"
)
_TITLE: Final = re.compile("《([^《》]{2,30})(?:[(（][^()（）]{1,8}[)）])?》")
_AMONG: Final = re.compile("(?<=[\u4e00-\u9fff]{2})(?<![其集])中(?:仅|只|尚|仍|已|还|现|具|有(?!心))")
"""15名队员中有…的仅2名: the first number counts what stands before 中."""
_WHOLE: Final = re.compile(r"(?:的[^,，。;；]{2,10}|\A[ 　]*[\u4e00-\u9fff]{3,14})(?<![程当其])中\Z")
_BY_MEANS: Final = re.compile(
    "依托|借助|经(?!济|营|费|办)|利用|运用|依靠|通过(?!率)|采取|采用|聚焦|立足|按照|根据|依照|紧扣|紧盯|坚持|本着|为(?:了|进一步|有效|切实)"
)
"""How, by what or what for something was done: nothing that could be counted later."""
_SHARED: Final = ("均", "都", "全部")
_TAILS: Final = words(
    """
    均 都 全部 分别 已 共同 进行 开展 实现 参加 参与 获 被 完成 达到 纳入 进驻 设立 “全覆盖”
    """
)


class Counted(NamedTuple):
    """A figure as the subject grammar sees it. Offsets are those of the clean text."""

    start: int
    end: int
    unit: str
    kind: str


class Context:
    """Cuts wordings out of the clean text; ``text`` is its folded twin that rules look at."""

    def __init__(self, text: str, wording: str, counted: Sequence[Counted], clauses: Clauses) -> None:
        self._text = text
        self._wording = wording
        self._counted = counted
        self._clauses = clauses
        self._starts = [figure.start for figure in counted]

    def clause(self, index: int) -> Clause:
        """The clause of the figure ``index``."""
        return self._clauses.at(self._counted[index].start)

    def spoken(self, index: int) -> bool:
        """Whether the figure is written with Chinese numerals."""
        return not self._text[self._counted[index].start].isdigit()

    def before(self, index: int, since: int) -> str:
        """The raw wording from ``since`` to the figure."""
        start = self._counted[index].start
        return self._wording[max(since, start - REACH) : start]

    def behind(self, index: int, clause: Clause, depth: int = 0) -> str:
        """The cleaned wording behind the figure, with the predicate that it shares with its neighbours."""
        figure = self._counted[index]
        following = self._counted[index + 1].start if index + 1 < len(self._counted) else clause.end
        if following >= clause.end:
            right = clean_right(self._wording[figure.end : min(clause.end, figure.end + REACH)])
            right += self._beyond_brackets(clause) if right else ""
            return right + self._shared_behind(clause) if right and len(right) <= 12 else right
        if following == figure.end and depth < ROW:
            return self.behind(index + 1, clause, depth + 1)
        raw = self._wording[figure.end : min(following, figure.end + REACH)].rstrip(" 第前")
        among = _AMONG.search(raw)
        if among is not None:
            return clean_right(raw[: among.start()])
        if figure.kind == "duration" and raw.endswith("在") and clause.end - figure.end <= _HELD_REACH:
            return self._wording[figure.end : clause.end].replace("\n", "").strip()
        right = clean_right(raw)
        if right in _PREPOSITIONS:
            return ""
        if not right or right in _SUMMED:
            return self._shared_object(index, clause)
        start = max(clause.start, figure.start - _FROM_REACH)
        whose = raw.endswith("的") and len(right) > 2
        if whose and not changed_to(raw) and CHANGED.search(raw) is None:
            return right.removesuffix("的")
        if changed_to(raw.strip()) and FROM.search(self._text, start, figure.start):
            return ""
        if raw.rstrip().endswith(CONNECTORS):
            for word in CONNECTORS:
                right = right.removesuffix(word)
        else:
            changed = CHANGED.search(right)
            if changed is not None:
                return right[: changed.start()]
            if right[-1] in _ADDRESSING and len(right) > 2:
                return right[:-1]
            if verb_in(right):
                return right + self._without_numbers(index + 1, clause)
        if not raw.rstrip().endswith(CONNECTORS):
            right = _first_item(right)
        if _LEVEL.fullmatch(right):
            return right + self._at_last_level(index, clause)
        tail = self._tail(index, clause)
        return right if tail in right else right + tail

    def between(self, index: int) -> str:
        """The raw wording between the figure and the next one; empty where they stand far apart."""
        if index + 1 >= len(self._counted):
            return ""
        start, stop = self._counted[index].end, self._counted[index + 1].start
        return self._wording[start:stop].strip() if stop - start <= _NAME else ""

    def in_a_row(self, index: int, clause: Clause) -> int:
        """How many numbers of the clause follow each other from ``index`` on with no wording between."""
        last = index
        while last + 1 < len(self._counted) and last - index < ROW:
            following = self._counted[last + 1]
            if following.start >= clause.end or following.start - self._counted[last].end > 4:
                break
            if (
                self._wording[self._counted[last].end : following.start].strip(" 以上下左右第")
                not in CONNECTORS
            ):
                break
            last += 1
        return last - index + 1

    def context(self, clause: Clause) -> str:
        """What the sentence was about before this clause; empty where that is no thing."""
        earlier = self._clauses.before(clause)
        if earlier is None:
            return ""
        told = clean_left(self._told(earlier)).removesuffix("后").removesuffix("中")
        if _BY_MEANS.match(told):
            return ""
        thing = object_in(told)
        if thing == told and len(told) > _NAME:
            return ""
        if thing.startswith("《"):
            thing = _EDITION.sub("", thing).strip("《》")
        if len(thing) > _LONGEST_THING:
            return "" if thing.endswith("》") else thing[-12:]
        return thing

    def among(self, clause: Clause) -> bool:
        """Whether the clause before only names a whole: 受理的投诉中,物业类12件."""
        earlier = self._clauses.before(clause)
        return earlier is not None and _WHOLE.search(self._told(earlier)) is not None

    def purpose(self, clause: Clause) -> str:
        """What the clause behind says was done, where it holds no figure and is short."""
        behind = self._clauses.after(clause)
        if behind is None or self._holds_figure(behind):
            return ""
        told = _MANNER.sub("", clean_left(self._told(behind)))
        return told if len(told) <= _NAME else ""

    def title_before(self, clause: Clause, name: str) -> str:
        """The document that the clause before names in full: 修订《…条例》,条例共六章."""
        earlier = self._clauses.before(clause)
        found = None if earlier is None else _TITLE.search(self._told(earlier))
        return found.group() if found is not None and found[1].endswith(name[-2:]) else ""

    def clause_before(self, clause: Clause, *, bare: bool = False) -> str:
        """The cleaned wording of the clause before, for a number that stands alone in its own.

        ``bare`` asks for a clause without a figure only.
        """
        earlier = self._clauses.before(clause)
        if earlier is None or (bare and self._holds_figure(earlier)):
            return ""
        return clean_left(self._told(earlier))

    def begins_anew(self, clause: Clause) -> bool:
        """Whether a clause without a number before this one opens a new statement behind a semicolon."""
        earlier = self._clauses.before(clause)
        return (
            earlier is not None
            and clause.opened == ","
            and earlier.opened == ";"
            and not self._holds_figure(earlier)
        )

    def follows_of_which(self, clause: Clause) -> bool:
        """Whether 其中 and a mark stand before the clause: 其中：邻里49件."""
        return (
            clause.opened in (":", ",") and self._text[max(0, clause.start - 3) : clause.start - 1] == "其中"
        )

    def wording_before(self, clause: Clause) -> str:
        """The wording of the clause before, as it stands; empty where the sentence begins with this one."""
        earlier = self._clauses.before(clause)
        return "" if earlier is None else self._told(earlier)

    def any_wording(self, clause: Clause) -> str:
        """The words of the clause without its figures, or of the one before; empty where there are none."""
        for at in (clause, self._clauses.before(clause)):
            if at is not None:
                words_of = "".join(_WORDS.findall(self._outside_figures(at)))
                if len(words_of) > 1:
                    return words_of[:_NAME]
        return ""

    def _outside_figures(self, clause: Clause) -> str:
        pieces, start = [], clause.start
        first = bisect_left(self._starts, start)
        for figure in self._counted[first : first + ROW]:
            if figure.start >= clause.end:
                break
            pieces.append(self._wording[start : figure.start][-REACH:])
            start = figure.end
        return "".join(pieces) + self._wording[start : min(clause.end, start + REACH)]

    def _holds_figure(self, clause: Clause) -> bool:
        index = bisect_left(self._starts, clause.start)
        return index < len(self._starts) and self._starts[index] < clause.end

    def _told(self, clause: Clause) -> str:
        return self._wording[max(clause.start, clause.end - REACH) : clause.end]

    def _shared_behind(self, clause: Clause) -> str:
        """均设立了… in the clause behind a row of counts."""
        behind = self._clauses.after(clause)
        if behind is None or not self._text.startswith(_SHARED, behind.start):
            return ""
        return clean_right(self._told(behind)[1:])

    def _beyond_brackets(self, clause: Clause) -> str:
        """The predicate behind brackets that end the clause: 20个村（占总数的5%）已经通车."""
        if self._text[clause.end : clause.end + 1] != "(":
            return ""
        close = self._text.find(")", clause.end, clause.end + _BRACKETS)
        if close < 0:
            return ""
        beyond = self._clauses.at(close + 1)
        if beyond.start != close + 1 or self._holds_figure(beyond):
            return ""
        return clean_right(self._told(beyond))

    def _without_numbers(self, index: int, clause: Clause) -> str:
        """The rest of the clause from the figure ``index`` on, numbers left out."""
        pieces = []
        for at in range(index, min(index + ROW, len(self._counted))):
            figure = self._counted[at]
            if figure.start >= clause.end:
                break
            stop = self._counted[at + 1].start if at + 1 < len(self._counted) else clause.end
            pieces.append(self._wording[figure.end : min(stop, clause.end, figure.end + REACH)])
        return clean_right("".join(pieces))

    def _shared_object(self, index: int, clause: Clause) -> str:
        """The noun that the last of a row of predicates has for all: 取消12项、下放8项、合并6项审批事项."""
        if not verb_at(self._wording, self._counted[index].start - 2):
            return ""
        for at in range(index, min(index + ROW, len(self._counted) - 1)):
            following = self._counted[at + 1]
            if following.start >= clause.end:
                return ""
            between = self._wording[self._counted[at].end : following.start]
            if between[:1] not in CONNECTORS or between[1:] not in VERBS:
                return ""
            noun = clean_right(self._wording[following.end : min(clause.end, following.end + _NAME)])
            if noun and noun[0] not in CONNECTORS:
                return noun if len(noun) <= _LONGEST_OBJECT and noun[-2:] not in VERBS else ""
        return ""

    def _at_last_level(self, index: int, clause: Clause) -> str:
        """What the last item of a row names for all: 1个市级、9个县级公共法律服务中心."""
        last = index
        while last + 1 < len(self._counted) and self._counted[last + 1].start < clause.end:
            last += 1
            if last - index > ROW:
                return ""
        end = self._counted[last].end
        named = clean_right(self._wording[end : min(clause.end, end + REACH)])
        level = _LEVEL.match(named)
        return named[level.end() :] if level is not None else ""

    def _tail(self, index: int, clause: Clause) -> str:
        """The predicate that the last item of a row of counts carries for all of them."""
        last = index
        while last + 1 < len(self._counted) and self._counted[last + 1].start < clause.end:
            last += 1
            if last - index > ROW:
                return ""
        end = self._counted[last].end
        rest = self._wording[end : min(clause.end, end + REACH)]
        found = [at for at in (rest.find(word) for word in _TAILS) if at >= 2]
        if not found and self._counted[index].unit in _OF_BODIES:
            deed = next((at for at in range(1, len(rest) - 3) if is_deed(rest, at)), 0)
            told = deed and deed + 3 < len(rest) and "的" not in rest[:deed]
            found = [deed] if told and not rest.startswith(_NAMES_ON, deed + 2) else []
        return clean_right(rest[min(found) :]) if found else self._shared_behind(clause)


def _first_item(right: str) -> str:
    """The wording up to the first connector that stands outside brackets."""
    depth = 0
    for at, char in enumerate(right):
        depth += (char in "(（") - (char in ")）")
        if depth == 0 and at and (char in "、和" or right.startswith("以及", at)):
            return right[:at]
    return right
