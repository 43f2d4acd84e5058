"""Import statements: modules that rules know, those of the program, and other libraries."""

from __future__ import annotations

import libcst as cst

from translator.emission.emit import name
from translator.frames.values import Local, Module, Value
from translator.interpret import modules
from translator.interpret.run import Run

FOLLOWED_MODULES = ("pandas", "numpy", "pickle", "joblib", "os", "glob", "shutil", "math", "json", "pathlib",
                    "datetime", "io", "re", "IPython", "functools", "click", "hashlib", "string", "html", "unicodedata",
                    "textwrap", "base64", "urllib", "statistics", "itertools", "collections", "calendar",
                    "difflib", "sklearn", "zipfile", "tarfile", "gzip", "bz2", "lzma", "codecs",
                    "fileinput", "subprocess", "sqlite3", "sqlalchemy", "csv",
                    "psycopg2", "psycopg", "pymysql", "boto3", "s3fs")  # fmt: skip


def bind_imported(run: Run, node: cst.Import | cst.ImportFrom) -> None:
    """Bind the names of an import statement."""
    if isinstance(node, cst.Import):
        for alias in node.names:
            if modules.import_module(run, alias):
                continue
            qualified = cst.helpers.get_full_name_for_node(alias.name) or ""
            if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
                run.env.bind(alias.asname.name.value, _module(run, alias.asname.name.value, qualified), run.statement_place)
            else:
                top = qualified.split(".")[0]
                run.env.bind(top, _module(run, top, top), run.statement_place)
        return
    if modules.import_from(run, node) or isinstance(node.names, cst.ImportStar):
        return
    module = cst.helpers.get_full_name_for_node(node.module) if node.module else ""
    relative = bool(node.relative)
    for alias in node.names:
        member = alias.name.value if isinstance(alias.name, cst.Name) else ""
        text = alias.asname.name.value if alias.asname and isinstance(alias.asname.name, cst.Name) else member
        qualified = "" if relative else f"{module}.{member}"
        run.env.bind(text, _module(run, text, qualified), run.statement_place)


def _module(run: Run, text: str, qualified: str) -> Value:
    """A module or its member: one of those that rules know, of the program's own, or another library's."""
    top = qualified.split(".")[0]
    if top in FOLLOWED_MODULES:
        return Module(name(text), qualified)
    folder = run.cell.document.path.parent
    own = not top or (folder / f"{top}.py").exists() or (folder / top).is_dir()
    return Local(name(text), changes=own)
