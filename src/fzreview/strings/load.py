"""Words of loading, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "load.running": (
        "新增 {loaded}，已有 {known}，拒绝 {refused}",
        "{loaded} new, {known} known, {refused} refused",
    ),
    "load.loaded": ("新增报告", "loaded"),
    "load.already_loaded": ("已有报告", "already loaded"),
    "load.refused": ("拒绝", "refused"),
    "load.figures": ("新增数据", "figures"),
    "load.chars": ("新增字数", "characters"),
}
