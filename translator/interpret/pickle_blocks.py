"""``with open(...) as f: pickle.dump(df, f)`` and ``pickle.load(f)``: one statement in place of the block."""

from __future__ import annotations

import libcst as cst

from translator.context import CallSite
from translator.diagnostics import Decline
from translator.emission import layout
from translator.emission.emit import needs
from translator.frames.values import Frame, Module, Value
from translator.interpret import application, expressions, statements
from translator.interpret.run import Run


def pickle_block(run: Run, node: cst.With) -> bool:
    """The block that pickles one frame into a file, or loads one, as a single statement.

    True when the block was replaced.
    """
    opened = _opened_path(run, node)
    if opened is None or run.pandas_only:
        return False
    path_node, handle = opened
    body = node.body.body
    if len(body) != 1 or not isinstance(body[0], cst.SimpleStatementLine) or len(body[0].body) != 1:
        return False
    small = body[0].body[0]
    call = small.value if isinstance(small, (cst.Expr, cst.Assign)) else None
    if not isinstance(call, cst.Call) or not isinstance(call.func, (cst.Attribute, cst.Name)):
        return False
    function = expressions.evaluate(run, call.func)
    if not isinstance(function, Module) or not any(_is_name(a.value, handle) for a in call.args):
        return False
    path = expressions.evaluate(run, path_node)
    site = CallSite(run.origin(call), function.name, run.original(call))
    with run.context.at(site):
        try:
            if function.name in ("pickle.dump", "joblib.dump") and isinstance(small, cst.Expr):
                value = expressions.evaluate(run, call.args[0].value)
                if not isinstance(value, Frame):
                    return False
                result = application.apply(function.name, [value, path], {}, site)
                _replace_block(run, node, "", result)
                run.record(call, function.name, "native", site)
                return True
            if function.name in ("pickle.load", "joblib.load") and isinstance(small, cst.Assign) and len(small.targets) == 1:
                target = small.targets[0].target
                if not isinstance(target, cst.Name):
                    return False
                result = application.apply(function.name, [path], {}, site)
                if not isinstance(result, Frame):
                    return False
                _replace_block(run, node, target.value, result)
                run.record(call, function.name, "native", site)
                statements.bind_variable(run, target.value, result)
                return True
        except Decline as decline:
            run.diagnose(call, decline.code, f"{function.name}: {decline.message}", decline.hint, function.name)
    return False


def _is_name(node: cst.BaseExpression, text: str) -> bool:
    return isinstance(node, cst.Name) and node.value == text


def _opened_path(run: Run, node: cst.With) -> tuple[cst.BaseExpression, str] | None:
    if len(node.items) != 1 or node.items[0].asname is None:
        return None
    item, handle = node.items[0].item, node.items[0].asname.name
    if not isinstance(item, cst.Call) or not isinstance(handle, cst.Name) or not _is_name(item.func, "open"):
        return None
    if not item.args or item.args[0].keyword is not None or run.env.lookup("open") is not None:
        return None
    return item.args[0].value, handle.value


def _replace_block(run: Run, node: cst.With, target: str, result: Value) -> None:
    start, end = run.cell.source.span(node)
    body_end = run.cell.source.span(node.body.body[-1])[1]
    indent = run.cell.source.indent_of(start)
    prefix = f"{target} = " if target else ""
    text = prefix + layout.render(result.code, indent, len(prefix))
    run.edit(start, max(end, body_end) if end <= body_end else body_end, text, needs(result.code))
