"""Parts that only tell of what kind they are, and the noun that their unit counts."""

from __future__ import annotations

from typing import Final

from fzreview.language.words import words
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.word_classes import ATTRIBUTE

KINDS_OF: Final = ("件", "起", "宗", "项", "例", "位", "名", "个")
"""Units of wholes that are antecedents of their parts where no verb is shared."""
_CASES: Final = words(
    """
    案 案件 纠纷 事项 事件 投诉 举报 信访 申请 诉讼 建议 提案 复议 诉求 线索 工单 来电 援助 公证 仲裁 调解
    许可 处罚
    """
)
_NAMED_IN: Final = {
    **dict.fromkeys(("件", "起", "宗", "例"), _CASES),
    **dict.fromkeys(
        ("人", "名", "位"),
        words(
            """
            员 人 者 师 官 长 干部 代表 骨干 专家 民警 学生 群众 对象 顾问 居民 村民 职工 户主 手
            """
        ),
    ),
    "项": words("事项 项目 任务 措施 制度 清单 权力 标准 职权 服务"),
}
"""Unit → nouns that it counts; a part that ends in none is a kind of them (其中医疗卫生12件)."""


def names_what(thing: str, unit: str) -> bool:
    """Whether the wording ends in a thing that the unit counts."""
    return thing.endswith(_NAMED_IN.get(unit, ()))


_BARE: Final = 3
"""Characters of a head noun that says little without its verb: 案件, 公证."""


def kind_of(kind: str, antecedent: Antecedent) -> str:
    """刑事 of 法律援助案件 is 法律援助案件刑事; 涉外 of 办理公证, a bare noun, is 办理涉外公证."""
    verb, head = antecedent.verb, antecedent.head
    if len(head) <= _BARE and antecedent.base.endswith(verb + head):
        return verb + kind + head
    return of_kind(kind, head)


def of_kind(kind: str, thing: str) -> str:
    """B类 of A类建议 is B类建议; 刑事 of 法律援助案件 is 法律援助案件刑事."""
    if kind[-1] in "类级":
        told = ATTRIBUTE.match(thing)
        if told is not None and told.end() == len(thing):
            return kind
        if told is not None and told.group()[-1] in "类级上" and told.end() < len(thing):
            return kind + thing[told.end() :]
        return kind + thing
    return thing + kind
