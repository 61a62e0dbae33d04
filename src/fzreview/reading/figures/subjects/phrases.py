"""What the phrases of a clause are: predicates, deeds, verbs and their places."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.words import any_of, words
from fzreview.reading.figures.subjects.verbs import (
    ASIDE,
    DEEDS,
    NOUN_ENDINGS,
    NOUNISH,
    VERBS,
    verb_at,
)

_LOOSE: Final = "拟需新改或和、并后未已不予前及再另均获被经"
ADVERBS: Final = words(
    """
    居 列 位居 超额 没有 基本 开始 全部 全面 已 进入 均 都 正在 按 经过 委托 交由
    提前 如期 率先 直接 随机 逐一 逐项 逐件 逐个 逐部
    逐条 逐家 逐户 逐案 逐人 逐村 共同 分别 及时
    """
)
_MONEY: Final = ("罚款", "补助", "奖励")
"""Verbs that name an amount of money behind another verb: 减免罚款, 发放补助."""
FINES: Final = frozenset(words("罚款 罚没 没收 退赔 赔偿 收缴"))
"""Deeds that name the sum of money they are told with."""
_TOOK_PART: Final = words(
    "参学 参考 参训 参会 参赛 参演 参评 受训 受益 一次合格 一次通过 一次性通过 一次性合格"
)
_GRADED: Final = words("合格 优秀 良好 达标 及格 称职 不合格")
_BY_WAY_OF: Final = re.compile("以[^,，。;；]{1,12}(?:方式|形式|程序|途径)[\u4e00-\u9fff]{2}")
"""以调解方式办结: what was done with those the number counts."""
_WHOLE_DEEDS: Final = frozenset(words("植树造林 造林 植树 植树种草 造林绿化 移民搬迁 招商引资 改造更新"))
"""Verbs that hold their own thing: behind 扩大灌溉面积 stands no 灌溉面积植树造林."""
_IDIOMS: Final = frozenset(
    words(
        """
        达成协议 达成和解 达成一致 签订协议 批评教育 教育劝离 教育引导 教育疏导 教育训诫 诫勉谈话 强制执行
        限期改正 立行立改 即知即改 边督边改 重新犯罪 再次犯罪 不予许可 准予许可 建议缓议 司法确认
        按日计罚 涉嫌犯罪 被判败诉
        """
    )
)
"""Verbs with an object that says nothing of its own: what was done to those told before."""
_ENDED: Final = any_of(
    "维持 撤销 变更 驳回 终止 确认违法 确认无效 责令履行 责令限期履行 准予撤回 不予受理 部分撤销"
)
DECIDED: Final = re.compile(
    rf"(?:依法)?(?:作出)?(?P<ended>{_ENDED}(?:[、和或及]{_ENDED})*)(?:原行政行为)?的?(?:行政)?(?:复议)?(?:决定|判决|裁定|裁决)"
)
"""作出维持决定: how a procedure ended, told as what was decided."""
KINDS_OF_DEEDS: Final = words(
    "行政 刑事 民事 司法 临时 紧急 联合 日常 定期 专项 简易 快速 现场 书面 随机 一般 纪律 政务 党纪 组织"
)
"""Words that tell of what kind a deed is, not to what it was done: 临时救助, 行政立案, 联合巡查."""
_DECISION_MADE: Final = re.compile("作出(?:行政)?(?:处理|处罚|认定|审查|许可|答复|裁决)?(?:的)?决定")
"""What a request came to, in whatever sense."""
REFERRED: Final = re.compile(
    "告知[\u4e00-\u9fff]{0,4}向[\u4e00-\u9fff]{2,6}(?:机关|部门|单位)(?:提出|申请|反映)?"
)
"""Whom the one who asked was told to turn to: 告知向其他机关提出."""
SANCTIONED: Final = frozenset(words("行政拘留 刑事拘留 司法拘留 限产停产"))
"""Deeds whose first word tells of what kind they are, not to whom they were done."""
_WITH_PAPERS: Final = frozenset(words("收到 接到 受理 收集 征集 提出 举办 召开 发出 制发 听取 接受"))
"""Verbs behind which another one names the thing: 收到反馈, 提出答复."""
_HOW_DONE: Final = re.compile(
    "诉前|案前|庭前|庭外|书面|口头(?!协议)|当面|阶段性|一次性|实质性|全文(?=失效|废止)|决定(?=[\u4e00-\u9fff]{2})|现场(?=整改|改正|核查|处置|办结|调处|化解)"
)
"""How it was done or that it was so decided, before what was done: 阶段性办结, 决定继续有效."""
_RANKED: Final = re.compile("(?<=[\u4e00-\u9fff]{2})为?[A-D甲乙丙丁一二三四]级\\Z")
"""The grade at the end of a deed: 鉴定为C级."""
_THROUGH: Final = re.compile("经(?![济营费办贸验常历])(?:[\u4e00-\u9fff]{2,8})[\u4e00-\u9fff]{2}\\Z")
"""By way of whom or what something was done: 经第三方调解化解, 经法律顾问审核."""
DECISIONS: Final = ("决定", "判决", "裁定", "裁决")
ACTIONS: Final = VERBS - NOUNISH
ASKED: Final = 1024
"""Wordings whose answers are kept: neighbouring figures of a sentence ask for the same ones."""


def is_kind_of_deed(wording: str) -> bool:
    """行政拘留, 行政问责: a deed with the word that tells of what kind it is, and no thing."""
    deed = len(wording) == 4 and wording[2:] in DEEDS
    return deed and (wording in SANCTIONED or wording[:2] in KINDS_OF_DEEDS)


def is_predicate(left: str) -> bool:
    """撤销, 废止或失效, 正在办理中, 驳回诉讼请求: a row that tells what was done and names no thing."""
    rest = left.rstrip("中的")
    if rest[-2:] in DECISIONS and DECIDED.fullmatch(rest):
        return True
    if _DECISION_MADE.fullmatch(rest):
        return True
    if not rest or rest in _WHOLE_DEEDS or (rest.endswith(("组织", "编制")) and len(rest) > 2):
        return False
    if rest[:2] in _WITH_PAPERS and rest[2:4] in NOUN_ENDINGS:
        return False
    if REFERRED.fullmatch(rest):
        return True
    if _THROUGH.match(rest) and rest[-2:] in ACTIONS:
        return True
    how = _HOW_DONE.match(rest)
    rest = rest[how.end() :] or rest if how is not None else rest
    rest = _RANKED.sub("", rest)
    if rest.removesuffix("等次") in _GRADED:
        return True
    while rest:
        if rest[:2] in _MONEY and rest is not left:
            return False
        if rest[:4] in _IDIOMS:
            rest = rest[4:]
        elif rest[:2] in ASIDE or (rest[:2] in VERBS and (rest[2:3] != "会" or verb_at(rest, 0))):
            rest = rest[2:]
        elif rest[0] in _LOOSE:
            rest = rest[1:]
        else:
            return False
    return True


def tells_deed(head: str) -> bool:
    """Whether a head is itself only a deed: 警告; 复议 and 违法建设 are things."""
    return is_predicate(head) and head[-2:] not in NOUN_ENDINGS and head[:2] not in ASIDE


def starts_predicate(right: str) -> bool:
    """超额完成计划, 获评优秀, 可办: what stands behind a number that counts what was told before."""
    return (
        right[0] in "可能获未没被经因"
        or right in _GRADED
        or right.startswith(ADVERBS)
        or took_part(right)
        or _BY_WAY_OF.match(right) is not None
        or (verb_at(right, 0) and right[:2] in ACTIONS)
    )


def took_part(right: str) -> bool:
    """参考, 参训, 一次合格: what those did whom the number counts, with nothing behind it."""
    return right.removesuffix("了") in _TOOK_PART


def verb_in(left: str) -> bool:
    """Whether a verb or a preposition that asks for one stands in the wording."""
    if left[-1:] and left[-1:] in "对向为给由被":
        return True
    for at in range(len(left) - 1):  # noqa: SIM110 - asked for nearly every figure, any() takes twice as long
        if left[at : at + 2] in ACTIONS and verb_at(left, at):
            return True
    return False


def is_deed(left: str, at: int) -> bool:
    """Whether a verb that is no attribute stands there."""
    return left[at : at + 2] in ACTIONS and verb_at(left, at)


def first_verb(left: str) -> int:
    """Where the first verb of the wording begins, 0 where it has none."""
    return next(
        (at for at in range(2, len(left) - 2) if verb_at(left, at) and left[at : at + 2] in ACTIONS), 0
    )


def joined(topic: str, left: str) -> str:
    """The topic and the row, what they share told once."""
    if not topic or topic.endswith(left):
        return topic or left
    if left.endswith(topic):
        return left
    if len(topic) > 3 and topic[-3:-1] == left[:2] and left[2:3] in ("率", "面"):
        return topic[:-3] + left
    for size in range(min(len(topic), len(left)), 1, -1):
        if topic.endswith(left[:size]):
            return topic + left[size:]
    return topic + left
