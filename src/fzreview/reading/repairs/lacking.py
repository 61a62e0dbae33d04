"""Doubts about what a sentence lacks: the mark between two clauses, 对 before its object, the verb behind 对.

Each rule knows one form of sentence that careful text writes with the word or mark. What stands there instead
can only be guessed, so nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fzreview.reading.body import Layout
from fzreview.reading.repairs.flag import Flag
from fzreview.reading.repairs.rules import NO_TOWARDS, NO_VERB, RUN_TOGETHER
from fzreview.text.sentences.marks import SENTENCE_ENDS, begin_behind

_HAN: Final = "[\u4e00-\u9fff]"

# 讲座‸省法制办主任某某为…作辅导: who speaks opens a clause of its own.
_OFFICE: Final = "主任|[局厅市县区省州镇乡处科院部会]长|检察长|秘书长|书记|主席|教授|研究员|律师"
_SPEAKER: Final = re.compile(
    rf"[任长记席授员师]{_HAN}{{2,3}}(?:为|作|在|就|对(?!外)|出席|主持|受邀|应邀)(?!会议|仪式)"
)
_IN_OFFICE: Final = re.compile(rf"(?:{_OFFICE})$")
_EVENT: Final = re.compile(
    "(?:讲座|会议|培训班|培训会|报告会|座谈会|研讨会|推进会|动员会|部署会|活动|仪式|大会|论坛)"
    "(?P<organ>(?:(?![的和与及或由请邀聘让使等了为以将把从经向对在上后前并至])[\u4e00-\u9fff])*)$"
)
_ORGAN_HEAD: Final = re.compile(
    "(?:时任)?(?:[\u4e00-\u9fff]{1,12}[省市县区州旗委办局厅院部会所处学校府]|[省市县区州国])"
)
_ORGAN_LENGTH: Final = 16

# 区政府42件合同…进行审查: who examines and what is examined need 对 between them.
_EXAMINING: Final = re.compile(
    "进行了?(?:严格|全面|认真|依法|集中|专项|合法性|合规性|公平竞争|风险|社会稳定)*"
    "(?:审查|审核|评估|检查|清理|审计|监督|评查|论证|督查|核查|抽查|验收|整改|处理|修订|修改)"
)
_EXAMINED: Final = re.compile(
    rf"{_HAN}{{0,8}}?(?:政府|[局委办院厅部]|机关|机构|部门|中心)\d{{1,6}}余?[件项宗起份部条][^。；;，,！]{{1,40}}"
)
_ENDS: Final = f"{SENTENCE_ENDS}\n"
_TAKES_OBJECT: Final = re.compile("[对将把由经就给向按均都已被]|针对|围绕|全部|予以|通过|分别")

# 对…履行责任情况。: 对 announces a verb, and the sentence ends without one.
_STATE_END: Final = re.compile("情况。")
_TOWARDS: Final = re.compile(
    r"(?:(?<=[。，,；;\n内])|^|(?<=依法)|(?<=应当)|(?<=定期)|(?<=重点)|(?<=及时))对(?![于比照应外]|此|标|口|接)",
    re.M,
)
_VERB_OF_TOWARDS: Final = re.compile(
    "进行|开展|实施|实行|(?<!工)作|做[了到好出]|予以|加以|给予|加强|强化|提出|了解|掌握|通报|汇报|报告|听取|跟踪|反馈|查[看阅处]|组织|公[布开示]|"
    "建立|制定|完善|纳入|负责|负有|督[促导查]|[检抽核]查|调研|摸排|关注|说明|介绍|总结|分析|研究|出台|形成|列入|造成|产生|解读|排名|打分|评[价估议]|"
    "考[核评察]|登记|统计|记录|备案|监测|审[议核查]|问询|询问|质询"
)
_TELLING: Final = re.compile("包括|如下|听取|汇报|报告|介绍|通报|反映|[检督抽核]查|了解|涵盖|涉及|即|是")
_GOES_ON: Final = re.compile("[，,](?!以及|及其?|和|与|或者)")

_SENTENCE: Final = 300
"""How far a sentence is looked back at."""


def lacking_flags(layout: Layout) -> Iterator[Flag]:
    """Flags of places in the body where a mark or a word lacks; each is an empty span."""
    start, end = layout.body
    text = layout.text
    yield from _run_together(text, start, end)
    yield from _without_towards(text, start, end)
    yield from _without_verb(text, start, end)


def _run_together(text: str, start: int, end: int) -> Iterator[Flag]:
    for match in _SPEAKER.finditer(text, start, end):
        office = _IN_OFFICE.search(text[max(start, match.start() - 2) : match.start() + 1])
        if office is None:
            continue
        stop = match.start() + 1 - len(office[0])
        event = _EVENT.search(text[max(start, stop - _ORGAN_LENGTH - 3) : stop])
        if event and (not event["organ"] or _ORGAN_HEAD.match(event["organ"])):
            speaker = stop - len(event["organ"])
            yield Flag(RUN_TOGETHER, speaker, speaker, "missing_punct", "，")


def _without_towards(text: str, start: int, end: int) -> Iterator[Flag]:
    for match in _EXAMINING.finditer(text, start, end):
        begin = begin_behind(text, _ENDS, max(start, match.start() - 80), match.start())
        if _EXAMINED.fullmatch(text, begin, match.start()) and not _TAKES_OBJECT.search(
            text, begin, match.end()
        ):
            yield Flag(NO_TOWARDS, begin, begin, "source_missing_word", "对")


def _without_verb(text: str, start: int, end: int) -> Iterator[Flag]:
    for match in _STATE_END.finditer(text, start, end):
        begin = begin_behind(text, f"：:{_ENDS}", max(start, match.start() - _SENTENCE), match.start())
        towards = _TOWARDS.search(text, begin, match.start())
        if towards is None or text[begin - 1 : begin] in ("：", ":"):
            continue
        if _TELLING.search(text, begin, towards.start()):
            continue
        if _VERB_OF_TOWARDS.search(text, towards.end(), match.start()):
            continue
        if not _GOES_ON.search(text, towards.end(), match.start()):
            yield Flag(NO_VERB, match.end() - 1, match.end() - 1, "source_missing_word")
