"""Words of the area «load», key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {}
