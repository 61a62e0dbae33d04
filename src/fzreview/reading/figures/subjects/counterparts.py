"""Rows that name only the other side of what was told before, or its total."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.words import any_of, words
from fzreview.reading.figures.subjects.verbs import DEEDS, verb_at

_BALANCE: Final = words("支出 收入 结余 当期结余 累计结余 滚存结余 节余 盈余 超支 赤字 结转")
"""Sides of an account: 财政收入12亿元，支出15亿元."""
_ACCOUNT: Final = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:收入|支出)\Z")
_PLACES: Final = {
    "农村": ("城镇", "城市"),
    "乡村": ("城镇", "城市"),
    "城镇": ("农村", "乡村"),
    "城市": ("农村", "乡村"),
    "农民": ("城镇居民", "城市居民", "居民"),
    "女性": ("男性",),
    "男性": ("女性",),
    "兼职": ("专职",),
    "专职": ("兼职",),
    "副职": ("正职",),
    "正职": ("副职",),
    "线下": ("线上",),
    "线上": ("线下",),
    "校外": ("校内",),
    "省外": ("省内",),
    "市外": ("市内",),
    "境外": ("境内",),
    "涉外": ("国内",),
    "间接": ("直接",),
    "下级": ("上级",),
}
"""What the row names → beginnings of subjects whose counterpart it is: 城镇居民收入3万元、农村1万元."""
_EXTREME: Final = re.compile("最[高低多少大小长短快慢]")
"""The ends of a scale: 最低罚款500元，最高罚款12万元."""
_OPPOSITES: Final = {"长": "短", "短": "长", "高": "低", "低": "高", "快": "慢", "慢": "快"}
"""短的6个月、长的3年: the other end of a scale, told by its adjective."""
_TRADE: Final = words("进口 出口")
_TOTAL: Final = re.compile(any_of("总里程 总面积 总装机 总装机容量 总规模 总产能 总库容 总长度 总运力"))
_IN_USE: Final = words("投产 通车 建成 开通 运营 营业 投运 新增 新建")


def counterpart(left: str, topic: str, base: str, subject: str) -> str | None:
    """The subject of a row that names the other side of what was told before; None where it names none.

    ``subject`` is what was told last, ``base`` the same without its change, ``topic`` its thing.

    支出 behind 财政收入 is 财政支出, 农村 behind 城镇居民收入 is 农村居民收入, 出口 of 进出口总额 is
    出口总额, 总里程 behind 新增公路里程 is 公路总里程.
    """
    if left in _BALANCE:
        account = _ACCOUNT.search(base)
        return base[: account.start()] + left if account is not None else None
    extreme = _EXTREME.match(left)
    told = _EXTREME.search(subject) if extreme is not None else None
    if told is not None and told.group() != left[:2]:
        return subject[: told.start()] + left + (subject[told.end() :] if len(left) == 2 else "")
    if subject[-1:] == _OPPOSITES.get(left) and len(subject) > 3:
        return subject[:-1] + left
    for other in _PLACES.get(left, ()):
        if topic.startswith(other) and len(topic) >= len(other) + 2:
            return left + topic[len(other) :]
    if left in _TRADE and topic.startswith("进出口") and len(topic) > 3:
        return left + topic[3:]
    if left in _TRADE and subject[:2] in _TRADE and len(subject) > 3 and subject[:2] != left:
        return left + subject[2:]
    if _TOTAL.fullmatch(left):
        thing = topic.removesuffix(left[1:])
        for verb in _IN_USE:
            thing = thing.removesuffix(verb).removeprefix(verb)
        return thing + left if len(thing) >= 2 else None
    return None


_PERIOD: Final = any_of(
    "[第前]?[一二三四]季度 [上下]半年 [0-9一二三四五六七八九十]{1,3}月份? [0-9]{4}年 今年 去年 上年 当年"
)
_BODY: Final = (
    "(?:[省市县区]本级|[省市县区镇村]级|[省市县区]直(?:机关|单位|部门)?|乡镇(?:街道)?|镇街|村居"
    "|[\u4e00-\u9fffA-Z]{1,5}(?:省|市|县|区|镇|乡|街道|村|社区|局|法院|检察院|办))"
)
_ANY_PLACE: Final = ("农村", "乡村", "城镇", "城市", "城区", "城乡", "社区", "园区", "小区")
"""Kinds of places, which no place is."""
_WHOSE: Final = re.compile(f"(?P<period>{_PERIOD})|(?P<body>{_BODY})")


_LEVEL_OF_BODIES: Final = re.compile("乡镇(?:街道)?|镇街|[省市县区]直(?:机关|单位|部门)")
_HOLDER: Final = re.compile(
    "[\u4e00-\u9fff]{0,6}?(?:[省市州县区镇乡局]长|负责人|负责同志|主任|书记)(?!办公|专题|会)"
)
"""Who holds an office, before the deed: 县长出庭应诉2次，副县长9次."""
_DOERS_WITH_DEED: Final = re.compile(
    "\\A(?:党政)?(?:主要)?(?:负责人|负责同志|干部|领导|班子成员|“一把手”)[\u4e00-\u9fff]{2,}"
)
"""People who did something, without where they belong: 党政主要负责人述法63名,乡镇17名."""


def same_of_another(left: str, base: str) -> str | None:
    """The subject of a row that tells the same of another place or time; None where it does not.

    乙镇 behind 甲镇调解纠纷 is 乙镇调解纠纷, 乡镇清理 behind 县本级清理文件 is 乡镇清理文件.
    """
    holder = _HOLDER.match(base) if _HOLDER.fullmatch(left) else None
    if holder is not None and verb_at(base, holder.end()) and holder.group() != left:
        return left + base[holder.end() :]
    own = _WHOSE.match(left)
    if own is None or left.startswith(_ANY_PLACE) or base.startswith(_ANY_PLACE):
        return None
    if _LEVEL_OF_BODIES.fullmatch(left) and _DOERS_WITH_DEED.search(base):
        return left + base
    other = _WHOSE.match(base)
    if other is None or own.lastgroup != other.lastgroup or own.group() == other.group():
        return None
    rest, told = left[own.end() :], base[other.end() :]
    if own.group().endswith("级") and not rest:
        return None
    while rest and len(told) - len(rest) > 2 and told[-2:] in DEEDS:
        told = told[:-2]
    if len(told) < 2 or not told.startswith(rest) or rest == told:
        return None
    return own.group() + told
