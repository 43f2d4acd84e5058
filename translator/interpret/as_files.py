"""Notes what programs look for, list, copy, remove, read and write as files; see `inputs.sightings`."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

import libcst as cst

from translator.context import current
from translator.evidence import specimens
from translator.frames.values import Elements, Frame, Local, Value
from translator.inputs.parquet_files import ParquetProbe
from translator.inputs.places import DUMPERS, LOADERS, likely_path
from translator.inputs.sightings import ANY
from translator.interpret import path_patterns, paths
from translator.interpret.definitions import Definition
from translator.interpret.run import Run

PATTERNS = frozenset({"glob.glob", "glob.iglob"})
FOLDERS = frozenset({"os.listdir", "os.walk", "os.scandir", "os.rename", "os.replace", "shutil.copytree", "shutil.make_archive",
                     "shutil.move", "shutil.rmtree"})  # fmt: skip
"""Functions that take a folder for everything in it."""
OWN_PATTERNS = frozenset({"glob", "rglob"})
OWN_FOLDERS = frozenset({"iterdir", "walk", "rename", "replace"})
OWN_FILES = frozenset({"exists", "is_file", "lstat", "open", "read_bytes", "samefile", "stat", "unlink", "write_bytes"})
OF_FILES = ("os.", "shutil.", "glob.", "pathlib.", "tarfile.", "zipfile.")
"""How functions begin whose texts are paths."""
OF_NAMES = frozenset({"glob.glob", "glob.iglob", "os.listdir", "os.makedirs", "os.mkdir", "os.path.exists", "os.path.lexists",
                      "os.rename", "os.replace", "shutil.move", "shutil.rmtree", "shutil.copytree"})  # fmt: skip
"""Functions to which a folder is as good as a file."""
OWN_OF_NAMES = frozenset({"exists", "iterdir", "rename", "replace"})
MEASURES = frozenset({"os.path.isfile", "os.path.isdir", "os.path.getsize", "os.stat", "os.walk", "pandas.read_parquet"})
"""Functions to which it is not."""
READING = frozenset({"os.walk", "pandas.read_parquet"})
"""Those of them for which it matters what lies in a folder."""
OWN_MEASURES = frozenset({"is_dir", "is_file", "stat"})
COMMANDS = frozenset({"os.system", "os.popen", "subprocess.run", "subprocess.call", "subprocess.check_call",
                      "subprocess.check_output", "subprocess.getoutput", "subprocess.Popen"})  # fmt: skip
PICKLERS = {**dict.fromkeys(LOADERS, 0), **dict.fromkeys(DUMPERS, 1), "DataFrame.to_pickle": 0}
"""Functions that load or write pickles, and which argument says where."""
PICKLING = frozenset(function.rpartition(".")[2] for function in PICKLERS)
"""What they are called, whatever they are members of."""
PLACES = frozenset({"filepath_or_buffer", "file", "filename", "path"})
TELLING = frozenset({"critical", "debug", "error", "exception", "info", "log", "warn", "warning",
                     "get", "append", "add_argument"})  # fmt: skip
"""Methods of objects that are not followed which only tell or keep a path."""


def note_function(function: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> None:
    """Note the paths that a function, which stays as it is, is given."""
    if paths.is_computed_by(function):
        return
    for path in _paths([*args, *kwargs.values()]):
        if function.startswith(OF_FILES) or _is_place(path):
            _note(path, function in PATTERNS, function in FOLDERS, function in OF_NAMES)
    if function in COMMANDS:
        for word in words([*args, *kwargs.values()]):
            _note(word, is_folder=word != ".")
    if function in PATTERNS and "root_dir" in kwargs:
        current().looked_at.add("*")


def note_method(receiver: Value, method: str, args: Sequence[Value]) -> None:
    """Note the path whose method is called, or that is handed to an archive or a store."""
    own = likely_path(receiver)
    if isinstance(own, PurePath) and method in OWN_PATTERNS:
        for pattern in _paths(args):
            _note(own / ("**" if method == "rglob" else "") / pattern, is_pattern=True, of_names=True)
    elif isinstance(own, PurePath) and method in OWN_FOLDERS | OWN_FILES:
        _note(own, is_folder=method in OWN_FOLDERS, of_names=method in OWN_OF_NAMES)
    elif isinstance(receiver, Local) and method not in TELLING:
        for path in filter(_is_place, _paths(args)):
            _note(path)


def note_measured(run: Run, place: cst.BaseExpression, inside: bool = True) -> None:
    """Note that a program looks at what lies at a path itself, or (`inside`) reads what lies there in its order."""
    patterns = path_patterns.of(run, place)
    found = {current().key(pattern) for pattern in (*patterns, *(f"{pattern}/*" for pattern in patterns if inside))}
    current().looked_at.update(found)
    current().opened.update(found)


def note_pickle(key: str) -> None:
    """Note that pandas writes a pickle."""
    current().looked_at.add(glob.escape(key))


def note_opened(run: Run, node: cst.Call, function: str, known: Mapping[cst.BaseExpression, Value]) -> None:
    """Note what a function, which stays as it is, loads, writes or looks at; it may be anything that the path allows.

    Args:
        known: values of arguments.
    """
    if function in MEASURES and node.args:
        note_measured(run, node.args[0].value, inside=function in READING)
    if function not in PICKLERS or run.serving is not None and run.following[-1:] == [run.serving]:
        return
    place = _place(node, PICKLERS[function])
    value = known.get(place) if place is not None else None
    path = None if value is None else path_patterns.path_of(value)
    patterns = {ANY} if place is None else {glob.escape(path)} if path is not None else path_patterns.of(run, place)
    current().looked_at.update(map(current().key, patterns))


def _place(node: cst.Call, position: int) -> cst.BaseExpression | None:
    """The argument that says where."""
    named = [arg.value for arg in node.args if arg.keyword is not None and arg.keyword.value in PLACES]
    listed = [arg.value for arg in node.args if arg.keyword is None]
    return next(iter([*named, *listed[position : position + 1]]), None)


def note_calls(run: Run, function: Definition, known: Mapping[str, Value]) -> None:
    """Note the pickles that a function loads and writes when code calls it that is not followed.

    Args:
        known: its arguments, as far as they are known.
    """
    paths_ = {text: path_patterns.path_of(value) for text, value in known.items()}
    current().looked_at.update(map(current().key, path_patterns.in_function(run, function, paths_, _place_of_pickle)))


def _place_of_pickle(node: cst.Call) -> cst.BaseExpression | None:
    """Where a call loads or writes a pickle, by the name of what is called."""
    named = node.func.attr if isinstance(node.func, cst.Attribute) else node.func
    text = named.value if isinstance(named, cst.Name) else ""
    positions = [position for function, position in PICKLERS.items() if function.endswith(f".{text}")]
    return _place(node, positions[0]) if positions else None


def note_read_and_written(run: Run) -> None:
    """Note the files that the program reads and writes as such."""
    context = current()
    kinds = [kind for state in run.documents.values() for found in (state.inputs, state.outputs) for kind in found.items()]
    paths_ = [context.key(path) for path, kind in kinds if kind not in ("delta", "jdbc")]
    written = [glob.escape(key) for key, fact in context.files.items() if not isinstance(fact, (Frame, ParquetProbe))]
    context.looked_at.update(written, map(glob.escape, [*paths_, *context.folders]))
    context.opened.update(written)  # what else writes there does not expect a folder


def is_builtin(run: Run, node: cst.Call) -> bool:
    """Whether a call is one of a function of Python's own."""
    return isinstance(node.func, cst.Name) and run.env.lookup(node.func.value) is None


def note_call(run: Run, node: cst.Call, values: Iterable[Value]) -> None:
    """Note the paths that are given to code which is not followed; of Python's own functions only ``open`` opens files."""
    if not is_builtin(run, node) or node.func.value == "open":  # type: ignore[attr-defined]
        for path in filter(_is_place, _paths(values)):
            _note(path)


def _is_place(path: str | PurePath) -> bool:
    """Whether a text is likely to be a path, and not any word."""
    return isinstance(path, PurePath) or "/" in path or "." in path


def _paths(values: Iterable[Value]) -> list[str | PurePath]:
    return [path for value in values if (path := likely_path(value)) is not None]


def words(values: Iterable[Value]) -> Iterator[str]:
    """The words of a command, which is a text or a list."""
    for value in values:
        if isinstance(value, Elements):
            yield from words(value.items)
        elif (known := specimens.specimen_of(value)) is not None:
            texts = known.value if isinstance(known.value, (list, tuple)) else [known.value]
            yield from (word for text in texts if isinstance(text, (str, PurePath)) for word in str(text).split())


def _note(path: str | PurePath, is_pattern: bool = False, is_folder: bool = False, of_names: bool = False) -> None:
    """Note a path or pattern; `of_names` where only names are asked for, which folders have as well as files."""
    key = current().key(str(path))
    pattern = key if is_pattern else glob.escape(key)
    found = {pattern.replace("**/", "*")}
    if is_folder:
        found.add("*" if key == "." else f"{pattern}/*")
    current().looked_at.update(found)
    if not of_names or "**" in pattern:
        current().opened.update(found)
