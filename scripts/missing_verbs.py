"""List verbs that the table of verbs lacks: what an independent tagger calls a verb in clauses with a number.

python scripts/missing_verbs.py TEXT…   (needs jieba, which the program itself never uses)

Each line holds the word, how often it stands in such clauses, and one of them. A person decides which belong
into ``VERBS`` (reading/figures/subjects/verbs.py): most are nouns as often, or name no deed of the genre.
"""

from __future__ import annotations

import argparse
import logging
import re
from collections import Counter
from importlib import import_module
from pathlib import Path

from fzreview.reading.figures.subjects.verbs import VERBS

_MARKS = re.compile("[，。；、：！？（）,;:!?()\n]")
_NUMBER = re.compile("[0-9一二三四五六七八九十百千万]")
_SHOWN = 30
"""Characters of the clause that is shown."""


def main() -> int:
    """Print the words, the most frequent first."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=100, help="lines at most (default: 100)")
    arguments = parser.parse_args()
    tagger = import_module("jieba.posseg")
    import_module("jieba").setLogLevel(logging.WARNING)
    counts: Counter[str] = Counter()
    example: dict[str, str] = {}
    for path in arguments.texts:
        for clause in _MARKS.split(path.read_text(encoding="utf-8")):
            if not _NUMBER.search(clause):
                continue
            for word in tagger.cut(clause):
                if len(word.word) == 2 and word.flag in ("v", "vn") and word.word not in VERBS:
                    counts[word.word] += 1
                    example.setdefault(word.word, clause.strip()[:_SHOWN])
    for word, count in counts.most_common(arguments.most):
        print(f"{word}\t{count}\t{example[word]}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
