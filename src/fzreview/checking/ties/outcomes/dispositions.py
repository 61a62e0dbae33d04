"""How cases end."""

from __future__ import annotations

import re
from typing import Final

TAKEN_IN: Final = re.compile(
    "受理|收到|接收|接待|新收|收案|登记|立案|排查|发现|检查|抽查|巡查|抽检|审查|审核|承办|办理|申请|参加|抓获|征集"
    "|评查|清理|开工|备案|案件|纠纷|提案|建议|线索|共有|共计|调解|调处|信访|投诉|举报|诉求|工单|应诉|诉讼|复议|审结|结案|办结|判决|纳入"
)
NO_WORDING: Final = 100
"""A step with so many times the cases is no question of wording."""

ENDING: Final = re.compile(
    "维持|撤销|驳回|终止|撤诉|撤回|纠错|变更|确认违法|责令|败诉|胜诉|和解|调撤|调解后|调解[、和]|不予受理|未审结"
    "|尚在审理|正在审理|在办|在审|结转|优秀|不合格|保留|修改|废止|失效|列入|其他|其余|解除"
    "|建议书|意见书|决定书|采纳|解决|不受理|有效|未办结|正在办理|正在处理|上诉|发回"
)
"""One of the ways in which a case ends; they exclude each other."""
