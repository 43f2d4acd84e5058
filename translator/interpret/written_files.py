"""Files that the program writes: what lies there now says nothing of what it reads from them later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from translator.context import current
from translator.evidence import rehearsed
from translator.frames.handles import SERVERS, Database, Server, handle_of
from translator.frames.values import Const, Value
from translator.inputs.places import likely_path
from translator.interpret import as_files
from translator.interpret.run import Run

WRITERS = frozenset({"to_csv", "to_excel", "to_feather", "to_hdf", "to_json", "to_orc", "to_parquet", "to_pickle",
                     "to_stata", "to_xml", "to_html", "write_text", "write_bytes"})  # fmt: skip
OWN_PATH = ("write_text", "write_bytes")
PATH_NAMES = ("path_or_buf", "path", "excel_writer", "path_or_buffer", "buf")
COPIES = frozenset({"shutil.copy", "shutil.copy2", "shutil.copyfile", "shutil.move", "os.rename", "os.replace",
                    "urllib.request.urlretrieve", "numpy.savetxt"})  # fmt: skip


REMOVERS = frozenset({"os.remove", "os.unlink", "os.rename", "os.replace", "shutil.move", "shutil.rmtree", "os.removedirs"})
OWN_REMOVERS = frozenset({"unlink", "rename", "replace", "rmdir"})
"""Methods of a path after which nothing lies there."""


def removed(function: str, receiver: Value | None, args: Sequence[Value]) -> str | None:
    """The known path from which a function, or a method of a path, takes away what lies there."""
    if receiver is not None:
        is_path = isinstance(likely_path(receiver), PurePath)
        return _key(receiver) if is_path and function in OWN_REMOVERS else None
    return _key(args[0]) if function in REMOVERS and args else None


def written_by_method(method: str, receiver: Value, args: Sequence[Value], kwargs: Mapping[str, Value]) -> str | None:
    """The known path that a writer of pandas, or a path itself, writes to."""
    if method not in WRITERS:
        return None
    if method in OWN_PATH:
        return _key(receiver)
    named = [kwargs[name] for name in PATH_NAMES if name in kwargs]
    return _key(next(iter([*named, *args]), None))


def written_by_function(function: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> str | None:
    """The known path that ``open(path, "w")`` is about to write, or that a file is copied to."""
    if function in COPIES:
        return _key(args[0 if function == "numpy.savetxt" else 1]) if len(args) > 1 else None
    mode = getattr(kwargs.get("mode", args[1] if len(args) > 1 else None), "value", "r")
    if function != "open" or not isinstance(mode, str) or not set("wax+") & set(mode):
        return None
    return _key(next(iter(args), None))


def note(
    run: Run, key: str, before: object, receiver: Value, method: str, args: Sequence[Value], kwargs: Mapping[str, Value]
) -> None:
    """Note what lies at a path after a writer: the rehearsed file where it is known, and written for sure.

    Args:
        before: what was noted there before the writer's rule had its say.
    """
    files = run.context.files
    sure = not run.env.forked and run.loop_exits is None
    one_file = files.get(key) in (before, "csv")
    rehearsal = rehearsed.written(method, receiver, args, kwargs, key) if sure and one_file else None
    if rehearsal is not None:
        files[key] = rehearsal
    elif files.get(key) is before or isinstance(files.get(key), rehearsed.Rehearsed):
        files[key] = "pandas"  # what lies on the disk now is not what will be read
        as_files.note_pickle(key)


def note_given(method: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> None:
    """Note what a method may write by the connections that it is given; of ``to_sql`` the table is known."""
    if method == "to_sql":
        named = {**dict(zip(("name", "con"), args, strict=False)), **kwargs}
        table, connection = named.get("name"), named.get("con")
        if isinstance(table, Const) and isinstance(table.value, str) and connection is not None:
            if isinstance(handle_of(connection), Server):
                current().changes(current().key(f"{SERVERS}/{table.value}"))
                return
    note_databases([*args, *kwargs.values()])


def note_databases(values: Iterable[Value]) -> None:
    """Note that code which may write has got hold of connections: their data say nothing from here on."""
    for value in values:
        handle = handle_of(value)
        if isinstance(handle, Database):
            current().files[current().key(handle.path)] = "database"
        if isinstance(handle, Server):
            current().changes(current().key(handle.path))


def _key(value: Value | None) -> str | None:
    path = None if value is None else likely_path(value)
    return None if path is None else current().key(str(path))
