"""Prints emitted code: parentheses by precedence, quotes by context, long lines broken."""

from __future__ import annotations

from collections.abc import Callable

from translator.emission import emit
from translator.emission.emit import (
    ATOM,
    COMPARE,
    OPEN,
    POWER,
    UNARY,
    WIDTH,
    Argument,
    Attribute,
    Binary,
    Call,
    Code,
    Comprehension,
    DictDisplay,
    Display,
    Item,
    Literal,
    Name,
    Raw,
    Unary,
    fields,
)
from translator.emission.reserved import shown
from translator.emission.spliced import broken_form

STEP = 4


def precedence(code: Code, bracketed: bool = False) -> int:
    """How strongly the code's outermost operator binds; `bracketed` tells that lines may break freely."""
    match code:
        case Binary():
            return emit.BINARY_PRECEDENCE[str(fields(code)[0])]
        case Unary():
            return emit.NOT if fields(code)[0] == "not " else UNARY
        case Raw():
            own, is_open = fields(code)[1], fields(code)[3]
            return OPEN if is_open and not bracketed else int(own)
        case Literal():
            value = fields(code)[0]
            negative = isinstance(value, (int, float)) and not isinstance(value, bool) and value < 0
            return UNARY if negative else ATOM
    return ATOM


def quoted(value: object, quote: str) -> str:
    """A literal's text; strings prefer `quote` so that they can stand inside an f-string."""
    if not isinstance(value, str):
        return repr(value)
    text = repr(value)
    inner = text[1:-1]
    if text[0] == quote or quote in inner.replace("\\" + quote, ""):
        return text
    return quote + inner.replace("\\'", "'").replace('\\"', '"') + quote


def flat(code: Code, quote: str = '"') -> str:
    """The code on one line."""
    match code:
        case Name():
            text, imported = fields(code)
            return shown(text) if imported and " " not in imported else str(text)
        case Raw():
            return str(fields(code)[0])
        case Literal():
            return quoted(fields(code)[0], quote)
        case Attribute():
            value, attribute = fields(code)
            return f"{_primary(value, quote)}.{attribute}"
        case Item():
            value, index = fields(code)
            text = flat(index, quote)
            if isinstance(index, Display) and text.startswith("(") and len(fields(index)[1]) > 1:
                text = text[1:-1]
            return f"{_primary(value, quote)}[{text}]"
        case Call():
            function, arguments = fields(code)
            inner = ", ".join(_flat_argument(a, quote) for a in arguments)
            return f"{_primary(function, quote)}({inner})"
        case Unary():
            operator, operand = fields(code)
            return str(operator) + _operand(operand, precedence(code), quote)
        case Binary():
            operator, left, right = fields(code)
            before, after = _sides(operator)
            return f"{_operand(left, before, quote)} {operator} {_operand(right, after, quote)}"
        case Display():
            brackets, items = fields(code)
            inner = ", ".join(_flat_argument(a, quote) for a in items)
            comma = "," if brackets == "()" and len(items) == 1 else ""
            return f"{brackets[0]}{inner}{comma}{brackets[1]}"
        case DictDisplay():
            pairs = (f"{flat(k, quote)}: {flat(v, quote)}" for k, v in fields(code)[0])
            return "{" + ", ".join(pairs) + "}"
        case Comprehension():
            opening, closing = _brackets(code)
            return opening + " ".join(_clauses(code, lambda part, before: flat(part, quote), quote)) + closing
    raise TypeError(f"cannot print {type(code).__name__}")


def _brackets(code: Comprehension) -> tuple[str, str]:
    return ("[", "]") if fields(code)[0] is None else ("{", "}")


def _clauses(code: Comprehension, text: Callable[[Code, int], str], quote: str = '"') -> list[str]:
    """The element, the ``for`` and the ``if`` of a comprehension; `text` prints a part."""
    key, value, targets, iterable, test = fields(code)
    element = "" if key is None else f"{flat(key, quote)}: "
    loop = f"for {targets} in "
    lines = [element + text(value, len(element)), loop + text(iterable, len(loop))]
    return lines if test is None else [*lines, f"if {flat(test, quote)}"]


def _sides(operator: str) -> tuple[int, int]:
    """The precedence that the left and right operand need to stand without parentheses."""
    own = emit.BINARY_PRECEDENCE[operator]
    if own == COMPARE:  # comparisons chain in Python, so a nested one always needs parentheses
        return own + 1, own + 1
    return (own + 1, own) if own == POWER else (own, own + 1)


def _operand(code: Code, least: int, quote: str) -> str:
    text = flat(code, quote)
    return text if precedence(code) >= least else f"({text})"


def _primary(code: Code, quote: str) -> str:
    text = flat(code, quote)
    number = isinstance(code, Literal) and isinstance(fields(code)[0], (int, float))
    return text if precedence(code) == ATOM and not number else f"({text})"


def _flat_argument(argument: Argument, quote: str) -> str:
    text = flat(argument.value, quote)
    if precedence(argument.value, bracketed=True) == 0:  # a tuple without its parentheses
        text = f"({text})"
    if argument.keyword:
        return f"{argument.keyword}={text}"
    return argument.star + text


def render(code: Code, indent: int = 0, before: int = 0, after: int = 0, quote: str = '"') -> str:
    """The code's text, broken over lines where one line would be too long.

    Args:
        indent: columns of the statement's own indentation; continuation lines stand deeper.
        before: characters already on the first line in front of the code.
        after: characters that follow the code on its last line.
    """
    text = flat(code, quote)
    if precedence(code) == OPEN:
        return f"({text})"
    if "\n" in text or indent + before + len(text) + after <= WIDTH:
        return text
    return _broken(code, indent, bracketed=False)


def _fit(code: Code, indent: int, before: int = 0, after: int = 1) -> str:
    text = flat(code)
    if "\n" in text or indent + before + len(text) + after <= WIDTH:
        return text
    return _broken(code, indent, bracketed=True)


def _broken(code: Code, indent: int, bracketed: bool) -> str:
    code = broken_form(code)
    links = _chain(code)
    if links is not None:
        return _broken_chain(*links, indent, bracketed)
    match code:
        case Call():
            function, arguments = fields(code)
            head = _primary(function, '"')
            return _broken_items(head + "(", arguments, ")", indent)
        case Display():
            brackets, items = fields(code)
            return _broken_items(brackets[0], items, brackets[1], indent)
        case DictDisplay():
            lines = (f"{flat(k)}: {_fit(v, indent + STEP, len(flat(k)) + 2)}" for k, v in fields(code)[0])
            return _block("{", list(lines), "}", indent)
        case Comprehension():
            deeper, (opening, closing) = indent + STEP, _brackets(code)
            clauses = _clauses(code, lambda part, before: _fit(part, deeper, before))
            return opening + "".join(f"\n{' ' * deeper}{line}" for line in clauses) + f"\n{' ' * indent}{closing}"
        case Binary():
            return _broken_binary(code, indent, bracketed)
        case Attribute():
            value, attribute = fields(code)
            return f"{_broken_primary(value, indent, bracketed)}.{attribute}"
        case Item():
            value, index = fields(code)
            inside = flat(Item(Name("x", ""), index))[1:]
            return f"{_broken_primary(value, indent, bracketed)}{inside}"
        case Unary():
            operator, operand = fields(code)
            if precedence(operand) >= precedence(code):
                return str(operator) + _broken(operand, indent, bracketed)
            inner = _broken(operand, indent + STEP, bracketed=True)
            return f"{operator}(\n{' ' * (indent + STEP)}{inner}\n{' ' * indent})"
    return flat(code)


def _broken_primary(code: Code, indent: int, bracketed: bool) -> str:
    weak = precedence(code, bracketed=True) < ATOM
    return _broken_operand(code, ATOM, indent) if weak else _broken(code, indent, bracketed)


def _broken_items(opening: str, items: tuple[Argument, ...], closing: str, indent: int) -> str:
    if len(items) == 1 and not items[0].keyword and isinstance(items[0].value, (Display, DictDisplay, Comprehension)):
        return opening + items[0].star + _broken(items[0].value, indent, bracketed=True) + closing
    inner = indent + STEP
    together = ", ".join(_flat_argument(a, '"') for a in items)
    if inner + len(together) <= WIDTH and "\n" not in together:
        return f"{opening}\n{' ' * inner}{together}\n{' ' * indent}{closing}"
    lines = []
    for item in items:
        prefix = f"{item.keyword}=" if item.keyword else item.star
        lines.append(prefix + _fit(item.value, inner, len(prefix)))
    return _block(opening, lines, closing, indent)


def _block(opening: str, lines: list[str], closing: str, indent: int) -> str:
    pad = " " * (indent + STEP)
    comma = "" if len(lines) == 1 and opening != "(" else ","
    body = ",\n".join(f"{pad}{line}" for line in lines)
    return f"{opening}\n{body}{comma}\n{' ' * indent}{closing}"


def _broken_binary(code: Code, indent: int, bracketed: bool) -> str:
    operator = fields(code)[0]
    inner = indent if bracketed else indent + STEP
    before, after = _sides(operator)
    parts: list[Code] = []
    while isinstance(code, Binary) and fields(code)[0] == operator and operator in "&|+":
        parts.append(fields(code)[2])
        code = fields(code)[1]
    if not parts:
        _, code, right = fields(code)
        parts.append(right)
    lines = [_broken_operand(code, before, inner)]
    lines += [f"{operator} {_broken_operand(p, after, inner)}" for p in reversed(parts)]
    text = f"\n{' ' * inner}".join(lines)
    return text if bracketed else _parenthesised(text, indent)


def _parenthesised(text: str, indent: int) -> str:
    return f"(\n{' ' * (indent + STEP)}{text}\n{' ' * indent})"


def _broken_operand(code: Code, least: int, indent: int) -> str:
    if precedence(code) >= least:
        return _fit(code, indent, 2)
    text = flat(code)
    if indent + len(text) + 4 <= WIDTH:
        return f"({text})"
    inner = _broken(code, indent + STEP, bracketed=True)
    return f"(\n{' ' * (indent + STEP)}{inner}\n{' ' * indent})"


def _chain(code: Code) -> tuple[Code, list[tuple[str, tuple[Argument, ...] | None]]] | None:
    """The root and links of ``root.a(...).b(...)`` when breaking before each call reads better."""
    links: list[tuple[str, tuple[Argument, ...] | None]] = []
    calls = 0
    while True:
        code = broken_form(code)
        match code:
            case Call() if isinstance(fields(code)[0], Attribute):
                value, attribute = fields(fields(code)[0])
                links.append((attribute, fields(code)[1]))
                calls += 1
                code = value
            case Attribute():
                value, attribute = fields(code)
                links.append((attribute, None))
                code = value
            case _:
                break
    links.reverse()
    if isinstance(code, Name) and flat(code) in {"F", "Window"}:
        # `F.when(...)` is one unit: the root of a chain of conditions
        first = links.pop(0) if links else None
        if first is None:
            return None
        code = Attribute(code, first[0])
        if first[1] is not None:
            code = Call(code, first[1])
            calls -= 1
    long_root = calls == 1 and len(flat(code)) > WIDTH // 2
    return (code, links) if calls >= 2 or long_root else None


def _broken_chain(
    root: Code, links: list[tuple[str, tuple[Argument, ...] | None]], indent: int, bracketed: bool
) -> str:
    inner = indent if bracketed else indent + STEP
    pad = " " * inner
    lines = [_fit(root, inner) if precedence(root) == ATOM else _broken_operand(root, ATOM, inner)]
    for attribute, arguments in links:
        if arguments is None:
            lines[-1] += f".{attribute}"
            continue
        together = f".{attribute}({', '.join(_flat_argument(a, chr(34)) for a in arguments)})"
        joins_root = len(lines) == 1 and lines[0].replace(".", "").isidentifier()
        column = inner + (len(lines[0]) if joins_root else 0)
        if column + len(together) > WIDTH:
            together = _broken_items(f".{attribute}(", arguments, ")", inner)
        if joins_root:
            lines[0] += together
        else:
            lines.append(together)
    body = f"\n{pad}".join(lines)
    return body if bracketed else f"(\n{pad}{body}\n{' ' * indent})"
