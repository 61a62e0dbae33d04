"""The plan of a team, packages, audits, disputes, certificates."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "error.reviewer_unknown": (
        "{reviewer} 在此资料库中没有判定过任何数据；判定过的有：{known}",
        "{reviewer} has decided nothing in this store; who has: {known}",
    ),
    "error.audit_nothing": (
        "没有可供 {auditor} 抽查的（其已判定过 {left_out} 项）；请先审核，或由他人抽查",
        "there is nothing that {auditor} could audit ({left_out} they have decided about themselves);"
        " review first, or let somebody else audit",
    ),
    "error.package_of_another": (
        "这是 {owner} 的工作包，{reviewer} 不能在里面判定；请 {owner} 自己来做，或用 --reviewer {owner}",
        "this package is {owner}'s, and {reviewer} cannot decide in it; let {owner} do it, or say"
        " --reviewer {owner}",
    ),
    "error.blind_value": (
        "{figure} 的数值没有给出，要照原文键入：judge {figure} wrong --value 数值 --unit 单位",
        "the value of {figure} is not shown and is to be keyed from the text:"
        " judge {figure} wrong --value VALUE --unit UNIT",
    ),
    "error.contest_reason": ("请用 --because 写明理由", "say why by --because"),
    "error.contest_nothing": (
        "{figure} 没有不采纳你的裁定，不必提异议；用 fzreview feedback 查看",
        "nothing was ruled against you about {figure}; fzreview feedback lists what was",
    ),
    "error.in_package": (
        "{path} 是 {owner} 的工作包，不能在里面 {command}；请用 --db 指定项目的资料库，或由负责人来做",
        "{path} is {owner}'s package, and {command} is not for a package; name the project's store with --db,"
        " or leave it to whoever leads",
    ),
    "error.pack_handed_on": (
        "{name} 名下已没有报告：分过的都转给别人了；要再分，请 fzreview assign --to {name}",
        "{name} has no reports any more: all of them were handed on; to give some again: fzreview assign"
        " --to {name}",
    ),
    "error.pack_nothing": (
        "没有分给 {name} 的报告；请先 fzreview assign --to {name}",
        "nothing is assigned to {name}; first: fzreview assign --to {name}",
    ),
    "error.pack_nothing_again": (
        "{name} 没有早于 {days} 天的判定可以再做一遍；用 --older-than 改天数，或先收回上一包",
        "{name} has no decisions older than {days} days to make again; give another age by --older-than, or"
        " merge the last package first",
    ),
    "error.pack_nothing_audit": (
        "没有为 {name} 抽过样；请先 fzreview audit draw --reviewer {name}",
        "nothing was drawn for {name}; first: fzreview audit draw --reviewer {name}",
    ),
    "error.pack_nothing_adjudicate": (
        "没有可由 {name} 裁定的分歧（本人参与的不算）；用 fzreview conflicts 查看",
        "there is no case for {name} to settle (their own apart); fzreview conflicts lists what there is",
    ),
    "error.pack_nothing_feedback": (
        "{name} 的判定都没有被推翻，也没有放过埋设的错误",
        "no decision of {name}'s was overruled, and no seeded error passed",
    ),
    "error.pack_review_only": (
        "--seed-errors 和 --blind 只用于 --purpose review，不用于 {purpose}",
        "--seed-errors and --blind are for --purpose review, not for {purpose}",
    ),
    "error.reveal_unsealed": (
        "{path} 没有封记：不是给人审核的工作包，或出自旧版本",
        "{path} has no seal: it is no package to review, or an older version made it",
    ),
    "error.reveal_unknown": (
        "{path} 不是这个项目打的包，或打包时还没有封记；用 --db 指定那个项目的资料库，或用 --told",
        "{path} is no package of this project, or went out before there were seals; name the project's"
        " store by --db, or use --told",
    ),
    "error.reveal_untold": ("--told 的文件没有说到 {path}", "the file of --told tells nothing of {path}"),
    "error.audit_strata": (
        "--n {wanted} 不够每层一条（--by {by}：{strata}）",
        "--n {wanted} is less than one of each stratum (--by {by}: {strata})",
    ),
    "error.audit_strata_of_figures": (
        "--by 用于抽数据，不用于 --sections",
        "--by is for figures, not for --sections",
    ),
    "error.pack_audit_whole": (
        "抽查包装的是抽到的全部，不能再用 --reports 挑选",
        "a package of an audit holds all that was drawn; --reports cannot choose among it",
    ),
    "error.bad_sharing_reports": (
        "报告名、--reports、--suggested 只能用一样",
        "name reports, or give --reports, or --suggested: one of them",
    ),
    "error.assign_no_report": ("没有符合 {expression} 的报告", "no report fits {expression}"),
    "error.pack_taken": (
        "{path} 已经有了，而且不是 {owner} 的这个工作包；没有改动，请换一个 -o 文件夹",
        "{path} is there already and is not this package of {owner}'s; it was left as it is,"
        " give another folder by -o",
    ),
    "error.pack_unwritable": (
        "写不了 {path}：{reason}；请换一个 -o 文件夹",
        "{path} cannot be written: {reason}; give another folder by -o",
    ),
    "error.settle_undisputed": (
        "{figure} 没有分歧，不需要裁定；用 fzreview conflicts 查看",
        "nobody differs about {figure}, there is nothing to settle; fzreview conflicts lists what there is",
    ),
    "error.settle_no_word": (
        "{reviewer} 没有判定过 {figure}；请写有判定的人",
        "{reviewer} has no verdict on {figure}; name somebody who has",
    ),
    "error.settle_nothing": (
        "{reviewer} 没有裁定过 {figure}，无可收回",
        "{reviewer} has not settled {figure}: there is nothing to take back",
    ),
    "error.settle_whom": (
        "take 后面要写以谁的判定为准，别的裁定后面不写人名",
        "take needs the name of whose word holds, the others take no name",
    ),
    "error.bad_sharing": (
        "无法这样分：--to {people}，--overlap {overlap}；"
        "请写互不相同的姓名（用逗号隔开），两人重叠至少要两个人",
        "it cannot be shared out so: --to {people}, --overlap {overlap}; write different names with commas"
        " between them, two or more where reports overlap",
    ),
    "error.bad_share": (
        "{option} 不能是 {value}；请写 0% 到 100%，如 20%",
        "{option} cannot be {value}; write 0% to 100%, such as 20%",
    ),
    "error.bad_days": (
        "{option} 不能是 {value}；请写天数，如 7d",
        "{option} cannot be {value}; write a number of days, such as 7d",
    ),
    "error.assign_nobody": (
        "{name} 没有分到报告；用 fzreview assign 查看安排",
        "{name} has no reports; fzreview assign shows who has",
    ),
    "error.assign_not_idle": (
        "{name} 最近还在判定（{last}），没有收回；确要收回请去掉 --idle",
        "{name} was at work lately ({last}), nothing was taken back; leave --idle out to do it all the same",
    ),
    "error.assign_nobody_else": (
        "没有别人可以接手 {name} 的报告；请用 --to 指定",
        "there is nobody else to take what {name} has; name somebody with --to",
    ),
    "error.bad_count": (
        "{option} 不能是 {value}；请写正整数",
        "{option} cannot be {value}; write 1 or more",
    ),
    "error.nothing_to_certify": (
        "没有符合条件的报告；用 fzreview list 查看",
        "no report is meant by that; see fzreview list",
    ),
    "error.bad_requirement": (
        "--require 不能是 {value}；请写 wrong<=1%,missed<=2%",
        "--require cannot be {value}; write wrong<=1%,missed<=2%",
    ),
    "error.two_reviewers": (
        "请写两位不同审核人的名字，或一个也不写",
        "name two different reviewers, or none",
    ),
}
