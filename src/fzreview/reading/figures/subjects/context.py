"""The context of a number: the wording before it, and what its clause and sentence share."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from fzreview.reading.figures.subjects.cleaning import clean_left
from fzreview.reading.figures.subjects.objects import object_in
from fzreview.reading.figures.subjects.wordings import CONNECTORS, LONGEST_NAME, REACH, ROW, Wordings
from fzreview.text.sentences.clauses import Clause

_WORDS: Final = re.compile("[\u4e00-\u9fff]+")
_EDITION: Final = re.compile(r"[(（][^()（）]*[)）]")
_LONGEST_THING: Final = 20
_DIVIDED: Final = re.compile(
    "[\u4e00-\u9fff]{2,4}(?:类型|种类|构成)(?:依次|分别|主要)?[为是]\\Z"
    "|(?:按|按照|从)[^,。;；，]{2,10}(?:划?分|[来上]?看)\\Z"
)
_DIVIDED_REACH: Final = 16
_MANNER: Final = re.compile(
    "(?:扎实|全面|深入|持续|有序|稳步|大力|着力|积极|统筹|协同|一体|不断|有效|切实|坚持|高质量|系统)+"
)
_TITLE: Final = re.compile("《([^《》]{2,30})(?:[(（][^()（）]{1,8}[)）])?》")
_FEW_OR_MANY: Final = re.compile(
    "(?<=[\u4e00-\u9fff]{3})(?<![减增最至不])(?:总体|普遍|依然|还|仍)?(?:偏[少多]|较[少多]|[多少])\\Z"
)
"""That there are few or many, before their share: 数据分析人才偏少，仅占6.5%."""
_CARRIED: Final = re.compile("[ 　]*(?:加上?|连同|算上|含)(?:旧存|上年|上期|往年|结转|未结)")
"""What was carried over, before the sum of what was due: 收到申请36件；加上旧存，应办48件."""
_TREATED: Final = re.compile("对(?P<thing>[^,，。;；、]{2,12}?)(?:先(?=[^,，。;；]{2,6}、?[后再])|早发现)")
"""Whom or what was treated step by step: 对占道经营先劝导、后处罚，教育劝离36起."""
_WORKED_ON: Final = re.compile(
    "对(?![外口象照接应标比])(?P<things>[^,，。;；:：]{2,30}?)(?:逐一|集中|统一|全面|联合)*(?:进行|开展|实施|予以|加以)[^,，。;；:：]{2,16}\\Z"
)
"""What was gone through, with a deed that names no thing of its own: 对存量文件开展清理：废止36件."""
_STAFFED: Final = re.compile(
    "(?P<thing>[\u4e00-\u9fff、]{2,12}?(?:人员|队伍|力量|干部|骨干|律师|编制))(?:普遍|总体|相对)?"
    "(?:流动性|流动|流失|更替|变动|不稳定?|老化|断层|不足|紧缺|短缺|紧张|薄弱|偏[少弱大老高]|较[少弱大多高])"
)
"""Whose state a clause tells: 执法辅助人员流动性大，全年离职9人."""
_SPREAD: Final = re.compile(
    "(?:(?<=[,;])主要|(?P<thing>[\u4e00-\u9fff]{2,10}?)(?:主要)?)(?:集中|分布)[于在]"
    "(?:[\u4e00-\u9fff]{2,12}[(][^()]{1,10}[)][、和及])*(?P<kind>[\u4e00-\u9fff]{2,12})\\Z"
)
_WHOLE: Final = re.compile(r"(?:的[^,，。;；]{2,10}|\A[ 　]*[\u4e00-\u9fff]{3,14})(?<![程当其])中\Z")
_IN_A_FIELD: Final = re.compile("在[^,，。;；]{2,16}(?:方面|领域|环节|上)\\Z")
"""在行政执法方面: which part of the work a sentence is about; what is counted is told behind it."""
_BY_MEANS: Final = re.compile(
    "依托|借助|经(?!济|营|费|办)|利用|运用|依靠|通过(?!率)|采取|采用|聚焦|立足|按照|根据|依照|紧扣|紧盯|坚持|本着|为(?:了|进一步|有效|切实)"
)
"""How, by what or what for something was done: nothing that could be counted later."""


class Context(Wordings):
    """Cuts wordings out of the clean text."""

    def spoken(self, index: int) -> bool:
        """Whether the figure is written with Chinese numerals."""
        return not self.text[self.counted[index].start].isdigit()

    def before(self, index: int, since: int) -> str:
        """The raw wording from ``since`` to the figure."""
        start = self.counted[index].start
        return self.wording[max(since, start - REACH) : start]

    def item_start(self, index: int, clause: Clause) -> int:
        """Where the wording of the figure begins: with its clause, or behind the number before it there."""
        return max(clause.start, self.counted[index - 1].end) if index else clause.start

    def between(self, index: int) -> str:
        """The raw wording between the figure and the next one; empty where they stand far apart."""
        if index + 1 >= len(self.counted):
            return ""
        start, stop = self.counted[index].end, self.counted[index + 1].start
        return self.wording[start:stop].strip() if stop - start <= LONGEST_NAME else ""

    def in_a_row(self, index: int, clause: Clause) -> int:
        """How many numbers of the clause follow each other from ``index`` on with no wording between."""
        last = index
        while last + 1 < len(self.counted) and last - index < ROW:
            following = self.counted[last + 1]
            if following.start >= clause.end or following.start - self.counted[last].end > 4:
                break
            if (
                self.wording[self.counted[last].end : following.start].strip(" 以上下左右第")
                not in CONNECTORS
            ):
                break
            last += 1
        return last - index + 1

    def in_a_pair(self, index: int, clause: Clause) -> bool:
        """Whether 和, 、 or the like joins the figure, with its noun, to a neighbour in its clause."""
        for one in (index - 1, index):
            if one < 0 or one + 1 >= len(self.counted) or self.counted[one].start < clause.start:
                continue
            start, stop = self.counted[one].end, self.counted[one + 1].start
            near = stop < clause.end and stop - start <= LONGEST_NAME
            if near and self.wording[start:stop].rstrip().endswith(CONNECTORS):
                return True
        return False

    def context(self, clause: Clause) -> str:
        """What the sentence was about before this clause; empty where that is no thing."""
        earlier = self.clauses.before(clause)
        if earlier is None:
            return ""
        raw = self.told(earlier)
        treated = _TREATED.match(raw.lstrip())
        if treated is not None:
            return treated["thing"]
        worked_on = _WORKED_ON.match(raw.strip())
        if worked_on is not None:
            return _without_attribute(clean_left(worked_on["things"]))
        staffed = _STAFFED.match(raw.lstrip())
        if staffed is not None:
            return clean_left(staffed["thing"])
        told = clean_left(raw)
        if told.endswith(("多", "少")):
            told = _FEW_OR_MANY.sub("", told)
        told = told.removesuffix("后").removesuffix("中").removesuffix("时")
        if (
            _IN_A_FIELD.match(raw.strip())
            or _BY_MEANS.match(raw.lstrip())
            or _BY_MEANS.match(told)
            or _WORDS.search(told) is None
        ):
            return ""
        thing = object_in(told)
        if thing.count("”") > thing.count("“"):
            thing = told[told.rfind("“") :]
        if thing == told and len(told) > LONGEST_NAME:
            return ""
        if thing.startswith("《"):
            thing = _EDITION.sub("", thing).strip("《》")
        if len(thing) > _LONGEST_THING:
            return "" if thing.endswith("》") else thing[-12:]
        return thing

    def among(self, clause: Clause) -> bool:
        """Whether the clause before only names a whole: 受理的投诉中,物业类12件."""
        earlier = self.clauses.before(clause)
        return earlier is not None and _WHOLE.search(self.told(earlier)) is not None

    def purpose(self, clause: Clause) -> str:
        """What the clause behind says was done, where it holds no figure and is short."""
        behind = self.clauses.after(clause)
        if behind is None or self.holds_figure(behind):
            return ""
        told = _MANNER.sub("", clean_left(self.told(behind)))
        return told if len(told) <= LONGEST_NAME else ""

    def title_before(self, clause: Clause, name: str) -> str:
        """The document that the clause before names in full: 修订《…条例》,条例共六章."""
        earlier = self.clauses.before(clause)
        found = None if earlier is None else _TITLE.search(self.told(earlier))
        return found.group() if found is not None and found[1].endswith(name[-2:]) else ""

    def spread_before(self, clause: Clause) -> tuple[str, str] | None:
        """What is spread over a row of kinds, each with its number in brackets, and the kind before these
        brackets: 案件集中于建筑业(62件)、餐饮业(48件). The thing is empty where it was told before.
        """
        start = max(0, clause.start - 1 - REACH)
        row = _SPREAD.search(self.text, start, clause.start - 1)
        if row is None:
            return None
        return "" if row["thing"] is None else self.wording[slice(*row.span("thing"))], self.wording[
            slice(*row.span("kind"))
        ]

    def title_told(self, clause: Clause) -> str:
        """The document that an earlier clause of the sentence names in full; empty where none does."""
        earlier = self.clauses.before(clause)
        while earlier is not None and earlier.sentence == clause.sentence:
            found = _TITLE.search(self.told(earlier))
            if found is not None:
                return found.group()
            earlier = self.clauses.before(earlier)
        return ""

    def clause_before(self, clause: Clause, *, bare: bool = False) -> str:
        """The cleaned wording of the clause before, for a number that stands alone in its own.

        ``bare`` asks for a clause without a figure only.
        """
        earlier = self.clauses.before(clause)
        if earlier is None or (bare and self.holds_figure(earlier)):
            return ""
        return clean_left(self.told(earlier))

    def begins_anew(self, clause: Clause) -> bool:
        """Whether a clause without a number before this one opens a new statement behind a semicolon."""
        earlier = self.clauses.before(clause)
        return (
            earlier is not None
            and clause.opened == ","
            and earlier.opened == ";"
            and not self.holds_figure(earlier)
            and not self.follows_of_which(clause)
            and not _CARRIED.match(self.told(earlier))
        )

    def follows_of_which(self, clause: Clause) -> bool:
        """Whether 其中 and a mark, or 按类型分 and the like, stand before the clause: 其中：邻里49件."""
        if clause.opened not in (":", ","):
            return False
        before = self.text[max(0, clause.start - _DIVIDED_REACH) : clause.start - 1]
        return before.endswith("其中") or (
            before[-1:] in ("分", "看", "为", "是") and _DIVIDED.search(before) is not None
        )

    def wording_before(self, clause: Clause) -> str:
        """The wording of the clause before, as it stands; empty where the sentence begins with this one."""
        earlier = self.clauses.before(clause)
        return "" if earlier is None else self.told(earlier)

    def label(self, clause: Clause) -> Clause | None:
        """The clause that names, before a colon, what its value counts: 调解和解率：31.2%."""
        earlier = self.clauses.before(clause)
        if earlier is None or earlier.end != clause.start - 1 or self.holds_figure(earlier):
            return None
        return earlier if self.told(earlier).strip() else None

    def any_wording(self, clause: Clause) -> str:
        """The words of the clause without its figures, or of the one before; empty where there are none."""
        for at in (clause, self.clauses.before(clause)):
            if at is not None:
                words_of = "".join(_WORDS.findall(self._outside_figures(at)))
                if len(words_of) > 1:
                    return words_of[:LONGEST_NAME]
        return ""

    def _outside_figures(self, clause: Clause) -> str:
        pieces, start = [], clause.start
        first = bisect_left(self.starts, start)
        for figure in self.counted[first : first + ROW]:
            if figure.start >= clause.end:
                break
            pieces.append(self.wording[start : figure.start][-REACH:])
            start = figure.end
        return "".join(pieces) + self.wording[start : min(clause.end, start + REACH)]


def _without_attribute(things: str) -> str:
    """行政规范性文件 of 十年来印发的行政规范性文件."""
    thing = things.rpartition("的")[2]
    return thing if len(thing) > 1 else things
