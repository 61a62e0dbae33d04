"""Which journal rows count: those by which somebody can hold anything of a figure.

Rows of a second pass are compared with the reviewer's own. Rows about a seeded error speak of what only their
package showed; the truth stands in ``seeds``. In the package itself every row counts.
"""

from __future__ import annotations

from typing import Final

AGAIN: Final = "again"
"""Purpose of a site whose rows are compared and never hold."""


def counted(row: str = "j") -> str:
    """The condition that the journal row of this alias counts."""
    start = f"cast(substr({row}.figure, 1, instr({row}.figure, '-') - 1) as integer)"
    end = f"cast(substr({row}.figure, instr({row}.figure, '-') + 1) as integer)"
    return (
        f"({row}.site = (select site from identity) or not exists ("
        # Who packed it knows what it is for also where its rows came without its site.
        f"select 1 from sites t where t.site = {row}.site and t.purpose = '{AGAIN}'"
        f" union all select 1 from packages q where q.site = {row}.site and q.purpose = '{AGAIN}'))"
        f" and not exists (select 1 from seeds d where d.site = {row}.site and d.report = {row}.report"
        f" and {row}.target in ('figure', 'candidate') and d.start < {end} and {start} < d.\"end\")"
    )
