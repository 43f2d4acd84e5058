"""What is true of a value that may be either of two: branches and loops meet here."""

from __future__ import annotations

from dataclasses import replace

from translator.frames.fields import Field, fresh, nones
from translator.frames.values import (
    LOST,
    Class,
    Collected,
    Column,
    Const,
    Elements,
    Frame,
    Function,
    Grouped,
    Instance,
    Labels,
    Local,
    Module,
    Scalar,
    Value,
    Windowed,
    is_spark,
)

WITHOUT_PANDAS_FORM = (Frame, Column, Labels, Grouped, Windowed, Collected, Class, Instance)
"""Values that a name cannot hold on one path and a driver-side object on the other."""


def same_shape(a: Field, b: Field) -> bool:
    return a.dtype == b.dtype and a.categories == b.categories


def _either_of(a: Field, b: Field) -> Field:
    return Field(a.dtype, a.nullable or b.nullable, categories=a.categories, none=nones((a, b)))


def join_frames(a: Frame, b: Frame) -> Frame | None:
    """What is known of a frame that may be either; None when one Spark frame cannot be both."""
    if a.tuples != b.tuples or list(a.fields) != list(b.fields) or list(a.physical) != list(b.physical):
        return None
    if a.index != b.index and not (a.index.is_default and b.index.is_default):
        return None
    if not all(same_shape(f, b.physical[c]) for c, f in a.physical.items()):
        return None
    if a.fields == b.fields and a.rows == b.rows and a.order == b.order and a.index == b.index:
        return replace(a, origins=a.origins | b.origins, optional=a.optional or b.optional)
    merged = {
        c: f if f == b.physical[c] else _either_of(f, b.physical[c]) for c, f in a.physical.items()
    }
    return replace(
        a,
        fields={c: merged[c] for c in a.fields},
        hidden={c: merged[c] for c in a.hidden},
        index=a.index if a.index == b.index else LOST,
        order=a.order if a.order == b.order else None,
        rows=a.rows if a.rows == b.rows else (fresh(),),
        origins=a.origins | b.origins,
        bounded=a.bounded and b.bounded,
        repeats=a.repeats or b.repeats,
        sorted=a.sorted and b.sorted,
        optional=a.optional or b.optional,
    )


def join(a: Value, b: Value) -> Value | None:
    """The least that is true of both values; None when no single representation serves.

    None means that one side lives in Spark and the other does not, or that the schemas differ;
    the interpreter then asks for the Spark side to be brought to the driver.
    """
    if a is b:
        return a
    match a, b:
        case Frame(), Frame():
            return join_frames(a, b)
        case (Frame() as there, Const(value=None)) | (Const(value=None), Frame() as there):
            return replace(there, optional=True)
        case Column(), Column():
            frame = join_frames(a.frame, b.frame)
            same = (a.dtype, a.shape, a.null_means, a.name, a.plain) == (b.dtype, b.shape, b.null_means, b.name, b.plain)
            if frame is None or not same or dict(a.refs) != dict(b.refs):
                return None
            return replace(a, frame=frame, nullable=a.nullable or b.nullable)
        case Instance(), Instance() if a.of is b.of and not a.attributes and not b.attributes:
            return a  # what its attributes hold is joined name by name
        case Collected(), Collected():
            each = join_frames(a.each, b.each)
            return None if each is None else replace(a, each=each)
        case Const(value=[]), Collected():
            return b
        case Collected(), Const(value=[]):
            return a
        case Class(), Class() if a.definition is b.definition:
            return a
        case Elements(), Elements() if is_spark(a) and is_spark(b):
            return _join_elements(a, b)
        case Elements(), _ if is_spark(a):
            return None
        case _, Elements() if is_spark(b):
            return None
        case _ if isinstance(a, WITHOUT_PANDAS_FORM) or isinstance(b, WITHOUT_PANDAS_FORM):
            return None
        case Const(), Const() if type(a.value) is type(b.value) and _equal(a.value, b.value):
            return a
        case Scalar(), Scalar():
            return a if a.dtype == b.dtype else Local(a.code)
        case Module(), Module() if a.name == b.name:
            return a
        case Function(), Function() if a.definition is b.definition and a.given == b.given and a.named == b.named:
            return a
        case Local(), Local():
            type_ = a.type if a.type == b.type else None
            model = a.model if a.model == b.model else None
            return replace(
                a, type=type_, was_spark=a.was_spark or b.was_spark, cause=a.cause or b.cause, specimen=None,
                likeness=None, model=model,
            )  # fmt: skip
    return Local(a.code, cause=next((value.cause for value in (a, b) if isinstance(value, Local)), None))


def _join_elements(a: Elements, b: Elements) -> Elements | None:
    """A list, tuple or dict with frames that may be either of two; None where they hold other objects."""
    keys = [getattr(k, "value", k) for k in a.keys], [getattr(k, "value", k) for k in b.keys]
    if a.kind != b.kind or len(a.items) != len(b.items) or keys[0] != keys[1] or a.refs != b.refs:
        return None
    items = [join(x, y) for x, y in zip(a.items, b.items, strict=True)]
    known = [item for item in items if item is not None]
    return replace(a, items=tuple(known)) if len(known) == len(items) else None


def _equal(a: object, b: object) -> bool:
    try:
        return bool(a == b)
    except Exception:  # constants may be arrays or pandas objects, whose truth value can raise
        return False
