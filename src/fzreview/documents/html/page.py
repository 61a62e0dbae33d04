"""The source of a web page → what a visitor sees of it, in reading order."""

from __future__ import annotations

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from fzreview.documents.document import Document
from fzreview.documents.html.characters import page_text
from fzreview.documents.html.head import told_by_head
from fzreview.documents.html.tables import flatten_tables
from fzreview.documents.lines import LINE, laid_out, without_marks
from fzreview.errors import InputRefused

VERSION: Final = "1"

_UNSEEN: Final = [
    *("script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "canvas"),
    *("video", "audio", "select", "datalist", "textarea", "button", "map", "rt", "rp", "head"),
]
_HIDDEN: Final = (
    "[hidden],[style*='display:none' i],[style*='display: none' i],"
    "[style*='visibility:hidden' i],[style*='visibility: hidden' i]"
)
_BLOCKS: Final = (
    "address,article,aside,blockquote,caption,center,dd,details,dialog,dir,div,dl,dt,fieldset,figcaption,figure,"
    "footer,form,frameset,h1,h2,h3,h4,h5,h6,header,hr,legend,li,main,menu,nav,ol,p,pre,section,summary,table,"
    "tbody,td,tfoot,th,thead,title,tr,ul"
)
_HIDES: Final = re.compile(r"(?:display|visibility)\s*:\s*(?:none|hidden)|\shidden", re.IGNORECASE)
_MARKED: Final = re.compile(
    r"\s*(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[（(][^()（）]{1,4}[)）])[.．、)）]?"
)
"""What begins with a number of its own."""
_LITTLE: Final = 120
"""Characters that are no report: a page that shows no more keeps its text where a script would show it."""


def convert(data: bytes, name: str = "") -> Document:
    """The text of a page's bytes.

    Raises InputRefused: ``html_frames`` for a frame without its page, ``html_empty`` where a script brings
    the text, and what ``decode`` raises.
    """
    source, encoding = page_text(data, name)
    return convert_text(source, name, encoding)


def convert_text(source: str, name: str = "", encoding: str = "utf-8") -> Document:
    """The text of a page whose source is decoded; raises like :func:`convert`."""
    source = without_marks(source)
    tree = LexborHTMLParser(source)
    told = told_by_head(tree)
    text = _visible(tree)
    if len(text) < _LITTLE and _HIDES.search(source):
        whole = _visible(LexborHTMLParser(source), hidden_too=True)
        text = whole if len(whole) > 2 * max(len(text), _LITTLE) else text
    if not text:
        framed = tree.css_first("frame") or LexborHTMLParser(source).css_first("frame,iframe")
        raise InputRefused("html_frames" if framed else "html_empty", name=name)
    return Document(text, encoding, told)


def _visible(tree: LexborHTMLParser, hidden_too: bool = False) -> str:
    body = tree.body
    if body is None:
        return ""
    tree.strip_tags(_UNSEEN)
    if not hidden_too:
        for node in reversed(tree.css(_HIDDEN)):  # what lies in another first: it goes with that one
            node.decompose()
    for node in tree.css("pre"):
        _keep_lines(node)
    for node in tree.css("ol"):
        _number(node)
    flatten_tables(tree)
    for node in tree.css("br"):
        node.insert_after(LINE)
    for node in tree.css(_BLOCKS):
        node.insert_before(LINE)
        node.insert_after(LINE)
    return laid_out(body.text(deep=True, separator="", strip=False))


def _keep_lines(node: LexborNode) -> None:
    """Line breaks in preformatted text are lines."""
    for text in [part for part in node.traverse(include_text=True) if part.is_text_node]:
        words = text.text(deep=False)
        if "\n" in words:
            text.replace_with(words.replace("\n", LINE))


def _number(items: LexborNode) -> None:
    """The numbers that a browser puts before the items of an ordered list."""
    attributes = items.attributes
    if attributes.get("type") not in (None, "1") or "none" in (attributes.get("style") or ""):
        return
    start = attributes.get("start") or ""
    number = int(start) if start.isdecimal() and len(start) < 6 else 1
    for item in items.iter():
        if item.tag == "li" and item.first_child is not None:
            if not _MARKED.match(item.text()[:20]):
                item.first_child.insert_before(f"{number}. ")
            number += 1
