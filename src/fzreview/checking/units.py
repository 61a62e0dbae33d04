"""Which units count the same kind of thing."""

from __future__ import annotations

from typing import Final

_FAMILIES: Final = (
    "人 名 位 个人 员",
    "人次 人次数",
    "家 户 个 所 处",
    "家次 户次",
    "件 起 宗 例 案 个 件次 条 笔",
    "项 条 个 件 类 种 款",
    "份 件 篇 部 册 本 卷 个",
    "场 次 期 场次 批次 届 轮 回",
    "台 辆 套 部 架 艘 个",
    "块 处 个 张 面",
)
_KIN: Final[dict[str, frozenset[str]]] = {}
for _family in _FAMILIES:
    for _unit in _family.split():
        _KIN[_unit] = _KIN.get(_unit, frozenset()) | frozenset(_family.split())


def same_unit(one: str, other: str) -> bool:
    """Whether two counts can be added: one unit, or two words for the same measure."""
    return one == other or {one, other} <= _CASES


_CASES: Final = frozenset(["件", "起", "宗", "例"])


def kindred(one: str, other: str) -> bool:
    """Whether one of two counts may be a part of the other."""
    return one == other or other in _KIN.get(one, ())


def interchangeable(one: str, other: str) -> bool:
    """Whether the same things may be told in the one unit here and in the other there."""
    return same_unit(one, other) or "个" in (one, other) or any({one, other} <= set(kin) for kin in _ALIKE)


_ALIKE: Final = ("人名位", "家户", "项条件")
