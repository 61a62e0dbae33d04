"""Numbers that name: document numbers, hotlines, letters with numbers, quoted and listed slogans."""

from __future__ import annotations

import re
from typing import Final

from fzreview.reading.figures.numeral_runs import Numeral
from fzreview.reading.figures.page import Page
from fzreview.reading.figures.set_phrases import NEVER_COUNTED, phrase_at

_LETTER: Final = re.compile(r"[A-Za-z_@#&]")
_SYSTEM: Final = re.compile(r"[两二三四五六]项制度")
_MADE: Final = re.compile(r"(?:出台|制定|建立|完善|印发|健全|新建|修订|废止|形成)(?:了|完善|健全)?\Z")
_VAGUE_BEFORE: Final = ("几", "数", "好几", "若干", "成", "亿", "无")
_PLACES: Final = ("五台山", "九江", "三门")
_HOTLINE: Final = re.compile(
    r"(?:热线|电话|专线|平台|专区|举报|服务|便民|政务|短信|台|联动|指挥|报警|急救|火警)"
)
_MEETING: Final = re.compile(r"会议|全会|全体|代表|常委|党代|人代")
_PERCENT_NEXT: Final = re.compile(r"百分之|[0-9.]+%|“?百分百|“?百分之")


def is_name(page: Page, number: Numeral, run_end: int) -> bool:
    """Whether the numeral is part of a name, a slogan, a code or a phrase without a value."""
    text, start = page.text, number.start
    before = text[start - 1 : start] if start else ""
    if before and _before_names(text, number, before, run_end):
        return True
    following = text[number.end : number.end + 1]
    if page.titled.holding(start) is not None:
        return True
    quote = page.quoted.holding(start)
    if quote is not None and _quoted_name(text, number, quote):
        return True
    if number.chinese:
        return _chinese_name(text, number, run_end, following)
    return _digit_name(text, number, run_end, following)


def _before_names(text: str, number: Numeral, before: str, run_end: int) -> bool:
    if (
        before in "几数"
        and number.magnitude
        and not (before == "数" and text[number.start - 2 : number.start - 1] in "总人户")
    ):
        return True
    if before in "每届":
        return True
    if before.isascii() and before.isalnum():
        return True
    if before in "+×*#№":
        return True
    if before in ("·", "•") and not number.unit:
        return True
    if (
        before == "-"
        and text[number.start - 2 : number.start - 1].isascii()
        and text[number.start - 2 : number.start - 1].isalnum()
    ):
        return True
    if before in ("/", "〔", "[") and not number.unit:
        return True
    return before == "." and text[number.start - 2 : number.start - 1].isdigit()


def _quoted_name(text: str, number: Numeral, quote: tuple[int, int]) -> bool:
    inside = quote[1] - quote[0] - 2
    if number.chinese and not number.fraction:
        return inside <= 24
    if number.kind in ("percent", "money") or (
        number.value is not None and number.value >= 1000 and number.unit
    ):
        return inside <= 6
    return inside <= 12


def _chinese_name(text: str, number: Numeral, run_end: int, following: str) -> bool:
    if number.fraction:
        return False
    if number.value == 0:
        return True
    start = number.start
    if phrase_at(text, start) is not None:
        return True
    if number.unit == "分":
        return text[start - 1 : start] not in ("得", "扣", "加", "减", "满")
    if number.unit in ("元", "角", "度", "方", "里", "天", "分") and number.magnitude:
        return False
    single = run_end - start == 1
    if not single:
        return False
    if text[start] == "二" and number.unit not in (
        "人",
        "名",
        "件",
        "项",
        "起",
        "宗",
        "例",
        "户",
        "家",
        "份",
        "亩",
        "元",
        "成",
        "倍",
        "条",
    ):
        return bool(number.unit)
    if number.unit == "个":
        head = text[number.end : number.end + 2]
        if (
            head in NEVER_COUNTED
            or head[:1] in ("一", "不", "更", "没", "敢", "百")
            or _PERCENT_NEXT.match(text, number.end)
        ):
            return True
        if head[:1] in ("“", '"', "‘"):
            return _slogan_after(text, number.end)
    if number.unit == "项" and _SYSTEM.match(text, start):
        return _MADE.search(text, max(0, start - 6), start) is None
    if number.unit in ("届", "大类") and text[start - 3 : start] != "连续":
        return number.unit == "届"
    if following == "化" or following == "式":
        return True
    return (
        number.unit == "次"
        and _MEETING.match(text, number.end) is not None
        and "届" in text[max(0, start - 14) : start]
    )


def _slogan_after(text: str, at: int) -> bool:
    """三个“…” with nothing counted behind the quotation."""
    close = text.find("”", at + 1, at + 30)
    if close < 0:
        return True
    behind = text[close + 1 : close + 2]
    return behind in (
        "",
        ",",
        "。",
        ";",
        "、",
        ")",
        "的",
        ":",
        "\n",
        "目",
        "要",
        "原",
        "标",
        "机",
        "工",
        "建",
        "和",
        "与",
    )


def _digit_name(text: str, number: Numeral, run_end: int, following: str) -> bool:
    start = number.start
    after = text[number.number_end : number.number_end + 1]
    if after in "+×*#" and after:
        return True
    if after and after.isascii() and after.isalpha() and not number.unit:
        return True
    if not number.unit:
        run = text[start:run_end]
        if after == "号" or after == "届":
            return True
        if len(run) >= 3 and run.isdigit() and _HOTLINE.match(text, number.number_end + (after == "”")):
            return True
        if (
            len(run) >= 7
            and run.isdigit()
            and re.search(
                r"(?:电话|热线|邮编|传真|QQ|号码)[^,。;\n]{0,8}\Z", text[max(0, start - 14) : start]
            )
        ):
            return True
        if run.isdigit() and len(run) == 5 and run.startswith("123"):
            return True
        if len(run) in (11, 18) and run.isdigit():
            return True
        if (
            after in "-/"
            and after
            and text[number.number_end + 1 : number.number_end + 2].isdigit()
            and number.upper is None
        ):
            return True
        if after == "." and text[number.number_end + 1 : number.number_end + 2].isdigit():
            return True
    if number.unit == "个" and _PERCENT_NEXT.match(text, number.end):
        return True
    if number.unit == "届" and text[start - 2 : start] != "连续":
        return True
    return (
        number.unit in ("期", "次")
        and text.startswith(("工程", "项目", "全会", "会议"), number.end)
        and text[start - 1 : start] in ("届", "会")
    )
