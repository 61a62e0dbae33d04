"""Which column holds what: named by the user, else known by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from fzreview.errors import InputRefused, UsageError

_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "text": (
        *(
            "text",
            "content",
            "body",
            "正文",
            "内容",
            "全文",
            "正文内容",
            "文章内容",
            "文本",
            "报告正文",
            "原文",
        ),
        *(
            "fulltext",
            "maintext",
            "article",
            "articlecontent",
            "htmlcontent",
            "html",
            "contenthtml",
            "pagecontent",
        ),
    ),
    "title": (
        *(
            "title",
            "标题",
            "名称",
            "题目",
            "文章标题",
            "文件名称",
            "信息名称",
            "报告名称",
            "name",
            "headline",
        ),
        *("articletitle", "subject"),
    ),
    "url": (
        "url",
        "链接",
        "网址",
        "地址",
        "原文链接",
        "文章链接",
        "来源链接",
        "link",
        "href",
        "uri",
        "pageurl",
    ),
    "date": (
        *(
            "date",
            "日期",
            "发布时间",
            "发布日期",
            "时间",
            "公开日期",
            "发文日期",
            "成文日期",
            "pubdate",
            "publishdate",
        ),
        *("publishtime", "pubtime", "publishedat", "time", "createdate"),
    ),
    "source": ("source", "来源", "信息来源", "文章来源", "发布机构", "发布单位", "媒体", "site", "publisher"),
}
"""Field → names of columns that mean it, the clearest first; blanks, case and signs in them are nothing."""

_SIGNS: Final = re.compile(r"[\s_\-.·:：*()（）\[\]【】\"']+")
_DEEPEST: Final = 4
_MOST_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns that hold the fields of a report; None where nothing does.

    In objects a name goes down by dots: ``data.article.正文``.
    """

    text: str | None = None
    title: str | None = None
    url: str | None = None
    date: str | None = None
    source: str | None = None

    @classmethod
    def told(cls, words: str) -> Columns:
        """From ``text=正文,title=标题``. Raises UsageError for anything else."""
        chosen: dict[str, str] = {}
        known = [field.name for field in fields(cls)]
        for part in filter(None, (part.strip() for part in words.split(","))):
            field, equals, name = part.partition("=")
            if not equals or field.strip() not in known or not name.strip():
                raise UsageError("bad_columns", value=part, known=", ".join(known))
            chosen[field.strip()] = name.strip()
        if "text" not in chosen:
            raise UsageError("columns_without_text", value=words)
        return cls(**chosen)

    def of(self, names: Sequence[str], label: str) -> Columns:
        """The columns of a file with these names: those that were told, the others by their names.

        Raises InputRefused with the file's columns: ``column_missing`` where a told one is none of them,
        ``columns_unclear`` where none or several by name could hold the text.
        """
        for told in (self.text, self.title, self.url, self.date, self.source):
            if told is not None and told not in names:
                raise InputRefused("column_missing", name=label, column=told, columns=listed(names))
        text = self.text or _one(names, "text")
        if text is None:
            raise InputRefused("columns_unclear", name=label, columns=listed(names))
        rest = [name for name in names if name != text]
        return Columns(
            text,
            self.title or _first(rest, "title"),
            self.url or _first(rest, "url"),
            self.date or _first(rest, "date"),
            self.source or _first(rest, "source"),
        )


def names_in(value: Mapping[str, Any], prefix: str = "", depth: int = 0) -> list[str]:
    """Names of the fields of an object, those of inner objects behind dots."""
    found: list[str] = []
    for name, inner in value.items():
        if isinstance(inner, dict) and depth < _DEEPEST:
            found += names_in(inner, f"{prefix}{name}.", depth + 1)
        else:
            found.append(prefix + name)
    return found


def value_at(value: Mapping[str, Any], name: str | None) -> Any:
    """What stands in an object under a name with dots; a field whose own name has dots comes first."""
    if name is None:
        return None
    if name in value:
        return value[name]
    head, dot, rest = name.partition(".")
    while dot:
        if isinstance(value.get(head), dict):
            found = value_at(value[head], rest)
            if found is not None:
                return found
        more, dot, rest = rest.partition(".")
        head = f"{head}.{more}"
    return None


def _plain(name: str) -> str:
    """A name without what is no part of it; of a name with dots, its last part."""
    return _SIGNS.sub("", name.rpartition(".")[2]).lower()


def _one(names: Sequence[str], field: str) -> str | None:
    """The column that by its name holds a field; None where two do equally well."""
    best = min((_rank(name, field) for name in names), default=None)
    found = [name for name in names if best is not None and _rank(name, field) == best < len(_NAMES[field])]
    return found[0] if len(found) == 1 else None


def _first(names: Sequence[str], field: str) -> str | None:
    known = [name for name in names if _rank(name, field) < len(_NAMES[field])]
    return min(known, key=lambda name: _rank(name, field), default=None)


def _rank(name: str, field: str) -> int:
    known = _NAMES[field]
    plain = _plain(name)
    return known.index(plain) if plain in known else len(known)


def listed(names: Sequence[str]) -> str:
    """The first names, for a message."""
    shown = [" ".join(name.split())[:30] or "—" for name in names[:_MOST_SHOWN]]
    return "、".join(shown) + ("…" if len(names) > _MOST_SHOWN else "")
