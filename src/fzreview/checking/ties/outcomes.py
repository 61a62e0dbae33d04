"""What came of a number of cases: some of those taken in were closed, won, mended, handed on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from fzreview.checking.quantity import shown
from fzreview.checking.ties.constructors import adds_up, subset_tie, sum_tie, tie_between, within
from fzreview.checking.ties.dispositions import ENDING
from fzreview.checking.ties.slips import magnitude_in_sum, slip_in_sum
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import kindred, same_unit
from fzreview.domain.tie import Confidence, Tie

_WINDOW: Final = 14

_STAGE: Final = re.compile(
    "成功|办结|审结|结案|合格|通过|整改|纳入|查实|属实|采纳|解决|答复|回复|刑拘|逮捕|批捕|起诉|移送|移交|受理|立案"
    "|出具|化解|完成|落实|办复|处置|判决|破案|破获|侦破|执结|履行|兑现|调处|纠正|完工|竣工|销号|关停"
)
"""A further step that some of the cases took."""
_TAKEN_IN: Final = re.compile(
    "受理|收到|接收|接待|新收|收案|登记|立案|排查|发现|检查|抽查|巡查|抽检|审查|审核|承办|办理|申请|参加|抓获|征集"
    "|评查|清理|开工|备案|案件|纠纷|提案|建议|线索|共有|共计|调解|调处|信访|投诉|举报|诉求|工单|应诉|诉讼|复议|审结|结案|办结|判决|纳入"
)
_CLOSED: Final = re.compile("审结|结案|办结|已判决|结办")
_PENDING: Final = re.compile("正在|在办|在审|未审结|未办结|尚|结转")
_REFUSED: Final = re.compile("不予受理|不受理")
_ELLIPTIC: Final = re.compile(
    "(?:[^,。;]{0,6}(?:合格|通过|成功|优秀|达标))|可(?!用)|已|均|全部|实现|被|属于?|为|列入|完成|入围|采取"
)
"""Behind a number without a noun: some of those counted before (48项可全程网办)."""
_CARRIED_IN: Final = re.compile("最后|最终|仅有|只有|其余|余下|以.{0,12}撤回|撤回|终止|维持|驳回")
_FEW: Final = re.compile("仅有|只有")
_STRICT: Final = re.compile("成功|合格|通过|采纳|查实|属实|逮捕|整改|销号|胜诉|败诉")
"""Steps that cannot take more cases than there were."""


def outcomes(view: View) -> Iterable[Tie]:
    """Cases and what came of them, sentence by sentence, with the sentence before on the same line."""
    for order, sentence in enumerate(view.sentences):
        before: tuple[Spot, ...] = ()
        if order and view.sentences[order - 1][0].paragraph == sentence[0].paragraph:
            before = tuple(spot for spot in view.sentences[order - 1] if spot.bracket < 0)[-4:]
        flat = [spot for spot in sentence if spot.is_amount and spot.figure.kind == "count"]
        chain = _chain(flat)
        yield from _of_chain(chain)
        yield from _steps(view, [spot for spot in flat if spot not in chain[1:]], before)
        yield from _endings(view, flat, before)
        yield from _some_of(view, [*before[-1:], *flat])


def _chain(flat: Sequence[Spot]) -> Sequence[Spot]:
    """抓获30人,刑拘30人,逮捕26人: persons and the steps of a criminal case."""
    for place in range(len(flat) - 2):
        end = place + 1
        while end < len(flat) and end - place < 6 and _ARREST.fullmatch(flat[end].lead.lstrip(",、;其中")):
            end += 1
        run = flat[place:end]
        if len(run) > 2 and all(spot.unit == run[0].unit for spot in run):
            return run
    return ()


def _of_chain(chain: Sequence[Spot]) -> Iterable[Tie]:
    if not chain:
        return
    total, *parts = chain
    holds = within(total, parts)
    yield subset_tie(total, parts, holds, "medium" if holds == "false" else "high", told=False)
    for part in parts:
        if part.value == total.value and part.quantity.is_whole and total.quantity.is_whole:
            yield tie_between(
                "same", [(total, "one"), (part, "other")], "true", "medium",
                f"{shown(total.value)}={shown(part.value)}", told=False,
            )  # fmt: skip


_ARREST: Final = re.compile(
    "(?:刑事)?(?:刑拘|拘留|逮捕|批捕|批准逮捕|起诉|移送起诉|判刑|判决|取保候审|采取强制措施)"
)


def _steps(view: View, flat: Sequence[Spot], before: Sequence[Spot]) -> Iterable[Tie]:
    """Pairs of a number and a later step of some of it."""
    for place, spot in enumerate(flat):
        if spot.bracket >= 0:
            continue
        earlier = [one for one in flat[max(0, place - 6) : place] if one.bracket < 0]
        if _is_elliptic(view, spot) and earlier:
            base = next((one for one in reversed(earlier) if one.unit == spot.unit), None)
            if base is not None:
                yield from _pair(base, spot, "high", strict=base is earlier[-1])
                continue
        step = _STAGE.search(spot.words if _FEW.search(spot.lead) else spot.lead)
        if (step is None or ENDING.search(spot.lead)) and not _CARRIED_IN.search(spot.lead):
            continue
        begun = _INTAKE.search(spot.lead) is not None
        base = next(
            (
                one
                for one in reversed(earlier)
                if _takes(one, spot) and not (begun and _is_over(view, one, spot))
            ),
            None,
        )
        too_many = _exceeded(earlier, spot) or _above_all(flat[max(0, place - 6) : place], spot)
        if too_many is not None:
            yield subset_tie(too_many, [spot], "false", "medium", told=True)
        elif base is not None:
            near = base is earlier[-1] and same_unit(base.unit, spot.unit)
            confidence: Confidence = "high" if near and _TAKEN_IN.search(base.words) else "medium"
            if not same_unit(base.unit, spot.unit) and not near:
                confidence = "low"
            yield from _pair(base, spot, confidence, strict=near and bool(_STRICT.search(spot.lead)))
        elif not earlier and _CARRIED_IN.search(spot.lead):
            base = next((one for one in reversed(before) if _carries(one, spot)), None)
            if base is not None:
                yield from _pair(base, spot, "medium", strict=False)
        elif not earlier and _LATER_STEP.search(spot.lead) and before:
            # 受理85件,告知其他途径7件。审结78件: those turned away are no base.
            alike = (one for one in reversed(before) if same_unit(one.unit, spot.unit))
            base = next((one for one in alike if _carries(one, spot)), None)
            if base is not None and (_TAKEN_IN.search(base.words) or _SHOULD.search(base.lead)):
                yield from _pair(base, spot, "medium", strict=False)


def _some_of(view: View, flat: Sequence[Spot]) -> Iterable[Tie]:
    """52名,31名取得法律职业资格; 应建68个,已建成52个; 对320家开展检查,发现41家: only what fits."""
    for base, part in pairwise(flat):
        if base.bracket >= 0 or part.bracket >= 0 or not same_unit(base.unit, part.unit):
            continue
        between = view.between(base, part)
        if ";" in between or "、" in between[-1:] or part.value == 0 or within(base, [part]) == "false":
            continue
        goes_on = _GOES_ON.match(part.tail) if not part.lead and view.text[part.clause - 1] == "," else None
        # 17个获评优秀,1个获评标杆 stand side by side.
        bare = goes_on is not None and goes_on["verb"] not in base.tail
        planned = _SHOULD.search(base.lead) and _ALREADY.match(part.lead)
        checked = _CHECKED.search(base.words) and _FOUND.fullmatch(part.lead)
        narrower = not _AMONG.search(base.lead + base.tail) and _NARROWER.fullmatch(part.lead)
        named = not part.lead and base.tail[:2] == part.tail[:2] and _TOOK_PART.search(base.tail)
        if bare or planned or checked or narrower or named:
            confidence: Confidence = "high" if base.unit == part.unit else "medium"
            yield subset_tie(base, [part], within(base, [part]), confidence, told=True)


_GOES_ON: Final = re.compile(
    "(?:[^,。;、0-9]{0,8})(?P<verb>取得|获得?|持有?|通过|参加|进入|纳入|实行|设立|配备|具备|建立|成为|当选|评为|存在|不|未|尚|正在"
    "|仍|达到|完成|建成|投入|入选|符合|涉及|全部|均|已|被)"
)
_NARROWER: Final = re.compile(
    "(?:涉及|涉(?![外港台侨藏])|女性?|男性?|党员|最终|最后|年内|当年|达成|其中|已被|被|提出意见被)[^,。;、0-9]{0,12}"
    "|[^,。;、0-9]{0,6}(?:录用|出台|被采纳|获奖|入选|司法确认|当场履行|申请司法确认)(?:的)?"
)
"""A clause without a subject of its own that narrows what was counted before."""
_TOOK_PART: Final = re.compile("参加|参与|报送|申报|开展|接受|纳入|存在|共有")
_AMONG: Final = re.compile(f"其中|{ENDING.pattern}")
_SHOULD: Final = re.compile("应|计划|需|须|拟|任务")
_ALREADY: Final = re.compile("(?:目前|现|年内|实际)?(?:已|实际|完成|实现)")
_CHECKED: Final = re.compile("检查|抽查|巡查|排查|抽检|监测|评查|审查|核查|走访|检测|检验|摸排|清理|体检")
_FOUND: Final = re.compile(
    "(?:其中|共|并)?(?:发现|查出|检出|查获|查处|查实|确认|整治|责令|约谈|处罚|立案)(?:违规|违法|不合格)?(?:的)?"
)
_INTAKE: Final = re.compile("受理|立案|接收|收到")


def _is_over(view: View, base: Spot, spot: Spot) -> bool:
    """Whether a semicolon lies between: what is taken in behind it are other cases."""
    return ";" in view.text[base.end : spot.start]


def _exceeded(earlier: Sequence[Spot], spot: Spot) -> Spot | None:
    """The cases just before, where the step without a noun takes several times as many."""
    far_above = next((one for one in reversed(earlier) if _is_far_above(one, spot)), None)
    if far_above is not None:
        return far_above
    if not earlier or not _BARE_STEP.fullmatch(spot.lead.lstrip(",、;")):
        return None
    base = earlier[-1]
    far = spot.quantity.low > _FAR_ABOVE * base.quantity.high and base.value >= _FEWEST
    taken = _TAKEN_IN.search(base.words) is not None and not ENDING.search(base.lead)
    return base if far and taken and same_unit(base.unit, spot.unit) else None


def _above_all(earlier: Sequence[Spot], spot: Spot) -> Spot | None:
    """受理30件(含上年结转5件),审结35件: those taken in, if those carried over are told as among them."""
    if len(earlier) < 2 or not _BARE_STEP.fullmatch(spot.lead.lstrip(",、;")):
        return None
    base, carried = earlier[-2:]
    among = _CARRIED_OVER.match(carried.lead) is not None and 0 <= carried.bracket - base.end <= 1
    same = same_unit(base.unit, spot.unit) and same_unit(base.unit, carried.unit)
    return base if among and same and within(base, [spot]) == "false" else None


_CARRIED_OVER: Final = re.compile("(?:其中|含|包括|包含).{0,6}(?:结转|转入|旧存|存案|未结)")


def _is_far_above(base: Spot, spot: Spot) -> bool:
    taken = _TAKEN_IN.search(base.words) is not None and not ENDING.search(base.lead)
    return taken and base.unit == spot.unit and spot.value >= _NO_WORDING * max(base.value, 1.0)


_NO_WORDING: Final = 100
"""A step with so many times the cases is no question of wording."""
_BARE_STEP: Final = re.compile(
    "(?:已|共|均)?(?:审理结案|审结|结案|办结|查实|纳入整改|整改|调解成功|成功|立案|办复)"
)
_LATER_STEP: Final = re.compile(
    "(?:\\A|已|共|均|全部|年内|当年|目前|实际)(?:审理结案|审结|结案|办结|办理完毕|完成|答复|回复|化解|整改|查实|调解成功|成功|立案|办复|到位|出庭)\\Z"
)
_FAR_ABOVE: Final = 2
_FEWEST: Final = 10


def _is_elliptic(view: View, spot: Spot) -> bool:
    """Whether the number opens its clause and no noun follows it."""
    return not spot.lead and _ELLIPTIC.match(spot.tail) is not None and view.text[spot.clause - 1] in ",;"


def _takes(base: Spot, spot: Spot) -> bool:
    return (
        kindred(base.unit, spot.unit)
        and _TAKEN_IN.search(base.words) is not None
        and not ENDING.search(base.lead)
        and within(base, [spot]) != "false"
    ) or (
        same_unit(base.unit, spot.unit)
        and _STRICT.search(spot.lead) is not None
        and _TAKEN_IN.search(base.words) is not None
        and not ENDING.search(base.lead)
    )


def _carries(base: Spot, spot: Spot) -> bool:
    return base.is_amount and kindred(base.unit, spot.unit) and within(base, [spot]) != "false"


def _pair(base: Spot, spot: Spot, confidence: Confidence, *, strict: bool) -> Iterable[Tie]:
    holds = within(base, [spot])
    if holds != "false":
        yield subset_tie(base, [spot], holds, confidence, told=True)
    elif strict:
        yield subset_tie(base, [spot], "false", "medium", told=True)


def _endings(view: View, flat: Sequence[Spot], before: Sequence[Spot]) -> Iterable[Tie]:
    """Runs of endings: their sum against every number they may be the endings of."""
    place = 0
    while place < len(flat):
        if not _ends(flat[place]):
            place += 1
            continue
        first = place
        while place < len(flat) and _ends(flat[place]) and place - first < _WINDOW:
            place += 1
            if place < len(flat) and _is_of_other_cases(view, flat[place - 1], flat[place]):
                break
        run = flat[first:place]
        other = first > 0 and _is_of_other_cases(view, flat[first - 1], flat[first])
        earlier = [one for one in flat[max(0, first - 5) : first] if one.bracket < 0 and not other]
        yield from _of_run(run, earlier or [one for one in before if one.is_amount])


def _ends(spot: Spot) -> bool:
    return spot.bracket < 0 and ENDING.search(spot.lead) is not None and "提出" not in spot.lead


def _is_of_other_cases(view: View, one: Spot, other: Spot) -> bool:
    """复议案件中维持13件、撤销1件;诉讼案件中胜诉6件: behind the semicolon other cases end."""
    return ";" in view.text[one.end : other.start] and "案件中" in other.lead


def _of_run(run: Sequence[Spot], earlier: Sequence[Spot]) -> Iterable[Tie]:
    bases = [one for one in reversed(earlier) if kindred(one.unit, run[0].unit)]
    for base in bases:
        for count in range(len(run), 1, -1):
            parts = run[:count]
            holds = adds_up(base, parts)
            if holds != "false":
                same = all(same_unit(base.unit, part.unit) for part in run)
                if same and _too_many(base, run, count):
                    yield sum_tie(base, run, "false", "medium", told=True)
                    return
                same = all(same_unit(base.unit, part.unit) for part in parts)
                yield sum_tie(base, parts, holds, "high" if same else "medium", told=same)
                yield from _left_over(base, run[count:])
                return
    whole = _default(bases)
    if whole is not None:
        yield from _some(whole, run)


def _too_many(base: Spot, run: Sequence[Spot], count: int) -> bool:
    """Whether a further ending of the same row is left when the first ones have used up the cases."""
    rest = _settled(base, run[count:])
    return any(
        part.value > 0 and len(part.lead) <= _PLAIN and not _SUMMARY.search(part.lead) for part in rest
    )


_SUMMARY: Final = re.compile("纠错|败诉|胜诉|优秀|合格|其中|上诉|结转|建议书|意见书|采纳|解决")
"""Endings that count others once more."""


def _some(base: Spot, run: Sequence[Spot]) -> Iterable[Tie]:
    """Endings that do not make all of the cases."""
    run = _settled(base, run)
    if not run:
        return
    same = all(same_unit(base.unit, part.unit) for part in run)
    one_kind = same or (all(part.unit == run[0].unit for part in run) and kindred(base.unit, run[0].unit))
    above = len(run) > 1 and sum(part.quantity.low for part in run) > base.quantity.high
    plain = all(len(part.lead) <= _PLAIN for part in run)
    digit = same and len(run) > 2 and slip_in_sum(base, run)
    slip = digit or (one_kind and magnitude_in_sum(base, run))
    if slip or (one_kind and above and plain):
        yield sum_tie(base, run, "false", "medium", told=True)
    elif kindred(base.unit, run[0].unit) and _far_above(base, run) is not None:
        yield subset_tie(base, [_far_above(base, run) or run[0]], "false", "medium", told=True)
    elif within(base, run) != "false":
        yield subset_tie(base, run, within(base, run), "high" if same else "medium", told=same)


_PLAIN: Final = 8
"""Characters of an ending that has no subject of its own."""


def _far_above(base: Spot, run: Sequence[Spot]) -> Spot | None:
    return next((part for part in run if part.value >= _NO_WORDING * max(base.value, 1.0)), None)


def _settled(base: Spot, run: Sequence[Spot]) -> list[Spot]:
    """The endings without those that a base of closed cases, or of those taken in, cannot hold."""
    outside = _PENDING if _CLOSED.search(base.words) else _REFUSED if "受理" in base.lead else None
    return [part for part in run if outside is None or not outside.search(part.lead)]


def _left_over(base: Spot, rest: Sequence[Spot]) -> Iterable[Tie]:
    for spot in _settled(base, rest):
        if same_unit(base.unit, spot.unit) and within(base, [spot]) != "false":
            yield subset_tie(base, [spot], within(base, [spot]), "medium", told=False)


def _default(bases: Sequence[Spot]) -> Spot | None:
    """What was closed or taken in last."""
    return next((base for base in bases if _TAKEN_IN.search(base.words)), None)
