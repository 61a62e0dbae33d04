"""The wording behind a number, with the predicate that it shares with its neighbours."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.words import words
from fzreview.reading.figures.subjects.cleaning import clean_right
from fzreview.reading.figures.subjects.objects import noun_of
from fzreview.reading.figures.subjects.phrases import is_deed, is_predicate, verb_in
from fzreview.reading.figures.subjects.verbs import VERBS, verb_at
from fzreview.reading.figures.subjects.word_classes import (
    CHANGED,
    FROM,
    GRADUALLY,
    GROWTH,
    NEAR,
    changed_to,
    without_rank_mark,
)
from fzreview.reading.figures.subjects.wordings import CONNECTORS, LONGEST_NAME, REACH, ROW, Wordings
from fzreview.text.sentences.clauses import Clause

_ADDRESSING: Final = "对向为给"
_DENIED: Final = ("未", "没有", "从未", "尚未", "均未", "无")
"""A predicate that says what was not done: 3个司法所连续两年未配备专职调解员."""
_LEVEL: Final = re.compile("(?:国家|省|部|市|州|县|区|县区|乡|镇|乡镇|街道|村|社区)级")
_HELD_REACH: Final = 20
"""Characters of what was held over the years: 连续三年保持在90%以上."""
_BRACKETS: Final = 40
"""Characters of brackets between a thing and its predicate, at most."""
_SHORTEST_THING: Final = 3
_LONGEST_SERVED: Final = 18
"""Characters of who did what for others: 16位公职律师为73件事项出具意见."""
_LONGEST_OBJECT: Final = 10
_PREPOSITIONS: Final = ("到", "至", "给", "于", "在", "由")
_REACHED: Final = ("在", "达", "达到", "超过", "高于", "低于")
"""Before the mark that those counted reached: 47名成绩在90分以上."""
_HANDED_TO: Final = re.compile(
    "[至到给由][\u4e00-\u9fff]{0,6}(?:[省市县区镇乡村]|街道|基层|部门|[市县乡]级|机关|园区|社区)"
)
"""To whom something went, behind the number: 下放11类至设区市."""
_FROM_REACH: Final = 24
_OF_BODIES: Final = ("个", "家", "名", "所")
_NAMES_ON: Final = words(
    "人员 机构 部门 对象 队伍 中心 服务 工作 事项 案件 领域 项目 站 室 点 所 窗口 平台 员 委员会 卡 机 设备"
)
_HOW_CHANGED: Final = re.compile("(?<=[\u4e00-\u9fff]{2})(?:承诺|实际|平均|再)\\Z")
"""How the second end of a change came about, before its verb: 办结时限承诺压缩到."""
_WITH: Final = re.compile("[ 　]*(?:分别|先后)?与")
"""With whom something was done, before the first of them."""
_SHARES: Final = ("percent", "ratio")
_SUMMED: Final = words("共 共计 合计 总计 累计 总共")
_RATE_OF_IT: Final = re.compile("(?:按[期时]|及时)?[\u4e00-\u9fff]{2}率(?:达到?|为|均为)?")
"""A rate that follows its thing with no mark between: 工单2418件办结率99%."""
_AMONG: Final = re.compile(
    "(?<=[\u4e00-\u9fff）)]{2})(?<![其集])中"
    "(?:\\Z|“?[\u4e00-\u9fff]{1,8}”?(?:还|只|仅|就|尚|共)有\\Z|(?:由|从|得分?|列|位列|名列|排名?)\\Z|仅|只|尚|仍|已|还|现|具|被|获|有(?!心)|[^,，。;；]{2,14}的(?:仅|只|就|已|还|共)?(?:有|达|占)?\\Z)"
)
"""15名队员中有…的仅2名: the first number counts what stands before 中."""
_SHARED: Final = ("均", "都", "全部")
_TAILS: Final = words(
    """
    均 都 全部 分别 已 共同 进行 开展 实现 参加 参与 获 被 完成 达到 纳入 进驻 设立 “全覆盖” 轮流
    """
)


def wording_behind(seen: Wordings, index: int, clause: Clause, depth: int = 0) -> str:
    """The cleaned wording behind the figure, with the predicate that it shares with its neighbours."""
    figure = seen.counted[index]
    following = seen.counted[index + 1].start if index + 1 < len(seen.counted) else clause.end
    if following >= clause.end:
        raw = seen.wording[figure.end : min(clause.end, figure.end + REACH)]
        right = clean_right(raw, share=figure.kind in _SHARES)
        if _HANDED_TO.fullmatch(right):
            return ""
        right += _beyond_brackets(seen, clause) if right else ""
        return right + _shared_behind(seen, clause) if right and len(right) <= 12 else right
    if following == figure.end and depth < ROW:
        return wording_behind(seen, index + 1, clause, depth + 1)
    raw = seen.wording[figure.end : min(following, figure.end + REACH)]
    raw = without_rank_mark(raw)
    raw = NEAR.sub("", raw)
    among = _AMONG.search(raw) if "中" in raw else None
    if among is not None:
        return clean_right(raw[: among.start()])
    if figure.kind == "duration" and raw.endswith("在") and clause.end - figure.end <= _HELD_REACH:
        return seen.wording[figure.end : clause.end].replace("\n", "").strip()
    if figure.kind == "count" and seen.counted[index + 1].kind == "score" and raw.endswith(_REACHED):
        return clean_right(seen.wording[figure.end : clause.end])
    right = clean_right(raw, share=figure.kind in _SHARES)
    if _one_of_partners(seen, index, clause) and verb_in(right):
        return noun_of(right)
    if _done_to_some(seen, index, clause, right):
        return ""
    if right in _PREPOSITIONS or _HANDED_TO.fullmatch(right):
        return ""
    if _RATE_OF_IT.fullmatch(right) and seen.counted[index + 1].kind == "percent" and figure.kind == "count":
        return ""
    if not right or right in _SUMMED:
        return _shared_object(seen, index, clause)
    start = max(clause.start, figure.start - _FROM_REACH)
    whose = raw.endswith("的") and len(right) > 2 and FROM.search(raw) is None
    if whose and not changed_to(raw) and CHANGED.search(raw) is None:
        return right.removesuffix("的")
    if changed_to(raw.strip()) and FROM.search(seen.text, start, figure.start):
        return ""
    if raw.rstrip().endswith(CONNECTORS):
        for word in CONNECTORS:
            right = right.removesuffix(word)
    else:
        changed = CHANGED.search(right)
        if changed is not None:
            return _HOW_CHANGED.sub("", GRADUALLY.sub("", right[: changed.start()]))
        if right[-1] in _ADDRESSING and len(right) > 2:
            served = right + _without_numbers(seen, index + 1, clause)
            return served if right[-1] == "为" and len(served) <= _LONGEST_SERVED else right[:-1]
        if verb_in(right):
            return right + _without_numbers(seen, index + 1, clause)
    if not raw.rstrip().endswith(CONNECTORS):
        right = _first_item(right)
    if _LEVEL.fullmatch(right):
        return right + _at_last_level(seen, index, clause)
    tail = _tail(seen, index, clause)
    return right if tail in right else right + tail


def _done_to_some(seen: Wordings, index: int, clause: Clause, right: str) -> bool:
    """提出建议97条被采纳95条: what stands between two numbers of a unit was done to as many as the second."""
    figure, following = seen.counted[index], seen.counted[index + 1]
    if (
        figure.kind != "count"
        or figure.unit != following.unit
        or not is_predicate(right)
        or GROWTH.match(right)
    ):
        return False
    earlier = seen.counted[index - 1].end if index else 0
    return len(seen.wording[max(clause.start, earlier) : figure.start].strip()) > _SHORTEST_THING


def _one_of_partners(seen: Wordings, index: int, clause: Clause) -> bool:
    """与12个街道、36家企业签订责任书48份: the last of several with whom it was done stands alone."""
    before = seen.counted[index - 1].end if index else 0
    if before <= clause.start or not _WITH.match(seen.text, clause.start, before):
        return False
    return seen.wording[before : seen.counted[index].start].rstrip().endswith(CONNECTORS)


def _shared_behind(seen: Wordings, clause: Clause) -> str:
    """均设立了… in the clause behind a row of counts."""
    behind = seen.clauses.after(clause)
    if behind is None or not seen.text.startswith(_SHARED, behind.start):
        return ""
    return clean_right(seen.told(behind)[1:])


def _beyond_brackets(seen: Wordings, clause: Clause) -> str:
    """The predicate behind brackets that end the clause: 20个村（占总数的5%）已经通车."""
    if seen.text[clause.end : clause.end + 1] != "(":
        return ""
    close = seen.text.find(")", clause.end, clause.end + _BRACKETS)
    if close < 0:
        return ""
    beyond = seen.clauses.at(close + 1)
    if beyond.start != close + 1 or seen.holds_figure(beyond):
        return ""
    return clean_right(seen.told(beyond))


def _without_numbers(seen: Wordings, index: int, clause: Clause) -> str:
    """The rest of the clause from the figure ``index`` on, numbers left out."""
    pieces = []
    for at in range(index, min(index + ROW, len(seen.counted))):
        figure = seen.counted[at]
        if figure.start >= clause.end:
            break
        stop = seen.counted[at + 1].start if at + 1 < len(seen.counted) else clause.end
        pieces.append(seen.wording[figure.end : min(stop, clause.end, figure.end + REACH)])
    return clean_right("".join(pieces))


def _shared_object(seen: Wordings, index: int, clause: Clause) -> str:
    """The noun that the last of a row of predicates has for all: 取消12项、下放8项、合并6项审批事项."""
    if not verb_at(seen.wording, seen.counted[index].start - 2):
        return ""
    for at in range(index, min(index + ROW, len(seen.counted) - 1)):
        following = seen.counted[at + 1]
        if following.start >= clause.end:
            return ""
        between = seen.wording[seen.counted[at].end : following.start]
        if between[:1] not in CONNECTORS or between[1:] not in VERBS:
            return ""
        noun = clean_right(seen.wording[following.end : min(clause.end, following.end + LONGEST_NAME)])
        if noun and noun[0] not in CONNECTORS and _HANDED_TO.fullmatch(noun) is None:
            return noun if len(noun) <= _LONGEST_OBJECT and noun[-2:] not in VERBS else ""
    return ""


def _at_last_level(seen: Wordings, index: int, clause: Clause) -> str:
    """What the last item of a row names for all: 1个市级、9个县级公共法律服务中心."""
    last = index
    while last + 1 < len(seen.counted) and seen.counted[last + 1].start < clause.end:
        last += 1
        if last - index > ROW:
            return ""
    end = seen.counted[last].end
    named = clean_right(seen.wording[end : min(clause.end, end + REACH)])
    level = _LEVEL.match(named)
    return named[level.end() :] if level is not None else ""


def _tail(seen: Wordings, index: int, clause: Clause) -> str:
    """The predicate that the last item of a row of counts carries for all of them."""
    last = index
    while last + 1 < len(seen.counted) and seen.counted[last + 1].start < clause.end:
        last += 1
        if last - index > ROW:
            return ""
    end = seen.counted[last].end
    rest = seen.wording[end : min(clause.end, end + REACH)]
    found = [at for at in (rest.find(word) for word in _TAILS) if at >= 2]
    if not found and seen.counted[index].unit in _OF_BODIES:
        deed = next((at for at in range(1, len(rest) - 3) if is_deed(rest, at)), 0)
        told = deed and deed + 3 < len(rest) and "的" not in rest[:deed]
        found = [deed] if told and not rest.startswith(_NAMES_ON, deed + 2) else []
        found = [0] if rest.startswith(_DENIED) else found
    return clean_right(rest[min(found) :]) if found else _shared_behind(seen, clause)


def _first_item(right: str) -> str:
    """The wording up to the first connector that stands outside brackets."""
    depth = 0
    for at, char in enumerate(right):
        depth += (char in "(（") - (char in ")）")
        if depth == 0 and at and (char in "、和" or right.startswith("以及", at)):
            return right[:at]
    return right
