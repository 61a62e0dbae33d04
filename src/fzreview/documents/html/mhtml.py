"""Pages saved with their parts in one file of MIME (.mht, .mhtml)."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from typing import Final

from fzreview.documents.document import Document
from fzreview.documents.html import page
from fzreview.documents.html.characters import page_text
from fzreview.errors import InputRefused

VERSION: Final = page.VERSION


def convert(data: bytes, name: str = "") -> Document:
    """The text of the page that was saved.

    Raises InputRefused like a page, ``mhtml_empty`` without one, ``mhtml_cut`` where the file ends within it.
    """
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    part = next((part for part in message.walk() if part.get_content_type() in _PAGES), None)
    content = _content(part) if part is not None else None
    if part is None or not content:
        raise InputRefused("mhtml_empty", name=name)
    if _is_cut_off(message, part):
        raise InputRefused("mhtml_cut", name=name)
    source, encoding = page_text(content, name, part.get_content_charset())
    document = page.convert_text(source, name, encoding)
    address = part.get("Content-Location") or message.get("Snapshot-Content-Location")
    if document.told.url is None and address and str(address).startswith(("http://", "https://")):
        return replace(document, told=replace(document.told, url=str(address).strip()))
    return document


_PAGES: Final = ("text/html", "application/xhtml+xml")


def _is_cut_off(message: Message, page: Message) -> bool:
    """Whether a file ends before the page's own boundary does; pictures behind it may be cut off."""
    is_open = any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects)
    return is_open and list(message.walk())[-1] is page


def _content(part: Message) -> bytes | None:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else None
