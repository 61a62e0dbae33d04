"""Wrong usage, settings, and a system that refuses."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "error.no_terminal": (
        "审核台需要终端；不用界面时请用 fzreview figures、judge、export",
        "the desk needs a terminal; without one use fzreview figures, judge and export",
    ),
    "error.not_utf8": (
        "终端编码是 {encoding}，审核台需要 UTF-8；请设置 LANG=zh_CN.UTF-8（或 C.UTF-8）后再打开",
        "the terminal's encoding is {encoding}, the desk needs UTF-8; set LANG=C.UTF-8 and open it again",
    ),
    "error.unwritable": (
        "{path}：无法写入（{reason}）；请换一个文件夹或检查权限",
        "{path}: cannot be written ({reason}); name another folder or check permissions",
    ),
    "error.bad_choice": (
        "{option} 不能是“{value}”；可用：{known}",
        "{option} cannot be «{value}»; use: {known}",
    ),
    "error.bad_number": (
        "{option} 不能是 {value}；请写 0 或正整数",
        "{option} cannot be {value}; write 0 or more",
    ),
    "error.settings_unreadable": (
        "{path}：设置文件无法读取（{reason}）；请改正或删除它",
        "{path}: the settings cannot be read ({reason}); mend or remove the file",
    ),
    "error.setting_unknown": (
        "{path}：没有 {name} 这项设置；可用：{known}",
        "{path}: there is no setting {name}; known: {known}",
    ),
    "error.setting_wrong": (
        "{path}：设置 {name} 不能是 {value}；见 README",
        "{path}: the setting {name} cannot be {value}; see the README",
    ),
    "error.keymap_unknown": (
        "{path}：keymap 里没有 {name} 这个命令；见 docs/keys.md",
        "{path}: the keymap names an unknown command {name}; see docs/keys.md",
    ),
    "error.keymap_clash": (
        "{path}：按键 {key} 同时属于 {one} 和 {other}；请改其中一个",
        "{path}: the key {key} belongs to {one} and to {other}; change one of them",
    ),
    "error.theme_unknown": (
        "设置里的主题 {name} 不存在；可用：{known}",
        "the settings name an unknown theme {name}; known: {known}",
    ),
    "error.reader_died": (
        "{name}：读取进程被中止，可能内存不足；请减小 --jobs 后再载入这份",
        "{name}: the process that read it was ended, memory may be short; load it again with fewer --jobs",
    ),
    "error.loader_failed": ("载入程序中断：{reason}", "the loader stopped: {reason}"),
    "error.unexpected": (
        "程序出错（{reason}）；已写入的数据不受影响，请把以上信息报告给维护者",
        "the program broke ({reason}); what was written is safe, please report the lines above",
    ),
    "error.system": (
        "系统错误（{reason}）；请检查磁盘空间、路径和权限",
        "the system refused ({reason}); check disk space, paths and permissions",
    ),
    "error.bad_language": (
        "不支持的语言「{value}」，可用 zh 或 en",
        "unknown language {value!r}, use zh or en",
    ),
    "error.option_needs_value": ("选项 {option} 需要一个值", "{option} needs a value"),
    "error.option_goes_with": ("选项 {option} 只能和 {other} 一起用", "{option} goes with {other} alone"),
    "error.unknown_option": (
        "无法识别的选项 {option}；用 fzreview --help 查看用法",
        "unknown option {option}; see fzreview --help",
    ),
    "error.unknown_command": (
        "没有「{command}」这个命令（可用：{known}）；用 fzreview --help 查看用法",
        "no command {command!r} (there are: {known}); see fzreview --help",
    ),
    "error.wrong_arguments": (
        "{message}；用 fzreview {command} --help 查看用法",
        "{message}; see fzreview {command} --help",
    ),
}
