"""Bytes of a document → its text: pure steps, one converter a kind.

A converter drops what a reader does not see and keeps the rest in reading order, one block a line, a row of
a table as ``| a | b |``. What is no part of the report (menus, footers) stays: the reading tells it apart.
"""
