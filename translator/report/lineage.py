"""Which program reads and writes which data, as a picture in layers from left to right."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from translator.report.content import FileReport

ROW, COLUMN, WIDTH, HEIGHT = 34, 300, 230, 24
SHOWN = 29
"""Characters of a name that fit into its box."""


@dataclass(frozen=True)
class Node:
    """A program or a data set, at its place."""

    name: str
    kind: Literal["program", "data"]
    x: int
    y: int

    @property
    def label(self) -> str:
        return self.name if len(self.name) <= SHOWN else "…" + self.name[-SHOWN + 1 :]


@dataclass(frozen=True)
class Picture:
    """Nodes, the curves between them with the nodes at their ends, for an SVG of a certain size."""

    nodes: tuple[Node, ...]
    paths: tuple[tuple[str, str], ...]
    width: int
    height: int


def picture(files: Sequence[FileReport]) -> Picture | None:
    """The picture; None where no program reads or writes data that are known."""
    edges: set[tuple[str, str]] = set()
    programs: set[str] = set()
    for file in files:
        folder = posixpath.dirname(file.source)
        inputs, outputs = ({_place(folder, e["path"]) for e in file.entry[role]} for role in ("inputs", "outputs"))
        if inputs or outputs:
            programs.add("p:" + file.source)
        edges |= {("d:" + path, "p:" + file.source) for path in inputs - outputs}
        edges |= {("p:" + file.source, "d:" + path) for path in outputs}
    if not edges:
        return None
    layers = _layers(edges, programs)
    rows: dict[int, int] = {}
    nodes: dict[str, Node] = {}
    for name in sorted(layers, key=lambda n: (layers[n], n[2:])):
        layer = layers[name]
        row = rows.get(layer, 0)
        rows[layer] = row + 1
        nodes[name] = Node(name[2:], "program" if name[0] == "p" else "data", 8 + layer * COLUMN, 8 + row * ROW)
    places = {name: f"node{place}" for place, name in enumerate(nodes)}
    paths = tuple((_curve(nodes[a], nodes[b]), f"{places[a]} {places[b]}") for a, b in sorted(edges))
    return Picture(tuple(nodes.values()), paths, 16 + max(layers.values()) * COLUMN + WIDTH, 16 + max(rows.values()) * ROW)


def _place(folder: str, path: str) -> str:
    """A data path as seen from the top, if it is relative to the program's folder."""
    return path if "://" in path else posixpath.normpath(posixpath.join(folder, path))


def _layers(edges: set[tuple[str, str]], programs: set[str]) -> dict[str, int]:
    """The layer of each node: right of all that leads to it, as far as cycles allow."""
    names = {name for edge in edges for name in edge} | programs
    layers = dict.fromkeys(names, 0)
    for _ in range(min(len(names), 40)):
        changed = False
        for a, b in edges:
            if layers[b] < layers[a] + 1 <= 12:
                layers[b], changed = layers[a] + 1, True
        if not changed:
            break
    return layers


def _curve(a: Node, b: Node) -> str:
    x1, y1, x2, y2 = a.x + WIDTH, a.y + HEIGHT // 2, b.x, b.y + HEIGHT // 2
    middle = (x1 + x2) // 2
    return f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"
