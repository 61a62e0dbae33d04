"""Words of advertising that were put over place names: found and flagged, never replaced by a guess."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_TRADE: Final = (
    "官网|官方网站|官方平台|平台官网|娱乐城|娱乐平台|娱乐|棋牌|彩票|博彩|体育投注|体育平台|投注|赌场|老虎机|真人荷官|网址|开户|注册送|APP下载|app下载|"
    "下载app|手机版下载|电竞|百家乐"
)
_BRAND: Final = re.compile(
    rf"(?:(?<=^)|(?<=[\n，,。；、《“>\s|_—-]))([\u4e00-\u9fffA-Za-z0-9]{{2,6}}?)({_TRADE})(?=[ \u3000]?)",
    re.M,
)
_HONEST: Final = re.compile(
    "(?:政府|人民|法院|检察院|司法|公安|部门|单位|机关|大学|银行|公司|集团|中心|协会|委|局|厅|办|部|院|省|市|县|区|镇|乡|州|盟|旗|网|新闻|媒体|文化|体育|"
    "旅游|休闲|公共|群众|通过|利用|登录|关注|打击|整治|网络|非法|涉嫌|查处|的|和|与|等|及)$"
)
_HONEST_HEAD: Final = re.compile(
    "(?:通过|利用|登录|关注|打击|整治|网络|非法|涉嫌|查处|建设|文化|体育|旅游|在|对|其|各|该)"
)
_PLACE_BEHIND: Final = re.compile("[ \u3000]?(?:人民政府|政府|关于|市|区|县|委|[ \u3000])")
_LEAST: Final = 2


class Spam(NamedTuple):
    """A spam name with the blank behind it, in offsets of the text."""

    start: int
    end: int


def spam_names(text: str) -> list[str]:
    """The spam words of a text, longest first; empty for nearly every text.

    A brand word followed by 官网, 娱乐 … counts when it stands where a place name belongs (before a blank,
    人民政府, 关于) or comes back at the head of a clause; 政府官网 and the like are honest.
    """
    if not _SOME_TRADE.search(text):
        return []
    seen: dict[str, int] = {}
    placed: set[str] = set()
    for match in _BRAND.finditer(text):
        name = match[1]
        if _HONEST.search(name) or _HONEST_HEAD.match(name):
            continue
        word = match[0]
        seen[word] = seen.get(word, 0) + 1
        if _PLACE_BEHIND.match(text, match.end()):
            placed.add(word)
    words = {word for word in placed if text.count(word) >= _LEAST}
    words |= {brand for word in words if text.count(brand := _brand_of(word)) > text.count(word)}
    return sorted(words, key=lambda word: (-len(word), word))


def find_spam(text: str) -> list[Spam]:
    """Places of spam names, each with one blank behind it; overlapping ones are joined."""
    names = spam_names(text)
    if not names:
        return []
    pattern = re.compile("(?:(?:" + "|".join(map(re.escape, names)) + ")[-_—| ]?)+")
    return [Spam(*match.span()) for match in pattern.finditer(text)]


_SOME_TRADE: Final = re.compile(_TRADE)


def _brand_of(word: str) -> str:
    match = re.match(rf"(.+?)(?:{_TRADE})$", word)
    return match[1] if match else word
