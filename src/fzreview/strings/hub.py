"""Words about hubs, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "hub.put": (
        "{store}：送出日志行 {new} 新 · {known} 已有；工作包 {packages} 个，报告 {reports} 份",
        "{store}: rows {new} new · {known} known; packages {packages}, reports {reports}",
    ),
    "hub.left": (
        "{store}：有 {rows} 行没有送出：里面也有别人的判定，请由负责人送",
        "{store}: {rows} rows were not sent: others decided in this store too, a coordinator must put them",
    ),
    "hub.got": (
        "{store}：取得日志行 {new} 新 · {known} 已有；判定 {holding} 生效 · {waiting} 等待报告；"
        "工作包 {packages} 个；有分歧的数据 {opened} 新 · {closed} 已消",
        "{store}: rows {new} new · {known} known; decisions {holding} holding · {waiting} waiting;"
        " packages {packages}; disputes {opened} new · {closed} closed",
    ),
    "hub.fetched": (
        "{path}：{owner} 的工作包，用 fzreview {path} 打开",
        "{path}: a package for {owner}; open it by fzreview {path}",
    ),
    "hub.fetched_before": (
        "{path}：已经有了，没有改动",
        "{path}: is there already and was left as it is",
    ),
    "hub.attempt": ("尝试：{act}，{verdict}（{reason}）", "tried: {act}, {verdict} ({reason})"),
    "hub.refused": ("已拒绝", "refused"),
    "hub.not_refused": ("没有拒绝！", "NOT refused!"),
    "hub.checked": (
        "试了 {acts} 件不许做的事，拒绝了 {refused} 件",
        "{acts} forbidden acts tried, {refused} refused",
    ),
    "hub.act.change": ("改日志行", "change rows"),
    "hub.act.delete": ("删日志行", "delete rows"),
    "hub.act.truncate": ("清空日志行", "truncate rows"),
    "hub.act.insert": ("绕过 fz.push 写日志行", "write rows past fz.push"),
    "hub.act.forge": ("送别人名下的日志行", "send rows in another name"),
    "hub.act.misplace": ("送编号不符的日志行", "send a row out of its number"),
    "hub.act.time": ("送时间不可能的日志行", "send a row of an impossible time"),
    "hub.act.head": ("占用别人的来源", "take another's site"),
    "hub.act.tip": ("改中转处的末端", "move the end of the hub"),
    "hub.act.promote": ("提升自己的角色", "raise one's own role"),
    "hub.act.people": ("看都有谁", "read who there is"),
    "hub.act.project": ("改项目", "change the project"),
    "hub.act.begin": ("开始一个项目", "begin a project"),
    "hub.act.disarm": ("关掉触发器", "disable the triggers"),
    "hub.act.replace": ("替换函数", "replace a function"),
    "hub.act.repack": ("改工作包", "change packages"),
    "hub.act.withdraw": ("删工作包", "delete packages"),
    "hub.act.lay": ("放工作包", "lay a package"),
    "hub.act.rows": ("看别人的日志行", "read rows of others"),
    "hub.act.sites": ("看别人的来源", "read sites of others"),
    "hub.act.packages": ("看别人的工作包", "read packages of others"),
    "hub.act.parcels": ("看工作包", "read packages"),
    "hub.act.become": ("变成负责人", "become a coordinator"),
    "hub.act.world": ("任何人都能写这个文件夹", "anybody may write to the folder"),
    "hub.act.piece": ("改动日志行的文件", "a file of rows that was altered"),
    "hub.act.package": ("改动工作包", "a package that was altered"),
}
