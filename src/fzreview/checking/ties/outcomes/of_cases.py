"""What came of a number of cases: some of those taken in were closed, won, mended, handed on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from fzreview.checking.ties.constructors import subset_tie, within
from fzreview.checking.ties.outcomes.arrests import chain_of, of_chain
from fzreview.checking.ties.outcomes.case_endings import endings
from fzreview.checking.ties.outcomes.dispositions import ENDING, NO_WORDING, TAKEN_IN
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import kindred, same_unit
from fzreview.domain.ties.tie import Confidence, Tie

_STAGE: Final = re.compile(
    "成功|办结|审结|结案|合格|通过|整改|纳入|查实|属实|采纳|解决|答复|回复|刑拘|逮捕|批捕|起诉|移送|移交|受理|立案"
    "|出具|化解|完成|落实|办复|处置|判决|破案|破获|侦破|执结|履行|兑现|调处|纠正|完工|竣工|销号|关停"
)
"""A further step that some of the cases took."""
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
        chain = chain_of(flat)
        yield from of_chain(chain)
        yield from _steps(view, [spot for spot in flat if spot not in chain[1:]], before)
        yield from endings(view, flat, before)
        yield from _some_of(view, [*before[-1:], *flat])


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
                if _takes(one, spot) and not (begun and _is_over(view, one, spot) and not _came_in(one, spot))
            ),
            None,
        )
        too_many = _exceeded(earlier, spot) or _above_all(flat[max(0, place - 6) : place], spot)
        if too_many is not None:
            yield subset_tie(too_many, [spot], "false", "medium", told=True)
        elif base is not None:
            near = base is earlier[-1] and same_unit(base.unit, spot.unit)
            confidence: Confidence = "high" if near and TAKEN_IN.search(base.words) else "medium"
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
            if base is not None and (TAKEN_IN.search(base.words) or _SHOULD.search(base.lead)):
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


def _came_in(base: Spot, spot: Spot) -> bool:
    """收到申请98件,同比上升12%;受理86件: a bare 受理 is told of what came in, over a semicolon too."""
    return _ARRIVED.search(base.lead) is not None and _TAKEN_UP.fullmatch(spot.lead) is not None


_ARRIVED: Final = re.compile("收到|新收|接到|接收|收件|申请")
_TAKEN_UP: Final = re.compile("[,;]?(?:依法|已|共|决定|予以)?(?:立案)?受理")


def _exceeded(earlier: Sequence[Spot], spot: Spot) -> Spot | None:
    """The cases just before, where the step without a noun takes several times as many."""
    far_above = next((one for one in reversed(earlier) if _is_far_above(one, spot)), None)
    if far_above is not None:
        return far_above
    if not earlier or not _BARE_STEP.fullmatch(spot.lead.lstrip(",、;")):
        return None
    base = earlier[-1]
    far = spot.quantity.low > _FAR_ABOVE * base.quantity.high and base.value >= _FEWEST
    taken = TAKEN_IN.search(base.words) is not None and not ENDING.search(base.lead)
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
    taken = TAKEN_IN.search(base.words) is not None and not ENDING.search(base.lead)
    return taken and base.unit == spot.unit and spot.value >= NO_WORDING * max(base.value, 1.0)


_BARE_STEP: Final = re.compile(
    "(?:已|共|均)?(?:审理结案|审结|结案|办结|查实|纳入整改|整改|调解成功|成功|立案|办复)"
)
_LATER_STEP: Final = re.compile(
    "(?:\\A|已|共|均|全部|年内|当年|目前|实际)(?:审理结案|审结|结案|办结|办理完毕|完成|答复|回复|化解|整改|查实|调解成功|成功|立案|办复|到位|出庭)的?\\Z"
)
_FAR_ABOVE: Final = 2
_FEWEST: Final = 10


def _is_elliptic(view: View, spot: Spot) -> bool:
    """Whether the number opens its clause and no noun follows it."""
    return not spot.lead and _ELLIPTIC.match(spot.tail) is not None and view.text[spot.clause - 1] in ",;"


def _takes(base: Spot, spot: Spot) -> bool:
    return (
        kindred(base.unit, spot.unit)
        and TAKEN_IN.search(base.words) is not None
        and not ENDING.search(base.lead)
        and within(base, [spot]) != "false"
    ) or (
        same_unit(base.unit, spot.unit)
        and _STRICT.search(spot.lead) is not None
        and TAKEN_IN.search(base.words) is not None
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
