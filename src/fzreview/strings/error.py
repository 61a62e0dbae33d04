"""Words of the area «error», key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {}
