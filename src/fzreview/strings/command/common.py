"""Options that several commands have, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "command.json": ("输出 JSON，每行一个对象", "print JSON, one object a line"),
    "command.report": (
        "报告：文件名或其一部分，或 sha256 的开头",
        "a report: its file name or a part of it, or the beginning of its sha256",
    ),
    "command.reviewer": (
        "审核人（默认取环境变量 FZREVIEW_REVIEWER，否则取系统用户名）",
        "who decides (default: FZREVIEW_REVIEWER, else the system's user)",
    ),
    "command.reports": (
        "符合条件的报告，如“tag:抽查 year:2021 !region:某县 复议”\n"
        "（tag: year: region: issuer: doc: sha256: state:untouched|under_way|finished，前面加 ! 为不含）",
        "the reports that fit, such as «tag:sample year:2021 !region:NAME word»"
        "\n(tag: year: region: issuer: doc: sha256: state:untouched|under_way|finished;"
        " with ! in front: that do not)",
    ),
}
