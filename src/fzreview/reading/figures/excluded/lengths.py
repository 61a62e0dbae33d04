"""Which lengths of time are figures, and which are only the period over which something is told."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

from fzreview.language.alphabet import CLAUSE_MARKS, HAN
from fzreview.language.words import any_of, words
from fzreview.reading.figures.numerals.numeral import Numeral


class Length(Enum):
    """What a number of years, months, days or hours is."""

    CLAIM = auto()
    """The length itself is told: 连续两年, 压缩至15天."""
    WINDOW = auto()
    """The period of something else: 近10年, 5年累计, 三年行动."""
    UNCLEAR = auto()
    """Neither is said; years mostly stand for a period."""


_CLAIMED: Final = re.compile(
    any_of(
        """
        连续 持续 历时 为期 长达 时隔 延长 缩短 缩减 压缩 减少 减为 降为 任期 期限 有效期 保护期 聘期 周期
        工龄 教龄 届满 满 超过 不少于 不超过 不低于 至少 提前 提早 推迟 寿命 年龄 坚守 坚持了 服刑 有期徒刑
        刑期 缓刑 徒刑 工期 租期 试点期 试用期 建设期 过渡期 服务期 合作期 培养期 保修期
        公示 公告 征求意见 开放 保质期 质保期 时长 学制 年限
        实施 施行 运行 运营 服务 使用 工作 从事 经历 奋战 苦战 跟踪 陪伴 扎根
        滞留 搁置 闲置 停滞 拖延
        """
    )
    + any_of("了 到 至 为 约 近 已 已经 达 超 由 从 的 原来的 以往的 规定的 法定的")
    + r"*\Z"
)
_BARRED: Final = re.compile(
    "(?:限制|禁止|禁入|禁驾|禁业|暂停|停止|取消|冻结|吊销|罚停|停赛|停考|停驶|停飞|停职)[^,。;:!?、]{0,16}(?<![后前第近满])\\Z"
)
"""限制贷款资格3年, 禁止从业5年: how long something is barred."""
_BARRED_REACH: Final = 20
_UTMOST: Final = re.compile(
    "(?:最[长久短]的?(?:一[件起宗个]|者)?|[,、][长短]的)(?:已经?|达到?|近|超过?|约|为|有|仅)*\\Z"
)
"""时间跨度最长的已达十七年, 短的6个月、长的3年: the longest or shortest of several."""
_CHANGED: Final = re.compile(
    any_of(
        """
        由 从 至 到 为 仅需 只需 仅用 只用 需要 用时 平均 时限 时间 原来的 原先的 法定的 期限 控制在 压缩
        限时 至多 最短 最长 最快 不到 不足
        """
    )
    + r"\Z"
)
_PERIOD: Final = re.compile(
    r"[近这前头后上下每隔本去今明全半整]\Z|" + any_of("过去 未来 今后 最近 以往") + r"\Z"
)
_DEADLINE: Final = re.compile(
    any_of("败诉 判决 裁决 裁定 送达 受理 立案 收到 签收 公布 印发 备案 办结 申请 结案 作出 生效")
    + "[^,。;:!?、0-9]{0,4}后\\Z"
)
"""判决后30日内: a time limit that begins with a deed."""
_PERIOD_BEHIND: Final = words("来 以来 间 期间 累计 共 总计 年均 平均 规划 行动 计划 攻坚 会战 冲刺 大干 无")
_ALWAYS_BEHIND: Final = words("来 以来 规划 行动 计划 攻坚 会战 冲刺 大干")
_LATER: Final = re.compile("(?:之|以)?后(?!续|期|勤|台)|[之以]前")
_CIRCLE: Final = re.compile(r"[^,。;、:0-9]{0,8}?圈")
_TASK: Final = ("任务", "计划", "目标")
_AGE_CLASS: Final = re.compile(
    r"(?:及|及其)?" + any_of("以上 以下 以内 至 到 的 儿童 老人 老年 以后 之前 及 — - ~ 未成年")
)
_AGE: Final = re.compile(rf"(?:寿命|龄|岁数)[^{CLAUSE_MARKS}]{{0,24}}\Z")
_LIFE: Final = re.compile(rf"寿命[^{CLAUSE_MARKS}]{{0,24}}\Z")
_AGE_REACH: Final = 30
_FROM_THAT_OF: Final = re.compile(rf"[由从][^{CLAUSE_MARKS}]{{1,9}}的\Z")
"""从2020年的9年提高到: what was before."""
_MEAN_OVER: Final = ("滑动", "移动平", "均值", "平均值", "平均浓", "平均质", "浓度")
"""日最大8小时滑动平均: the window of a mean."""
_WITHIN: Final = re.compile(r"[之以]?内")
_OPEN_ALL_DAY: Final = words("自助 在线 值班 不打烊 服务 热线 制")
_HALF_BEFORE: Final = re.compile(
    any_of("至 到 为 仅需 只需 仅用 只用 不到 不足 缩短 压缩 用时 超过 提前 延长 少于") + r"\Z"
)
_HALF_BEHIND: Final = re.compile(any_of("办结 办好 办成 办完 内 以内 之内 完成 领证 出证 拿证 响应 送达"))
_GONE_BY: Final = re.compile("已(?:有|经|连续)?\\Z")
_NOT_DONE: Final = re.compile(
    f"(?:都|仍|均)?(?:未曾?|没有?|无(?=[{HAN}]{{2}}))(?![^{CLAUSE_MARKS}]{{0,16}}的[{HAN}0-9])"
)
"""已五年未修订: that it was not done for so long is told; 已五年未修订的制度 says which are meant."""
_YEARS: Final = ("年", "个年头", "个春秋")
_REACH: Final = 10


def is_told_length(before: str) -> bool:
    """Whether the words before a number of years or days make its length a claim."""
    return _CLAIMED.search(before) is not None or _CHANGED.search(before) is not None


def length_of(text: str, number: Numeral) -> Length:
    """What the number of a unit of time is, from the words around it."""
    start, end, unit = number.start, number.end, number.unit
    before = text[max(0, start - _REACH) : start]
    behind = text[end : end + 4]
    if text[start] == "半":
        return Length.CLAIM if _is_told_half(text, number) else Length.WINDOW
    if _GONE_BY.search(before) and _NOT_DONE.match(text, end):
        return Length.CLAIM
    if behind.startswith(_ALWAYS_BEHIND) and not before.endswith("连续"):
        return Length.WINDOW
    if _CIRCLE.match(text, end) or _LATER.match(text, end):
        return Length.WINDOW
    if behind.startswith(_MEAN_OVER):
        return Length.WINDOW
    if unit in _YEARS:
        decimal = number.value is not None and number.value != number.value.to_integral_value()
        return Length.CLAIM if decimal and not number.chinese else _years(text, start, before, behind)
    if unit in ("岁", "周岁"):
        return _age(text, start, behind)
    if unit in ("小时", "个小时", "分钟"):
        return _hours(number, before, behind)
    if unit == "天" and (number.value == 365 or (behind.startswith("无") and not _CLAIMED.search(before))):
        return Length.WINDOW
    if _DEADLINE.search(before) and _WITHIN.match(text, end):
        return Length.CLAIM
    if _PERIOD.search(before) and not _CLAIMED.search(before) and not before.endswith(("以上", "以下")):
        return Length.CLAIM if before.endswith(("上", "下", "半")) else Length.WINDOW
    return Length.CLAIM


def _age(text: str, start: int, behind: str) -> Length:
    """预期寿命提高到80岁以上 tells an age, 年龄60岁以上 a class."""
    told = _LIFE if _AGE_CLASS.match(behind) else _AGE
    return Length.CLAIM if told.search(text, max(0, start - _AGE_REACH), start) else Length.WINDOW


def _years(text: str, start: int, before: str, behind: str) -> Length:
    if before.endswith(("连续", "连续了")):
        return Length.CLAIM
    if behind.startswith(_PERIOD_BEHIND):
        return Length.WINDOW
    claimed = (
        _CLAIMED.search(before) is not None or _UTMOST.search(before) is not None or _is_barred(text, start)
    )
    if _PERIOD.search(before) and not claimed and not before.endswith("由近"):
        return Length.WINDOW
    if claimed or _CHANGED.search(before) or _FROM_THAT_OF.search(text, max(0, start - _REACH - 2), start):
        return Length.CLAIM
    if before.endswith(_TASK) and behind.startswith(("完成", "干", "建成")):
        return Length.CLAIM
    return Length.UNCLEAR


def _is_barred(text: str, start: int) -> bool:
    return _BARRED.search(text, max(0, start - _BARRED_REACH), start) is not None


def _hours(number: Numeral, before: str, behind: str) -> Length:
    """24小时 tells that something is always open, unless it is a limit."""
    limit = _WITHIN.match(behind) or before.endswith(("至", "到", "为", "超过"))
    if number.value == 24 and not limit:
        return Length.WINDOW
    if number.value in (7, 8) and behind.startswith(("外", "之外", "以外", "工作制")):
        return Length.WINDOW
    return Length.WINDOW if behind.startswith(_OPEN_ALL_DAY) else Length.CLAIM


def _is_told_half(text: str, number: Numeral) -> bool:
    """半小时办结 and 压缩至半天 tell a length; 半年来 and 上半年 tell a period."""
    start = number.start
    if _HALF_BEFORE.search(text, max(0, start - 4), start):
        return not (number.unit.endswith("年") and text[start - 1] == "为")
    return number.unit not in ("年", "个月", "日") and _HALF_BEHIND.match(text, number.end) is not None
