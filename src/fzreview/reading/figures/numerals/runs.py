"""Where numerals stand: the characters that write one number."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.alphabet import HAN
from fzreview.language.numerals import DIGITS, LARGE, SMALL, TENS
from fzreview.language.units import INITIALS

THOUSAND: Final = "千(?![瓦米克升伏卡帕焦赫乏])"
"""千, unless it begins 千瓦, 千米, 千克 and their like."""

_MEASURED: Final = f"(?=[ ]?[万亿%‰{re.escape(''.join(sorted(INITIALS)))}])"
"""A multiplier, a sign or the beginning of a unit comes next."""
_COUNTING: Final = rf"(?<=[{HAN}])(?<![第表图注])(?<!附件)"
"""Behind a word; behind 表, 图 and 附件 stands the number of a table or an annex."""
_SPACED: Final = (
    r"[0-9]{1,3}(?: [0-9]{3}(?![0-9])){1,6}+(?:\.[0-9]++)?+"
    rf"(?=[{HAN}%])"
    rf"|(?<=[{HAN}])[0-9]{{1,3}}, [0-9]{{3}}(?=[{HAN}])"
    rf"|(?<![0-9])[0-9](?: [0-9]){{2,11}}+(?=[{HAN}%])"
    rf"|{_COUNTING}[0-9] [0-9](?![0-9]){_MEASURED}"
    rf"|(?<=[{HAN}] )(?<![第表图注] )[0-9] [0-9](?![0-9]){_MEASURED}"
    rf"|(?:(?<=[{HAN}])|(?<=[{HAN}] ))[0-9]++(?:\. | \.)[0-9]++(?=[万亿%‰])"
    rf"|(?:(?<=[{HAN}])|(?<=[{HAN}] ))[0-9]++ \. ?[0-9]++{_MEASURED}"
    rf"|(?<=[{HAN}])[0-9](?: [0-9]){{1,3}} ?\. ?[0-9](?: ?[0-9])?(?![0-9])(?= ?[万亿%‰])"
)
"""Digits with blanks between: ``1 234.5``, ``1 8 6``, ``1 7``起, ``31. 5``万, ``8 .7``平方米, ``9 8 .6``%."""
_MARRED: Final = (
    rf"[0-9]++[·•・][0-9]++(?=[万亿%‰])|(?<=[{HAN}])[0-9]++。[0-9]++(?=[%‰])"
    r"|[0-9]++\.(?=[%‰])"
)
"""Another mark for the point, or nothing behind it: ``12·5``%, ``12。5``%, ``5.``%."""
_ARABIC: Final = (
    rf"(?:(?=[0-9]++ ?[ .,·•・。])(?:{_SPACED}|{_MARRED})"
    r"|[0-9]++(?:,[0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?+"
    rf"|(?<=[{HAN}-])\.[0-9]++(?=[%‰])|(?<=[达为约近超额资入值收款金费税])\.[0-9]{{2}}(?=[万亿]))"
)
"""Digits with separators: ``1,234.5``, and those whose 0 before the point is left out."""
_PARTED: Final = (
    r"(?: (?:(?<=[十百千万亿] )(?=[零一二两三四五六七八九](?![、.是]))"
    r"|(?<=[一二两三四五六七八九] )(?=[十百千万亿])|(?<=[十百千] )(?=[万亿])))"
)
"""A blank inside a Chinese numeral: 三十 六, 四 百, 二十 万."""
_BANKERS: Final = (
    r"(?:[壹贰叁肆柒捌玖]|(?<![队入退])伍(?=[拾佰仟万亿元圆]|点[零壹贰叁肆伍陆柒捌玖])|(?<![大内登着])陆(?=[拾佰仟万亿元圆]|点[零壹贰叁肆伍陆柒捌玖])"
    r"|(?<![收捡])拾(?=[壹贰叁肆伍陆柒捌玖万亿元圆]|[一二三四五六七八九][万亿])"
    r"|(?<=[壹贰叁肆伍陆柒捌玖拾佰仟零万亿])[伍陆拾佰仟]|(?<=[一二两三四五六七八九])[佰仟]|[佰仟](?=[万亿元圆]))"
)
"""Numerals of bankers; 队伍, 大陆, 收拾 and their like are words."""
_TRILLION: Final = "(?<=[一二两三四五六七八九十百千])兆(?=[零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖])"
"""五兆六十二亿; 五兆 alone may be a unit."""
_DECIMALS: Final = (
    "(?:(?:(?=零*[壹贰叁肆柒捌玖])|(?=零+[伍陆])|(?<=零点)(?=伍|陆(?![续地军运上]))|(?<=[壹贰叁肆伍陆柒捌玖拾佰仟]点))[零壹贰叁肆伍陆柒捌玖]++"
    "|[〇○零一二三四五六七八九]++)"
)
"""Digits behind 点; 三点陆续 is no 3.6."""
_CHINESE: Final = (
    rf"(?:[〇○零一二两三四五六七八九十百万亿廿卅卌]|{THOUSAND}|{_BANKERS}|{_PARTED}|{_TRILLION})++"
    rf"(?: ?点 ?{_DECIMALS}(?:[十百万亿]|{THOUSAND})*+)?+"
)
_LOWER: Final = (
    rf"(?:(?<=[十百千])|(?<=[十百千万亿]零)|(?<=[万亿])(?=[0-9]{{4}}(?![0-9])|[0-9.]++[十百千万])"
    rf"|(?<=万)(?<!\.[0-9]万)(?<!\.[0-9]{{2}}万)(?=[0-9]{{3}}(?![0-9]))){_ARABIC}"
)
"""Digits for the lower places: 1万6千, 12万3456; in 390万65岁 they begin another number."""
_LETTER: Final = r"[wWkK](?=\+|[多余]|[元人次条份个篇件户家笔张场名位]|左右|上下|[~—-][0-9])"
"""10w+, 15k元: 万 and 千 of social media."""
SCALE: Final = re.compile(rf"(?:[十百万亿]|{THOUSAND})++")
RUN: Final = re.compile(
    f"(?=[0-9.{''.join(DIGITS)}{''.join(SMALL)}{''.join(LARGE)}{''.join(TENS)}半])"
    rf"(?:{_ARABIC}|{_CHINESE}|半(?=个?(?:小时|工作日|天|日|月|年)))"
    rf"(?:{_LOWER}"
    rf"|(?<=[0-9])(?:[十万亿佰仟]| [万亿]|百(?!分点)|{THOUSAND}|{_LETTER})(?:{_CHINESE})?+"
    r"| (?:(?<=亿 )(?=[0-9]{1,4}万)|(?<=万 )(?=[0-9]千)|(?<=[0-9]千 )(?=[0-9]百))[0-9]++)*+"
)
"""One numeral, multipliers included. Possessive throughout: it never goes back."""


def as_number(run: str) -> str:
    """The run with a plain point where another mark stands for it, or nothing before or behind it."""
    if run[0] == ".":
        return "0" + run
    if run[-1] == ".":
        return run[:-1]
    return run if _ODD_MARKS.isdisjoint(run) else run.translate(_PLAIN_MARKS)


_PLAIN_MARKS: Final = str.maketrans(
    {**dict.fromkeys("·•・。", "."), **dict.fromkeys("wW", "万"), **dict.fromkeys("kK", "千")}
)
_ODD_MARKS: Final = frozenset("·•・。wWkK")
