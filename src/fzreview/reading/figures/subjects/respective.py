"""Rows with 分别: several numbers that belong, one by one, to several things told before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from fzreview.language.words import any_of, words
from fzreview.reading.figures.subjects.changes import ungrown
from fzreview.reading.figures.subjects.cleaning import clean_left
from fzreview.reading.figures.subjects.phrases import joined
from fzreview.reading.figures.subjects.rates import is_bare_rate
from fzreview.reading.figures.subjects.word_classes import CHANGED, GROWTH

_PARTS: Final = re.compile(r"、|以及|和(?![解谐平睦])|(?<![涉惠普波以])及(?![时早格])|与(?![会])")
_PERIODS: Final = re.compile(
    r"(?P<first>[一二三四五六七八九十])(?P<more>(?:(?:、|和|及|与)[一二三四五六七八九十])+)(?P<of>季度|月份?)\Z"
)
"""投诉一、二、三季度分别为86、71和33件."""
_MEASURE: Final = re.compile(
    any_of("年均 平均 (?:月|年)?人均[^、和及与]{0,8}? 户均[^、和及与]{0,8}? 亩均[^、和及与]{0,8}?")
    + "?"
    + any_of(
        """
        绿化面积 播种面积 种植面积 建筑面积
        产量 总产量 总产 单产 总量 数量 总额 金额 面积 人数 户数 件数 起数 增加值 总产值 产值 销售额 浓度
        价格 收入 支出 投资 比例 比重 占比 产能 余额 里程 存栏 出栏 增速 增幅 装机
        案件 排放总量 排放量 [^、和及与]{0,4}率 标准 水平 数 量 额 度 值
        """
    )
    + r"{1,3}\Z"
)
"""The head that the nouns of a coordination share, told with the last: 白银、精炼铜产量."""
_MEASURED: Final = "感率度额数量值"
"""Last characters of things that need no measure: 安全感."""
_ORDINALS: Final = re.compile(
    r"第(?P<first>[一二三四五六七八九十])(?P<more>(?:(?:、|和|及|与)第?[一二三四五六七八九十])+)(?P<of>[^、和及与]+)\Z"
)
"""第一、二、三产业增加值: things told by their ordinals, the noun at the last."""
_OTHER_SIDE: Final = re.compile("死亡|受伤|伤亡|涉案|直接经济损失|经济损失|财产损失")
"""Measures of what was counted first: 火灾起数、死亡人数."""
_NUMBERS_OF: Final = re.compile(
    "(?:起|件|次|人|户)数|(?:死亡|受伤|伤亡|受灾|涉案)人数|(?:受害|过火|受灾)?面积|数量|金额"
)
"""How many, how large: 发生火灾5起,起数、面积分别下降10%和8%."""
_HOLDERS: Final = re.compile(
    any_of(
        """
        城镇常住居民 农村常住居民 城镇居民 城市居民 农村居民 城乡居民 全体居民 居民 农民 牧民 渔民 农牧民 城镇
        农村 城市 乡村
        """
    )
)
"""Those whose measures rows tell one by one: 恩格尔系数分别为30%和35%."""
_OF_A_WHOLE: Final = re.compile("(?P<whole>[\u4e00-\u9fff]{2,12})中(?=[\u4e00-\u9fff]{1,6}类)")
"""The whole of a row of kinds: 复议案件中物业类、征收类分别占38%和29%."""
_ONE_RATE: Final = re.compile("(满意|同意|认可)[和及、](?:基本|比较)\\1率")
"""The name of one rate, although it joins two grades: 满意和基本满意率."""
_MEAN: Final = "平均"
_LONGEST_RATE: Final = 5
_GRADES: Final = frozenset(words("优秀 良好 一般 合格 较好 达标 及格 不合格 不达标 不及格"))
"""How things were found to be: 抽查案卷320本，优秀、合格的分别为105本和209本."""
_LIGHT_DEED: Final = re.compile("\\A(?:完成|开展|实施|组织|落实)(?=[\u4e00-\u9fff]{4})")
"""A verb that says nothing of its own, before the deed that a rate is the rate of: 完成国家抽检."""
_INSURED: Final = re.compile("保险|案件|纠纷|许可|事故")
"""Nouns that a row of kinds shares: 养老、失业、工伤保险."""
_LATE: Final = re.compile("(?:近年来|明显|大幅|逐步|继续|稳步|近几年|首次|双双|持续|均|都|全部|同时).*")
_ALL_TOLD: Final = re.compile("(?:[两二三四五六0-9]项)?(?:指数|指标|数据)(?:同比|较上年)?(?:全面|均)?")
"""四项指数: the figures told before, all of them."""
_TOGETHER: Final = re.compile("(?:“[^“”]*”|[两二三四五六2-9]项(?:指标|指数|数据))\\Z")
"""直接财产损失“四项指数”: a name of all of them."""


def respective_subjects(
    raw: str, count: int, earlier: Sequence[str], before: str, thing: str = ""
) -> list[str] | None:
    """The subjects of ``count`` numbers in a row behind the wording ``raw``; None where it holds no 分别.

    ``earlier`` are the subjects of the sentence so far: 案件2.3万起,金额1亿元,分别上升12%和8.5%. ``before``
    is the clause before where it holds no number: 甲、乙双双下降,分别下降5%和6%. ``thing`` is
    what the figure before counts: of it bare rates and grades are told.
    """
    parted = respectively_at(raw)
    if parted is None or count < 2:
        return None
    head, verb = raw[: parted.start()], clean_left(raw[parted.end() :])
    periods = _PERIODS.search(head)
    if periods is not None:
        thing = clean_left(head[: periods.start()]) or thing
        numbers = (periods["first"], *_ORDINAL.findall(periods["more"]))
        told = [thing + number + periods["of"] + verb for number in numbers]
        return told if len(told) == count else None
    ordinals = _ORDINALS.search(head.rstrip(" 再又已也均"))
    if ordinals is not None:
        things = _things_by_ordinal(ordinals)
        return [thing + verb for thing in things] if len(things) == count else None
    head = clean_left(head).removesuffix("再").removesuffix("又")
    if head.endswith(_MEAN) and "、" in head:
        head, verb = head.removesuffix(_MEAN), _MEAN + verb
    if _ALL_TOLD.fullmatch(head) and len(earlier) >= count:
        head = ""
    if not head or GROWTH.match(head + "增长"):
        things = _things(_LATE.sub("", before))
        if len(things) == count:
            return [thing + head + verb for thing in things]
        earlier = _changes_told_once(earlier)
        if len(earlier) < count:
            return None
        return [subject + head + verb for subject in earlier[-count:]]
    things = _things(_TOGETHER.sub("", head))
    if len(things) == 1 and len(earlier) >= count:
        holders = [_HOLDERS.match(subject) for subject in earlier[-count:]]
        told = [holder.group() for holder in holders if holder is not None]
        if len(set(told)) == count and not _HOLDERS.match(head):
            return [holder + head + verb for holder in told]
    if len(earlier) >= count and (_ONE_RATE.fullmatch(head) or (len(things) == 1 and is_bare_rate(head))):
        return [(_LIGHT_DEED.sub("", subject) or subject) + head + verb for subject in earlier[-count:]]
    if len(things) != count:
        return [head + verb] * count
    whole = _OF_A_WHOLE.match(things[0])
    if whole is not None and all(thing.endswith("类") for thing in things):
        things = [things[0][whole.end() :], *things[1:]]
        return [whole["whole"] + one + verb for one in things]
    if thing and all(one in _GRADES or is_bare_rate(one) or _NUMBERS_OF.fullmatch(one) for one in things):
        return [joined(thing, one) + verb for one in things]
    return [one + verb for one in things]


def _changes_told_once(earlier: Sequence[str]) -> list[str]:
    """事项由, 事项减少到 → 事项: the two ends of a change are one thing that changed."""
    things: list[str] = []
    for subject in earlier:
        if _SOURCE.search(subject):
            things.append(_SOURCE.sub("", subject))
        elif not (things and subject.startswith(things[-1]) and CHANGED.search(subject)):
            things.append(ungrown(subject))
    return things


_SOURCE: Final = re.compile("(?<=[\u4e00-\u9fff]{2})[由从]\\Z")


def respectively_at(raw: str) -> re.Match[str] | None:
    """The last 分别, 依次 before the values, or 分 before the verb of a standing (分居全国第3位、第5位)."""
    return next(reversed(list(_RESPECTIVELY.finditer(raw))), None)


_RESPECTIVELY: Final = re.compile(
    "分别|依次(?=[为是达占有增下上提减]|\\Z)|(?<![部得评总积满区成水十百养])分(?=[居列](?![民室席车]))"
)


def _things_by_ordinal(row: re.Match[str]) -> list[str]:
    """第一产业增加值, 第二产业增加值 … of 第一、二、三产业增加值."""
    return [f"第{number}{row['of']}" for number in (row["first"], *_ORDINAL.findall(row["more"]))]


_ORDINAL: Final = re.compile("[一二三四五六七八九十]")


def _things(row: str) -> list[str]:
    """The things of a row, each with the measure that stands at the end of the last."""
    things = [part for part in _PARTS.split(row) if part]
    shared = _shared_end(things)
    if shared:
        return [*(thing + shared for thing in things[:-1]), things[-1]]
    if len(things) > 1 and things[-1].endswith("率") and not any(one.endswith("率") for one in things[:-1]):
        return _of_one_rate(things)
    found = _MEASURE.search(things[-1]) if things else None
    if len(things) > 1 and _OTHER_SIDE.match(things[-1]):
        return _of_one(things)
    if found is None or found.start() == 0:
        return things
    return [
        *(
            thing if _MEASURE.search(thing) or thing[-1] in _MEASURED else thing + found.group()
            for thing in things[:-1]
        ),
        things[-1],
    ]


def _of_one_rate(things: list[str]) -> list[str]:
    """申请人、被申请人满意率 → 申请人满意率, 被申请人满意率; 受理、办结率 → 受理率, 办结率."""
    *others, last = things
    alike = last.rfind(others[-1][-1], 0, -2)
    if len(last) == 3:
        rate = "率"
    elif alike >= 0 and len(last) - alike - 1 <= _LONGEST_RATE:
        rate = last[alike + 1 :]
    else:
        rate = last[-3:]
    return [*(other + rate for other in others), last]


def _shared_end(things: list[str]) -> str:
    """保险参保 of 养老、失业、工伤保险参保: what words of two characters share with the last of the row."""
    of_two = len(things) > 2 and all(len(thing) == 2 for thing in things[:-1])
    shared = things[-1][2:] if of_two else ""
    return shared if _INSURED.match(shared) else ""


def _of_one(things: list[str]) -> list[str]:
    """生产安全事故起数、死亡人数: the later measures are those of what the first one counts."""
    counted = _MEASURE.search(things[0])
    if counted is None or counted.start() < 2:
        return things
    of = things[0][: counted.start()]
    return [things[0], *(of + thing if _OTHER_SIDE.match(thing) else thing for thing in things[1:])]
