"""Shortening a long wording: lists before 等, means and actors before the main verb."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.words import any_of, words
from fzreview.reading.figures.subjects.verbs import DEEDS, MANNER, NOUN_ENDINGS, NOUNISH, VERBS, verb_at

_AND_SO_ON: Final = re.compile("(?<![平高中上对同均优初特劣甲乙相不])等(?![级候待于额同价值效式距差])")
_LIST_MARKS: Final = re.compile("[、“《]")
_NAMING: Final = ("涉及", "包括", "涵盖", "覆盖")
"""Verbs that only lead to the examples of a list: 开展涉及甲、乙等专项清理."""
_DIGITS: Final = re.compile("[0-9年月日]")
_FIELDS: Final = words("单位 领域 方面 环节 部门 行业 地区 场所 内容 事项 工作 群体 行为 现象 情形")
_CIRCUMSTANCE: Final = re.compile(
    any_of(
        """
        利用 运用 通过 借助 依托 围绕 结合 按照 根据 针对 采取 采用 紧扣
        以(?![来上下内外及前后]|.[代换促释])(?=[\u4e00-\u9fff“”《》、]{12})
        联合(?!国|体|会) 会同 协同 配合(?!比)
        在(?![册岗校建职监编矫逃途线库办审园地用位外谈研营售租京即保])
        """
    )
)
"""By what means, with whom or where something was done."""
_LONGEST_TITLE: Final = 12
_LIKE_NAMES: Final = NOUN_ENDINGS - NOUNISH
"""Verbs that end a name as often: deeds where no other verb stands and a thing follows them."""
_BODIES: Final = words("所 局 站 队 员 部门 机构 机关 中心")
"""Behind a verb those who do it: 市场监管所."""
_OFFICES: Final = words("市场监管 药品监管 金融监管 城市管理 卫生监督 综合执法 审计监督")
"""Fields that offices are called by: 联合消防、市场监管开展检查."""
_SHORTEST_DEED: Final = 4
"""Characters of a deed with its object, at least."""
_ACTOR_LENGTH: Final = 18
_MAIN: Final = frozenset(
    words(
        """
        召开 举办 开展 制定 出台 印发 发放 审议 受理 作出 收到 接到 查处 推送 推出 建成 新建 完成 提供
        """
    )
)
"""Verbs that seldom stand inside a name, so that what stands before them is the one who acts."""
_PAUSE: Final = re.compile("[、，,;；的和及与]")
LONGEST: Final = 40
"""Characters of a subject, at most."""
_PREPOSED: Final = ("对外", "对口", "对象", "对照", "对接", "对应", "对标", "对比")


def shortened(left: str) -> str:
    """The wording before a number without what only tells who did it, how, and for instance what."""
    if _CIRCUMSTANCE.match(left):
        left = left[_deed_behind(left) :]
    if "等" in left:
        left = _without_list(left)
    if len(left) > _ACTOR_LENGTH:
        left = _from_preposition(left)
    if len(left) > _ACTOR_LENGTH:
        left = _without_actor(left)
    return left


def _without_list(left: str) -> str:
    """审议甲、乙等议题 → 审议议题; 甲、乙等领域检查 stays, for its noun says little."""
    found = next(reversed(list(_AND_SO_ON.finditer(left))), None)
    if found is None or len(left) - found.end() < 2 or left.startswith(_FIELDS, found.end()):
        return left
    mark = _LIST_MARKS.search(left, 0, found.start())
    if mark is None:
        return left
    titled = max(left.rfind("《", 0, found.start()), left.rfind("“", 0, found.start()))
    if left[max(0, titled - 2) : titled] in VERBS:
        return left[0 if titled <= _LONGEST_TITLE else titled - 2 : titled] + left[found.end() :]
    lead = left[: mark.start()]
    if mark.group() != "、" and verb_at(lead, 0) and not _DIGITS.search(lead):
        return lead + left[found.end() :]
    for at in range(mark.start() - 2, -1, -1):
        word = left[at : at + 2]
        if word in VERBS and word not in NOUN_ENDINGS and word not in _NAMING:
            return left[: at + 2] + left[found.end() :]
    return (left[0] if left[0] in "为对向给" else "") + left[found.end() :]


def _last_verb(left: str, verbs: frozenset[str] = DEEDS) -> int:
    """Where the last of ``verbs`` with something behind it begins, outside quotations; 0 where none does."""
    depth = 0
    for at in range(len(left) - 1, 3, -1):
        depth += (left[at] in "”》") - (left[at] in "“《")
        acts = left[at : at + 2] in verbs and verb_at(left, at) and not left.startswith(_BODIES, at + 2)
        acts = acts and not left[: at + 2].endswith(_OFFICES)
        if depth == 0 and acts and len(left) - at >= 4:
            return 0 if "的" in left[at:] else at
    return 0


def _deed_behind(left: str) -> int:
    """Where the deed behind a circumstance begins, its adverbs and the verbs beside it; 0 where none does."""
    at = _last_verb(left) or _last_verb(left, _LIKE_NAMES)
    while at >= _SHORTEST_DEED + 2 and (left[at - 2 : at] in MANNER or verb_at(left, at - 2)):
        if left[:at].endswith(_OFFICES):
            break
        at -= 2
    return at


def _from_preposition(left: str) -> str:
    """组织第三方机构对…检测 → 对…检测, in a long clause only."""
    at = left.rfind("对", 4)
    return left[at:] if at > 0 and left[at : at + 2] not in _PREPOSED else left


def _without_actor(left: str) -> str:
    """区政府常务会议和全体会议审议议题 → 审议议题, in a long clause only."""
    for at in range(3, len(left) - 3):
        told = left[at : at + 2] in _MAIN and not left.startswith(("实现", "达到"), at + 2)
        if told and left[at + 2] not in "率度的" and left[at - 1] not in "从由自":
            return left[at:]
    return left


def cut_to_length(subject: str) -> str:
    """The end of a subject that is too long, from its last verb or its first pause on."""
    last = _last_verb(subject)
    if 0 < len(subject) - last <= LONGEST:
        return subject[last:]
    pause = _PAUSE.search(subject, len(subject) - LONGEST, len(subject) - LONGEST // 2)
    return subject[pause.end() if pause is not None else len(subject) - LONGEST :]
