"""Commands for the work of several people, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "command.conflicts": (
        "审核人有分歧、尚未裁定的数据",
        "what reviewers differ about and nobody has settled",
    ),
    "command.conflicts.gaps": (
        "列出裁定时标出的指南缺口",
        "list the gaps of the guide that adjudicators noted",
    ),
    "command.adjudicate": (
        "逐处裁定分歧：原文在上，各方说法并列在下，不显示姓名，一键一处",
        "settle disputes one after the other: the text above, the sides below, no names, a key each",
    ),
    "command.adjudicate.reports": ("只裁定这些报告里的", "only in these reports"),
    "command.settle": ("裁定一条有分歧的数据", "settle a figure that reviewers differ about"),
    "command.settle.ruling": (
        "take 甲：以甲的判定为准；verified 原提取正确；wrong 不是数据，写了字段则为更正；undo 收回裁定",
        "take NAME: that reviewer's word holds; verified: as extracted; wrong: no figure, or with fields a\n"
        "correction; undo: take the ruling back",
    ),
    "command.settle.gap": ("标出指南缺口", "note a gap of the guide"),
    "command.settle.taken": ("以谁的判定为准", "whose word holds"),
    "command.feedback": (
        "列出工作包里没有被采纳的判定和放过的埋设错误",
        "list what was decided against one, in a package of feedback",
    ),
    "command.contest": ("对一处裁定提出异议", "put a ruling against one's word in question"),
    "command.contest.because": ("理由", "why"),
    "command.reveal": (
        "工作包当时扣下了什么，与发出时的封记核对",
        "what packages held back, checked against the seal that went out with them",
    ),
    "command.reveal.packages": ("发出的工作包文件", "files of packages as they went out"),
    "command.reveal.told": (
        "负责人用 reveal --json 写出的文件；没有项目资料库的人用它核对",
        "a file that reveal --json wrote, to check it without the project's store",
    ),
    "command.assign.unchanged": ("没有新的分配，安排未变", "nothing new was assigned, the plan stays"),
    "command.assign.nothing_left": (
        "{name}：没有报告可分；所指的报告都已分给别人，未开始的可用 --take-back 收回",
        "{name}: no report is left to give, others have those meant; --take-back frees what is not begun",
    ),
    "command.pack": ("把一个人的任务打成工作包", "write somebody's work as packages"),
    "command.pack.for": ("给谁", "for whom"),
    "command.pack.output": ("写到哪个文件夹（默认当前）", "folder (default: here)"),
    "command.pack.reports": (
        "每包最多几份报告（默认 {most}）；或只打哪些报告，如 'tag:抽查 year:2021'；两样可以都写",
        "reports of a package at the most (default {most}); or which reports, such as\n"
        "'tag:sample year:2021'; both may be given",
    ),
    "command.pack.purpose": (
        "做什么：review 审核分到的报告（默认）、again 把自己旧的判定再做一遍、audit 抽查抽到的、\n"
        "adjudicate 裁定别人的分歧、feedback 看哪些判定没有被采纳",
        "what for: review what is assigned (default); again, one's own old decisions once more; audit what\n"
        "was drawn; adjudicate others' cases; feedback, what was decided against one",
    ),
    "command.pack.seed_errors": (
        "在已知正确的数据中埋设这么多错误，如 3%%，以测发现率；请事先告诉审核人比例",
        "make so many figures wrong whose truth is known, such as 3%%, to measure who catches them; tell\n"
        "reviewers the share beforehand",
    ),
    "command.pack.blind": (
        "这么多数据不给数值，由审核人照原文键入，如 5%%",
        "so many figures come without their value, to be keyed from the text, such as 5%%",
    ),
    "command.pack.older_than": (
        "again：只取这么多天以前的判定（默认 14d）",
        "again: only decisions at least so old (default 14d)",
    ),
    "command.assign": ("把报告分给几个人审核", "share reports out among reviewers"),
    "command.assign.reports": (
        "报告（省略则为库里全部）",
        "reports (without them all of the store)",
    ),
    "command.assign.filter": (
        "只分这些报告，如 'tag:抽查 year:2021'",
        "only these reports, such as 'tag:sample year:2021'",
    ),
    "command.assign.suggested": (
        "分给大家最值得审核的 N 份（见 suggest），不另外指定报告",
        "the N reports that are most worth verifying (see suggest), in place of named ones",
    ),
    "command.assign.to": (
        "分给谁：甲,乙,丙；已分配的不动，只分新的（省略则只显示现有安排）",
        "to whom: a,b,c; what was assigned stays, new reports are added (without it the plan is shown)",
    ),
    "command.assign.overlap": (
        "多大比例由两人各审一遍，如 20%%（默认 0%%）",
        "the share that two people review, such as 20%% (default 0%%)",
    ),
    "command.assign.double_split": (
        "这一部分的报告全部由两人审核，如 test",
        "every report of this split goes to two people, such as test",
    ),
    "command.assign.seed": ("随机种子（默认 0）", "seed (default 0)"),
    "command.assign.take_back": (
        "此人尚未开始的报告转给别人（--to 指定给谁，省略则给其余各人）",
        "what this person has not begun goes to the others (--to: to whom; without it to everybody else)",
    ),
    "command.assign.idle": (
        "只在其超过这么多天没有判定时才收回，如 7d",
        "take back only from who decided nothing for so many days, such as 7d",
    ),
    "command.merge": (
        "合并别的资料库：各人的判定一条不丢，先后和次数不影响结果",
        "take in other stores: nobody's decisions are lost, in any order, any number of times",
    ),
    "command.hub": (
        "经由文件夹或 PostgreSQL 服务器交换：工作包下发，日志行上交",
        "by way of a folder or a PostgreSQL server: packages down, journal rows up",
    ),
    "command.hub.verb": (
        "put 送出；get 取回；check 检验权限；sql 打印管理员要运行的脚本；invite 打印一个登录的脚本",
        "put: send; get: take; check: try what is forbidden; sql: what the administrator runs;\n"
        "invite: SQL for one login",
    ),
    "command.hub.words": (
        "folder:路径 或 postgresql://…（省略则用设置里的 hub）；之后是资料库文件；invite 之后是登录名",
        "folder:PATH or postgresql://… (default: hub of the settings), then stores; of invite the login",
    ),
    "command.hub.for": ("取谁的工作包", "whose packages to get"),
    "command.hub.output": ("工作包写到哪个文件夹（默认当前）", "folder for packages (default: here)"),
    "command.hub.reports": (
        "put：连同报告的读法一起送，以便单凭中转处重建资料库",
        "put: reports as they are read too, so that a store can be made anew from the hub alone",
    ),
    "command.hub.again": ("从头再来一遍，不管以前记到哪里", "from the beginning, whatever is remembered"),
    "command.hub.role": ("invite：角色（默认 member）", "invite: the role (default: member)"),
    "command.hub.reviewer": (
        "invite：审核人的名字（默认同登录名）",
        "invite: the reviewer (default: the login)",
    ),
    "command.merge.from": ("要合并进来的资料库", "stores to take in"),
}
