"""Bytes, files, folders, archives and crawls that cannot be loaded, and what is passed over."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "error.empty": (
        "{name}：文件是空的；请重新获取后再载入",
        "{name}: the file is empty; get it again and load it then",
    ),
    "error.blank": (
        "{name}：只有空白，没有正文；请检查来源",
        "{name}: nothing but blanks; check where it came from",
    ),
    "error.binary": (
        "{name}：不是文本文件；请先转换为 .docx、.pdf 或 .txt",
        "{name}: not a text file; convert it to .docx, .pdf or .txt first",
    ),
    "error.foreign_format": (
        "{name}：是 {format} 格式，这里不读；请先转换为 .docx、.pdf 或 .txt",
        "{name}: this is {format}, which is not read here; convert it to .docx, .pdf or .txt first",
    ),
    "error.html": (
        "{name}：是网页（HTML）源码；请先提取正文，存为纯文本（.txt）",
        "{name}: this is HTML source; extract its text and save it as plain text (.txt) first",
    ),
    "error.invalid_bytes": (
        "{name}：按 {encoding} 解码，第 {position} 字节处损坏；请重新获取，或修复后再载入",
        "{name}: broken {encoding} text at byte {position}; get it again, or repair it and load it then",
    ),
    "error.unknown_encoding": (
        "{name}：无法识别编码（支持 UTF-8、UTF-16、GB18030/GBK、Big5）；请转存为 UTF-8",
        "{name}: unknown encoding (UTF-8, UTF-16, GB18030/GBK and Big5 are read); save it as UTF-8",
    ),
    "error.reading_failed": (
        "{name}：读取时程序出错（{reason}）；这是程序缺陷，请附上文件报告给开发者",
        "{name}: the program failed while reading it ({reason}); this is a defect, please report it",
    ),
    "error.not_found": (
        "{name}：找不到；请检查路径",
        "{name}: not found; check the path",
    ),
    "error.denied": (
        "{name}：没有读取权限；请修改权限或换一个位置",
        "{name}: permission denied; change its permissions or copy it elsewhere",
    ),
    "error.unreadable": (
        "{name}：无法读取（{reason}）；请检查权限和磁盘",
        "{name}: cannot be read ({reason}); check permissions and disk",
    ),
    "error.special_file": (
        "{name}：不是普通文件；请指定文件、文件夹或压缩包",
        "{name}: not a regular file; name a file, a folder or an archive",
    ),
    "error.too_large": (
        "{name}：超过 {limit}；请拆分后再载入，或用环境变量 FZREVIEW_MAX_MIB 提高上限",
        "{name}: larger than {limit}; split it, or raise the limit with FZREVIEW_MAX_MIB",
    ),
    "error.no_reports": (
        "{name}：里面没有可载入的报告（文本、网页、PDF、Word、表格、JSONL 或压缩包）；请换一个文件夹",
        "{name}: holds no reports (text, pages, PDF, Word, tables, JSONL, archives); name another folder",
    ),
    "error.archive_empty": (
        "{name}：压缩包里没有可载入的报告；请检查压缩包",
        "{name}: the archive holds no reports; check the archive",
    ),
    "error.archive_broken": (
        "{name}：压缩包已损坏或格式不符（{reason}）；请重新获取",
        "{name}: the archive is broken or of another format ({reason}); get it again",
    ),
    "error.archive_crowded": (
        "{name}：压缩包的成员目录异常庞大；请拆分或解压后再载入",
        "{name}: the archive lists more members than can be held; split or unpack it first",
    ),
    "error.member_method": (
        "{name}：压缩方法（{method}）不支持；请解压，或重新打包为普通 zip",
        "{name}: packed by a method that is not read ({method}); unpack it, or pack it as an ordinary zip",
    ),
    "error.archive_nested": (
        "{name}：压缩包套了不止一层，不会展开；请先解压再载入",
        "{name}: an archive in an archive in an archive is not opened; unpack it and load the result",
    ),
    "error.member_encrypted": (
        "{name}：已加密；请先解密再载入",
        "{name}: encrypted; decrypt it first",
    ),
    "error.member_climbs": (
        "{name}：路径越出压缩包；不予载入，请核对压缩包来源",
        "{name}: its path climbs out of the archive; not loaded, check where the archive came from",
    ),
    "error.member_link": (
        "{name}：是链接或设备，不是文件；不予载入，请改为普通文件",
        "{name}: a link or a device, not a file; not loaded, put the file itself into the archive",
    ),
    "error.member_bomb": (
        "{name}：解压后异常庞大（超过 {ratio} 倍）；不予载入，请核对压缩包来源",
        "{name}: unpacks to more than {ratio} times its size; not loaded, check where the archive came from",
    ),
    "error.json_broken": (
        "{name}：第 {line} 行不是有效的 JSON（{reason}）；请修复这一行",
        "{name}: line {line} is not valid JSON ({reason}); repair this line",
    ),
    "error.json_no_text": (
        "{name}：第 {line} 行没有 text、content、正文之类的文本字段（有：{columns}）；"
        "请用 --columns 指定，或删除这一行",
        "{name}: line {line} has no text or content field (there are: {columns}); name it with --columns,"
        " or drop the line",
    ),
    "error.json_no_lines": (
        "{name}：没有任何 JSON 行；请检查文件",
        "{name}: no JSON lines in it; check the file",
    ),
    "error.bad_limit": (
        "环境变量 {variable} 应为正整数（MiB），现为「{value}」",
        "{variable} must be a whole number of MiB, it is {value!r}",
    ),
    "error.stdin_closed": (
        "{name}：标准输入没有内容；请用管道送入文本",
        "{name}: nothing on standard input; pipe a text into it",
    ),
    "error.skipped_hidden": (
        "{name}：是隐藏文件，跳过",
        "{name}: hidden, passed over",
    ),
    "error.skipped_link": (
        "{name}：是指向文件夹的链接，跳过；需要时请直接指定那个文件夹",
        "{name}: a link to a folder, passed over; name that folder to load it",
    ),
    "error.skipped_image": (
        "{name}：是图片，跳过",
        "{name}: an image, passed over",
    ),
    "error.skipped_media": (
        "{name}：是音频或视频，跳过",
        "{name}: sound or film, passed over",
    ),
    "error.skipped_script": (
        "{name}：是脚本或样式，跳过",
        "{name}: a script or a style sheet, passed over",
    ),
    "error.skipped_program": (
        "{name}：是程序或系统文件，跳过",
        "{name}: a program or a file of the system, passed over",
    ),
    "error.skipped_font": (
        "{name}：是字体，跳过",
        "{name}: a font, passed over",
    ),
    "error.skipped_working": (
        "{name}：是日志或临时文件，跳过",
        "{name}: a log or a temporary file, passed over",
    ),
    "error.skipped_kind": (
        "{name}：后缀不识别，跳过；若是报告请单独指定这个文件，或改为 .txt",
        "{name}: unknown ending, passed over; if it is a report, name the file itself or call it .txt",
    ),
}
