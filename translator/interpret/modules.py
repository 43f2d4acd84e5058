"""Documents of a program that import each other: each is executed once, in its own names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import libcst as cst

from translator.emission.emit import Attribute, name
from translator.frames.values import Class, Const, Elements, Function, Instance, Local, Module, Value, is_spark
from translator.frames.variables import variable
from translator.interpret import classes, mutation, statements
from translator.interpret.run import DocumentState, Run


def execute(run: Run, document: DocumentState) -> None:
    """Interpret the statements of a document, unless that was begun before."""
    if document.begun or not document.cells:
        return
    document.begun = True
    with _inside(run, document):
        for state in document.cells:
            run.cell = state
            run.displayed = state.displayed
            statements.execute_body(run, state.source.module.body)


@contextmanager
def _inside(run: Run, document: DocumentState) -> Iterator[None]:
    """The run as if the document were the only one; what it was doing goes on afterwards."""
    run.leave()
    with run.scoped(
        env=document.env, cell=document.cells[0], pandas_only=document.on_spark, depth=0, unrolling=0, loop=None, repeats="",
        returns=[], outer_names={}, loop_exits=None, loop_breaks=[], effect_call=None, displayed=None, statement=None,
        statement_place=run.statement_place,
    ):  # fmt: skip
        try:
            yield
        finally:
            document.env = run.env


def find(run: Run, dotted: str, level: int = 0) -> DocumentState | None:
    """The document of the program that an import names, executed."""
    path = run.tree.resolve(dotted, level, run.cell.document.path)
    if path is None:
        return None
    document = run.documents[path]
    execute(run, document)
    return document


def import_from(run: Run, node: cst.ImportFrom) -> bool:
    """``from module import names`` of a document of the program; False for any other module."""
    dotted = (cst.helpers.get_full_name_for_node(node.module) or "") if node.module else ""
    level = len(node.relative)
    if not isinstance(node.names, cst.ImportStar):
        pairs = [_names(alias) for alias in node.names]
        submodules = {member: find(run, f"{dotted}.{member}".strip("."), level) for member, _ in pairs}
    else:
        pairs, submodules = [], {}
    document = find(run, dotted, level) if dotted or level else None
    if document is None and not any(submodules.values()):
        return False
    if isinstance(node.names, cst.ImportStar):
        assert document is not None
        pairs = [(text, text) for text in document.env.names if not text.startswith("_")]
    for member, text in pairs:
        submodule = submodules.get(member)
        if submodule is not None:
            run.env.bind(text, Module(name(text), scope=submodule), run.statement_place)
        else:
            _bind(run, text, document, member)
    return True


def _names(alias: cst.ImportAlias) -> tuple[str, str]:
    member = alias.name.value if isinstance(alias.name, cst.Name) else ""
    shown = alias.asname.name if alias.asname is not None else None
    return member, shown.value if isinstance(shown, cst.Name) else member


def _bind(run: Run, text: str, document: DocumentState | None, member: str) -> None:
    """Bind a name to an object of another document: the same object, held in two places."""
    binding = None if document is None else document.env.names.get(member)
    if document is None or binding is None:
        run.env.bind(text, Local(name(text), changes=True), run.statement_place)
        return
    if isinstance(binding.value, Class):
        run.env.bind(text, replace(binding.value, code=name(text)), binding.place, binding.ref)
        return
    if isinstance(binding.value, Instance):
        whole = _settings(run, document, member, binding.value)
        if whole is not None:
            run.env.bind(text, replace(whole, code=name(text)), binding.place, binding.ref)
            return
        classes.keep_pandas(run, binding.value, "another module has one of its objects too")
    if is_spark(binding.value):
        run.capture({binding.ref})
        run.env.bind(text, variable(binding.value, text), binding.place, binding.ref)
        return
    run.env.bind(text, replace(binding.value, code=name(text)), run.statement_place, binding.ref)


def import_module(run: Run, alias: cst.ImportAlias) -> bool:
    """``import package.module [as name]`` of a document of the program."""
    dotted = cst.helpers.get_full_name_for_node(alias.name) or ""
    document = find(run, dotted)
    if document is None:
        return False
    shown = alias.asname.name if alias.asname is not None else None
    if isinstance(shown, cst.Name):
        run.env.bind(shown.value, Module(name(shown.value), scope=document), run.statement_place)
    elif "." not in dotted:
        run.env.bind(dotted, Module(name(dotted), scope=document), run.statement_place)
    else:
        return False  # the package holds the module as an attribute
    return True


def member(run: Run, base: Module, text: str) -> Value:
    """``module.name`` of a document of the program."""
    document = base.scope
    assert isinstance(document, DocumentState)
    binding = document.env.names.get(text)
    code = Attribute(base.code, text)
    if binding is None:
        submodule = run.tree.resolve(text, 1, document.path)
        if submodule is None or document.path.name != "__init__.py":
            return Local(code, changes=True)
        execute(run, run.documents[submodule])
        return Module(code, scope=run.documents[submodule])
    match binding.value:
        case Const() | Function() | Module() | Local() | Class():
            return replace(binding.value, code=code)
        case Elements() if not is_spark(binding.value):
            return replace(binding.value, code=code)
        case Instance():
            whole = _settings(run, document, text, binding.value)
            if whole is not None:
                return replace(whole, code=code)
    if is_spark(binding.value):  # a change of it could not be seen in both places
        mutation.keep_binding(run, binding)
    return Local(code)


def _settings(run: Run, document: DocumentState, text: str, value: Instance) -> Instance | None:
    """An object of a module that never changes, as other modules see it; None for other objects."""
    whole = replace(value, held=None, attributes=document.env.attributes(text))
    return whole if classes.never_changes(run, whole) else None
