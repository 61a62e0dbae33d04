"""What the commands do and take, key → (zh, en); the line of each command is ``command.NAME``."""

WORDS: dict[str, tuple[str, str]] = {
    "command.read": (
        "读取报告而不入库：显示提纲、数据和修复，或输出 JSON",
        "read reports without storing them: outline, figures and repairs, or JSON",
    ),
    "command.read.paths": (
        "文件、文件夹、压缩包（zip、tar）、JSONL 抓取文件，或 - 表示标准输入",
        "files, folders, archives (zip, tar), JSONL crawls, or - for standard input",
    ),
    "command.json": ("输出 JSON，每行一个对象", "print JSON, one object a line"),
}
