"""Files come back byte for byte, with nothing changed but the sources that were."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.documents.document import Document, DocumentError

SCRIPT, NOTEBOOK = Path("job.py"), Path("book.ipynb")


def script(raw: bytes) -> Document:
    return Document.parse(SCRIPT, raw)


def code(source: str | list[str], **more: Any) -> dict[str, Any]:
    cell = {"cell_type": "code", "execution_count": 3, "metadata": {}, "outputs": [OUTPUT]}
    return {**cell, "source": source, **more}


OUTPUT = {"name": "stdout", "output_type": "stream", "text": ["1\n"]}
MARKDOWN = {"cell_type": "markdown", "metadata": {}, "source": ["# Tïtle\n", "!ls"]}
PYTHON = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


def notebook(*cells: dict[str, Any], metadata: dict[str, Any] | None = None) -> dict[str, Any]:
    used = PYTHON if metadata is None else metadata
    return {"cells": list(cells), "metadata": used, "nbformat": 4, "nbformat_minor": 4}


def dumped(content: object, **options: Any) -> bytes:
    options = {"indent": 1, "ensure_ascii": False, **options}
    return (json.dumps(content, **options) + "\n").encode()


def book(*cells: dict[str, Any], **metadata: Any) -> Document:
    return Document.parse(NOTEBOOK, dumped(notebook(*cells, metadata=metadata or None)))


def lines_changed(old: bytes, new: bytes) -> list[bytes]:
    before = old.split(b"\n")
    return [line for line in new.split(b"\n") if line not in before]


# Scripts


@pytest.mark.parametrize(
    ("raw", "source"),
    [
        (b"", ""),
        (b"a = 1", "a = 1"),
        (b"a = 1\n\n", "a = 1\n\n"),
        (b"a = 1\r\nb = 2\r\n", "a = 1\nb = 2\n"),
        (b"a = 1\rb = 2", "a = 1\nb = 2"),
        (b"a = 1\r\nb = 2\nc = 3\r", "a = 1\nb = 2\nc = 3\n"),
        (b"\xef\xbb\xbfa = '\xc3\xa9'\n", "a = 'é'\n"),
        (b"# -*- coding: latin-1 -*-\na = '\xe9'\n", "# -*- coding: latin-1 -*-\na = 'é'\n"),
        (b"#!/bin/sh\r# coding: cp1252\ra = '\x80'", "#!/bin/sh\n# coding: cp1252\na = '€'"),
        (b"\x0cif a:\n\tb = 1\x0c\n", "\x0cif a:\n\tb = 1\x0c\n"),
        ("a = '\x1c\x85\u2028'\n".encode(), "a = '\x1c\x85\u2028'\n"),
    ],
)
def test_scripts_are_read_as_python_reads_them(raw: bytes, source: str) -> None:
    document = script(raw)
    (cell,) = document.cells
    assert (document.kind, cell.source, cell.number, cell.first_line) == ("script", source, None, 1)
    assert document.to_bytes() == raw
    edited = document.with_sources({0: source + "# x"})
    assert edited.changed
    assert edited.to_bytes().startswith(raw)
    assert edited.with_sources({0: source}).to_bytes() == raw


def test_line_ends_encoding_and_mark_survive_an_edit() -> None:
    document = script(b"\xef\xbb\xbfa = 1\r\nb = 'x'\r\n")
    edited = document.with_sources({0: "a = 1\nnew = 2\nb = 'é'\n"})
    assert edited.to_bytes() == b"\xef\xbb\xbfa = 1\r\nnew = 2\r\nb = '\xc3\xa9'\r\n"


def test_mixed_line_ends_stay_with_their_lines() -> None:
    document = script(b"a\r\nb\nc\nd\r\n\r\ne\rf")
    edited = document.with_sources({0: "a\nx\nc\nd\n\ne\ny\nf"})
    assert edited.to_bytes() == b"a\r\nx\r\nc\nd\r\n\r\ne\ry\r\nf"


def test_no_line_end_is_added_at_the_end() -> None:
    assert script(b"a = 1").with_sources({0: "b = 1\n"}).to_bytes() == b"b = 1"
    assert script(b"a = 1\n").with_sources({0: "b = 1\n"}).to_bytes() == b"b = 1\n"


def test_a_script_displays_nothing() -> None:
    assert not script(b"df").cells[0].displays


def test_unknown_cells_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(IndexError):
        script(b"").with_sources({1: ""})


@settings(deadline=None)
@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_text_survives(text: str) -> None:
    raw = text.encode()
    try:
        document = script(raw)
    except DocumentError:
        assert "coding" in text or text.startswith("\ufeff")
        return
    assert document.to_bytes() == raw
    changed = document.with_sources({cell.index: cell.source + "\nzz" for cell in document.cells})
    assert Document.parse(SCRIPT, changed.to_bytes()).cells[0].source.endswith("zz")


@settings(deadline=None)
@given(st.binary())
def test_bytes_are_read_or_refused(raw: bytes) -> None:
    for path in (SCRIPT, NOTEBOOK):
        try:
            assert Document.parse(path, raw).to_bytes() == raw
        except DocumentError as error:
            problems = error.message, error.hint
            assert all(problems)


# Notebooks


def test_cells_of_a_notebook() -> None:
    document = book(MARKDOWN, code(["%time a = 1\n", "b"]), MARKDOWN, code("c;"))
    assert document.kind == "notebook"
    assert [(cell.index, cell.number, cell.displays) for cell in document.cells] == [
        (0, 2, True),
        (1, 4, False),
    ]
    assert document.cells[0].source.startswith("a = 1  #")
    assert document.cells[0].position(1, 1) == (1, 7)
    assert [magic.name for magic in document.cells[0].magics] == ["time"]


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"indent": 2, "sort_keys": True},
        {"indent": "\t"},
        {"indent": None, "separators": (",", ":")},
        {"indent": None},
        {"ensure_ascii": True},
    ],
)
@pytest.mark.parametrize("source", [["a = 1\n", "é = 2\n", "c"], ["a"], [], "a = 1\né = 2", ""])
def test_only_changed_sources_change_in_the_json(source: Any, options: dict[str, Any]) -> None:
    content = notebook(MARKDOWN, code(source), code(["keep\n", "é"]), code([]))
    raw = dumped(content, **options)
    document = Document.parse(NOTEBOOK, raw)
    assert document.to_bytes() == raw
    new = "import x\n" + document.cells[0].source + "\nö"
    plain = "import x\n" + "".join(source) + "\nö"
    content["cells"][1]["source"] = plain.splitlines(keepends=True) if isinstance(source, list) else plain
    assert document.with_sources({0: new}).to_bytes() == dumped(content, **options)


def test_what_json_cannot_tell_apart_survives() -> None:
    raw = (
        b'\xef\xbb\xbf{ "nbformat":4,"nbformat_minor" : 5.0e0,\r\n\t"metadata": {"a": 1.50, "b": 1e5,'
        b' "a": NaN, "\\u0041": "\\/"}, "cells": [ {"source": ["x = \\u003c1\\n" ,"y"],\r\n'
        b'"cell_type":"code", "x": 12345678901234567890123.0}, {"cell_type": "raw"} ]}\r\n\r\n'
    )
    document = Document.parse(NOTEBOOK, raw)
    source = document.cells[0].source
    assert source == "x = <1\ny"
    assert document.to_bytes() == raw
    edited = document.with_sources({0: source + " + 1"})
    assert edited.to_bytes() == raw.replace(b'"y"', b'"y + 1"')


def test_lines_are_added_in_the_layout_of_the_notebook() -> None:
    raw = dumped(notebook(code(["a\n", "b"])), indent=2)
    document = Document.parse(NOTEBOOK, raw)
    new = document.with_sources({0: "a\nnew\nb"}).to_bytes()
    assert lines_changed(raw, new) == [b'        "new\\n",']


def test_carriage_returns_in_sources_survive() -> None:
    document = book(code(["a\r\n", "b\r\n", "c"]))
    assert document.cells[0].source == "a\nb\nc"
    edited = json.loads(document.with_sources({0: "a\nx\nc"}).to_bytes())
    assert edited["cells"][0]["source"] == ["a\r\n", "x\r\n", "c"]


def test_surrogates_can_be_written() -> None:
    raw = dumped(notebook(code(["a = '\\ud83d'\n", "b"])), ensure_ascii=False)
    raw = raw.replace(b"\\\\ud83d", b"\\ud83d")
    document = Document.parse(NOTEBOOK, raw)
    changed = document.with_sources({0: document.cells[0].source.replace("a =", "é =")})
    assert json.loads(changed.to_bytes())["cells"][0]["source"] == ["é = '\ud83d'\n", "b"]


def test_outputs_of_changed_notebooks_are_kept_or_cleared() -> None:
    content = notebook(code("a"), code("b"))
    document = Document.parse(NOTEBOOK, dumped(content))
    assert document.to_bytes("clear") == dumped(content)
    edited = document.with_sources({1: "c"})
    content["cells"][1]["source"] = "c"
    assert edited.to_bytes() == dumped(content)
    for cell in content["cells"]:
        cell.update(execution_count=None, outputs=[])
    assert edited.to_bytes("clear") == dumped(content)


def test_results_are_valid_notebooks() -> None:
    raw = dumped(notebook(code("%%time\na = 1"), MARKDOWN))
    nbformat.validate(json.loads(raw))
    document = Document.parse(NOTEBOOK, raw)
    assert document.format_problem() is None
    edited = document.with_sources({0: "import b\n" + document.cells[0].source})
    result = json.loads(edited.to_bytes())
    nbformat.validate(result)
    assert result["cells"][0]["source"] == "%%time\nimport b\na = 1"


def test_violations_of_the_format_are_a_note_only() -> None:
    document = book({"cell_type": "code", "source": "a"})
    assert "required" in (document.format_problem() or "")
    assert document.cells[0].source == "a"
    assert script(b"").format_problem() is None


def test_notebooks_of_format_3() -> None:
    cell = {"cell_type": "code", "collapsed": False, "language": "python", "metadata": {}}
    sheet = {"cells": [{"cell_type": "heading", "source": "x"}, {**cell, "input": ["a\n", "b"]}]}
    other = {"cells": [{**cell, "input": "c"}]}
    content: dict[str, Any] = {
        "metadata": {"name": ""},
        "nbformat": 3,
        "nbformat_minor": 0,
        "worksheets": [sheet, {"metadata": {}}, other],
    }
    document = Document.parse(NOTEBOOK, dumped(content))
    assert [(cell.number, cell.source) for cell in document.cells] == [(2, "a\nb"), (3, "c")]
    other["cells"][0]["input"] = "d\ne"
    assert document.with_sources({1: "d\ne"}).to_bytes() == dumped(content)


@pytest.mark.parametrize(
    ("metadata", "language"),
    [
        ({"language_info": {"name": "R"}}, "r"),
        ({"kernelspec": {"name": "ir", "display_name": "R"}}, "ir"),
        ({"kernelspec": {"name": "julia-1.9"}}, "julia-1.9"),
        ({"kernelspec": {"language": "scala", "name": "x"}}, "scala"),
    ],
)
def test_notebooks_in_other_languages_have_no_cells(metadata: Any, language: str) -> None:
    document = book(code("x <- 1"), MARKDOWN, **metadata)
    assert document.cells == ()
    assert [(cell.number, cell.language) for cell in document.foreign] == [(1, language)]
    assert document.to_bytes() == document.raw


@pytest.mark.parametrize(
    "metadata",
    [
        {"x": 1},
        {"kernelspec": {"name": "conda-env-irina-3"}},
        {"kernelspec": {"name": "venv"}},
        {"kernelspec": {"name": "pysparkkernel", "language": "python"}},
        {"language_info": {"name": "ipython"}},
        {"kernelspec": None, "language_info": {}},
    ],
)
def test_python_kernels(metadata: Any) -> None:
    assert len(book(code("x"), **metadata).cells) == 1


def test_cells_in_other_languages_are_kept_apart() -> None:
    document = book(
        code("%%bash\nls"),
        code("select 1", metadata={"vscode": {"languageId": "sql"}}),
        code("a", metadata={"vscode": {"languageId": "python"}}),
        code("%sql select 1\nb"),
    )
    assert [(cell.number, cell.language) for cell in document.foreign] == [(1, "bash"), (2, "sql")]
    assert [(cell.index, cell.number) for cell in document.cells] == [(0, 3), (1, 4)]
    edited = json.loads(document.with_sources({0: "z"}).to_bytes())
    assert [cell["source"] for cell in edited["cells"]][2] == "z"


def test_databricks_notebooks_in_json() -> None:
    document = book(
        code("%sql select 1\n-- more"), code("a"), **{"application/vnd.databricks.v1+notebook": {}}
    )
    assert [cell.language for cell in document.foreign] == ["sql"]


SOURCES = st.lists(st.text(st.sampled_from('ab =\n\r%!"\\é€\t#'), max_size=12), max_size=6)


@settings(deadline=None)
@given(SOURCES, SOURCES, st.booleans(), st.sampled_from([None, 1, 4]))
def test_any_notebook_round_trips(old: list[str], new: list[str], escaped: bool, indent: int | None) -> None:
    raw = dumped(notebook(code(old), code("".join(old))), ensure_ascii=escaped, indent=indent)
    document = Document.parse(NOTEBOOK, raw)
    assert document.to_bytes() == raw
    sources = {cell.index: "".join(new).replace("\r", "") for cell in document.cells}
    edited = document.with_sources(sources)
    written = json.loads(edited.to_bytes())["cells"]
    texts = {cell.number or 0: cell.text() for cell in edited.cells if cell.changed}
    for number, text in texts.items():
        assert "".join(written[number - 1]["source"]).replace("\r\n", "\n").replace("\r", "\n") == text


# Bad input


@pytest.mark.parametrize(
    ("path", "raw", "message"),
    [
        (SCRIPT, b"\x7fELF\0\0", "NUL byte at offset 4"),
        (SCRIPT, "a = 1".encode("utf-16"), "UTF-16"),
        (SCRIPT, b"a\nb = '\xe9'\n", "line 2 has the byte 0xe9"),
        (SCRIPT, b"# coding: klingon\n", "klingon"),
        (SCRIPT, b"# coding: rot13\n", "rot13"),
        (SCRIPT, b"# coding: ascii\n# \xc3\xa9", "ascii"),
        (SCRIPT, b"\xef\xbb\xbf# coding: latin-1\n", "encoding"),
        (NOTEBOOK, b"{", "cut off"),
        (NOTEBOOK, dumped(notebook(code("abc")))[:-60], "cut off"),
        (NOTEBOOK, b'{"cells": [], "nbformat": 4, "x": "abc', "cut off"),
        (NOTEBOOK, b'{"cells": [}', "line 1, column 12"),
        (NOTEBOOK, b'{"cells": [],}', "not valid JSON"),
        (NOTEBOOK, b'{"cells": []} {}', "Extra data"),
        (NOTEBOOK, b"[1, 2]", "not a Jupyter notebook"),
        (NOTEBOOK, b"42", "not a Jupyter notebook"),
        (NOTEBOOK, b'{"a": 1}', "not a Jupyter notebook"),
        (NOTEBOOK, b'{"cells": {}}', '"cells" is not a list'),
        (NOTEBOOK, b'{"cells": [1]}', "cell 1 is not an object"),
        (NOTEBOOK, b'{"cells": [{"cell_type": "code"}]}', "source of cell 1"),
        (NOTEBOOK, b'{"cells": [{"cell_type": "code", "source": [1]}]}', "source of cell 1"),
        (NOTEBOOK, b'{"worksheets": [3]}', "not a Jupyter notebook"),
        (NOTEBOOK, b'{"cells": [], "nbformat": 5}', "format 5"),
        (NOTEBOOK, b'{"cells": [], "x": "\xe9"}', "byte 0xe9"),
        (NOTEBOOK, b"\x89PNG\r\n\0\0", "0x89"),
        (NOTEBOOK, b"[" * 100_000, "nested too deeply"),
        (NOTEBOOK, b'{"x": ' + b"9" * 5000 + b"}", "not valid JSON"),
        (NOTEBOOK, b"<!DOCTYPE html>", "web page"),
        (NOTEBOOK, b"version https://git-lfs.github.com/spec/v1\n", "Git LFS"),
        (NOTEBOOK, b'{\n<<<<<<< HEAD\n "a": 1\n=======\n', "merge conflicts, the first in line 2"),
    ],
)
def test_bad_input_is_explained(path: Path, raw: bytes, message: str) -> None:
    with pytest.raises(DocumentError) as caught:
        Document.parse(path, raw)
    assert message in caught.value.message
    assert str(path) in caught.value.message
    assert caught.value.hint
    assert str(caught.value) == f"{caught.value.message} {caught.value.hint}"


def test_an_empty_notebook_has_no_cells() -> None:
    document = Document.parse(NOTEBOOK, b" \n")
    assert (document.kind, document.cells, document.to_bytes()) == ("notebook", (), b" \n")


def test_a_character_that_the_encoding_lacks() -> None:
    document = script(b"# coding: ascii\na = 1\n")
    with pytest.raises(DocumentError, match=r"ascii.*has no 'é'"):
        document.with_sources({0: "a = 'é'\n"}).to_bytes()


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DocumentError, match="no file"):
        Document.read(tmp_path / "missing.py")
    with pytest.raises(DocumentError, match="is a directory"):
        Document.read(tmp_path)
    os.mkfifo(tmp_path / "pipe.py")
    with pytest.raises(DocumentError, match="not a regular file"):
        Document.read(tmp_path / "pipe.py")
    (tmp_path / "a.py").write_bytes(b"a = 1")
    assert Document.read(tmp_path / "a.py").cells[0].source == "a = 1"

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(DocumentError, match="may not be read"):
        Document.read(tmp_path / "a.py")


def test_huge_files_are_not_read(tmp_path: Path) -> None:
    for name, hint in (("a.ipynb", "Clear the outputs"), ("a.py", "Split the file")):
        path = tmp_path / name
        with path.open("wb") as file:
            file.truncate(51 * 1024 * 1024)
        with pytest.raises(DocumentError, match="51 MB") as caught:
            Document.read(path)
        assert hint in caught.value.hint
