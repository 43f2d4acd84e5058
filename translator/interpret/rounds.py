"""Tests that a loop over known items decides anew in every round: ``if df[column].dtype == "object":``.

What such a test says of a frame is known for each item, and Spark has no such frame to ask. So where
its text does not come out the same for all items, the output asks whether the item is one of those
for which it is true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import libcst as cst

from translator.emission import layout
from translator.emission.emit import Code, binary, literal, name
from translator.frames.values import Const, Value
from translator.interpret import bridges
from translator.interpret.run import Run

Item = str | int


@dataclass
class Tested:
    """A test, the forms that it had, and by loop variable its answer for each item."""

    node: cst.BaseExpression
    forms: dict[str, Code] = field(default_factory=dict)
    answers: dict[str, dict[Item, bool] | None] = field(default_factory=dict)


@dataclass
class Rounds:
    """The innermost loop over known items that is being interpreted."""

    variables: Sequence[str]
    tests: dict[int, Tested] = field(default_factory=dict)
    open: set[int] = field(default_factory=set)
    """Tests that are not decided in some round."""

    def undecided(self, node: cst.BaseExpression) -> None:
        self.open.add(id(node))

    def decided(self, run: Run, node: cst.BaseExpression, value: Value, truth: bool) -> None:
        """Note the answer that a test has in this round."""
        tested = self.tests.setdefault(id(node), Tested(node))
        code = bridges.escape(run, node, value).code
        tested.forms[layout.flat(code)] = code
        for text in self.variables:
            binding = run.env.names.get(text)
            item = binding.value.value if binding is not None and isinstance(binding.value, Const) else None
            answers = tested.answers.setdefault(text, {})
            plain = type(item) in (str, int)
            if answers is None or not plain or answers.setdefault(item, truth) != truth:  # type: ignore[arg-type]
                tested.answers[text] = None

    def write(self, run: Run) -> None:
        """Put every test in the form that serves all rounds; one that has none is a conflict of the rounds."""
        for key, tested in self.tests.items():
            written = layout.flat(run.original(tested.node))
            as_before = tested.forms.keys() == {written}
            code = tested.forms[written] if as_before else _membership(tested)
            if key in self.open and as_before and _is_unchanged(run, tested.node):
                continue
            if code is None or key in self.open:
                run.conflicts.add((run.cell.index, run.cell.source.span(tested.node)[0]))
            else:
                run.replace_node(tested.node, code)


def _is_unchanged(run: Run, node: cst.BaseExpression) -> bool:
    """Whether the rounds that do not decide a test leave its text as it is."""
    start, end = run.cell.source.outer_span(node)
    return all(edit.text == run.cell.source.text[edit.start : edit.end] for edit in run.cell.edits.inside(start, end))


def _membership(tested: Tested) -> Code | None:
    """Whether the loop variable is among the items for which the test is true."""
    by_names_first = sorted(tested.answers.items(), key=lambda answer: not _is_by_name(answer[1]))
    for text, answers in by_names_first:
        if answers is not None:
            chosen = [item for item, truth in answers.items() if truth]
            others = [item for item, truth in answers.items() if not truth]
            if len(others) < len(chosen):
                return _is_among(name(text), others, negated=True)
            return _is_among(name(text), chosen, negated=False)
    return None


def _is_by_name(answers: dict[Item, bool] | None) -> bool:
    return answers is not None and all(isinstance(item, str) for item in answers)


def _is_among(variable: Code, items: Sequence[Item], negated: bool) -> Code:
    if len(items) == 1:
        return variable != literal(items[0]) if negated else variable == literal(items[0])
    return binary("not in" if negated else "in", variable, literal(list(items)))
