"""What binds the names of a module, from its syntax."""

from __future__ import annotations

import libcst as cst
import pytest

from translator.documents import syntax
from translator.documents.bindings import Bindings

PROGRAM = """
path = "a"
for name in names:
    use(name)
    with open(path) as file:
        load(file)
with open("b") as file, lock() as (held, _):
    read(file)

def f(folder, name):
    path = folder + name
    path += ".pkl"
    with open(path) as file:
        take(file, [part for part in parts])
    show(name)
    def g(folder):
        put(path, other)
    give(path)

path, n = "c", 1
end(path, n, name)
"""


BOUND = {
    "use": [["For"]], "load": [["WithItem"]], "read": [["WithItem"]], "take": [["WithItem"]], "show": [["Param"]],
    "give": [["Assign", "AugAssign"]], "put": [[], []],
    "end": [["Assign", "Assign", "Assign", "AugAssign"], ["Assign"], ["For"]],
}  # fmt: skip


@pytest.mark.parametrize("call", BOUND)
def test_what_binds_a_name_where_it_is_used(call: str) -> None:
    module = cst.parse_module(PROGRAM)
    bindings = Bindings.of(module)
    calls = {str(n.func.value): n for n in syntax.walk(module) if isinstance(n, cst.Call) and isinstance(n.func, cst.Name)}
    names = [arg.value for arg in calls[call].args if isinstance(arg.value, cst.Name)]
    assert [sorted(type(each).__name__ for each in bindings.reaching(name)) for name in names] == BOUND[call]
