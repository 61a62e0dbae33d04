"""Numbers that only tell what kind of thing is meant: thresholds, specifications, denominators."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.alphabet import HAN, ITEM_NUMERALS
from fzreview.language.words import any_of, words
from fzreview.reading.figures.numerals.numeral import Numeral

_THRESHOLD: Final = re.compile(
    r"(?:\(含\))?(?:及其?|\(含\)|含)?(?:以上|以下|以内|之上|之下)(?:\([^()]{1,6}\))?"
    rf"(?P<of>的)?(?P<next>[{HAN}A-Za-z“])?"
)
_BETWEEN: Final = re.compile(
    rf"以上(?:[、至到]?|(?P<comma>,))[0-9{ITEM_NUMERALS}]{{1,4}}(?P<unit>[^,。;]{{1,3}})以下"
)
_MEASURED: Final = frozenset(
    words(
        """
        人 岁 周岁 层 级 床 年 个月 天 日 小时 米 里 公里 千米 吨 克 升 千瓦 兆瓦 千伏 亩 公顷 平方米
        平方公里 立方米 斤 公斤 度 元 美元 张 座 匹 马力 千瓦时 吨标准煤
        """
    )
)
_NO_NOUN: Final = re.compile(
    any_of(
        """
        参(?!股) 完成 增长 达 得到 实现 通过 被 已(?![建投开竣]) 均 由 用于 投入 建成 提高 下降 左右 并 且
        和 与 及 有(?!色|机|限|效|证) 是 为 以 在(?![建校岗册职产编役营谈售库]) 降 增(?!资) 减 需 可(?!再生)
        能(?!源|耗) 将 要 应 不 未 获 受 按 全(?!资) 就业 脱贫 致富 专项资金 专项经费 资金 经费
        投资(?!项目|企业|公司|机构) 投入 补贴 补助 目标 任务 要求 左右
        """
    )
)
"""What follows an amount that was reached; 在建, 有色, 能源 begin a thing: 亿元以上在建项目."""
_SPEC_BEFORE: Final = words("海拔 时速 直径 孔径 电压 型号 内径 外径 管径 马赫 每隔 每 航速 PM")
_SIZES: Final = ("口径",)
"""Sizes whose word has another sense too: 统一裁审口径12条 are counted."""
_SPEC_BEHIND: Final = re.compile("级(?!别)")
_SPEC_UNIT: Final = re.compile("千伏|伏特|英寸|纳米|[伏版型号强后]")

_WITHIN_DONE: Final = re.compile(
    "[以之]?内(?:送达|办结|完成|办理|办好|到达|到场|抵达|响应|处置|审结|立案|答复|回复|反馈|受理|出具|缴|作出|上报|报送|公[开布示]"
    "|转办|整改|联系|交付|拨付|审批|签订|提交|移送)"
)
"""48小时以内送达: a time in which something was done."""
_DONE_SO_OFTEN: Final = re.compile(
    "[^,。;:!?、0-9]{0,10}[0-9一二两三四五六七八九十百千万]+余?[件份起次宗条项批人户家个]"
)
"""48小时以内送达文书36份: which of them are counted."""
_HOLDERS: Final = any_of(
    """
    单位 部门 机关 企业 公司 机构 组织 社会组织 人员 干部 党员 乡镇 街道 村 社区 个人 对象 当事人 学校 医院
    商户 农户 家庭 群众 居民 驾驶人 行为 情形
    """
)
_SCORED: Final = re.compile("(?:及以上|以上|以下)的?(?:占|共?有|[0-9]+余?[人名家个件户])")
"""90分以上占65%: those who scored so much."""
_SO_LONG: Final = re.compile(r"(?:连续|累计|逾期|超期|超过|长期|满)\Z")
_SO_MANY_TIMES: Final = re.compile("以[上下内]的[^,。;:!?、0-9]{0,6}?(?:案件|争议|纠纷|合同|项目|标的|诉讼)")
"""最低工资12倍以内的争议: which cases are meant."""
_TURNS: Final = re.compile(r"(?:连续|累计|经)\Z")
_NOT_AFTER_TURNS: Final = re.compile(
    "[^,。;:!?、0-9]{1,6}?(?:仍|均|都|还|拒)?(?:未|不|没)[^,。;:!?、0-9]{1,8}的"
)
"""连续3次催办仍未办结的: which ones are meant."""
_RADIUS: Final = words("范围 半径 见方 以内的范围")

_RATE: Final = re.compile(f"(?:[以之]?内)?[{HAN}]{{1,8}}?(?:率|比例|占比)(?!先|领)")
_NO_RATE: Final = re.compile(r"(?:连续|压缩|缩短|缩减|[至到为由从])\Z")
"""Behind these a length is told for itself, whatever rate comes next."""

_DONE: Final = re.compile(
    any_of(
        """
        开工 新建 建成 建设 培训 新增 完成 改造 投入 安排 引进 培育 实施 清理 修建 改建 扩建 整治 治理 疏浚
        铺设 种植 造林 流转 带动 吸纳 转移 招聘 招录 培养 选派 组织 争取 落实 筹集 筹措 发放 压减 削减 节约
        盘活
        """
    )
    + r"了?\Z"
)
_SPECIFIC: Final = frozenset(words("平方米 层 岁 周岁 年 级 张 座 床 克 千瓦 兆瓦 千伏 匹 马力 度 年 月"))
"""Units that tell the size of one thing rather than how much was done."""
_THINGS: Final = any_of(
    """
    企业 项目 县 市 区 乡 镇 村 园区 集群 产业 公司 单位 商户 市场 基地 大户 品牌 家庭 农户 合作社 工程 案件
    合同 平台 车间 商圈 产品 农场 牧场 养殖场 开发区 城市 街道 社区 总部 门店 上市公司
    """
)
_SOME: Final = "[0-9一二两三四五六七八九十百千万]+余?"
_MEASURE: Final = "[家个户名件人宗起座条处所台部艘位项类本篇批辆栋支]"
_OF_HOLDERS: Final = rf"的(?:[^,。;:!?、0-9]{{0,6}}?{_HOLDERS}|[^,。;:!?、0-9]{{0,6}}{_SOME}{_MEASURE})"
_PEOPLE: Final = any_of(
    "教师 职工 员工 老人 律师 公务员 医生 学生 村干部 代表 委员 会员 队员 社工 家长 调解员"
)
_SHARE: Final = rf"的(?:已|共|占|仅占?|有|约|近|超过?|高达|达到?|不足|不到){{1,2}}(?:百分之)?{_SOME}"
_CONDITION_OF_SERVICE: Final = re.compile(
    rf"(?:以上)?(?:{_OF_HOLDERS}|的[^,。;:!?、0-9]{{0,6}}?{_PEOPLE}|{_SHARE})"
)
"""满10年的教师, 满3年的12名, 满5年的不足三成: who is meant."""
_LARGE_THINGS: Final = re.compile(
    rf"(?:及其?|含)?以[上下]的?[^,。;:!?、0-9]{{0,6}}?{_THINGS}(?:已?达到?|共?有|共)?{_SOME}{_MEASURE}"
)
"""500户以上大型社区22个: things of that size are counted."""
_CONDITION_OF_TIME: Final = re.compile(
    rf"(?:以上)?[^,。;:!?、0-9]{{0,4}}?(?:未|不|没|无|拒|仍)[^,。;:!?、0-9]{{1,12}}(?:{_OF_HOLDERS}|的(?:[,;]|依法|一律|予以|给予|应当?))"
)
_CONDITION_OF_MANY: Final = re.compile(rf"(?:及其?|\(含\)|含)?以[上下][^,。;:!?、0-9]{{0,12}}?{_OF_HOLDERS}")
_COUNT_AHEAD: Final = re.compile(rf"[0-9一二两三四五六七八九十百千万余多]{_MEASURE}[^,。;:!?、0-9]{{0,10}}\Z")
_COUNT_BEHIND: Final = re.compile(
    rf"(?:的[^,。;:!?、0-9]{{0,10}}?|[^,。;:!?、0-9]{{0,6}}?{_THINGS})"
    rf"(?:已?达到?|有|共有?|增至|增加到|新增|突破|超过?)?{_SOME}{_MEASURE}"
)
_OF_THE_COUNTED: Final = re.compile(rf"的{_SOME}(?!个百分点){_MEASURE}")
"""超过10%的9家企业, 低于70分的7本案卷: which ones are counted."""
_COUNT_NEXT: Final = re.compile(rf"(?:已?达到?|共?有|共)?{_SOME}{_MEASURE}")
_NOUN_AND_COUNT: Final = re.compile(
    rf"[^,。;:!?、0-9]{{1,10}}?(?:已?达到?|共?有|共|增至|增加到|新增)?{_SOME}{_MEASURE}"
)
_OVER: Final = re.compile(
    r"(?P<verb>超过|高于|大于|多于|超|逾|突破|过|破|满|不足|不满|不到|低于|小于|少于|达到?)了?\Z"
)
_PEOPLE_OF: Final = re.compile(
    "的(?:[,;]|依法|依照|按照?|一律|给予|予以|可以?|应当?|不得|必须|实行|视为|处以?|由)"
)
_KIND_OF: Final = re.compile(f"的?{_THINGS}")
_TAKES_PART: Final = re.compile("参加|参训|接受|完成|开展|组织|进行|举办|安排|脱产|集中")
"""Behind these a least length tells what was done (人员参加不少于5天的轮训), no class of things."""
_TOWARDS: Final = re.compile(f"[对凡](?!.*(?:{_TAKES_PART.pattern}))")
"""对逾期超过90天的单位: who is dealt with; 对干部组织不少于24学时的培训 tells what was done."""
_DEALT_WITH: Final = re.compile(f"[对凡将][{HAN}]{{2,12}}(?<![省市县区镇乡内近约])\\Z")
_SO_MANY_OR_MORE: Final = re.compile(f"(?:及其?|含)?以[上下]的[{HAN}]{{2}}")
"""对恶意申请5000件次以上的线索: those of so many are dealt with; 对50家以上的企业 counts them."""
_SUMMED: Final = re.compile(r"[总共]|合计|累计")
_REACH: Final = 16


def is_class_mark(text: str, number: Numeral, clause: int) -> bool:
    """Whether the number defines a class or a kind (亿元以上项目, 3岁以下, 300万吨级, 每万人, 1000千伏).

    ``clause`` is where its clause begins.
    """
    start, end = number.start, number.end
    before = text[max(0, start - 4) : start]
    if before.endswith(_SPEC_BEFORE) or (number.kind != "count" and before.endswith(_SIZES)):
        return True
    if number.unit:
        if _SPEC_BEHIND.match(text, end):
            return True
    elif not number.fraction and _SPEC_UNIT.match(text, end):
        return True
    if number.unit == "倍" and _SO_MANY_TIMES.match(text, end):
        return True
    if number.kind in ("percent", "ratio", "score") and _OF_THE_COUNTED.match(text, end):
        return _OVER.search(text, max(clause, start - 4), start) is not None
    if number.kind in ("percent", "ratio", "rank"):
        return False
    if number.over and text[end : end + 1] == "的" and _COUNT_BEHIND.match(text, end):
        return True
    if number.kind == "score" and _SCORED.match(text, end):
        return True
    if number.kind == "measure" and text.startswith(_RADIUS, end):
        return True
    if before[-1:] == "满" and number.unit in ("周岁", "岁"):
        return True
    if number.kind == "duration":
        if _RATE.match(text, end) and not _NO_RATE.search(before):
            return True
        within = _WITHIN_DONE.match(text, end)
        if within is not None:
            return _DONE_SO_OFTEN.match(text, within.end()) is not None
    if number.kind == "count" and _names_those_dealt_with(text, number, clause):
        return True
    if _is_condition(text, number) or _is_told_threshold(text, number, clause):
        return True
    return _is_threshold(text, number)


def _names_those_dealt_with(text: str, number: Numeral, clause: int) -> bool:
    """对恶意申请5000件次以上的线索开展倒查: which ones are dealt with."""
    if _SO_MANY_OR_MORE.match(text, number.end) is None:
        return False
    return _DEALT_WITH.search(text, max(clause, number.start - _REACH), number.start) is not None


def _is_condition(text: str, number: Numeral) -> bool:
    """发生2起以上败诉案件的单位, 连续3年未开展活动的6家, 逾期6个月未缴款的: who is meant."""
    start, end = number.start, number.end
    if number.kind == "duration" and _SO_LONG.search(text, max(0, start - 4), start):
        if text[start - 1] == "满" and _CONDITION_OF_SERVICE.match(text, end):
            return True
        return _CONDITION_OF_TIME.match(text, end) is not None
    if number.unit == "次" and _TURNS.search(text, max(0, start - 4), start):
        return _NOT_AFTER_TURNS.match(text, end) is not None
    if number.kind not in ("count", "duration"):
        return False
    return (_CONDITION_OF_MANY.match(text, end) or _LARGE_THINGS.match(text, end)) is not None


def _is_threshold(text: str, number: Numeral) -> bool:
    """以上 or its like behind the number, and a thing behind that."""
    end = number.end
    threshold = _THRESHOLD.match(text, end)
    if threshold is None:
        return False
    between = _BETWEEN.match(text, end)
    if between is not None and (not between["comma"] or between["unit"] == number.unit):
        return True
    unit = number.unit.split("/")[0]
    if unit not in _MEASURED and number.kind not in ("money", "measure"):
        return False
    following = threshold.end() if threshold["next"] is None else threshold.start("next")
    if _COUNT_NEXT.match(text, following):
        return True
    if threshold["next"] is None:
        return threshold["of"] is not None
    return not (_NO_NOUN.match(text, following) or _is_target(text, number, following))


def _is_target(text: str, number: Numeral, noun: int) -> bool:
    """开工1000公里以上农村公路: how much was done; 引进50人以上团队5个 tells a class."""
    start = number.start
    if _DONE.search(text, max(0, start - 4), start) is None or number.unit in _SPECIFIC:
        return False
    if number.kind == "money" and _KIND_OF.match(text, noun):
        return False
    return _NOUN_AND_COUNT.match(text, noun) is None


def _is_told_threshold(text: str, number: Numeral, clause: int) -> bool:
    """16个产粮超10亿斤的县, 超过80mg/100ml的依法追究, 对超过10万元的合同, 营业收入超亿元企业12家."""
    start, end = number.start, number.end
    verb = _OVER.search(text, max(clause, start - 4), start)
    if verb is None or (number.kind == "count" and number.unit not in _MEASURED):
        return False
    if _PEOPLE_OF.match(text, end):
        return True
    left = text[max(clause, verb.start() - _REACH) : verb.start()]
    if text[end : end + 1] == "的" and _TOWARDS.search(left):
        return True
    if number.kind == "duration" and _TAKES_PART.search(left):
        return False
    if verb["verb"] in ("达", "达到", "过", "破") and not number.magnitude and text[end : end + 1] != "的":
        return False
    if text[end : end + 1] == "的":
        if _SUMMED.search(left) and text[end + 1 : end + 2].isdigit():
            return False
        return _COUNT_BEHIND.match(text, end) is not None or _COUNT_AHEAD.search(left) is not None
    return _KIND_OF.match(text, end) is not None and _COUNT_BEHIND.match(text, end) is not None
