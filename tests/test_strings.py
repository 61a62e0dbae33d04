"""The words: both languages whole, every key that the program asks for there, and no dead ones."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from pkgutil import iter_modules

import pytest

import fzreview
from fzreview.cli.commands import COMMANDS as CLI_COMMANDS
from fzreview.cli.commands import GROUPS
from fzreview.cli.options.fields import FIELDS
from fzreview.domain.decisions.verdict import REASONS, REJECTION_CLASSES, STATUSES, Action
from fzreview.domain.figures.figure import BOUNDS, KINDS
from fzreview.domain.reports.corpus import ASIDES
from fzreview.domain.reports.report import Metadata
from fzreview.reading.figures import doubts
from fzreview.review.keys.commands import COMMANDS
from fzreview.strings import AREAS, LANGUAGES, knows, say, table, use
from fzreview.work.loading.sources.kinds import SKIP_CODES

SOURCES = Path(fzreview.__file__).parent
ROWS = [(key, *pair) for area in AREAS for key, pair in table(area).items()]
KEY = re.compile(rf"(?:{'|'.join(AREAS)})\.[\w.=<>~]+")
AREA = re.compile(rf"(?:{'|'.join(AREAS)})\.")
CHINESE = re.compile(r"[\u4e00-\u9fff]")

MAKERS = {
    "FzError": 0,
    "LibraryMissing": 0,
    "InputRefused": 0,
    "UsageError": 0,
    "StoreError": 0,
    "StoreTooNew": 0,
    "Conflict": 0,
    "PassedOver": 0,
    "refuse": 1,
    "skip": 1,
}
"""What takes the code of a sentence of «error», and in which place."""

DOUBTS = [value for name, value in vars(doubts).items() if name.isupper() and isinstance(value, str)]

FILLINGS: dict[str, tuple[str, ...]] = {
    "cli.group.{group}": tuple(GROUPS),
    "command.{name}": tuple(CLI_COMMANDS),
    "command.{command}": tuple(CLI_COMMANDS),
    "command.judge.{name}": FIELDS,
    "error.{self.code}": (),  # the codes are looked for by themselves
    "desk.status.{stored.status}": STATUSES,
    "desk.status.{decision.verdict or 'undecided'}": STATUSES,
    "desk.kind.{figure.kind}": KINDS,
    "desk.kind.{kind}": KINDS,
    "desk.bound.{figure.bound}": BOUNDS,
    "desk.bound.{bound}": BOUNDS,
    "desk.reason.{decision.reason}": REASONS,
    "desk.done.{entry.action}": Action.__args__,  # type: ignore[attr-defined]  # a Literal has them
    "desk.field.{name}": ("span", "value", "unit", "kind", "bound", "subject", "section", "comment"),
    "desk.do.{self.id}": tuple(command.id for command in COMMANDS),
    "desk.brief.{self.id}": tuple(command.id for command in COMMANDS if command.brief),
    "desk.group.{group}": tuple({command.group for command in COMMANDS}),
    "desk.nothing_to_{direction}": ("undo", "redo"),
    "desk.{self._side}_side": ("source", "clean"),
    "guide.{decision.reason_class}": REJECTION_CLASSES,
    "store.aside.{report.aside}": ASIDES,
    "load.{status}": ("loaded", "already_loaded", "refused", "skipped"),
    "reading.{name}": tuple(name for name in Metadata.__dataclass_fields__ if knows(f"reading.{name}")),
    "reading.doubt.{name}": tuple(DOUBTS),
}
"""Keys that are put together, and everything they can be; others are taken for all the keys they fit."""


@cache
def asked() -> dict[str, str]:
    """Key → a place in the program that asks for it."""
    return {key: place for place, tree in trees() for key in keys_of(tree)}


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCES.rglob("*.py")):
        if SOURCES / "strings" not in path.parents:
            yield str(path.relative_to(SOURCES)), ast.parse(path.read_text(encoding="utf-8"))


def keys_of(tree: ast.Module) -> Iterator[str]:
    inner = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in inner:
            if KEY.fullmatch(node.value):
                yield node.value
        elif isinstance(node, ast.JoinedStr) and begins_a_key(node.values[:1]):
            pattern = ast.unparse(node)[2:-1]
            if KEY.match(pattern.replace("{", "x")):
                yield from filled(pattern)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS:
            place = MAKERS[node.func.id]
            if len(node.args) > place:
                yield from codes_of(node.args[place])
    yield from (f"error.{code}" for code in SKIP_CODES)


def begins_a_key(first: list[ast.expr]) -> bool:
    """Whether what a formatted string begins with can begin a key: few are worth being written out again."""
    return any(isinstance(one, ast.Constant) and AREA.match(str(one.value)) for one in first)


def filled(pattern: str) -> Iterator[str]:
    """The keys that a pattern such as ``desk.kind.{kind}`` can be."""
    if pattern in FILLINGS:
        for filling in FILLINGS[pattern]:
            yield re.sub(r"\{[^}]*\}", filling, pattern)
        return
    parts = re.split(r"\{[^}]*\}", pattern)
    fits = re.compile(r"[\w.]+".join(map(re.escape, parts)))
    found = [key for key, _, _ in ROWS if fits.fullmatch(key)]
    assert found, f"no words for {pattern}"
    yield from found


def codes_of(node: ast.expr) -> Iterator[str]:
    """Keys of the codes that an argument may be."""
    if isinstance(node, ast.Constant):
        yield f"error.{node.value}"
    elif isinstance(node, ast.IfExp):
        yield from codes_of(node.body)
        yield from codes_of(node.orelse)


def places(sentence: str) -> list[str]:
    """The ``{places}`` and ``%`` places of a sentence."""
    return sorted(re.findall(r"\{\w+[^}]*\}|%\(\w+\)\w|%[srd]", sentence.replace("!r}", "}")))


@pytest.mark.parametrize("area", AREAS)
def test_keys_begin_with_their_area(area: str) -> None:
    assert all(key.startswith(f"{area}.") for key in table(area))
    modules = {one.name for one in iter_modules([str(SOURCES / "strings")])} - {"locale"}
    assert modules == set(AREAS)


def test_both_languages_say_something_and_fill_the_same_places() -> None:
    for key, zh, en in ROWS:
        assert zh.strip(), key
        assert en.strip(), key
        assert places(zh) == places(en), key


SAME_IN_BOTH = {"cli.error", "evaluate.f1"}
"""A frame, and a name that has no Chinese one."""


def test_each_language_is_written_in_its_own_characters() -> None:
    for key, zh, en in ROWS:
        assert CHINESE.search(zh) or key in SAME_IN_BOTH, key
        # English may quote numerals that a reviewer of Chinese reports types or rejects.
        assert not set(CHINESE.findall(en)) - set("亿二十三一"), key


def test_every_key_that_is_asked_for_is_there() -> None:
    words = {key for key, _, _ in ROWS}
    missing = {key: place for key, place in asked().items() if key not in words}
    assert not missing


def test_every_key_is_asked_for() -> None:
    assert sorted({key for key, _, _ in ROWS} - set(asked()) - NOT_YET) == []


NOT_YET: set[str] = set()
"""Words that wait for the part of the program that says them."""


def test_every_sentence_can_be_filled() -> None:

    for language in LANGUAGES:
        use(language)
        for key, zh, _ in ROWS:
            names = set(re.findall(r"\{(\w+)", zh)) - {"keys"}
            said = say(key, **dict.fromkeys(names, "X"))
            assert "{" not in said, key
