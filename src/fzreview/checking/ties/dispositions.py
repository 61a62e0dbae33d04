"""How cases end."""

from __future__ import annotations

import re
from typing import Final

ENDING: Final = re.compile(
    "维持|撤销|驳回|终止|撤诉|撤回|纠错|变更|确认违法|责令|败诉|胜诉|和解|调撤|调解后|调解[、和]|不予受理|未审结"
    "|尚在审理|正在审理|在办|在审|结转|优秀|不合格|保留|修改|废止|失效|列入|其他|其余|解除"
    "|建议书|意见书|决定书|采纳|解决|不受理|有效|未办结|正在办理|正在处理|上诉|发回"
)
"""One of the ways in which a case ends; they exclude each other."""
