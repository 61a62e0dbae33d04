"""Words of the area «command», key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {}
