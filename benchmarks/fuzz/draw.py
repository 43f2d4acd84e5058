"""Fills the templates of the grammar from what the variables of the program hold by now.

A slot stands between ‹ and ›: alternatives (``‹+¦-¦*›``), a symbol of the grammar (``‹number›``,
``‹number 0›`` with a depth), something taken from the frame at hand (``‹f›``, ``‹col text›``,
``‹label number›``, ``‹labels›``, ``‹value a›``), a binding (``‹a=label text›``) or a bound name
(``‹a›``). ``‹label@g›`` takes from the frame bound to g.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from benchmarks.fuzz.data import written

OPEN, CLOSE, OR = "‹›¦"
WIDEST, LONGEST = 14, 16
"""Frames that are larger are not built upon."""
Table = Sequence[tuple[int, str]]


class Dead(Exception):
    """Nothing in the program suits what was drawn."""


def rules(text: str) -> Table:
    """The alternatives of a symbol: one a line, its weight first; ``⏎`` is a line break of the code."""
    lines = [line.strip().split(" ", 1) for line in text.strip().splitlines()]
    return [(int(weight), code.strip().replace("⏎", "\n")) for weight, code in lines]


class Draw:
    """Random choices, and the variables of the program as it has run so far."""

    def __init__(
        self, rng: random.Random, names: dict[str, Any], grammar: Mapping[str, Table], leaves: Mapping[str, str]
    ) -> None:
        self.rng, self.names, self.grammar, self.leaves = rng, names, grammar, leaves

    def statement(self) -> str:
        """A statement of the program."""
        return self.expand("statement", {"f": self.frame()}, 3)

    def expand(self, symbol: str, bound: dict[str, str], depth: int) -> str:
        """Code for a symbol; symbols with a leaf end there when the depth is used up."""
        if symbol in self.leaves and (depth <= 0 or self.rng.random() < 0.28):
            return self.fill(self.leaves[symbol], {"f": bound["f"]}, 0)
        table = self.grammar[symbol]
        template = self.rng.choices([code for _, code in table], [weight for weight, _ in table])[0]
        return self.fill(template, {"f": bound["f"]}, depth - (symbol in self.leaves))

    def fill(self, template: str, bound: dict[str, str], depth: int) -> str:
        """Replace the slots of a template from left to right."""
        out, rest = "", template
        while OPEN in rest:
            before, rest = rest.split(OPEN, 1)
            slot, rest = closed(rest)
            out += before + self.slot(slot, bound, depth)
        return out + rest

    def slot(self, slot: str, bound: dict[str, str], depth: int) -> str:
        alternatives = split(slot)
        if len(alternatives) > 1:
            return self.fill(self.rng.choice(alternatives), bound, depth)
        if "=" in slot and slot.split("=")[0].isidentifier():
            name, inner = slot.split("=", 1)
            bound[name] = self.slot(inner, bound, depth)
            return bound[name]
        if slot in bound:
            return bound[slot]
        if not slot:
            return ""
        word, *options = slot.split()
        if word in self.grammar:
            limit = int(options[0]) if options else depth
            return self.expand(word, bound, min(limit, depth))
        return self.taken(word, options, bound)

    def taken(self, word: str, options: list[str], bound: dict[str, str]) -> str:
        """Something that the variables offer."""
        word, _, where = word.partition("@")
        frame = bound[where or "f"]
        if word == "frame":
            return self.frame()
        if word == "series":
            return self.of(self.held(pd.Series))
        if word == "new":
            return self.new(options[0])
        if word == "value":
            return self.value(frame, bound[options[0]])
        if word == "values":
            return ", ".join(self.some(self.values(frame, bound[options[0]]), 3))
        if word == "on":
            return self.common(frame, bound["g"])
        labels = self.labels(frame, *options)
        if word == "label":
            return repr(self.of(labels))
        if word == "bare":
            return self.of([c for c in labels if c.isidentifier()])
        if word == "labels":
            return repr(self.some(labels))
        if word == "all":
            return repr(labels)
        if word == "keys":
            chosen = self.some(labels, 2)
            return repr(chosen[0] if len(chosen) == 1 and self.rng.random() < 0.8 else chosen)
        if word == "captured":
            return self.captured(frame)
        if word == "col":
            return column(frame, self.of(labels), self.rng)
        raise KeyError(word)

    def of(self, choices: Sequence[Any]) -> Any:
        if not choices:
            raise Dead
        return self.rng.choice(choices)

    def some(self, choices: Sequence[Any], most: int = 3) -> list[Any]:
        if not choices:
            raise Dead
        return self.rng.sample(choices, self.rng.randint(1, min(most, len(choices))))

    def held(self, kind: type) -> list[str]:
        """The variables that hold such an object, the latest last."""
        found = [n for n, v in self.names.items() if type(v) is kind and not n.startswith("_")]
        return [n for n in found if len(self.names[n]) <= LONGEST]

    def frame(self) -> str:
        """A frame variable, rather a recent one."""
        fit = [n for n in self.held(pd.DataFrame) if usable(self.names[n])]
        if not fit:
            raise Dead
        return self.rng.choices(fit, range(1, len(fit) + 1))[0]

    def captured(self, frame: str) -> str:
        """A Series variable with the same labels as a frame."""
        index = self.names[frame].index
        return str(self.of([s for s in self.held(pd.Series) if self.names[s].index.equals(index)]))

    def labels(self, frame: str, *kinds: str) -> list[str]:
        """The columns of a frame that hold such values."""
        value = self.names[frame]
        return [c for c in value.columns if isinstance(c, str) and (not kinds or kind_of(value[c]) in kinds)]

    def common(self, left: str, right: str) -> str:
        """Columns to join on, as one writes them."""
        shared = [c for c in self.labels(left) if c in self.labels(right)]
        chosen = self.some(shared, 2)
        return repr(chosen[0] if len(chosen) == 1 else chosen)

    def values(self, frame: str, label: str) -> list[str]:
        """Values that occur in a column (its label as it is written), as they are written."""
        values = self.names[frame][eval(label)]
        found = values.dropna().unique().tolist()[:8]
        return [written(v) for v in found if not isinstance(v, (list, tuple, dict, set)) and not is_computed(v)]

    def value(self, frame: str, label: str) -> str:
        """A constant to compare a column with; mostly one that occurs."""
        found = self.values(frame, label)
        if found and self.rng.random() < 0.85:
            return str(self.of(found))
        kind = kind_of(self.names[frame][eval(label)])
        others = {
            "number": ("0", "1", "2.5", "-1", "3"), "text": ("'a'", "'b'", "''", "'zz'", "'é'"),
            "time": ("pd.Timestamp('2024-01-31')", "'2024-01-01'"), "bool": ("True", "False"),
        }  # fmt: skip
        return str(self.of(others.get(kind, ("0",))))

    def new(self, start: str) -> str:
        """A variable name: mostly a new one, sometimes one that is overwritten."""
        taken = [n for n in self.names if n.startswith(start) and n[len(start) :].isdigit()]
        if taken and self.rng.random() < 0.15:
            return str(self.of(taken))
        return f"{start}{len(taken) + 1}"


def is_computed(value: Any) -> bool:
    """Whether a number has more digits than anybody writes; engines differ in the last ones."""
    return isinstance(value, float) and len(repr(value).strip("-0.").split("e")[0]) > 8


def closed(text: str) -> tuple[str, str]:
    """The text up to the mark that closes the slot, and the rest."""
    depth = 1
    for place, character in enumerate(text):
        depth += (character == OPEN) - (character == CLOSE)
        if not depth:
            return text[:place], text[place + 1 :]
    raise ValueError(f"a slot is not closed: {text}")


def split(slot: str) -> list[str]:
    """The alternatives of a slot; those of slots within it stay together."""
    parts, depth = [""], 0
    for character in slot:
        depth += (character == OPEN) - (character == CLOSE)
        if character == OR and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def usable(frame: pd.DataFrame) -> bool:
    """Whether a frame is of a handy size and its columns have simple, different labels."""
    return 0 < frame.shape[1] <= WIDEST and frame.columns.nlevels == 1 and frame.columns.is_unique


def kind_of(values: Any) -> str:
    """What a column holds: number, text, time, span, bool or other."""
    if not isinstance(values, pd.Series):
        return "other"
    dtype = values.dtype
    for test, kind in (
        (pd.api.types.is_bool_dtype, "bool"), (pd.api.types.is_numeric_dtype, "number"),
        (pd.api.types.is_datetime64_any_dtype, "time"), (pd.api.types.is_timedelta64_dtype, "span"),
    ):  # fmt: skip
        if test(dtype):
            return kind
    present = values.dropna()
    if all(isinstance(v, bool) for v in present) and len(present):
        return "bool"
    return "text" if all(isinstance(v, str) for v in present) else "other"


def column(frame: str, label: str, rng: random.Random) -> str:
    """A column of a frame as an expression."""
    plain = label.isidentifier() and not hasattr(pd.DataFrame, label)
    return f"{frame}.{label}" if plain and rng.random() < 0.2 else f"{frame}[{label!r}]"
