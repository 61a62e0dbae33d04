"""Words around a number that say «about», «more than», «at most» …"""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.domain.extracting.trace import fired
from fzreview.domain.figures.figure import Bound
from fzreview.language.alphabet import CLAUSE_MARKS
from fzreview.language.words import words
from fzreview.reading.figures.numerals.numeral import Numeral

RULES: Final = (
    AT_LEAST := Rule(
        "bound.at-least",
        "不少于, 至少, 不低于 and their like set the least amount; 上 does so before 百, 千, 万.",
        takes=("不少于⟦5%⟧", "每年至少培训⟦2次⟧", "上⟦千件⟧", "不低于⟦30件⟧"),
        leaves=("最低⟦850元⟧", "线上⟦3场⟧"),
    ),
    AT_MOST := Rule(
        "bound.at-most",
        "不超过, 至多, 不高于 and their like set the largest amount.",
        takes=("不超过⟦3天⟧", "至多⟦1次⟧", "误差不得高于⟦2%⟧"),
        leaves=("超过⟦3天⟧", "最高⟦98分⟧"),
    ),
    UNDER := Rule(
        "bound.under",
        "不到, 不足, 未满, 低于 say that the amount was not reached.",
        takes=("不到⟦10件⟧", "不足⟦5%⟧", "低于⟦3%⟧"),
        leaves=("不低于⟦3%⟧", "满足⟦3项⟧条件", "低于⟦3%⟧的警戒线"),
    ),
    OVER := Rule(
        "bound.over",
        "超过, 突破, 逾, 高于, 迈上 and their like say that the amount was passed.",
        takes=("超过⟦16万人次⟧", "突破⟦5000亿元⟧", "逾⟦百件⟧", "高于⟦3%⟧"),
        leaves=("通过⟦3件⟧", "侦破⟦9起⟧", "不超过⟦3天⟧", "高于⟦6%⟧的控制线"),
    ),
    ABOUT := Rule(
        "bound.about",
        "约, 近, 接近, 大约 and two neighbouring digits tell the amount by guess.",
        takes=("约⟦1445万元⟧", "近⟦6倍⟧", "近乎⟦100%⟧", "约⟦200余人⟧", "⟦七八个⟧单位"),
        leaves=("节约⟦20%⟧", "签约⟦12个⟧", "最近⟦3次⟧", "⟦200余人⟧"),
    ),
    BEHIND := Rule(
        "bound.behind",
        "左右, 以上, 以下, 以内 behind the amount say how near it comes.",
        takes=("⟦80%⟧以上", "⟦30件⟧左右", "⟦3个工作日⟧内", "⟦5%⟧以下"),
        leaves=("⟦3项⟧内容", "⟦80%⟧。"),
    ),
    INSIDE := Rule(
        "bound.inside",
        "余, 多, 几 and + inside the span say that there were some more.",
        takes=("⟦1800余人次⟧", "⟦三十几家⟧", "⟦5000+次⟧", "⟦两个多月⟧完成，历时⟦两个多月⟧"),
        leaves=("约⟦200余人⟧", "⟦1800人次⟧"),
    ),
)

_AT_LEAST: Final = words("≥ 不少于 不低于 不小于 不得低于 不得少于 不应低于 不下于 不下 至少 最少 起码")
_AT_MOST: Final = words("≤ 不超过 不高于 不大于 不多于 不得超过 不得高于 不得多于 至多 最多 最高不超过 不超")
_UNDER: Final = words("< 不到 不足 不满 未满 未达 未到 低于 少于 小于")
_OVER: Final = words(
    """
    > 超过 超出 突破 跨过 跨上 跨越 迈上 迈过 迈入 站上 跃上 跃过 冲破 高于 多于 大于 逾 超 破 过 跨
    """
)
_ABOUT: Final = words("将近 近乎 几乎 接近 临近 大约 大概 约为 约有 约占 约达 约合 约计 约 近 上下 估计")
_TOLD: Final[dict[str, tuple[Bound, Rule]]] = {
    **dict.fromkeys(_ABOUT, ("~", ABOUT)),
    **dict.fromkeys(_OVER, (">", OVER)),
    **dict.fromkeys(_UNDER, ("<", UNDER)),
    **dict.fromkeys(_AT_MOST, ("<=", AT_MOST)),
    **dict.fromkeys(_AT_LEAST, (">=", AT_LEAST)),
}
_BEFORE: Final = re.compile(
    f"({'|'.join((*_AT_LEAST, *_AT_MOST, *_UNDER, *_OVER, *_ABOUT))})"
    r"(?:了|到|达|达到|至)?[ ]?(?:-)?\Z"
)
_FAR: Final = re.compile(
    "(不少于|不低于|不小于|至少|不超过|不高于|不大于|不多于|不得超过|至多|约占|大约)[^,。;:!?0-9]{0,24}\\Z"
)
_STEP: Final = re.compile(r"(?:[登踏攀跳越]上|[登踏闯]过|[跃踏]入|升上)了?\Z")

"""These reach an amount only where it is called a step or a mark: 登上600亿元台阶, 登上1200米高峰."""
_HELD_AGAINST: Final = words("高于 低于 多于 少于 大于 小于")
_LEVEL_BEHIND: Final = re.compile(
    f"的[^{CLAUSE_MARKS}]{{0,6}}?(?:(?:警戒|控制|预警|底|红|标准|基准|及格|贫困)线|目标值?|[平总][均体]水平|平均[数值]|均值|限值|上限|下限|定额|基准)"
)
"""A level with a name of its own is told exactly, whatever is held against it: 低于3%的警戒线."""
_STEP_ENDS: Final = frozenset("上过入了")
_STEP_BEHIND: Final = re.compile(f"[^{CLAUSE_MARKS}]{{0,2}}(?:台阶|大关|关口|门槛)")
_CASES: Final = frozenset(("起", "件", "宗", "案", "例"))
"""Units of cases: with them a bare 破 is 破获."""
_SOLVED: Final = re.compile(r"(?:\A|[起件宗案例、 ]|共|已|当年)破\Z")
_NOT_NEAR: Final = words("最近 附近 靠近 邻近 远近 亲近 新近 就近 晋近")
_NOT_OVER: Final = words("通过 经过 度过 过过 不过 路过 越过 难过 超超 召开过 举办过 开展过 组织过")
_NOT_ABOUT: Final = tuple("节签预违履续邀特解合契条公制简集和")
"""Before 约 these make another word: 节约20%, 签约12个."""
_AFTER: Final = re.compile(
    r"[ ]?(?:\(含\))?(?:(?P<approx>左右|上下)|(?P<ge>及?以上|之上)|(?P<le>及?以下|[以之]内)"
    "|(?P<gt>[多余强])|(?P<lt>不到|不足|弱))"
)
_AFTER_BOUNDS: Final[dict[str, Bound]] = {"approx": "~", "ge": ">=", "le": "<=", "gt": ">", "lt": "<"}
_AFTER_INITIALS: Final = frozenset(" (左上以及之多余强不弱内")
_WITHIN: Final = re.compile("[ ]?内(?![容部外设蒙地陆需])")
_NOT_MORE: Final = frozenset("元种个次项部样功级层方渠维地路能边媒党式年")
"""Behind 多 these make another word: 多元, 多种."""


def bound_of(text: str, number: Numeral, clause: int) -> Bound:
    """The bound that the words before and behind a numeral set; ``clause`` is where its clause begins."""
    bound, rule = _told(text, number, clause)
    if rule is not None:
        fired(rule, number.start, number.end)
    return bound


def _told(text: str, number: Numeral, clause: int) -> tuple[Bound, Rule | None]:
    after = _after(text, number)
    if after is not None:
        return after, BEHIND
    start = number.start
    before = text[max(clause, start - 8) : start]
    if before:
        found = _BEFORE.search(before)
        if found is not None and not _misread(before, found, number):
            bound, rule = _TOLD[found[1]]
            held_against = found[1] in _HELD_AGAINST and _LEVEL_BEHIND.match(text, number.end)
            return ("=", None) if held_against else (bound, rule)
        if before[-1] in _STEP_ENDS and _STEP.search(before) and _STEP_BEHIND.match(text, number.end):
            return ">", OVER
        if before[-1] == "上" and number.magnitude and not before.endswith(("以上", "线上", "网上", "之上")):
            return ">=", AT_LEAST
    if number.over:
        return ">", INSIDE
    if number.about:
        return "~", ABOUT
    far = _FAR.search(text, max(clause, start - 34), start)
    if far is not None:
        return _TOLD[far[1]]
    return "=", None


def _misread(before: str, found: re.Match[str], number: Numeral) -> bool:
    word = found[1]
    head = before[: found.end(1)]
    if word == "近":
        return head.endswith(_NOT_NEAR)
    if word == "约":
        return head[:-1].endswith(_NOT_ABOUT)
    if word in ("过", "跨"):
        return not (head.endswith(("已过", "均过")) or (number.magnitude and not head.endswith(_NOT_OVER)))
    if word in ("高于", "低于", "多于", "少于"):
        return False
    if word == "破":
        solved = number.unit in _CASES and not number.magnitude and _SOLVED.search(head)
        return bool(solved) or head.endswith(("侦破", "攻破", "打破", "查破", "告破", "爆破"))
    return word == "超" and head.endswith(("反超", "赶超", "高超", "商超"))


def _after(text: str, number: Numeral) -> Bound | None:
    end = number.end
    if text[end : end + 1] not in _AFTER_INITIALS:
        return None
    found = _AFTER.match(text, end)
    if found is None:
        return "<=" if number.kind == "duration" and _WITHIN.match(text, end) else None
    name = found.lastgroup or ""
    word, following = found[name], text[found.end() : found.end() + 1]
    if word in ("多", "余"):
        if (number.unit not in _LOOSE_OVER or following in _NOT_MORE) and following:
            return None
    elif name in ("gt", "lt"):
        strong = word in ("强", "弱")
        if not number.fraction and not (strong and number.unit in ("倍", "成", "%")):
            return None
        if strong and following and following not in ",。;、的":
            return None
    return _AFTER_BOUNDS[name]


_LOOSE_OVER: Final = frozenset(
    words("倍 成 年 天 个月 小时 个小时 周 亩 吨 公里 里 斤 公斤 岁 平方米 米 % 万元 元 分钟")
) | {""}
