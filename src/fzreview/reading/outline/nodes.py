"""Nodes of an outline and how far each of them governs."""

from __future__ import annotations

from dataclasses import dataclass

from fzreview.domain.reports.report import SectionKind
from fzreview.reading.body import Layout


@dataclass(frozen=True, slots=True)
class Node:
    """A heading with clean offsets: ``[start, end)`` is the heading, ``[start, until)`` what it governs."""

    start: int
    end: int
    until: int
    level: int
    marker: str
    title: str
    kind: SectionKind


def with_ends(nodes: list[Node], layout: Layout) -> list[Node]:
    """Set ``until``: the next node as high or higher; items and plain run-ins end with their line."""
    ends: list[int] = [layout.body[1]] * len(nodes)
    open_nodes: list[int] = []
    for index, node in enumerate(nodes):
        while open_nodes and nodes[open_nodes[-1]].level >= node.level:
            ends[open_nodes.pop()] = node.start
        open_nodes.append(index)
    finished = []
    for node, end in zip(nodes, ends, strict=True):
        until = end
        if node.kind == "item" or (node.kind == "runin" and not node.marker):
            newline = layout.text.find("\n", node.end)
            until = min(until, newline) if newline >= 0 else until
        finished.append(
            Node(node.start, node.end, max(until, node.end), node.level, node.marker, node.title, node.kind)
        )
    return finished
