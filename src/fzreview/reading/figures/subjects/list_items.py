"""Items behind 、 or 和 that do not simply share the verb of the first."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.changes import unchanged
from fzreview.reading.figures.subjects.counterparts import counterpart, same_of_another
from fzreview.reading.figures.subjects.ellipsis import resolve
from fzreview.reading.figures.subjects.ellipsis_of_predicate import done_to, same_outcome
from fzreview.reading.figures.subjects.frames import Frame, rules_of
from fzreview.reading.figures.subjects.measures import is_measure
from fzreview.reading.figures.subjects.parts import kind_of
from fzreview.reading.figures.subjects.phrases import FINES, is_predicate, joined, tells_deed, verb_in
from fzreview.reading.figures.subjects.procedures import is_cut
from fzreview.reading.figures.subjects.rates import is_bare_rate, measure_changed
from fzreview.reading.figures.subjects.verbs import DEEDS, GIVEN, VERBS
from fzreview.reading.figures.subjects.word_classes import (
    ATTRIBUTE,
    GROWTH,
    REMARKS,
    STAGE,
    STANDING,
)
from fzreview.reading.figures.subjects.wordings import Counted

_TOOK_PART: Final = (
    "参学",
    "应考",
    "实考",
    "应到",
    "实到",
    "参会",
    "参训",
    "参赛",
    "参评",
    "参考",
    "受训",
    "受教育",
)
_COMPLAINTS: Final = ("投诉", "举报", "咨询", "申请", "信访", "来访", "检举", "控告", "申诉")
"""What people bring in: things, although they are verbs too (受理投诉52件、举报8件)."""
_PROCEEDINGS: Final = (*_COMPLAINTS, "复议", "诉讼", "仲裁", "行政复议", "行政诉讼", "上访")
_CAUSED: Final = re.compile("[因由][\u4e00-\u9fff]{2,12}(?:引发|引起|产生|提起|导致|造成)的")
"""What led to the proceedings of a row: 因征地拆迁引发的信访46件、复议12件."""
_GRADE: Final = re.compile("(?<=为)[A-D甲乙丙丁一二三四]级\\Z")
"""The grade that a deed came to: 鉴定为C级126栋、D级38栋."""
_GRADES: Final = ("优秀", "良好", "一般", "较好", "较差", "合格", "称职", "达标")
"""What a row of grades is of is told with the first: 评定优秀9个、良好30个."""
_HARMED: Final = ("死亡", "受伤", "伤亡", "失踪", "重伤", "轻伤")


_LONGEST_MANNER: Final = 4
"""Characters of a deed with how it was done: 书面述法."""


class Item(NamedTuple):
    """An item of a row."""

    left: str
    """The cleaned wording between the connector and its number."""
    figure: Counted
    opened: str
    """The mark before its clause."""
    last: Antecedent
    which: bool = False
    """Whether 的 stands before the number: 宣布失效的28件."""

    @property
    def same_unit(self) -> bool:
        """Whether it is counted in the unit of the one before."""
        return self.figure.unit == self.last.unit


def _counterpart(item: Item) -> str | None:
    return counterpart(item.left, item.last.head, unchanged(item.last), item.last.subject)


def _same_of_another(item: Item) -> str | None:
    return same_of_another(item.left, unchanged(item.last)) if item.same_unit else None


def _rank(item: Item) -> str | None:
    return joined(item.last.base, item.left) if item.figure.kind == "rank" else None


def _harm_or_cut(item: Item) -> str | None:
    if is_cut(item.left) and is_cut(item.last.head):
        return item.left
    return joined(item.last.head, item.left) if item.left in _HARMED or is_cut(item.left) else None


def _remark(item: Item) -> str | None:
    remarked = item.last.left.startswith(REMARKS) and item.last.verb and not verb_in(item.left)
    return item.last.verb + item.left if remarked else None


def _people(item: Item) -> str | None:
    return joined(item.last.head, item.left) if item.left.startswith(_TOOK_PART) else None


def _growth(item: Item) -> str | None:
    changed = measure_changed(item.left, item.last)
    if changed:
        return changed
    return joined(unchanged(item.last), item.left) if GROWTH.match(item.left) else None


def _measure(item: Item) -> str | None:
    left = item.left
    if is_measure(left) or STANDING.match(left) or is_bare_rate(left) or left[0] == "每":
        return joined(item.last.recent or item.last.head, left)
    return None


def _of_its_measure(item: Item) -> str | None:
    base = unchanged(item.last)
    at = base.find(item.left[-2:], 1) + 2 if len(item.left) > 2 else 1
    return item.left + base[at:] if at > 2 and item.same_unit and is_measure(base[at:]) else None


def _kind_or_stage(item: Item) -> str | None:
    if not item.same_unit:
        return None
    graded = _GRADE.search(item.last.subject)
    if graded is not None and _GRADE.search("为" + item.left) and len(item.left) == 2:
        return item.last.subject[: graded.start()] + item.left
    if ATTRIBUTE.fullmatch(item.left):
        deed, kind = item.last.subject[: -len(item.left)], item.last.subject[-len(item.left) :]
        bare = item.last.part and item.last.head in ("", deed) and deed and ATTRIBUTE.fullmatch(kind)
        return deed + item.left if bare else kind_of(item.left, item.last)
    return joined(item.last.head, item.left) if STAGE.fullmatch(item.left) else None


def _predicate(item: Item) -> str | None:
    left, last = item.left, item.last
    if not is_predicate(left):
        return None
    base = last.subject
    if item.same_unit and len(left) == len(base) == 4 and base.endswith(left[2:]):
        return left
    paired = item.same_unit and len(left) == 4 and len(base) > 5 and base.endswith(left[2:])
    if paired and left[:2] in VERBS and base[-4:-2] in VERBS:
        return base[:-4] + left
    caused = _CAUSED.match(unchanged(last)) if item.same_unit and left in _PROCEEDINGS else None
    if caused is not None:
        return caused.group() + left
    if item.same_unit and last.head.endswith(left) and not (left in _COMPLAINTS and last.part):
        return left
    if item.figure.kind == "money" and left in FINES:
        return left
    if last.verb in GIVEN and item.same_unit:
        return last.verb + left
    if left in _COMPLAINTS and last.verb and item.same_unit:
        return last.verb + left
    if item.figure.unit not in (last.unit, last.recent_unit):
        return None
    head = last.recent if item.figure.unit == last.recent_unit else last.head
    if last.whole and same_outcome(last.left, left):
        return done_to(last.whole, left)
    if last.part and last.joint and last.subject.startswith(last.joint):
        head = last.joint
    return left if head in DEEDS or tells_deed(head) else done_to(head, left)


def _graded(item: Item) -> str | None:
    grade = next((one for one in _GRADES if item.last.subject.endswith(one)), "")
    return item.last.subject[: -len(grade)] + item.left if grade and item.left in _GRADES else None


def _parallel(item: Item) -> str | None:
    deed = item.left[-2:]
    alike = deed in DEEDS and len(item.left) > _LONGEST_MANNER and item.last.base.endswith(deed)
    return item.left if alike and item.last.base != deed else None


def _part(item: Item) -> str | None:
    if not (item.same_unit and item.last.part):
        return None
    resolved = resolve(item.left, item.figure, item.opened, item.last, True)
    return resolved.subject if resolved is not None else None


def _of_which(item: Item) -> str | None:
    base = unchanged(item.last)
    of = base.rfind("的", 2, len(base) - 2)
    if not item.which or of < 0 or not item.same_unit or not is_predicate(item.left):
        return None
    return item.left + base[of:]


def _those_that(item: Item) -> str | None:
    last = item.last
    thing = last.subject.removesuffix(last.left) if last.left else ""
    if not (item.which and item.same_unit and thing) or thing == last.subject or len(item.left) < 3:
        return None
    return joined(thing, item.left) if last.head.endswith(thing) else None


ITEM_FRAMES: Final = (
    Frame(
        Rule(
            "subject.item-of-which",
            "宣布失效的: another kind of the thing before, told in the place of the first.",
            takes=(
                "公布继续有效的规范性文件97件、宣布失效的⟦28件⟧。",
                "公示受理的申请36件、撤回的⟦4件⟧。",
            ),
            leaves=("公布规范性文件97件、宣布失效的⟦28件⟧。",),
            rare="Lists of papers in force tell it.",
        ),
        _of_which,
    ),
    Frame(
        Rule(
            "subject.item-those-that",
            "Behind those that did something, the next ones with 的 are those of the same things.",
            takes=(
                "清理条款86条，其中设置门槛的22条、指定品牌的⟦31条⟧。",
                "受理投诉64件，经调查成立的19件、缺乏依据驳回的⟦37件⟧。",
            ),
            leaves=("清理条款86条、废止的⟦31条⟧。", "受理投诉64件、举报⟦37件⟧。"),
            rare="Kinds of things are mostly told without 的.",
        ),
        _those_that,
    ),
    Frame(
        Rule(
            "subject.item-of-another",
            "A place or a time alone behind 、 tells the same of another one.",
            takes=("石桥镇调解纠纷120件、柳河镇⟦96件⟧。", "一季度立案36件、二季度⟦42件⟧。"),
            leaves=("石桥镇调解纠纷120件、信访⟦96件⟧。",),
            rare="Places and quarters in a row are told in tables mostly.",
        ),
        _same_of_another,
    ),
    Frame(
        Rule(
            "subject.item-counterpart",
            "The other side of a pair takes the noun of the first.",
            takes=("专职调解员52名、兼职⟦378名⟧。", "城镇居民收入3万元、农村⟦1万元⟧。"),
            leaves=("专职调解员52名、律师⟦378名⟧。",),
        ),
        _counterpart,
    ),
    Frame(
        Rule(
            "subject.item-rank",
            "A second standing is that of the same thing.",
            takes=("综合考核列全省第3位、全市第⟦1位⟧。",),
            leaves=("查处案件3件、问责⟦1人⟧。",),
        ),
        _rank,
    ),
    Frame(
        Rule(
            "subject.item-harm",
            "死亡, 受伤, 减材料: what came of the thing before.",
            takes=("发生生产安全事故12起、死亡⟦9人⟧。", "“一件事”平均减环节71%、减材料⟦55%⟧。"),
            leaves=("发生生产安全事故12起、火灾⟦9起⟧。",),
        ),
        _harm_or_cut,
    ),
    Frame(
        Rule(
            "subject.item-remark",
            "Behind a remark the next item shares its verb.",
            takes=("开展培训15场，惠及企业320家、群众⟦688人⟧。",),
            leaves=("开展培训15场、讲座⟦6场⟧。",),
            rare="Remarks with two things are few.",
        ),
        _remark,
    ),
    Frame(
        Rule(
            "subject.item-people",
            "Those who took part, behind 、: in what the number before counts.",
            takes=("组织法律知识考试2次、参考人员⟦1260人⟧。", "举办讲座6场、参训⟦300人⟧。"),
            leaves=("组织法律知识考试2次、讲座⟦12场⟧。",),
            rare="People mostly begin a clause of their own.",
        ),
        _people,
    ),
    Frame(
        Rule(
            "subject.item-growth",
            "A change behind 、 is that of what the number before counts.",
            takes=("受理投诉300件、增长⟦12%⟧。", "诈骗案件下降23.5%、损失下降⟦31.2%⟧。"),
            leaves=("受理投诉300件、建议⟦12件⟧。",),
        ),
        _growth,
    ),
    Frame(
        Rule(
            "subject.item-measure",
            "A measure, a standing or a bare rate behind 、 is that of the head noun.",
            takes=("办理提案20件、满意率⟦98%⟧。", "查处案件20件、金额⟦300万元⟧。"),
            leaves=("办理提案20件、议案⟦3件⟧。",),
        ),
        _measure,
    ),
    Frame(
        Rule(
            "subject.item-of-its-measure",
            "Another thing of the kind behind 、 takes the measure of the first.",
            takes=(
                "一般登记平均办理时间4.3天、抵押登记⟦2.6天⟧。",
                "普通案件平均审理周期42天、速裁案件⟦12天⟧。",
            ),
            leaves=("一般登记平均办理时间4.3天、抵押登记⟦26件⟧。",),
            rare="Measures of several kinds mostly stand in clauses of their own.",
        ),
        _of_its_measure,
    ),
    Frame(
        Rule(
            "subject.item-kind",
            "刑事, 一审: a kind or a stage goes with the head noun.",
            takes=("法律援助案件512件、刑事⟦76件⟧。", "应诉案件28件、二审⟦9件⟧。"),
            leaves=("法律援助案件512件、公证⟦76件⟧。",),
        ),
        _kind_or_stage,
    ),
    Frame(
        Rule(
            "subject.item-grade",
            "A grade behind another one takes what the first was told of.",
            takes=("评定优秀9个、良好⟦30个⟧。", "综合考核优秀12个、良好⟦31个⟧。"),
            leaves=("评定优秀9个、整改⟦30个⟧。",),
        ),
        _graded,
    ),
    Frame(
        Rule(
            "subject.item-predicate",
            "A predicate that names no thing tells what was done to the thing before.",
            takes=("受理申请26件、办结⟦23件⟧。", "取消事项26项、下放⟦15项⟧。"),
            leaves=("受理申请26件、投诉信⟦23件⟧。",),
        ),
        _predicate,
    ),
    Frame(
        Rule(
            "subject.item-of-one-deed",
            "An item that ends with the same deed as the one before tells all itself.",
            takes=(
                "正职负责人出庭87件、副职负责人出庭⟦683件⟧。",
                "城区信号灯更换12处、路口摄像头更换⟦36处⟧。",
            ),
            leaves=("检察官出庭87件、法官⟦68件⟧。",),
        ),
        _parallel,
    ),
    Frame(None, _part),
)
RULES: Final = rules_of(ITEM_FRAMES)
