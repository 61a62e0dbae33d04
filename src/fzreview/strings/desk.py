"""Words of the area «desk», key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {}
