"""Where rows and packages travel: a folder or a PostgreSQL server, behind one protocol.

A hub moves what it is given and never interprets it. It knows no store; who puts and gets is ``work/team``.
"""
