"""Levels of government before a thing: 省级, 村级."""

from __future__ import annotations

import re
from typing import Final

_LEVEL: Final = re.compile(
    "全国(?:重点)?|国家级|(?:部|省|市|州|县|区|乡|镇|村|省市|市县|县区|县乡|乡村|初|中|高)级"
)
LEVELS: Final = re.compile(
    r"(?:[省市州县区旗乡镇村](?:[(（][市区旗县、]{1,4}[)）])?[、和]?){2,4}[两三四五]级"
)


def is_level(left: str) -> bool:
    """省级, 村级: a row that only tells the level of the thing told before."""
    return _LEVEL.fullmatch(left) is not None


def has_level(thing: str) -> bool:
    """省级荣誉: a thing that begins with its level."""
    return _LEVEL.match(thing) is not None


_LISTED: Final = re.compile(
    "(?:[国省市区县乡镇]级?[、和])+[省市区县乡镇村]级?(?![两三四五]级)(?=[\u4e00-\u9fff]{2})"
)
"""Levels in a row before what belongs to them: 承接省、市下放权限."""


def at_one_level(level: str, told: str) -> str:
    """省级 and 承接省、市下放权限 make 承接省级下放权限; empty where no row of levels names this one."""
    row = _LISTED.search(told)
    if row is None or level[0] not in row.group():
        return ""
    return told[: row.start()] + level + told[row.end() :]


def at_level(level: str, thing: str) -> str:
    """The thing at another level: 省级 and 全国示范村 make 省级示范村."""
    return level + LEVELS.sub("", _LEVEL.sub("", thing.removeprefix("各级"), count=1), count=1)
