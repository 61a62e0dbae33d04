"""Measure words that do not go with the noun beside them."""

from __future__ import annotations

import re
from typing import Final

from fzreview.checking.ties.view import Spot

_FILLER: Final = (
    "(?:数量|总数|数|总量)?"
    "(?:共计|总计|合计|累计|现有|共有|实有|已有|已达|达到|超过|突破|达|共|为|有|约|近|超|计|均)?\\Z"
)
_TABLE: Final = """
案件|纠纷|提案|议案|线索|诉求|工单: 人 名 位
案件|纠纷|提案|议案|线索|投诉|举报|诉求|工单: 户 家 元 吨 天 米 公里 场 台 辆 所 亩 年
案件: 次
案件|纠纷: 份
线索: 份 次
嫌疑人|被告人: 次
建议: 户 场 台 名
建议|申请: 元 吨 公里 亩
依申请公开|公开申请: 人 名 户 家 场 天 元
来信|来访: 份 户 项 元 天 家 场
企业|公司|商户|市场主体|经营主体|工商户|药店|门店|律所|律师事务所: 人 名 件 起 宗 份 元 条 场 天 篇 台 项 位
人员|干部|群众|律师|民警|党员|嫌疑人|调解员|学员|学生|监督员: 件 起 宗 份 项 条 场 家 所 篇 台 个工作日 天 户
监督员|调解员|网格员|志愿者|辅导员|人员现有|人员共有: 次
用户|用户数|人口: 件 起 宗 份 项 条 场 元 天
文件|发文|公文|合同|文书|资料|宣传品|手册: 人 名 户 家 起 宗 天 元 场 台 公里 位 亩
审查意见|意见书|建议书|决定书|通知书: 人 名 户 家 起 宗 天 元 场 台 公里 位 亩
意见书|建议书|决定书|通知书: 次
会议|培训|讲座|座谈会|听证会|常务会: 户 家 宗 份 元 篇 台 辆 公里 吨 亩 件
单位|部门|机构|乡镇|街道|社区|(?<!农)村: 件 起 宗 份 元 条 场 天 篇 台 吨
党组织|党支部: 人 名 件 起 宗 份 元 条 场 天 户 次
职数|编制|名额: 件 起 宗 份 户 家 次 条 元 场 天 篇
问题|隐患: 份 元 天 场 吨 名
处分|组织处理|移送司法: 份 元 户 场 天 家
资本|违法所得|经济损失|金额|投资额|标的额|罚没款: 人 名 户 家 件 起 宗 份 次 场 项 条 天
可支配收入|纯收入|财政收入|预算收入|税收收入|旅游收入|财政支出|总收入: 人 名 户 家 件 起 宗 份 次 场 项 条 天
生产总值|总产值|增加值|零售总额|进出口总额|存款余额|贷款余额|资产总额: 人 名 户 家 件 起 宗 份 次 场 项 条 天
破案|发案: 人 名 户 份 元
受理|审结|办结|结案|立案|维持|驳回|终止|举办|召开|培训|招录|录用|逮捕|抓获|刑拘: 元
视频|节目: 人 名 户 家 元 天 吨
"""
"""Nouns: units that never count them."""
_NOUNS: Final = tuple(
    (nouns, frozenset(units.split()))
    for nouns, _, units in (line.partition(": ") for line in _TABLE.strip().splitlines())
)
_BEFORE: Final = tuple((re.compile(f"(?:{nouns}){_FILLER}"), units) for nouns, units in _NOUNS)
_TABLE_BEHIND: Final = """
案件|纠纷|提案|议案|线索: 人 名 户 家 元 吨 天 米 场 台 所 条 年
案件(?!卷|材料|档|文书|评查|资料|的|办理|信息|线索|调查|登记|研|讨|分析|报告|判|庭|旁听|质): 份 次
企业|公司|商户|市场主体|药店|律师事务所: 元 吨 天 年 场 篇 台 件 起 份
执法人员|工作人员|干部|律师|民警|调解员: 件 起 宗 份 条 场 家 所 次 天 年 户 元
法官|检察官|检察长|院长|党员|学员|志愿者: 件 起 宗 份 条 场 家 所 次 天 年 户 元
部门|单位|机构|乡镇|街道|社区(?!矫正)|行政村|主体|中学|小学|学校|事项: 人 名 元 吨 天 年 起 宗 场
中学|小学|高校|学校: 户 份 件 条 次
事项: 户 家 份 次
领域|环节|协调小组|督查组: 人 名 元 吨 天 年 起 宗 场
部门|机构|乡镇|街道|社区(?!矫正)|领域|环节|协调小组|督查组|主体|单位: 件 份 条 次
部门|机构|乡镇|街道|社区(?!矫正)|领域|环节|协调小组|督查组|主体: 户
(?:乡科|[科处厅局县])级单位: 户
清单|制度|文件|合同(?!纠纷|诈骗|案|争议): 人 名 户 元 天 年 场 起 宗
[^,。;、0-9]{0,4}清单: 次 户 人 名
(?:政府|党组|党委|部门)?常务会议|党组会议|专题会议: 份 户 元 件 家
编制: 件 起 宗 份 户 家 次 条 元 场 天
平台|公证处|服务站|工作站|联络点|司法所: 人 名 份 件 起 宗 元 天 次 条
"""
"""What stands behind number and unit: units that never count it."""
_ATTRIBUTES: Final = (
    "(?:“[^“”]{1,12}”|行政|执法|主要|市直|区直|县直|直属|市属|政府|重点|相关|有关|办理|基层|具体|法治|[省市区县乡]级|巡回|专项|综合"
    "|试点|律师|法律|政务服务|重大|涉法|涉企|社会服务|公共服务|制发|制定|全额|事业|诉讼|复议|刑事|民事|(?:乡科|科|处|厅|局)级){0,6}?"
)
_BEHIND: Final = tuple(
    (re.compile(f"{_ATTRIBUTES}(?P<noun>{nouns})"), frozenset(units.split()))
    for nouns, _, units in (line.partition(": ") for line in _TABLE_BEHIND.strip().splitlines())
)
_RATE: Final = re.compile("(?P<noun>率|比例|占比|比重)(?:达到|达|为|均达|均为|超过|约)?\\Z")
_POINTS: Final = frozenset(("个百分点", "‰"))
_RATIO_BEHIND: Final = re.compile("的?比例")
_INCLUDING: Final = re.compile("其中|含|包括")
_IN_TIME: Final = re.compile("按时|按期|及时|完成|到位|覆盖")
_GROWTH: Final = re.compile(
    "(?:增长|下降|上升|增加|回落|完成(?:预算|计划|任务)?的?|同比)(?:约|近|超过|达)?\\Z"
)
_IN_THOUSAND: Final = re.compile("自然增长|出生|死亡|人口|发案|犯罪|事故|伤亡")
"""What is told in thousandths, and so are its changes."""
_MOST_POINTS: Final = 60
"""Percentage points by which no rate rises or falls."""
_SHARE: Final = re.compile("占(?:[^,。;、]{0,14}(?:数|量|额|的))?\\Z")
_RATE_UNITS: Final = frozenset(
    ["件", "个", "项", "人", "次", "户", "家", "名", "起", "宗", "份", "条", "场", "元", "天"]
)
_CASE_RATE: Final = re.compile(
    "(?:成功|办结|办复|结案|审结|合格|通过|优秀|纠错|败诉|胜诉|整改|化解|调解|采纳|受理|出庭|满意|完成|覆盖|达标|激活|审查|应诉)"
    "[^,。;]{0,3}(?:率|比例)"
)
_OTHER_RATE: Final = re.compile("死亡率|发生率|普及率|每|万人|千人|百人|生育率")
_HAS_MORE: Final = re.compile("涉及|参加|参与|人数")
_PER: Final = re.compile("每[个家]?[\u4e00-\u9fff]{1,5}\\Z")
"""平均每个部门717条: the noun is what they are shared out over."""
_WENT_THERE: Final = re.compile("(?:进|走进|深入|到|赴|入)\\Z")
"""进企业35场, 进村60次: the noun is where something was done."""
_HOLDERS: Final = frozenset(["单位", "部门", "机构", "乡镇", "街道", "社区", "村", "中学", "小学", "学校"])
_PERCENT_OF: Final = re.compile("率|占|比|增|降|升|减|提高|长|完成|达|超|近|约|均|全部|分之")


def odd_unit(spot: Spot) -> str | None:
    """The noun beside a figure that is not counted in its unit; None where there is none."""
    if spot.figure.kind not in ("count", "money", "duration", "measure", "percent"):
        return None
    if spot.unit == "个百分点" and spot.value >= _MOST_POINTS:
        return "%"
    if spot.unit == "‰" and _GROWTH.search(spot.lead) and not _IN_THOUSAND.search(spot.lead):
        return "%"
    in_time = _IN_TIME.match(spot.tail) if spot.unit == "‰" else None
    if in_time is not None:
        return in_time[0]
    if _RATIO_BEHIND.match(spot.tail) and spot.unit in _RATE_UNITS | {"个百分点"}:
        return "比例"
    rate = _RATE.search(spot.lead)
    if rate is not None:
        odd = spot.unit in _RATE_UNITS or (spot.unit in _POINTS and _CASE_RATE.search(spot.lead))
        return rate["noun"] if odd and not _OTHER_RATE.search(spot.lead) else None
    if _SHARE.search(spot.lead) and not spot.tail.startswith("的") and spot.unit in _RATE_UNITS | _POINTS:
        return "占"
    if spot.bracket >= 0 and not _INCLUDING.match(spot.lead):
        return None
    for noun, units in _BEFORE:
        if spot.unit not in units and spot.unit != "%":
            continue
        found = noun.search(spot.lead[-16:])
        if found is None or _HAS_MORE.search(spot.lead[-10:]) or _PER.search(spot.lead):
            continue
        if _WENT_THERE.search(spot.lead[-16:][: found.start()]):
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
            return found["noun"]
    return None


def is_a_holder(noun: str) -> bool:
    """Whether a noun may as well name those whose things are counted: 县级41件、乡镇52件."""
    return noun in _HOLDERS
