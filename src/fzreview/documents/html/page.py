"""The source of a web page → what a visitor sees of it, in reading order."""

from __future__ import annotations

import re
from typing import Final

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from fzreview.documents.document import Document
from fzreview.documents.html.characters import page_text
from fzreview.documents.html.head import TELLING, told_by_head
from fzreview.documents.html.lean import lean, names_that_hide
from fzreview.documents.html.tables import flatten_tables
from fzreview.documents.lines import LINE, laid_out, without_marks
from fzreview.errors import InputRefused

VERSION: Final = "3"

_UNSEEN: Final = [
    *("script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "canvas"),
    *("video", "audio", "select", "datalist", "textarea", "button", "map", "rt", "rp"),
]
_NO_TEXT: Final = frozenset(("head", "meta", "link", "base", "!", "?", "/"))
_HIDDEN: Final = (
    "[hidden],[style*='display:none' i],[style*='display: none' i],"
    "[style*='visibility:hidden' i],[style*='visibility: hidden' i]"
)
_BLOCKS: Final = (
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav"
    " ol p pre section summary table tbody td tfoot th thead title tr ul"
)
_BREAKING: Final = frozenset(_BLOCKS.split())
"""Elements at whose ends a line ends; all others run on within one."""
_ODD: Final = frozenset("!?/")
_PLAIN: Final = re.compile(r"[a-z][a-z0-9:-]*")
"""Names that a selector can name, a colon escaped."""
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
    text, encoding = page_text(data, name)
    is_as_told = encoding == "utf-8" and LINE not in text and "\ufffd" not in text
    return _document(data if is_as_told else _utf8(text), name, encoding)


def convert_text(source: str, name: str = "", encoding: str = "utf-8") -> Document:
    """The text of a page whose source is decoded; raises like :func:`convert`."""
    return _document(_utf8(source), name, encoding)


def _utf8(text: str) -> bytes:
    return without_marks(text).encode("utf-8", "replace")  # a lone surrogate is no character


def _document(source: bytes, name: str, encoding: str) -> Document:
    hidden = names_that_hide(source)
    source, begun = lean(source, hidden)
    names = {name.decode("utf-8", "replace") for name in begun}
    tree = _parsed(source)
    told = told_by_head(tree, sum(begun[name] for name in TELLING))
    text = _visible(tree, names, bool(hidden))
    if len(text) < _LITTLE and hidden:
        whole = _visible(_parsed(source), names, False)
        text = whole if len(whole) > 2 * max(len(text), _LITTLE) else text
    if not text:
        framed = tree.css_first("frame") or _parsed(source).css_first("frame,iframe")
        raise InputRefused("html_frames" if framed else "html_empty", name=name)
    return Document(text, encoding, told)


def _parsed(source: bytes) -> LexborHTMLParser:
    return LexborHTMLParser(source, options=LexborDocumentOptions.WO_EVENTS)


def _visible(tree: LexborHTMLParser, names: set[str], hiding: bool) -> str:
    """The lines of a page in which these names begin; without hidden blocks where ``hiding``."""
    body = tree.body
    if body is None:
        return ""
    # A question to the tree costs as much as parsing a page does, so none is asked for what is not there.
    tree.strip_tags([name for name in _UNSEEN if name in names])
    if hiding:
        for node in reversed(tree.css(_HIDDEN)):  # what lies in another first: it goes with that one
            node.decompose()
    if "pre" in names:
        for node in tree.css("pre"):
            _keep_lines(node)
    if "ol" in names:
        for node in tree.css("ol"):
            _number(node)
    if "table" in names:
        flatten_tables(tree, names)
    _unwrap_inline(tree, names - _BREAKING - _NO_TEXT, not names.isdisjoint(_ODD))
    return laid_out(body.text(deep=True, separator=LINE, strip=False, skip_empty=True))


def _unwrap_inline(tree: LexborHTMLParser, names: set[str], commented: bool) -> None:
    """What runs on within a line as one piece of text, so that two pieces are two lines."""
    plain = sorted(name.replace(":", r"\:") for name in names if _PLAIN.fullmatch(name))
    if plain:
        tree.unwrap_tags(plain, delete_empty=True)
    if tree.body is not None and (commented or len(plain) < len(names)):
        odd = {name for name in names if not _PLAIN.fullmatch(name)}
        for node in list(tree.body.traverse(include_text=True)):
            if node.is_comment_node:
                node.remove()
            elif node.tag in odd:
                node.unwrap(delete_empty=True)
    tree.merge_text_nodes()


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
