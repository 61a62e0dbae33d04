"""Writes the catalogs from which argparse takes its words, one a language, below src/fzreview/strings/locale.

python scripts/make_catalogs.py          writes them
python scripts/make_catalogs.py --check  exit code 1 where one is out of date
"""

from __future__ import annotations

import struct
import sys

from fzreview.cli.arguments import DOMAIN, LOCALE, MESSAGES, PLURALS
from fzreview.strings import LANGUAGES, Language, say, use

_MAGIC = 0x950412DE
_HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"


def catalog(language: Language) -> bytes:
    """The catalog of a language in the form of GNU gettext: counts, tables of offsets, texts."""
    use(language)
    messages = {"": _HEADER} | {message: say(key) for message, key in MESSAGES.items()}
    for (one, many), key in PLURALS.items():
        messages[f"{one}\0{many}"] = f"{say(key)}\0{say(key)}"
    pairs = sorted((own.encode(), told.encode()) for own, told in messages.items())
    at = 7 * 4 + 2 * 8 * len(pairs)
    tables: list[int] = []
    texts = b""
    for side in range(2):
        for pair in pairs:
            tables += [len(pair[side]), at + len(texts)]
            texts += pair[side] + b"\0"
    head = (_MAGIC, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, at)
    return struct.pack(f"<7I{len(tables)}I", *head, *tables) + texts


def main() -> int:
    """Write or check one catalog a language."""
    stale = []
    for language in LANGUAGES:
        path = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
        made = catalog(language)
        if not path.exists() or path.read_bytes() != made:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(made)
    print(*stale, sep="\n")
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
