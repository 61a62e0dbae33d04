"""What rates are called, and which of the numbers beside them their names mean."""

from __future__ import annotations

import re
from typing import Final

OTHER_BASE: Final = re.compile(
    "满意|知晓|覆盖|好评|参合|参保|入学|就业|增值|利率|空气|优良|森林|绿化|接通|普及|公示|机扫|收缴|知晓|及格线"
    "|发生|死亡|犯罪|出生|生育|失业|利用|使用|负债|城镇化|抽查|上线|占有|返乡|就诊"
)
"""Rates whose base is something else than the cases counted beside them."""
CASE_RATE: Final = re.compile(
    ".*(?P<word>成功|办结|办复|结案|审结|合格|通过|优秀|纠错|败诉|胜诉|整改|化解|调解|采纳|受理|到岗|破案|改判|答复"
    "|回复|激活|出庭|审查|履行|执结|精简|减幅|备案|调撤|参考|及格|录取|即办|发现)[^,。;]{0,4}(?:率|比例)"
)
"""Rates of cases, also where neither part nor base is told beside them."""
OWN_SHARE: Final = re.compile("[,、;(]?(?:仅|约|已|各|共|分别|只|就|均)?占")
"""A share of what stands directly before it."""
LOST: Final = re.compile("败诉率|纠错率")
SET_RIGHT: Final = re.compile("撤销|败诉|纠错|确认违法|变更|责令|重作")
"""Endings that a rate of lost or corrected cases counts."""
_ANY_RATE: Final = re.compile(
    "(?P<word>[\u4e00-\u9fff]{2})率(?:仅|只|就|为|达|达到|高达|约|超过|近|只有)*\\Z"
)
_SYNONYMS: Final = {
    "通过": "通过|合格",
    "合格": "合格|通过|达标",
    "办结": "办结|审结",
    "结案": "结案|审结|办结",
    "纠错": "纠错|纠正",
    "发现": "发现|不合格",
    "破案": "破案|破获|侦破",
    "持证": "持证|持有[^,。;]{0,8}证|取得[^,。;]{0,8}证",
    "采纳": "采纳|吸收",
    "化解": "化解|调解成功|调处成功",
    "办复": "办复|办结|答复",
    "参训": "参训|参加培训",
    "到岗": "到岗|在岗",
}


def named_part(lead: str) -> str | None:
    """A pattern for the words that tell the part after which a rate is named; None without one."""
    found = CASE_RATE.search(lead) or _ANY_RATE.search(lead)
    if found is None or OTHER_BASE.search(lead):
        return None
    return _SYNONYMS.get(found["word"], found["word"])
