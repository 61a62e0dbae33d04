"""Wordings before a number and its noun that tell who had it done, where, for whom, and with whom."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.figures.subjects.frames import Frame, first_fit, rules_of
from fzreview.reading.figures.subjects.phrases import verb_in
from fzreview.reading.figures.subjects.predicates import opening_verb
from fzreview.reading.figures.subjects.verbs import verb_at
from fzreview.reading.figures.subjects.wordings import Counted

_PEOPLE: Final = ("人", "余人", "人次", "名")
_CONJUNCTIONS: Final = ("、", "及", "以及", "和", "与")
_ENDS_LIKE_ONE: Final = ("涉及", "惠及", "普及", "波及")
_SUMMED: Final = re.compile(r"(?:共有?|共计|合计|总计)\Z")
_FOR: Final = re.compile(
    r"(?<![行作认分])为(?:全[省市县区镇乡]|辖区|各地)?(?:近|约|逾|超|超过|将近)?[ 　]*\Z"
)
_CAUSED: Final = re.compile(
    r"(?:组织|邀请|安排|动员|发动|引导|帮助|指导|督促|推动|促使|支持|要求|督导|选取|遴选|派驻|整合)"
    r"(?:全[省市县区镇乡州旗]|辖区|我[省市县区镇乡]|各级|各地)?\Z"
)
_BODIES: Final = ("部门", "机构", "机关", "领域", "中心", "法院", "检察院", "支队", "大队", "系统", "局")
"""Those who act for somebody are left out: 人社部门为860名农民工追回工资."""
_LONGEST_CAUSER: Final = 16
MOVED: Final = re.compile(
    r"(?:深入|走进|走入|奔赴|前往|赶赴|下沉至?到?|(?<![\u4e00-\u9fff])到|(?:分别|先后)到|赴)(?:沿线|辖区|周边|全[国省市区县镇乡州])?\Z"
)
"""Somebody went to those counted."""
_ABOUT: Final = "近约逾超 "


_MADE_UP: Final = re.compile("组成|构成|组建")
_WHERE: Final = re.compile(
    r"(?:\A|(?<=[,，、])|(?<=分别)|(?<=先后))在(?:全[国省市区县镇乡州旗]|辖区|我[省市县区镇乡])?[ 　]*\Z"
)
"""Where something was done: those counted are the places."""


class Fronted(NamedTuple):
    """What stands before a number whose noun stands behind it."""

    left: str
    """Cleaned."""
    raw: str
    """As it stands, without blanks at its end."""
    figure: Counted
    right: str
    """The noun behind the number, with its predicate where it has one."""

    @property
    def acts(self) -> bool:
        """Whether those counted do something behind the number."""
        return verb_in(self.right) and (self.figure.unit in _PEOPLE or not verb_at(self.right, 0))


def without_adverbial(front: Fronted) -> str:
    """The wording before the number, without what does not belong to the subject."""
    told = first_fit(FRAMES, front, front.figure)
    return front.left if told is None else told


def _for_whom(front: Fronted) -> str | None:
    if not (front.acts and _FOR.search(front.raw)):
        return None
    left = front.left.removesuffix("为")
    return "为" if left.endswith(_BODIES) else left + "为"


def _summed(front: Fronted) -> str | None:
    return "" if front.acts and "、" in front.left and _SUMMED.search(front.raw) else None


def _row_before(front: Fronted) -> str | None:
    if not front.raw.endswith(_CONJUNCTIONS) or front.raw.endswith(_ENDS_LIKE_ONE):
        return None
    if front.raw.endswith("与") and verb_in(front.left):
        return front.left + "与"
    return opening_verb(front.left.removeprefix("在"))


def _caused(front: Fronted) -> str | None:
    caused = _CAUSED.search(front.left) if front.acts and not front.raw.endswith("的") else None
    return "" if caused is not None and caused.start() <= _LONGEST_CAUSER else None


def _moved(front: Fronted) -> str | None:
    if front.figure.kind != "count" or front.acts:
        return None
    return "" if MOVED.search(front.raw.rstrip(_ABOUT)) else None


def _by_whom(front: Fronted) -> str | None:
    people = front.figure.unit in _PEOPLE and front.raw.endswith("由")
    return "" if people and front.acts and not _MADE_UP.search(front.right) else None


def _where(front: Fronted) -> str | None:
    if "在" not in front.raw or front.figure.kind != "count":
        return None
    return "" if _WHERE.search(front.raw.lstrip()) and verb_in(front.right) else None


FRAMES: Final = (
    Frame(
        Rule(
            "subject.for-whom",
            "为 before those counted belongs to what was done for them.",
            takes=("累计为⟦1200名⟧农民工追回工资2300万元。", "为⟦86家⟧企业减免罚款156万元。"),
            leaves=("成员单位增加为⟦16家⟧单位。", "为企业减免罚款⟦156万元⟧。"),
        ),
        _for_whom,
    ),
    Frame(
        Rule(
            "subject.summed-doers",
            "A row of bodies that a sum closes only tells where those counted come from.",
            takes=("区直各单位、各街道办事处共⟦161名⟧工作人员参加考试。",),
            leaves=("区直单位⟦161名⟧工作人员参加考试。",),
            rare="Few reports name the bodies before the sum.",
        ),
        _summed,
    ),
    Frame(
        Rule(
            "subject.row-before",
            "A noun without a number before 、 or 及 is another one of the row.",
            takes=("县政府及⟦13个⟧县直部门设立法律顾问。", "在法律服务中心、⟦13个⟧工作站，均设立服务窗口。"),
            leaves=("县政府⟦13个⟧部门设立法律顾问。", "惠及⟦13个⟧村。"),
        ),
        _row_before,
    ),
    Frame(
        Rule(
            "subject.causer",
            "组织, 邀请, 帮助: those who did it stand behind the number, with what they did.",
            takes=("组织⟦300名⟧干部参加法治考试。", "邀请⟦28名⟧代表旁听庭审。", "推动⟦36家⟧企业签订承诺书。"),
            leaves=("组织⟦5个⟧调研组。", "组织干部⟦300名⟧参加考试。"),
        ),
        _caused,
    ),
    Frame(
        Rule(
            "subject.place",
            "深入, 走进, 到: the number counts the places where somebody went.",
            takes=("深入⟦9个⟧市州、18个县区。", "走进⟦12个⟧社区。"),
            leaves=("服务延伸到⟦12个⟧社区。", "深入⟦12个⟧社区开展宣讲。"),
            rare="A rule of the language; reports like these tell more of deeds than of ways.",
        ),
        _moved,
    ),
    Frame(
        Rule(
            "subject.where",
            "在 before places: the number counts them, and 在 says nothing of what was done there.",
            takes=("在⟦12个⟧乡镇设立司法所。", "在全县⟦13个⟧服务中心推行帮办代办。"),
            leaves=("在试点中⟦12个⟧乡镇设立司法所。", "在⟦12个⟧乡镇。"),
        ),
        _where,
    ),
    Frame(
        Rule(
            "subject.by-whom",
            "由 before people: they did what stands behind them, where they did it is left out.",
            takes=("调解室由⟦2名⟧退休法官坐班。", "窗口由⟦5名⟧律师轮流值守。"),
            leaves=("专班由⟦5名⟧律师组成。", "办理时限由⟦5天⟧缩短为2天。"),
            rare="Most reports tell the shifts without the number.",
        ),
        _by_whom,
    ),
)
RULES: Final = rules_of(FRAMES)
