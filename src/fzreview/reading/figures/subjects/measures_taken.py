"""What was done with those told before, worded with an object that their unit does not count.

检查企业86家，下达通知书12家: a notice is not counted in 家, the firms are.
"""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.words import words
from fzreview.reading.figures.subjects.phrases import is_deed, is_kind_of_deed
from fzreview.reading.figures.subjects.verbs import ASIDE, DEEDS
from fzreview.reading.figures.subjects.word_classes import REMARKS

_PEOPLE: Final = words(
    """
    员 人 者 师 官 长 干部 代表 骨干 专家 民警 学生 群众 对象 顾问 民 职工 户主 手 人才 儿童 妇女 士兵
    军人 农民工 家属 考生 生 犯 子女 队伍 警力 律师
    """
)
_BODIES: Final = words(
    """
    企业 公司 机构 单位 商户 门店 店 场所 主体 厂 院 社 馆 园 校 所 站 吧 部门 户 摊 点 者 商
    银行 矿山 煤矿 盘 工地 民宿 市场 超市 家庭 场 基地 协会 组织 团体 中心 平台 网站 坊 法人 仓库 村 社区 对象
    """
)
_ITEMS: Final = words(
    """
    事项 项目 任务 措施 举措 制度 清单 权力 标准 职权 机制 办法 规定 成果 技术 专利 工程 活动 行动 规范 改革
    经验 做法 问题 隐患 荣誉 奖 课题
    """
)
_OF_ITEMS: Final = ("事项", "职权", "权力")
"""Things in 项 with which something is done as a rule; to others a clause adds further ones."""
_FAMILIES: Final = (
    (("人", "名", "位", "人次"), _PEOPLE, _PEOPLE),
    (("家", "户", "家次", "户次"), _BODIES, _BODIES),
    (("项",), _OF_ITEMS, _ITEMS),
)
"""Units that count the same things, the things, and nouns that the units count."""
_KINDS_OF_THEIR_OWN: Final = ("项",)
"""Units that count deeds as well: 行政奖励 is a kind of powers."""
_WHERE: Final = ("境外", "境内", "跨省", "当场", "就地", "现场", "上门", "公开")
_SANCTIONS: Final = words("行政处罚 刑事处罚 治安处罚 党纪处分 政务处分 纪律处分 责令改正 责令整改 通报批评")
"""What is done with somebody, named by a noun."""
_SPARED: Final = ("改为", "转为", "给予", "予以", "实行", "暂停", "责令", "调离", "停发", "停产")
_PURSUED: Final = (
    "通过",
    "修复",
    "开展",
    "举办",
    "召开",
    "组织",
    "设立",
    "新增",
    "增加",
    "完成",
    "投入",
    "引进",
    "服务",
    "提供",
)
"""Deeds that begin a statement of their own."""
_AFTER: Final = re.compile("[后前]\\Z")
_LONGEST: Final = 12


def of_one_family(unit: str) -> tuple[str, ...]:
    """The units that count the same things as ``unit``; empty where it counts things of any kind."""
    return next((units for units, _, _ in _FAMILIES if unit in units), ())


def is_counted(thing: str, unit: str) -> bool:
    """Whether ``thing`` is one of those that ``unit``, a unit of people, bodies or items, counts."""
    return any(unit in units and thing.endswith(things) for units, things, _ in _FAMILIES)


def is_taken(left: str, unit: str, thing: str) -> bool:
    """Whether ``left`` tells what was done with the things told before, which ``unit`` counts."""
    family = next((one for one in _FAMILIES if unit in one[0]), None)
    if family is None or not thing.endswith(family[1]) or not 2 <= len(left) <= _LONGEST:
        return False
    if left.startswith((*REMARKS, *_PURSUED)) or left.endswith(family[2]) or _AFTER.search(left):
        return False
    return (
        left.startswith(_SPARED)
        or left in _SANCTIONS
        or (unit not in _KINDS_OF_THEIR_OWN and is_kind_of_deed(left))
        or (is_deed(left, 0) and left[:2] in DEEDS)
        or (left.startswith(_WHERE) and left[2:] in DEEDS)
        or (left[:2] in ASIDE and is_deed(left, 2))
    )
