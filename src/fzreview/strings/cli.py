"""Words of the area «cli», key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {}
