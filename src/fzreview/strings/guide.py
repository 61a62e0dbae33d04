"""Words of the area «guide», key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {}
