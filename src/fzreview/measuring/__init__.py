"""How sure one may be of gold: rates with exact intervals, agreement, cases of dissent, audits."""
