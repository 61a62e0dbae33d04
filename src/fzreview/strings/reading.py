"""Words of the area «reading», key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {}
