"""Files that the program writes: what lies there now says nothing of what it reads from them later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

import libcst as cst

from translator.context import current
from translator.evidence import rehearsed
from translator.frames.handles import SERVERS, Database, Server, handle_of
from translator.frames.values import Const, Value
from translator.inputs.places import likely_path
from translator.interpret import as_files, parked_models
from translator.interpret.run import Run

WRITERS = frozenset({"to_csv", "to_excel", "to_feather", "to_hdf", "to_json", "to_orc", "to_parquet", "to_pickle",
                     "to_stata", "to_xml", "to_html", "to_markdown", "to_string", "to_latex",
                     "write_text", "write_bytes"})  # fmt: skip
OWN_PATH = ("write_text", "write_bytes")
PATH_NAMES = ("path_or_buf", "path", "excel_writer", "path_or_buffer", "buf")
COPIES = frozenset({"shutil.copy", "shutil.copy2", "shutil.copyfile", "shutil.move", "os.rename", "os.replace",
                    "urllib.request.urlretrieve", "numpy.savetxt"})  # fmt: skip
REMOVERS = frozenset({"os.remove", "os.unlink", "os.rename", "os.replace", "shutil.move", "shutil.rmtree", "os.removedirs"})
OWN_REMOVERS = frozenset({"unlink", "rename", "replace", "rmdir"})
"""Methods of a path after which nothing lies there."""
OWN_MOVERS = frozenset({"rename", "replace"})
OPENERS = frozenset({"open", "io.open", "codecs.open", "gzip.open", "bz2.open", "lzma.open", "tarfile.open", "zipfile.ZipFile",
                     "gzip.GzipFile", "fileinput.input"})  # fmt: skip
FOLDERS = {"shutil.copytree": 1, "shutil.unpack_archive": 1}
"""Functions that write into a folder, and which argument that is."""
READ_ONLY = ("read", "load", "open", "scan", "parse", "exists")
"""How functions begin that only read the file whose path they are given."""
WRITING = ("download", "dump", "export", "extract", "fetch", "retrieve", "save", "write")
"""What is in the names of methods that write to a path."""


def written_by_method(method: str, receiver: Value, args: Sequence[Value], kwargs: Mapping[str, Value]) -> str | None:
    """The known path that a writer of pandas, or a path itself, writes to."""
    if method == "open":
        is_path = isinstance(likely_path(receiver), PurePath)
        return _key(receiver) if is_path and _writes(kwargs.get("mode", next(iter(args), None))) else None
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
    in_place = function == "fileinput.input" and "inplace" in kwargs
    if function not in OPENERS or not (in_place or _writes(kwargs.get("mode", args[1] if len(args) > 1 else None))):
        return None
    return _key(next(iter(args), None))


def note_opened(function: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> None:
    """Note the file that a function of Python's own opens to write."""
    opened = written_by_function(function, args, kwargs)
    if opened is not None:
        if not parked_models.is_one(current().files.get(opened)):  # of which what is pickled next may be the like
            current().files[opened] = "opened"
        current().changes(opened)


def _writes(mode: Value | None) -> bool:
    text = getattr(mode, "value", "r")
    return isinstance(text, str) and bool(set("wax+") & set(text))


def note_function(function: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> None:
    """Note what a function, which stays as it is, does to the files that it is given."""
    copied = written_by_function(function, args, kwargs)
    gone = _key(args[0]) if function in REMOVERS and args else None
    filled = _key(args[FOLDERS[function]]) if function in FOLDERS and len(args) > FOLDERS[function] else None
    for changed in filter(None, (copied, gone, filled)):
        current().changes(changed)
    if copied is not None:
        current().files[copied] = "copied"
    if function in as_files.COMMANDS:
        for word in as_files.words([*args, *kwargs.values()]):
            current().changes(current().key(word))


def note_unknown(function: cst.BaseExpression, values: Iterable[Value]) -> None:
    """Note that the files at these paths may be written by a function that is not followed."""
    if not isinstance(function, cst.Name) or not function.value.startswith(READ_ONLY):
        _note_paths(values)


def _note_paths(values: Iterable[Value]) -> None:
    for key in map(_key, values):
        if key not in (None, "."):
            current().changes(str(key))


def note_method(method: str, receiver: Value, args: Sequence[Value], kwargs: Mapping[str, Value]) -> None:
    """Note what a method moves to other paths, unpacks, or saves in places that it is given."""
    if isinstance(likely_path(receiver), PurePath):
        if method in OWN_REMOVERS and (key := _key(receiver)) is not None:
            current().changes(key)
        if method in OWN_MOVERS and args and (key := _key(args[0])) is not None:
            current().changes(key)
            current().files[key] = "copied"
    elif method == "extractall":
        folder = kwargs.get("path", next(iter(args), None))
        current().changes("." if folder is None else _key(folder) or ".")
    elif method not in WRITERS and any(word in method for word in WRITING):
        _note_paths([*args, *kwargs.values()])


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
