"""Dates, periods and times of day; and which lengths of time are figures."""

from __future__ import annotations

import re
from typing import Final

from fzreview.reading.figures.numeral_runs import Numeral
from fzreview.reading.figures.words import any_of

_YEAR_DIGITS: Final = re.compile(r"(?:1[89]|20)[0-9]{2}\Z")
_CHINESE_YEAR: Final = re.compile(r"[一二][〇○零一二三四五六七八九]{3}\Z")

_LENGTH_BEFORE: Final = re.compile(
    r"(?:连续|持续|历时|为期|长达|时隔|延长|缩短|缩减|压缩|减少|减为|降为|任期|期限|有效期|保护期|聘期|周期|工龄|教龄|届满|满|超过|不少于|不超过"
    r"|不低于|至少|提前|提早|推迟|寿命|年龄|坚守|坚持了|服刑|有期徒刑|刑期|缓刑|徒刑|实施|运行|运营|服务|工作|从事|经历|奋战|苦战|跟踪|陪伴|扎根)"
    r"(?:了|到|至|为|约|近|已|已经|达|超|由|从|的|原来的|以往的|规定的|法定的)*\Z"
)
_CHANGE_BEFORE: Final = re.compile(
    r"(?:由|从|至|到|为|仅需|只需|仅用|只用|需要|用时|平均|时限|时间|原来的|原先的|法定的|期限|控制在|压缩|限时|至多|最短|最长|最快|不到|不足)\Z"
)
_WINDOW_BEFORE: Final = re.compile(
    r"(?:近|这|前|头|过去|未来|今后|最近|以往|后|上|下|每|隔|本|去|今|明|全|半|整)\Z"
)
_CIRCLE: Final = re.compile(r"[^,。;、:0-9]{0,8}?圈")


def is_date(text: str, number: Numeral, run_end: int) -> bool:
    """Whether the numeral belongs to a date, a year, a month, a quarter or a time of day."""
    start = number.start
    run = text[start:run_end]
    following = text[run_end : run_end + 1]
    if following == " ":
        following = text[run_end + 1 : run_end + 2]
    if _YEAR_DIGITS.match(run):
        if not number.unit or number.unit == "年":
            return True
        if following == "年":
            return True
    if _CHINESE_YEAR.match(run):
        return True
    if following and following in "月季旬世" and number.unit not in ("个月", "个季度"):
        return True
    if following in ("时", "点") and number.value is not None and number.value <= 24 and not number.unit:
        return True
    if following == "号":
        return True
    if following == "日" and number.unit == "日":
        return _is_day(text, number, run_end)
    if text.startswith(("年代", "世纪", "周年", "年度", "年版", "年级", "年期", "年制"), run_end):
        return True
    if following == ":" and re.match(r":[0-9]{2}(?![0-9])", text[run_end : run_end + 4]) and len(run) <= 2:
        return number.fraction is False
    if following in ("/", ".", "-") and _YEAR_DIGITS.match(run):
        return True
    before = text[start - 1 : start]
    if before in ("时", "点") and number.unit == "分" and text[start - 2 : start - 1].isdigit():
        return True
    return before == ":" and text[start - 2 : start - 1].isdigit()


def _is_day(text: str, number: Numeral, run_end: int) -> bool:
    """15日 is a day of the month unless the words around it tell a length."""
    before = text[max(0, number.start - 8) : number.start]
    if before[-1:] == "月":
        return True
    behind = text[run_end + 1 : run_end + 3]
    if behind[:1] == "内" or behind in ("以内", "之内") or (number.value is not None and number.value > 31):
        return False
    return not (_CHANGE_BEFORE.search(before) or _LENGTH_BEFORE.search(before))


_HALF_BEFORE: Final = re.compile(
    any_of("至 到 为 仅需 只需 仅用 只用 不到 不足 缩短 压缩 用时 超过 提前 延长 少于") + r"\Z"
)
_HALF_BEHIND: Final = re.compile(any_of("办结 办好 办成 办完 内 以内 之内 完成 领证 出证 拿证 响应 送达"))


def is_told_half(text: str, number: Numeral) -> bool:
    """半小时办结 and 压缩至半天 tell a length; 半年来 and 上半年 tell a period."""
    if _HALF_BEFORE.search(text, max(0, number.start - 4), number.start):
        return not number.unit.endswith("年") or text[number.start - 1] not in "为"
    return number.unit not in ("年", "个月", "日") and _HALF_BEHIND.match(text, number.end) is not None


def is_window(text: str, number: Numeral) -> bool:
    """Whether a number of years, months, days or hours is only the period over which something is told."""
    start, end = number.start, number.end
    before = text[max(0, start - 10) : start]
    unit = number.unit
    if text[start] == "半":
        return not is_told_half(text, number)
    behind = text[end : end + 4]
    if behind.startswith(
        ("来", "以来", "规划", "行动", "计划", "攻坚", "会战", "冲刺", "大干")
    ) and not before.endswith("连续"):
        return True
    if _CIRCLE.match(text, end):
        return True
    if unit in ("年", "个年头", "个春秋"):
        if before.endswith(("连续", "连续了", "已连续")):
            return False
        if (
            _WINDOW_BEFORE.search(before)
            and not before.endswith(("最近", "由近"))
            and not _LENGTH_BEFORE.search(before)
        ):
            return True
        if behind.startswith(("累计", "共", "来", "间", "期间", "总计", "年均", "规划", "行动", "计划")):
            return True
        return not (_LENGTH_BEFORE.search(before) or _CHANGE_BEFORE.search(before))
    if unit in ("岁", "周岁"):
        if re.match(
            r"(?:及|及其)?(?:以上|以下|以内|至|到|的|儿童|老人|老年|以后|之前|及|—|-|~|未成年)", behind
        ):
            return True
        return re.search(r"寿命|年龄|岁数|龄", before) is None
    if unit in ("小时", "个小时", "分钟"):
        if (
            number.value == 24
            and not re.match(r"(?:之|以)?内", behind)
            and not before.endswith(("至", "到", "为", "超过"))
        ):
            return True
        if unit == "小时" and number.value in (7, 8) and re.match(r"(?:之|以)?外|工作制", behind):
            return True
        return behind.startswith(("自助", "在线", "值班", "不打烊", "服务", "热线", "制"))
    if unit == "天" and (number.value == 365 or behind.startswith("无")):
        return True
    if _WINDOW_BEFORE.search(before) and not _LENGTH_BEFORE.search(before):
        return not before.endswith(("上", "下", "半")) or before.endswith(("以上", "以下"))
    return False
