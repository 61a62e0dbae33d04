"""Wordings that by their words alone are known to be elliptical.

By how much a procedure became shorter, to whom it went, how many there are for each one.
"""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.words import any_of
from fzreview.reading.figures.subjects.elliptical import Elliptical
from fzreview.reading.figures.subjects.objects import object_of
from fzreview.reading.figures.subjects.phrases import joined
from fzreview.reading.figures.subjects.verbs import GIVEN
from fzreview.reading.figures.subjects.word_classes import GROWTH

_OF_A_PROCEDURE: Final = re.compile(
    any_of("件均 所需 需要 提交")
    + "?"
    + any_of(
        "办理 办事 办结 申请 申报 审批 审理 审查 受理 审核 处理 办件 跑动 跑腿 等候 排队 填报 提交 等待 审限"
    )
    + "?"
    + any_of("环节 时限 时间 材料 次数 用时 时长 周期 天数 要件 耗时 流程")
)
"""跑动次数, 办事材料, 件均用时: what of a procedure is measured, not which procedure."""
_CUT: Final = re.compile(
    "平均?累?计?"
    + any_of("减 减少 压减 压缩 缩短 精简 缩减 节约 节省")
    + any_of("了 办理 办事 申请 申报 审批 跑动 各类")
    + "?"
    + any_of("环节 材料 时限 时间 次数 跑动 要件 表单 流程 费用 成本")
    + r"|"
    + any_of("减 压减 压缩 缩短 精简 缩减")
    + any_of("办理 办事 申请 申报 审批 跑动")
    + "?"
    + any_of("环节 材料 时限 时间 跑动 要件 表单 流程")
)
"""平均减环节, 减材料: by how much a procedure became shorter."""
_HANDED: Final = re.compile(
    any_of("下放 移交 移送 交由 委托 赋予 转交 转办 转送 分流 上交 上报 报送 提交 提级")
    + any_of("至 到 给 由")
    + "?"
    + any_of(
        """
        乡镇 街道 镇街 乡镇街道 乡镇(街道) 基层 部门 社区 村居 县级 区级 市级 县区 园区 公安机关 公安 公安部门
        省级 市级 区级 镇级 乡级 上级
        检察机关 检察院 司法 司法机关 司法部门 法院 人民法院 纪委监委 纪检监察机关 纪检机关 其他部门 有关部门
        相关部门 主管部门 责任单位 承办单位 上级部门 [省市县区]直部门
        (?:[省市县区镇乡]级?|乡镇|镇街)(?:综治|矛调)?中心 综治中心 矛调中心
        """
    )
    + any_of("处理 办理 查处 承接 实施")
    + "?"
)
"""下放乡镇, 移送公安机关: to whom what was told before went."""
_SENT: Final = re.compile("向[\u4e00-\u9fff]{2,8}(?:报告|报备|报送|移送|移交|通报|推送|反馈|转办)")
"""The same with 向: 向市政府报备."""
_CHANGED_MEASURE: Final = re.compile(
    "(?:平均)?(?P<measure>[\u4e00-\u9fff]{2,6}?)(?:平均|整体|总体|再)?(?=(?:压[减缩]|缩短|减少|精简|下降|降低|提速))"
)
"""What of a procedure became less: 申报材料减少40%, 审批时长平均缩短46%."""
_PROCEDURES: Final = (
    "事项", "许可", "申请", "业务", "服务", "审批", "登记", "备案", "项目", "案件", "公证", "一件事”",
    "注册", "查验",
)  # fmt: skip
"""Things that are gone through step by step."""
_SHORT_THING: Final = 4
"""Characters of a thing whose beginning is no verb: 建设项目."""
_MEASURE_BEHIND: Final = re.compile(f"(?<=[\u4e00-\u9fff]{{2}}){_OF_A_PROCEDURE.pattern}\\Z")
_CUT_KINDS: Final = ("percent", "ratio", "duration", "count")
_LONGEST_CUT: Final = 5
"""Characters of a wording that names no papers of its own: 减材料, but not 精简申报材料126份."""
_OF_EACH: Final = re.compile(
    r"平均每(?:[个家名户所间]|一|[十百千万]{1,2}(?:平方公里|公里|[辆台亩户名座]))?[\u4e00-\u9fff]{1,4}(?:[(（][\u4e00-\u9fff]{1,2}[)）])?"
)


def of_procedure(clause: Elliptical) -> str | None:
    """The subject of a clause whose wording alone shows that it is elliptical; None where it does not."""
    left, head = clause.left, clause.head
    explicit = clause.kind == "count" and len(left) > _LONGEST_CUT
    if clause.kind in _CUT_KINDS and not clause.same_unit and not explicit and _CUT.fullmatch(left):
        return joined(head, left)
    changed = _CHANGED_MEASURE.match(left)
    if changed is not None and names_measure(changed["measure"]) and GROWTH.match(left, changed.end()):
        thing = _MEASURE_BEHIND.sub("", clause.base)
        thing = object_of(thing) if len(thing) > _SHORT_THING else thing
        return joined(thing, left) if thing.endswith(_PROCEDURES) else None
    if clause.same_unit and _SENT.fullmatch(left):
        return joined(head, left)
    if clause.same_unit and _HANDED.fullmatch(left):
        # 给予处分29人，移送司法4人: the sanction went nowhere, people did.
        return left if clause.antecedent.verb in GIVEN else joined(head, left)
    if _OF_EACH.fullmatch(left) and not head.startswith(("平均", "每")):
        return joined(head, left)
    return None


def is_cut(left: str) -> bool:
    """减材料, 压时限: an item of a row that tells by how much a procedure became shorter."""
    return _CUT.fullmatch(left) is not None


def is_handed(left: str) -> bool:
    """移送司法, 下放乡镇: only to whom what was told before went."""
    return _HANDED.fullmatch(left) is not None


def names_measure(head: str) -> bool:
    """Whether the wording before the first end of a change tells only what of a procedure has changed."""
    return len(head) > 2 and _OF_A_PROCEDURE.fullmatch(head) is not None


def is_measure_of_procedure(base: str) -> bool:
    """Whether a subject is itself only a measure of procedures: 平均环节, 办理时限."""
    return _OF_A_PROCEDURE.fullmatch(base.removeprefix("平均")) is not None
