"""Writes the parts of the docs that follow from the program: the tables of keys, the rules of reading.

python scripts/make_docs.py          writes them
python scripts/make_docs.py --check  exit code 1 where one is out of date
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import get_args

from fzreview import strings
from fzreview.checking.ties.rules import RULES as TIE_RULES
from fzreview.reading.rulebook import rulebook
from fzreview.review.keys.commands import COMMANDS, Group
from fzreview.review.keys.parts import PARTS
from fzreview.strings import say

ROOT = Path(__file__).resolve().parents[1]

strings.use_keys({command.id: command.shown for command in COMMANDS})


def key_table(language: strings.Language) -> str:
    """Every command of the desk as a Markdown table."""
    strings.use(language)
    head = {"zh": "| 键 | 作用 | 编号 |", "en": "| key | does | id |"}[language]
    lines = [head, "| --- | --- | --- |"]
    for group in get_args(Group):
        for command in COMMANDS:
            if command.group == group:
                keys = " ".join(f"`{key}`" for key in command.shown.split())
                lines.append(f"| {keys} | {say(command.title_key)} | {command.id} |")
    return "\n".join(lines)


def part_table(language: strings.Language) -> str:
    """The keys of panes and dialogs as a Markdown table."""
    strings.use(language)
    head = {"zh": "| 在 | 键 | 作用 |", "en": "| in | key | does |"}[language]
    lines = [head, "| --- | --- | --- |"]
    for part, own in PARTS.items():
        for key in own:
            keys = " ".join(f"`{name}`" for name in key.shown.split())
            lines.append(f"| {say(f'help.part.{part}')} | {keys} | {say(key.title_key)} |")
    return "\n".join(lines)


def rule_table(areas: str) -> str:
    """The rules whose ids begin with one of the areas (``numeral,bound``), with the lines that show them."""
    lines = ["| rule | why | takes | leaves |", "| --- | --- | --- | --- |"]
    for rule in (*rulebook().values(), *TIE_RULES):
        if rule.id.partition(".")[0] in areas.split(","):
            cells = (f"`{rule.id}`", _cell(rule.reason), _shown(rule.takes), _shown(rule.leaves))
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _shown(lines: tuple[str, ...]) -> str:
    return "<br>".join(map(_cell, lines))


def _cell(text: str) -> str:
    """A wording inside a cell: marked places are bold, bars and breaks do not end the cell."""
    bold = re.sub("⟦([^⟦⟧]*)⟧", r"<b>\1</b>", text.replace("<", "&lt;").replace("*", "\\*"))
    return bold.replace("|", "\\|").replace("\n", " ⏎ ")


def with_rules(text: str) -> str:
    """The text with every table of rules made anew."""
    return re.sub(
        r"(?P<begin><!-- rules:(?P<areas>[a-z,-]+) -->).*?<!-- /rules -->",
        lambda match: f"{match['begin']}\n{rule_table(match['areas'])}\n<!-- /rules -->",
        text,
        flags=re.DOTALL,
    )


def with_keys(text: str) -> str:
    """The text with every key table made anew."""

    def table(match: re.Match[str]) -> str:
        language: strings.Language = "zh" if match["language"] == "zh" else "en"
        made = key_table(language) if match["name"] == "keys" else part_table(language)
        return f"{match['begin']}\n{made}\n<!-- /{match['name']} -->"

    begin = r"(?P<begin><!-- (?P<name>keys|parts):(?P<language>zh|en) -->)"
    return re.sub(rf"{begin}.*?<!-- /(?P=name) -->", table, text, flags=re.DOTALL)


def main() -> int:
    """Write or check every page that has such a part."""
    stale = []
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        text = page.read_text(encoding="utf-8")
        made = with_rules(with_keys(text))
        if made != text:
            stale.append(page)
            if "--check" not in sys.argv:
                page.write_text(made, encoding="utf-8")
    print(*(page.relative_to(ROOT) for page in stale), sep="\n")
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
