"""What a wording counts: the thing without its verb, or in front of its predicate."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from fzreview.language.words import any_of, words
from fzreview.reading.figures.subjects.actors import deed_at
from fzreview.reading.figures.subjects.levels import LEVELS
from fzreview.reading.figures.subjects.phrases import (
    ACTIONS,
    ADVERBS,
    ASKED,
    DECIDED,
    DECISIONS,
    KINDS_OF_DEEDS,
    REFERRED,
    SANCTIONED,
    is_deed,
)
from fzreview.reading.figures.subjects.verbs import (
    ASIDE,
    COMPOUND,
    DEEDS,
    LIGHT,
    MANNER,
    NOUN_ENDINGS,
    NOUNISH,
    VERBS,
    verb_at,
)
from fzreview.reading.figures.subjects.word_classes import STAGE

_DONE: Final = frozenset(
    words("收到 接到 受理 召开 举办 开展 作出 制定 出台 印发 发放 排查 查处 审理 办结 推送 签订 提出")
)
"""Verbs that stand between the one who acts and the thing: 县政府收到复议申请."""
_BODY: Final = re.compile(
    any_of(" ".join(NOUNISH)) + any_of("机构 机关 部门 委员会 中心 窗口 热线 平台 队伍 案件")
)
"""仲裁机构, 复议案件: who acts or what it is, not what was done."""
_STATES: Final = ("实有", "现有", "新收", "被申请", "收案", "在册", "在岗", "在编", "在库")
"""At the end of a thing, that it is there or came in: 行政复议新收15件，办结14件."""
_DOERS: Final = words("人员 机构 部门 机关 队伍 员 官 所 站")
"""Behind a verb those who do it for a living: 法制审核人员."""
_COPULAS: Final = ("为", "系")
_NOT_BEFORE_COPULA: Final = frozenset("行作认分成以因较尤关联体")
"""Characters that make a word with 为 or 系: 行为, 作为, 体系."""
_OF_CASES: Final = ("案", "案件")
"""Behind a verb what is dealt with so: 侵权纠纷裁决案."""
_NAMED_BY_DEED: Final = (*_DOERS, *_OF_CASES)
_NAMED_WORK: Final = ("安置帮教", "监督检查对象", "登记失业")
"""Names of fields of work and people that begin as a deed does."""
_GROUPS: Final = ("社会", "群团", "行业", "经济", "调解", "基层", "党", "中介")
"""Before 组织 these name bodies."""
_HANDED_OVER: Final = re.compile(
    "(?:移送|移交|转送|转交)[\u4e00-\u9fff]{0,6}(?:机关|部门|法院|检察院|司法|公安|纪委监委)"
)
"""To whom somebody or something went: 移送纪检监察机关, with no thing that could be told of."""
_LOOKED_AT: Final = ("评查", "抽查", "抽检", "检查", "督查", "督办")
"""At what level something was looked at, before the thing: 省级评查案卷."""
_WITHIN: Final = re.compile("[^,，。;；]{2,16}?(?:范围|区域|地段)内的?(?=[\u4e00-\u9fff]{2})")
"""Where the things are: 铁路两侧500米范围内彩钢瓦房."""
_LED_INTO: Final = ("涉及", "列入", "纳入")
"""Verbs whose object ends before 的: 列入计划的审计项目."""
_GENERIC: Final = frozenset(
    words("案件 事项 人员 项目 单位 企业 对象 标准 情况 队伍 小组 中心 意见 建议 决定 方案 措施 通知书")
)
"""Nouns that need the verb before them: 执行案件, 承诺事项."""
_ASKED_FOR: Final = ("诉讼请求", "行政行为", "原行政行为", "缓刑")
"""What a court or an office decides about, not what is counted: 判决驳回诉讼请求."""
_HELD: Final = re.compile("现有|实有")
"""Who or what is there, behind the place that has it: 镇执法办现有人员."""
_HAPPENED: Final = ("败诉", "胜诉")
"""What happened to the one who is named before it, no thing that could be counted: 判决行政机关败诉."""
_LED: Final = re.compile("牵头|(?:审计|巡视|巡察|督察|督查)(?=提出|发现|指出|反馈)")
"""牵头清理文件, 审计提出问题: in what way or by whom, before the deed whose object is told of later."""
_POSTS: Final = re.compile(
    "(?P<body>[\u4e00-\u9fff]{3,14}?)(?:现有|共有|核定|实有)?(?:行政|事业|公务员|专项)?编制"
)
"""The posts of a body, whose people are told behind: 执法队核定编制12名，到岗9名."""
_HAVING: Final = re.compile("(?<=[\u4e00-\u9fff]{2})中(?:具有|取得|持有).*")
"""What some of the things have, behind them: 仲裁员中具有法律职业资格."""
_SENT: Final = re.compile(
    "向[\u4e00-\u9fff]{2,10}?(?:移送|移交|转送|转交|提出|发出|制发|发送|推送|反馈|通报|报送|提交|提供)(?=[\u4e00-\u9fff]{3})"
)
"""To whom the things went that stand behind: 向公安机关移送涉嫌犯罪案件."""
_RATED: Final = re.compile("(?<=[\u4e00-\u9fff]{2})被?(?:评为|评定为|认定为)[\u4e00-\u9fff]{2,4}\\Z")
"""How the things were rated, behind them: 送评案卷被评为优秀."""
_REVIEWED: Final = re.compile(
    "\\A(?:公平竞争|合法性|廉洁性|合规性)审[查核](?=(?:[\u4e00-\u9fff]{2})+(?:文件|合同|方案|草案|协议)\\Z)"
)
"""By what review the things went through that stand behind: 公平竞争审查政策文件."""


@lru_cache(ASKED)
def object_of(subject: str) -> str:
    """The subject without its leading or its last verb: 受理行政复议案件 → 行政复议案件, 文件保留 → 文件."""
    if subject[-2:] in DECISIONS and DECIDED.fullmatch(subject):
        return ""
    thing = _object_of(subject) if len(subject) > 3 else subject
    if thing in ASIDE or thing in _ASKED_FOR:
        return ""
    stage = STAGE.search(thing, 2)
    if stage is not None and stage.end() >= len(thing) - 2:
        thing = thing[: stage.start()]
    if len(thing) > 5:
        for state in _STATES:
            thing = thing.removesuffix(state)
        thing = thing.removeprefix("新收").removeprefix("各类")
    if subject.startswith(_LED_INTO) and "的" in thing[:-2]:
        return thing.rpartition("的")[2]
    of = thing.rfind("的", 5, len(thing) - 4)
    return thing[of + 1 :] if of > 0 else thing


def _object_of(subject: str) -> str:
    held = _of_the_body_that_holds_it(subject)
    if held:
        return held
    subject = _without_circumstance(subject)
    named = _behind_its_beginning(subject)
    if named is not None:
        return named
    deed = deed_at(subject)
    return _object_of(subject[deed:]) if deed else _without_verb(subject)


def _of_the_body_that_holds_it(subject: str) -> str:
    """执法队 of 执法队核定编制: whose posts are told; empty where none are."""
    if subject.startswith("核定") and subject.endswith("编制") and len(subject) > 4:
        return subject[2:]
    posts = _POSTS.fullmatch(subject)
    return "" if posts is None else posts["body"]


def _without_circumstance(subject: str) -> str:
    """The wording without the review, the levels, the manner and those that come before its deed."""
    subject = _REVIEWED.sub("", _RATED.sub("", _HAVING.sub("", subject)))
    levels = LEVELS.match(subject)
    if levels is not None and len(subject) - levels.end() > 3:
        subject = subject[levels.end() :]
    if subject[:2] in MANNER and is_deed(subject, 2) and len(subject) > 5:
        subject = subject[2:]
    if subject[1:2] == "级" and subject[2:4] in _LOOKED_AT and len(subject) > 5:
        subject = subject[4:]
    if subject[0] in "新共已应" and verb_at(subject, 1) and len(subject) > 4:
        subject = subject[1:]
    led = _LED.match(subject)
    if led is not None and is_deed(subject, led.end()) and len(subject) - led.end() > 3:
        subject = subject[led.end() :]
    return subject


def _behind_its_beginning(subject: str) -> str | None:
    """The thing of a wording that its beginning tells to be of a certain form; None where it tells none."""
    within = _WITHIN.match(subject) if "内" in subject else None
    if within is not None:
        return subject[within.end() :]
    if subject[0] in "立破" and subject.endswith("案件") and not verb_at(subject, 0):
        return subject[1:]
    if subject.startswith(("新收", "新立")) and len(subject) > 3:
        return subject[2:]
    sent = _SENT.match(subject)
    if sent is not None:
        return subject[sent.end() :]
    if subject[0] in "按对以为由依经向在" and len(subject) > 6:
        return object_in(subject)
    held = _HELD.search(subject, 0, len(subject) - 2)
    if held is not None:
        return subject[held.end() :]
    if subject in SANCTIONED or _HANDED_OVER.fullmatch(subject) or REFERRED.fullmatch(subject):
        return ""
    return None


def _without_verb(subject: str) -> str:
    """The thing without the verb before or behind it; empty where the wording is a deed alone."""
    leads = verb_at(subject, 0) and not _BODY.match(subject) and not subject.startswith(_NAMED_WORK)
    ends = subject[-2:] in VERBS and subject[-2:] != "组织"
    if ends and leads and len(subject) == 4:
        if subject[:2] in LIGHT:
            return subject[2:]
        if subject[:2] in DEEDS and subject[2:] in DEEDS:
            return ""
    if subject.endswith(_HAPPENED):
        return ""
    if ends and (not leads or len(subject) == 4) and subject[-2:] not in NOUN_ENDINGS:
        return _without_last_verb(subject, leads=leads)
    if leads:
        return _without_first_verbs(subject)
    for at in range(2, min(len(subject) - 3, 16)):
        if subject[at : at + 2] in _DONE:
            return subject[at + 2 :].lstrip("了的")
    return subject


def _without_last_verb(subject: str, *, leads: bool) -> str:
    if subject[:-2].endswith(KINDS_OF_DEEDS):
        return subject
    thing = subject[:-2].removesuffix("应").removesuffix("全部")
    return thing[:-2] if len(thing) > 5 and thing[-2:] in DEEDS and not leads else thing


def _without_first_verbs(subject: str) -> str:
    subject = subject[4 if subject[:4] in COMPOUND else 2 :].lstrip("了的、和")
    while len(subject) > 3 and is_deed(subject, 0) and subject[:2] not in NOUN_ENDINGS:
        if subject[2:] in _GENERIC or subject[2:] in NOUN_ENDINGS:
            break
        subject = subject[2:].lstrip("了的、和")
    return subject


def object_in(clause: str) -> str:
    """What a clause without a number is about: the wording behind its last verb that has any."""
    for at in range(len(clause) - 4, -1, -1):
        # 提起诉讼: 起诉 is no word here.
        overlaps = at > 0 and verb_at(clause, at - 1)
        if verb_at(clause, at) and clause[at : at + 2] not in NOUNISH and not overlaps:
            return clause[at + 2 :].lstrip("了的")
    return clause


def noun_of(right: str) -> str:
    """The thing in front of its predicate: 企业列入名录 → 企业; the whole where it has none."""
    for at in range(2, min(len(right) - 1, 14)):
        if right.startswith(_NAMED_BY_DEED, at + 2) or (
            right.startswith("组织", at) and right[:at].endswith(_GROUPS)
        ):
            continue
        if (
            right.startswith(ADVERBS, at)
            or is_copula(right, at)
            or (verb_at(right, at) and right[at : at + 2] in ACTIONS)
        ):
            return right[:at]
    return object_of(right)


def is_copula(right: str, at: int) -> bool:
    """31名干部为工科背景: whether 为 stands there as 是 would."""
    return right[at] in _COPULAS and right[at - 1] not in _NOT_BEFORE_COPULA and len(right) > at + 2
