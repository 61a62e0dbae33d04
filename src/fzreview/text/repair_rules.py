"""The rules that repair a text: what is put right because nothing but one reading is possible."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.domain.extracting.trace import fired
from fzreview.domain.reports.report import Repair, RepairMode

_CONVERTED: Final = "Damage of a conversion or a crawl: rare, and unreadable where it is."

_PROSE: Final = (
    "全县各级行政机关认真贯彻落实上级决策部署，深入推进依法行政，加快建设法治政府，各项工作取得新的成效。" * 3
)
_WIDTH: Final = 21

_MADE_BY: Final[dict[tuple[str, RepairMode], Rule]] = {
    ("invisible", "fix"): Rule(
        "repair.invisible",
        "Characters of no width and soft hyphens stand in no wording.",
        takes=("全年受理案件2⟦\u200b⟧04件。",),
        leaves=("全年受理案件204件。",),
        rare=_CONVERTED,
    ),
    ("entity", "fix"): Rule(
        "repair.entity",
        "An entity of HTML that nobody resolved stands for its character.",
        takes=("首页⟦&nbsp;&gt;&nbsp;⟧政务公开",),
        leaves=("研发投入（R&D）增长12%。",),
        rare=_CONVERTED,
    ),
    ("markup", "fix"): Rule(
        "repair.markup",
        "Signs of Markdown and links belong to the copy, not to the report.",
        takes=("⟦**（一）加强领导。**⟧全县开展培训12场。",),
        leaves=("面积3*5米。",),
    ),
    ("page_number", "fix"): Rule(
        "repair.page-number",
        "Lines that number pages, at least two that count on, belong to the print.",
        takes=("一、情况\n全县开展培训12场。⟦\n- 1 -\n⟧召开会议3次。\n- 2 -\n二、打算",),
        leaves=("一、情况\n- 1 -\n召开会议3次。\n二、打算",),
    ),
    ("mojibake", "fix"): Rule(
        "repair.torn-bytes",
        "Bytes of GBK that slipped by one, or UTF-8 read as GBK, have one reading only: arithmetic finds it.",
        takes=("做好各项工作⟦，F(xiàn)⟧將情況報告如下。", "完善⟦”O(jiān)A⟧平台。"),
        leaves=("运用OA(办公)平台。",),
    ),
    ("mojibake", "flag"): Rule(
        "repair.unread-bytes",
        "Where no arithmetic finds a reading, a reviewer looks.",
        takes=("完善制度⟦銆⟧",),
        leaves=("完善制度。",),
        rare=_CONVERTED,
    ),
    ("gloss", "fix"): Rule(
        "repair.gloss",
        "Pinyin in brackets behind the character that it tells was added by a converter.",
        takes=("全縣深入推進(⟦jìn⟧)依法行政，依法履職(zhí)盡責(zé)。",),
        leaves=("空气质量（PM2.5）达标。",),
    ),
    ("traditional", "fix"): Rule(
        "repair.traditional",
        "The clean text is in simplified characters, as the guide and the other reports are.",
        takes=("⟦著⟧力推进依法行政。", "全縣依法⟦履職盡責⟧。"),
        leaves=("出版名著12部。",),
    ),
    ("source_punct", "fix"): Rule(
        "repair.set-name",
        "A set name that everybody writes with 、 is the same name without it.",
        takes=("推行⟦双随机一公开⟧监管。",),
        leaves=("推行双随机、一公开监管。",),
        rare="A list of three names: a form that loses its 、 is rare.",
    ),
    ("line_break", "fix"): Rule(
        "repair.line-break",
        "A text whose lines are all of one width was broken by a program: its sentences go on.",
        takes=("\n".join(_PROSE[at : at + _WIDTH] for at in range(0, len(_PROSE), _WIDTH)),),
        leaves=("一、情况\n全县开展培训12场。\n二、打算",),
        rare="Copies out of a printed page.",
    ),
    ("blank", "fix"): Rule(
        "repair.blank",
        "A blank goes where nothing is parted: at the ends of a line, beside a mark, inside a word.",
        takes=("为此，⟦ ⟧我县出台办法。",),
        leaves=("来源：司法局 发布时间：2021-01-20",),
    ),
}

RULES: Final = tuple(_MADE_BY.values())


def tell(rows: Iterable[Repair]) -> None:
    """Tell which rules made these rows, in offsets of the source."""
    for row in rows:
        fired(_MADE_BY[row.kind, row.auto], row.start, row.end)
