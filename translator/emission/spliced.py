"""Text of the program around emitted code, which knows how its lines are broken."""

from __future__ import annotations

from dataclasses import dataclass

from translator.emission.emit import Code, Raw, fields


class Spliced(Raw):
    """Text of the original source with emitted code in it, and the same as code, by which long lines are broken."""

    def __init__(self, text: str, precedence: int, needs: frozenset[str], broken: Code) -> None:
        super().__init__(text, precedence, needs)
        object.__setattr__(self, "_fields", (*fields(self), _Apart(broken)))


@dataclass(frozen=True)
class _Apart:
    """Code that is no part of the tree: the text beside it tells the same."""

    code: Code


def broken_form(code: Code) -> Code:
    """What stands for a code where its lines are broken."""
    return fields(code)[-1].code if isinstance(code, Spliced) else code
