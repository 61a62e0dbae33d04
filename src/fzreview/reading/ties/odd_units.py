"""Measure words that do not go with the noun beside them."""

from __future__ import annotations

import re
from typing import Final

from fzreview.reading.ties.view import Spot

_FILLER: Final = (
    "(?:数量|总数|数|总量)?(?:共计|总计|合计|累计|已达|达到|超过|突破|达|共|为|有|约|近|超|计|均)?\\Z"
)
_TABLE: Final = """
案件|纠纷|提案|议案|线索|投诉|举报|诉求|工单: 人 名 位 户 家 元 吨 天 米 公里 场 台 辆 所 亩 项 年
企业|公司|商户|市场主体|经营主体|工商户|药店|门店|律所|律师事务所: 人 名 件 起 宗 份 元 条 场 天 篇 台 项 位
人员|干部|群众|律师|民警|党员|嫌疑人|调解员|学员|学生|监督员: 件 起 宗 份 项 条 场 家 所 篇 台 个工作日 天 户
文件|合同|意见书|建议书|决定书|通知书|文书|资料|宣传品|手册: 人 名 户 家 起 宗 天 元 场 台 公里 位 亩
会议|培训|讲座|座谈会|听证会|常务会: 户 家 宗 份 元 篇 台 辆 公里 吨 亩 件
单位|部门|机构|乡镇|街道|社区|村: 件 起 宗 份 元 条 场 天 篇 台 吨
"""
"""Nouns: units that never count them."""
_NOUNS: Final = tuple(
    (nouns, frozenset(units.split()))
    for nouns, _, units in (line.partition(":") for line in _TABLE.strip().splitlines())
)
_BEFORE: Final = tuple((re.compile(f"(?:{nouns}){_FILLER}"), units) for nouns, units in _NOUNS)
_BEHIND: Final = tuple((re.compile(nouns), units) for nouns, units in _NOUNS)
_RATE: Final = re.compile("(?P<noun>率|比例|占比|比重)(?:达到|达|为|均达|均为|超过|约)?\\Z")
_RATE_UNITS: Final = frozenset(
    ["件", "个", "项", "人", "次", "户", "家", "名", "起", "宗", "份", "条", "场", "元", "天"]
)
_OTHER_RATE: Final = re.compile("死亡率|发生率|普及率|每|万人|千人|百人|生育率")
_HAS_MORE: Final = re.compile("涉及|参加|参与|人数|其中|的")
_PERCENT_OF: Final = re.compile("率|占|比|增|降|升|减|提高|长|完成|达|超|近|约|均|全部|分之")


def odd_unit(spot: Spot) -> str | None:
    """The noun beside a figure that is not counted in its unit; None where there is none."""
    if spot.figure.kind not in ("count", "money", "duration", "measure", "percent"):
        return None
    if spot.bracket >= 0:
        return None
    rate = _RATE.search(spot.lead)
    if rate is not None:
        odd = spot.unit in _RATE_UNITS and not _OTHER_RATE.search(spot.lead)
        return rate["noun"] if odd else None
    for noun, units in _BEFORE:
        if spot.unit not in units and spot.unit != "%":
            continue
        found = noun.search(spot.lead[-16:])
        if found is None or _HAS_MORE.search(spot.lead[-10:]):
            continue
        # What stands behind the number says what it counts.
        if (spot.tail and spot.tail[0] not in ",、;。()") or (
            spot.unit == "%" and _PERCENT_OF.search(spot.lead)
        ):
            continue
        return re.sub(_FILLER, "", found[0])
    for noun, units in _BEHIND:
        found = noun.match(spot.tail)
        if found is not None and spot.unit in units:
            return found[0]
    return None
