"""Who acts, at the beginning of a wording: 县行政复议机构 of 县行政复议机构新收行政复议申请."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.words import any_of, words
from fzreview.reading.figures.subjects.verbs import DEEDS, NOUNISH, VERBS, verb_at

_OFFICE: Final = any_of(
    """
    部门 机关 机构 法院 检察院 财政 大队 支队 中队 总队 局 委员会 常委会 专门委员会 司 厅 办公厅 督察组 督导组
    调委会 调解组织 议事会 理事会 顾问室 调解室 常务会议 全体会议
    """
)
"""Ends of the name of a body that is nothing but one: what stands behind it is its deed."""
_PLACE: Final = any_of(
    """
    政府 中心 办公室 办 处 所 院 站 队 庭 组织 系统 党委 党组 党工委 工委 协会 联合会 律所 公司 企业
    热线 平台 窗口 专班
    学校 医院 省 市 州 县 区 镇 乡 街道 村 社区
    """
)
"""Ends of the name of a body or a place that also stand before what is attributed to it: 政府采购项目."""
_END: Final = re.compile(f"(?P<office>(?:{_OFFICE})”?)|{_PLACE}")
_HOW: Final = re.compile(
    "(?:“[^“”]{2,12}”)?(?:全年|累计|共计?|先后|依法|联合|主动|统一|集中|直接|分别|均|已)*"
)
"""What may stand between the one who acts and the deed."""
_OF_OFFICES: Final = VERBS - NOUNISH
_CAME_IN: Final = words("新收 新立 新办 新增 新签 收案")
_LONGEST: Final = 20
_SHORTEST_DEED: Final = 4
"""Characters of a deed that names its thing: a body and a bare verb (县法院收案) are told as they stand."""


def deed_at(wording: str) -> int:
    """Where the deed begins behind the body that did it; 0 where no body or no deed with a thing is told."""
    for end in _END.finditer(wording, 0, min(len(wording) - _SHORTEST_DEED, _LONGEST)):
        how = _HOW.match(wording, end.end())
        at = end.end() if how is None else how.end()
        if (end.start() < 1 and not end["office"]) or len(wording) - at < _SHORTEST_DEED:
            continue
        if wording.startswith(_CAME_IN, at) or (
            wording[at : at + 2] in (_OF_OFFICES if end["office"] else DEEDS) and verb_at(wording, at)
        ):
            return at
    return 0
