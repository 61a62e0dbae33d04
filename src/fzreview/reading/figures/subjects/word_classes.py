"""Words that the subject grammar knows by what they do in a clause."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.words import any_of, words
from fzreview.reading.figures.subjects.edges import DATE

REMARKS: Final = words(
    """
    观众 受众 听众
    涉及 惠及 覆盖 受益 发现 反馈 吸引 受教育 带动 辐射 涵盖 包含 参训 参会 参赛 参评 参考 受训 获益
    应考 实考 应到 实到
    死亡 受伤 伤亡 失踪
    参学 现场观众 现场听众 总投资 全长 总长 占地 标的额 分为
    """
)
"""Beginnings of rows that say something about the thing told before (开展活动20场,惠及63人次)."""

CONCERNS: Final = words("涉及 涵盖 包含")
"""What something is about is nothing that is dealt with later: 涉及工伤16件，被撤销3件."""

SHARES: Final = words(
    """
    平均 人均 月人均 年人均 户均 日均 月均 年均 场均 件均 亩均 次均 村均 最高 最低 最大 最多 每 涉案
    """
)
"""Beginnings that are elliptical of their antecedent only where they name no head noun of their own."""

STAGE: Final = re.compile("(?:[一二三]期|[一二]审|再审|初审|终审)")
"""Stages of the thing told before: 一审收案316件,二审94件."""

_GROWN: Final = any_of(
    """
    增长 下降 上升 减少 提高 提升 增加 降低 回落 递增 递减 增幅 降幅 增速 涨幅 增产 减产 增收 减收 增支 多收
    少收 增 降 前移 后移 扩大 缩小 缩短 延长 压减 压降 上涨 下跌 下滑 净增 净减 偏高 偏低 偏多 偏少 翻
    精简 缩减 压缩 减幅 提速 扩招 改善 好转 恶化 回升 攀升 收窄 多[收产运用支售销装] 少[收产运用支售销装]
    """
)
_SINCE: Final = r"(?:比(?![赛例重武值分])|较(?![大小多少好高低]))[^,，。;]{1,12}?"
GROWTH: Final = re.compile(
    r"(?:"
    rf"{_SINCE}|"
    + any_of(
        """
        同比 环比 [一二两三四五六七八九十0-9]{1,2}年 平均每年 每年平均 平均 每年 同口径 增速 增幅 涨幅 降幅
        连续 力争 按?可比价格?(?:计算)? 年均 日均 实际 名义 分别 又 累计 净 总体 首次 再 [，,、]
        """
    )
    + r"){0,4}"
    + rf"(?:{_GROWN}(?:了|达|为|幅度|率)?|同比|环比)\Z"
    + rf"|(?:{_SINCE}|同比|环比)[多少](?:[\u4e00-\u9fff]{{2}}|[\u4e00-\u9fff]?)了?\Z"
)
"""Rows that only tell how what was told before has changed."""

GROWTH_BEHIND: Final = re.compile(
    rf"(?:{_SINCE}|同比|环比|连续|平均每年|每年平均|平均|年均|每年|分别|实际|净|增速|增幅|涨幅|力争|预计|计划){{0,4}}{_GROWN}(?:了|到|至|达|为)?\Z"
)
"""The change at the end of a subject: 地区生产总值年均增长."""

SINCE_BEHIND: Final = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:(?:比(?![赛例重武值分])|较(?![大小多少好高低]))[^,，。;]{1,8}|同比|环比|平均每年|每年平均|年均|每年)\Z"
)
"""What is left of a growth at the end of a thing whose verb was taken away: 刑事案件比上年."""

SINCE_TOLD: Final = re.compile(
    r"(?<=[\u4e00-\u9fff”）)])(?:同比|环比"
    r"|(?:[比较]|相比(?:于|较)?)(?:[去上前]年度?|[前上]一年度?|上年末|年初|[0-9]{4}年|[一二]季度|(?:改革|整治|实施|试点|合并|调整|整合|创建)前(?:的[0-9]{4}年)?)(?:同期|底|末)?(?:水平)?(?:相比|又|再|均)?)+"
    rf"(?={_GROWN}|[多少](?:[\u4e00-\u9fff]{{2}})?了?\Z)"
)
"""What a change is held against, between a thing and its change: 受理投诉同比增长."""

OF_A_WHOLE: Final = re.compile("占(?![地用道])")
"""The beginning of a row that tells a share: 占34.4%, but not 占地面积."""

STANDING: Final = re.compile(
    r"(?:增速|增幅|降幅|涨幅|改善幅度|总量|总数|数量|排名|位次|规模|水平)?(?:稳|跃)?"
    r"(?:位居|位列|居(?!民|家|住|委|然)|列(?!入|席|车|装|出|举|明|支|示)|名列|排(?![查放水污涝险练名除])|排名)"
)
"""Rows that tell where what was told before stands."""

OUTPACED: Final = re.compile(
    "(?:增速|增幅|涨幅|降幅|增长率)(?:比[^,，。;]{1,8}?[高低快慢]|高于|低于|快于|慢于|高出|低出|超过)"
)
"""The change itself held against another: 增幅高于全省."""

PLANNED: Final = re.compile(
    r"(?:原定|原来|原|年初|年度)(?:计划|规划|任务|目标)(?:数|为|是)?\Z|实际(?:达到|完成|建成|执行|开工|投产)|超过(?:原定|年度|原)?计划"
)
"""The plan and what became of it: 建设单位，原定计划为60个，实际达到75个."""

COMPARED: Final = re.compile(
    any_of(
        r"""
        高于 低于 高出 低出 多于 少于 快于 慢于 优于 好于 超[过出](?=[\u4e00-\u9fff]) 超额 相当于 等于
        [为是](?:[^,。;]{0,12})的\Z 按[^,。;]{1,10}(?:折算|计算|测算|折合) 折合 约合
        (?:比(?![赛例重武值分])|较(?![大小多少好高低]))[^,。;]{1,10}?[高低快慢][出于]?\Z
        完成(?:年度|全年|年|计划|目标|预算|序时|任务) 力争\Z 预计\Z 计划\Z 目标\Z 预期\Z
        """
    )
)
"""Rows that hold what was told before against something else, change included."""

ACTED: Final = re.compile(r"(?<![公中])(?:共计|共|累计|总共|合计|全年(?!度))(?=[\u4e00-\u9fff]{2})")
"""Between the one who acts and what was done: 市政府办公室共审查…"""

RATES: Final = re.compile(
    any_of(
        """
        率 比例 比重 占比 覆盖面 亏损面 受益面 受灾面 参保面 清退面 抽查面 抽检面 检查面 年检面 培训面
        满意度 知晓度 平均分 平均成绩 得分 总分 分值 指数 总数 数量 总量 注册量 办件量 访问量
        交易额 成交额 销售额 中标额 点击量 浏览量 播放量 阅读量 转发量 关注量
        总额 金额 人数 户数 次数
        """
    )
    + r"(?:均|都)?\Z"
)
"""Nouns that are parts of their antecedent where no modifier of their own stands before them."""

CHANGE: Final = any_of(
    """
    减 增 降 升 提 压 缩 扩 调 精简 压缩 压减 缩减 缩短 减少 降低 下降 提高 提升 增加 增长 上升 扩大 缩小 回落
    发展 延长 调整 变 改 转 整合 合并 优化整合 优化 前移 上移 跃升 上调 下调 攀升 集中 下放 压降 扩展 扩充
    跃增 猛增 激增 骤增 剧增 骤降 锐减 猛降 跌
    拓展 裁并 撤并 归并
    """
)
BEFORE: Final = "[\u4e00-\u9fff]{2,4}前"
_AFTER: Final = "[\u4e00-\u9fff]{2,4}后(?=的)"
"""What both ends of a change are held against: 由整治前的8%降到整治后的1%."""
_WHEN: Final = rf"(?:(?:{DATE}|{_AFTER}|[首末][轮次期批年]|最[初终后]|[年月]末|年底|目前|现在|如今)的?)?"
GRADUALLY: Final = re.compile("\\A(?:逐年|逐步|大幅|进一步|稳步|持续|明显|显著|相应)+")
"""How a change went on, before its verb: 逐年提高到."""
CHANGED: Final = re.compile(rf"{CHANGE}{{1,2}}(?:为|至|到|成){_WHEN}(?:提前|第)?\Z")
"""The verb between the two ends of a change: 由15项减至7项."""

TO: Final = re.compile(
    rf"(?P<change>[\u4e00-\u9fff]{{1,6}}?(?:成为|为|至|到|(?<![组构建完达形促落])成)){_WHEN}第?\Z"
)
"""Any verb between the two ends of a change: 由3天提速至1天, 由9个瘦身为4个."""

_NOT_OF_RANK: Final = ("提前", "目前", "此前", "以前", "之前")


def without_rank_mark(raw: str) -> str:
    """The wording without 第 or 前 before a standing, which belong to its number: 由第5位升至前3位."""
    while raw.endswith((" ", "第", "前")) and not raw.endswith(_NOT_OF_RANK):
        raw = raw[:-1]
    return raw


NEAR: Final = re.compile("(?<=[至到为])(?:不足|不到|近|约|超|超过|接近)\\Z")
"""How near the second end of a change comes: 由4.7%降至不足1%."""


def changed_to(raw: str) -> str:
    """The verb with 至, 为 … that alone stands between the two ends of a change; empty where more does."""
    known = CHANGED.search(raw)
    found = TO.match(raw) if known is None or known.start() < 2 else None
    return found["change"] if found is not None else ""


FROM: Final = re.compile(r"(?:由|从|自)(?![^,，。;；]{0,30}(?:组成|构成|牵头|负责|组织))[^,，。;；]{0,16}\Z")
"""What stands before the first end of a change, whatever is between."""

SOURCE: Final = re.compile(
    rf"(?:(?:由|从)(?:(?:原来|原先|过去|当时|{BEFORE}|年初|[首前][轮次期批]|最初|{DATE})的?)?(?:法定|承诺|规定|原定|原|现行|年均|月均|平均)?的?(?:每人每[年月]|每[日天月年件周]|人均|户均)?(?:全国|全省|全市|全区|全县|世界|中部)?|由原有)(?:提前|第)?\Z"
)
"""What stands before the first end of a change: 由, 从原来的, 由2002年的."""

ATTRIBUTE: Final = re.compile(
    r"[A-ZⅠ-Ⅹ甲乙丙丁]{1,2}类(?:及?以[上下])?|(?![种人分])[\u4e00-\u9fff]{1,6}类|(?:[\u4e00-\u9fff]{1,3}性){1,2}|[0-9A-Z]{1,3}级(?:及以上)?|"
    r"(?:大专|本科|研究生|硕士|博士)(?:及?以上)?(?:学历)?|[正副]?[股科处局厅]级(?:及?以上)?|"
    + any_of(
        """
        刑事 民事 行政 治安 经济 商事 婚姻 劳动 土地 社保 城镇 农村 乡村 城市 男性 女性 妇女 少数民族 残疾人
        国有 民营 集体 个体 专职 兼职 正职 副职
        重大 较大 特大 轻微 严重 疑难 存量 增量 工业 农业 商业 服务业
        涉(?!案)[\u4e00-\u9fff]{1,3}
        """
    )
)
"""Kinds that name no thing: 刑事, B类, 5A级."""
