"""Numbers that name: document numbers, hotlines, letters with numbers, quoted and listed slogans."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.alphabet import HAN, ITEM_NUMERALS
from fzreview.language.numerals import ONE_DIGIT
from fzreview.language.set_phrases import NEVER_COUNTED
from fzreview.language.words import words
from fzreview.reading.figures.numerals.numeral import Numeral
from fzreview.reading.figures.page import Page

_SYSTEM: Final = re.compile(r"[两二三四五六]项制度")
_MADE: Final = re.compile(r"(?:出台|制定|建立|完善|印发|健全|新建|修订|废止|形成)(?:了|完善|健全)?\Z")
_ALL_TOLD: Final = re.compile("项(?:指标|指数|数据)(?:均|都|全面|双双|全部|同比|较上年|比上年|分别|依次)")
"""事故起数、死亡人数两项指标分别下降: the things told before, all of them."""
_ROW_BEFORE: Final = re.compile("[、和及与][^,。;:!?]{1,16}\\Z")
_HUNDREDS: Final = re.compile(rf"[ ]?10{{1,3}}(?![0-9.,%万亿余多])(?![{HAN}])")
"""五个100: a slogan of round numbers, each told behind it."""
_HOTLINE: Final = re.compile(
    r"”?(?:热线|电话|专线|平台|专区|举报|便民|政务|短信|台|联动|指挥|报警|急救|火警|消费维权)"
)
_PHONE_BEFORE: Final = re.compile(r"(?:电话|热线|邮编|传真|QQ|号码|邮政编码|微信)[^,。;\n]{0,8}\Z")
_PERCENT_NEXT: Final = re.compile(r"百分之|[0-9.]+%|“?百分百|“?百分之")
_MEETING: Final = re.compile(r"会议|全会|全体|代表|常委|党代|人代")
_HELD: Final = re.compile(r"(?:举办|承办|主办|举行|连续|协办)(?:了)?\Z|届[^,。;届]{1,8}[、和]\Z")
_DENIED: Final = re.compile(r"(?:无|没有|未发生|未出现|未发现)\Z")
_SESSION: Final = re.compile(rf"[0-9{ITEM_NUMERALS}]|全|人大|政协|中央|常委|党代|人民代表")
_ISSUED: Final = re.compile(
    r"(?:举办|开展|开设|播出|播放|刊发|编发|印发|编印|发布|推出|组织|完成|制作|录制|发行|办|通报)[^,。;]{0,8}\Z"
)
_CHANNELS: Final = re.compile("视频|监控|摄像|探头|图像|信号|通道|并发")
"""Words beside which 路 counts; elsewhere 101路 names a bus line."""
_ENUMERATOR_BEFORE: Final = re.compile(r"(?:^|[\n 。;!?:…|,)])[0-9]{1,2}\.\Z")
_OWN_THING: Final = re.compile("计划|项目|规划|方案|办法|条例|规定|年[度工重]|市|县|区|镇|单位|部门|级|院|局")
_COUNTED_BY_TWO: Final = frozenset(
    words("个 人 名 位 件 项 起 宗 例 户 家 所 处 场 份 亩 元 成 倍 条 年 斤 吨 里 公里 次 人次")
)
"""Units before which old reports write 二 for 两; with others 二 is an ordinal."""
_NEVER_SPOKEN: Final = frozenset(
    words("方 单 票 面 里 道 层 口 角 度 寸 尺 丈 石 眼 孔 具 点 张票 元 双 对 通 路 档")
)
"""Measure words with which a single Chinese numeral makes a name or an idiom (两票制, 四面, 三里屯)."""
_SLOGAN_GOES_ON: Final = frozenset(",。;、)的:\n目要原标机工建和与格理")
_SPOKEN_QUOTE = 24
_DIGIT_QUOTE = 12
_AMOUNT_QUOTE = 6


def is_name(page: Page, number: Numeral, run_end: int) -> bool:
    """Whether the numeral is part of a name, a slogan, a code or a phrase without a value."""
    text, start = page.text, number.start
    if start and _led_by_name(text, number, text[start - 1]):
        return True
    if page.titled.holding(start) is not None:
        return True
    quote = page.quoted.holding(start)
    if quote is not None and (
        _quoted_name(number, quote[1] - quote[0] - 2) or "+" in text[quote[0] : quote[1]]
    ):
        return True
    if number.value == 1 and _DENIED.search(text, max(0, start - 4), start):
        return True
    if number.unit == "项" and _ALL_TOLD.match(text, number.end - 1):
        return _ROW_BEFORE.search(text, max(0, start - 20), start) is not None
    if number.chinese:
        return not number.fraction and _spoken_name(text, number, run_end)
    return _digit_name(text, number, run_end)


def _led_by_name(text: str, number: Numeral, before: str) -> bool:
    """What stands directly before the numeral makes it a name, a part of something or a vague amount."""
    start = number.start
    two = text[max(0, start - 2) : start]
    if before in "几数" and text[start] in "十百千万亿":
        return two not in ("总数", "人数", "户数", "件数", "次数", "家数")
    if before in "每届×*#№^":
        return True
    if (two == "约法" and number.unit == "章") or (two == "一波" and number.unit == "折"):
        return True
    if before == "+":
        return number.kind != "percent"
    if before in "上成" and text[max(0, start - 3) : start - 1] in ("成千", "成百", "千成"):
        return True
    if before == "%" and number.kind == "percent":
        return True
    if before.isascii() and before.isalnum():
        return number.kind not in ("money", "percent") or two[:1] == "%"
    if before in "·•/〔[":
        return not number.unit
    if before == "-":
        return two[:1] in ("^", "-") or (two[:1].isascii() and two[:1].isalnum())
    if before == "." and two[:1] in ("\n", " ") and text[max(0, start - 3) : start - 2].isdigit():
        return True  # the rest of a decimal that a line end cut
    return (
        before == "." and two[:1].isdigit() and not _ENUMERATOR_BEFORE.search(text[max(0, start - 4) : start])
    )


def _quoted_name(number: Numeral, inside: int) -> bool:
    """A numeral inside a short quotation names; an amount in a long one is told."""
    if number.chinese and not number.fraction:
        return inside <= _SPOKEN_QUOTE
    if number.kind in ("percent", "money") or (
        number.value is not None and number.value >= 1000 and number.unit
    ):
        return inside <= _AMOUNT_QUOTE
    return inside <= _DIGIT_QUOTE


def _spoken_name(text: str, number: Numeral, run_end: int) -> bool:
    """A Chinese numeral in a slogan, a set name or an ordinal without 第."""
    start, unit = number.start, number.unit
    if number.value == 0:
        return True
    if unit == "分":
        run = text[start:run_end]
        if len(run) > 1 and number.value is not None and number.value > 10:
            return "点" in run and run[-1] not in ONE_DIGIT  # 五点二十分
        return text[start - 1 : start] not in ("得", "扣", "加", "减", "满")
    if unit == "届":
        return not _is_count_of_sessions(text, number)
    if run_end - start > 1 or (number.upper is not None and not number.about):
        return False
    if unit and number.value is not None and number.value % 1:  # 三吨半, 三元五角
        return False
    if text[start] == "二" and unit not in _COUNTED_BY_TWO:
        return bool(unit) and not (number.kind == "measure" and len(unit) > 1)
    if (unit in _NEVER_SPOKEN and _is_spoken_name(text, number)) or text[number.end : number.end + 1] == "一":
        return bool(unit)
    if unit == "个":
        return _slogan_head(text, number.end)
    if unit == "期":
        return text[start - 1 : start] != "分" and _ISSUED.search(text, max(0, start - 12), start) is None
    if unit == "项" and _SYSTEM.match(text, start):
        return _MADE.search(text, max(0, start - 6), start) is None
    if unit == "次":
        if text[start] == "二":
            return True
        return _MEETING.match(text, number.end) is not None and "届" in text[max(0, start - 14) : start]
    return bool(unit) and text[number.end : number.end + 1] in ("化", "式")


def _is_spoken_name(text: str, number: Numeral) -> bool:
    """三元 is a place, 五里 a part of a name; 百余元, 五元, 三元五角 and 五里半 are amounts."""
    if number.over or number.magnitude:
        return False
    if number.unit == "角" and text[number.end - 1] == "毛":
        return False
    return number.unit != "元" or text[number.start : number.end] in ("一元", "二元", "三元")


def _is_count_of_sessions(text: str, number: Numeral) -> bool:
    """连续举办两届论坛 counts; 六届五次全会 and 十三届人大 name."""
    start = number.start
    if _HELD.search(text, max(0, start - 12), start) is None:
        return False
    return _SESSION.match(text, number.end) is None


def _slogan_head(text: str, at: int) -> bool:
    """What follows 三个 in a slogan: no thing that one could count."""
    head = text[at : at + 2]
    if (
        head in NEVER_COUNTED
        or _HUNDREDS.match(text, at)
        or head[:1] in ("一", "不", "更", "没", "敢", "百")
        or _PERCENT_NEXT.match(text, at)
    ):
        return True
    if head[:1] not in ("“", '"', "‘"):
        return False
    close = text.find("”", at + 1, at + 30)
    behind = text[close + 1 : close + 2] if close >= 0 else ""
    return not behind or behind in _SLOGAN_GOES_ON


def _digit_name(text: str, number: Numeral, run_end: int) -> bool:
    """Digits that name: 1+2+N, 12345热线, 158号, 0571-8765432, 5G."""
    start, at = number.start, number.number_end
    run = text[start:run_end]
    if run[0] == "0" and len(run) > 1 and run[1] != ".":
        return True
    after = text[at : at + 1]
    if after and after in "+×*#":
        return True
    unit = number.unit
    if unit == "个":
        return _PERCENT_NEXT.match(text, number.end) is not None
    if unit == "本" and "." in run and _OWN_THING.match(text, number.end):
        return True  # 2.2本计划: the number of a heading
    if unit == "%":
        return text.startswith(("人口抽样", "抽样调查"), number.end)
    if unit == "届":
        return not _is_count_of_sessions(text, number)
    if unit == "路":
        return _CHANNELS.search(text, max(0, start - 16), number.end + 6) is None
    if unit in ("期", "次"):
        return text.startswith(("工程", "项目", "全会", "全体会议"), number.end)
    return not unit and _digit_code(text, number, run, after)


def _digit_code(text: str, number: Numeral, run: str, after: str) -> bool:
    """Digits without a unit that are a code of some kind."""
    start, at = number.start, number.number_end
    if after and after.isascii() and after.isalpha():
        return True
    if after in ("号", "届"):
        return True
    if run.isdigit():
        if len(run) >= 3 and _HOTLINE.match(text, at):
            return True
        if len(run) in (11, 18) or (len(run) == 5 and run.startswith("123")):
            return True
        if len(run) >= 5 and _PHONE_BEFORE.search(text, max(0, start - 14), start):
            return True
    return bool(after) and after in "-/.·•" and text[at + 1 : at + 2].isdigit() and number.upper is None
