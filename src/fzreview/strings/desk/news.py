"""What others decided meanwhile, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "desk.news": ("！其间 {news}，未记录", "! meanwhile {news}; nothing was recorded"),
    "desk.news.other": ("{reviewer} 判为“{what}”", "{reviewer} decided «{what}»"),
    "desk.news.own": ("你在别处判为“{what}”", "you decided «{what}» elsewhere"),
    "desk.news.corrected": ("更正：{value}，{subject}", "corrected: {value}, {subject}"),
    "desk.news.now": ("！刚才 {news}", "! just now {news}"),
    "desk.news.elsewhere": ("{who} 刚判了本报告 {count} 条", "{who} just decided {count} of this report"),
    "desk.news.shown": ("本报告在别处有改动，已照新的显示", "changed elsewhere; shown as it is now"),
    "desk.news.you": ("你在别处", "you elsewhere"),
    "desk.news.and": ("，又有", ", and "),
    "desk.news.again": ("；看过再按一次才算", "; look, and press again to decide all the same"),
}
