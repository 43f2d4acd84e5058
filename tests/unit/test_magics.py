"""IPython syntax is hidden from the parser and comes back, whatever happened around it."""

from __future__ import annotations

import ast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from translator.documents.magics import foreign_language, mask, suppresses_display, unmask

MAGIC_LINES = [
    "%matplotlib inline",
    "% matplotlib inline",
    "!pip install 'pandas>=2'",
    "!ls (",
    "!echo \"it's",
    "!!ls",
    "%cd ..",
    "%time",
    "%time print 'x'",
    "%timeit",
    "%run other.py",
    "%%time",
    "?df",
    "df?",
    "df.head??",
    "%time?",
    "*int*?",
    "frames[0].head?",
    "/print a b",
    ",print a b",
    ";print a b",
]
VISIBLE = {
    "%time df = f()": "df = f()",
    "%time  f(a)  # why": "f(a)  # why",
    "%timeit -n 10 -r3 df.sum()": "df.sum()",
    "%timeit -o -q f()": "f()",
    "%prun -l 10 -s cumulative f()": "f()",
    "%lprun -f clean clean(df)": "clean(df)",
    "%memit f()": "f()",
    "x = %time f()": "x = f()",
    "a.b['k'], c = %time f(a=1)": "a.b['k'], c = f(a=1)",
}
ASSIGNED = ["files = !ls *.csv", "x = %timeit -o f()", "a, b = !echo 'x", "here = %pwd", "x=!ls"]
PYTHON = [
    "import pandas as pd",
    "df = df % 3",
    "df = (a\n % b)",
    "df = a \\\n % b",
    's = """\n%time x\n!ls\ndf?\n"""',
    "s = 'a\\\n!ls'",
    "x = [1,\n 2]  # really?",
    "assert a != b",
    "f(x='!')",
    "print('why?')",
    "if a:\n    b = {'c': 1}\n",
    "",
    "   ",
    "# !ls",
]


@pytest.mark.parametrize("line", MAGIC_LINES)
def test_a_magic_becomes_pass_and_comes_back(line: str) -> None:
    source = f"a = 1\nif a:\n    {line}\nb = 2\n"
    masked = mask(source)
    assert ast.unparse(ast.parse(masked.source).body[1]) == "if a:\n    pass"
    assert masked.source.split("\n")[3] == "b = 2"
    assert unmask(masked) == source


@pytest.mark.parametrize(("line", "code"), VISIBLE.items())
def test_the_statement_inside_a_magic_stays_visible(line: str, code: str) -> None:
    source = f"if a:\n    {line}\n    b = 2"
    masked = mask(source)
    shown = masked.source.split("\n")[1]
    assert ast.dump(ast.parse(shown.strip())) == ast.dump(ast.parse(code))
    assert shown.startswith(f"    {code}  #")
    assert unmask(masked) == source


@pytest.mark.parametrize("line", ASSIGNED)
def test_an_assigned_command_becomes_a_name(line: str) -> None:
    masked = mask(line)
    (statement,) = ast.parse(masked.source).body
    assert isinstance(statement, ast.Assign)
    assert isinstance(statement.value, ast.Name)
    assert unmask(masked) == line


@pytest.mark.parametrize("source", PYTHON)
def test_python_is_left_alone(source: str) -> None:
    masked = mask(source)
    assert (masked.source, masked.magics) == (source, ())


def test_lines_keep_their_numbers_when_a_command_goes_on() -> None:
    source = "!pip install \\\n    pandas \\\n    numpy\nx = !ls \\\n *.csv\ny = 1"
    masked = mask(source)
    assert masked.source.split("\n")[5] == "y = 1"
    assert len(ast.parse(masked.source).body) == 3
    assert unmask(masked) == source
    edited = masked.source.replace("y = 1", "y = 2")
    assert unmask(masked, edited) == source.replace("y = 1", "y = 2")


def test_an_edited_statement_keeps_its_magic() -> None:
    masked = mask("%time df = pd.read_csv(f)  # slow\nx = %time df.shape[0]")
    edited = masked.source.replace("pd.read_csv(f)", "spark.read.csv(f)").replace("df.shape[0]", "df.count()")
    assert unmask(masked, edited) == ("%time df = spark.read.csv(f)  # slow\nx = %time df.count()")


def test_a_statement_that_grew_over_lines_is_joined() -> None:
    masked = mask("if a:\n    %time df = f()\nx = %time g()")
    edited = masked.source.replace("f()", "(\n        a.b()  # first\n        .c()\n    )").replace(
        "g()", "g(\n    1,\n)"
    )
    assert unmask(masked, edited) == (
        "if a:\n    # first\n    %time df = ( \\\n        a.b() \\\n        .c() \\\n    )\n"
        "x = %time g( \\\n    1, \\\n)"
    )


def test_a_statement_that_cannot_be_joined_loses_its_magic_visibly() -> None:
    masked = mask("%time f()")
    edited = masked.source.replace("f()", 'f("""a\nb""")')
    assert unmask(masked, edited) == '# %time cannot hold the following statement\nf("""a\nb""")'


def test_lines_may_be_added_and_removed_around_magics() -> None:
    masked = mask("%matplotlib inline\nimport pandas as pd\n!ls\ndf = 1\n%time f()\n")
    lines = masked.source.split("\n")
    edited = "\n".join(["import os", lines[0], lines[2], "new = 1", lines[4].replace("f", "g"), ""])
    assert unmask(masked, edited) == "import os\n%matplotlib inline\n!ls\nnew = 1\n%time g()\n"


def test_a_moved_magic_takes_the_new_indentation() -> None:
    masked = mask("%cd x\n!ls")
    edited = "if a:\n" + "\n".join("    " + line for line in masked.source.split("\n"))
    assert unmask(masked, edited) == "if a:\n    %cd x\n    !ls"


def test_a_comment_added_to_a_magic_goes_above_it() -> None:
    masked = mask("  %cd data\nx = !ls")
    first, second = masked.source.split("\n")
    assert unmask(masked, f"{first}  # A\n{second}  # B") == "# A\n  %cd data\n# B\nx = !ls"


def test_a_removed_magic_stays_away() -> None:
    masked = mask("!ls\nx = 1")
    assert unmask(masked, "x = 1") == "x = 1"


@pytest.mark.parametrize("edit", ["import a\n{}", "{}\nimport a"])
def test_cell_magics_stay_on_top(edit: str) -> None:
    masked = mask("\n%%time\n\n%%capture out\nx = 1")
    result = unmask(masked, edit.format(masked.source))
    assert [line for line in result.split("\n") if line][:2] == ["%%time", "%%capture out"]
    assert result.count("%%") == 2
    assert "import a" in result


def test_cell_magics_come_back_even_if_removed() -> None:
    masked = mask("%%time\nx = 1")
    assert unmask(masked, "x = 2") == "%%time\nx = 2"


def test_the_text_under_a_cell_magic_is_python() -> None:
    masked = mask("%%time\n%matplotlib inline\ndf = 1")
    assert len(ast.parse(masked.source).body) == 2
    assert [(magic.name, magic.cell, magic.line) for magic in masked.magics] == [
        ("time", True, 1),
        ("matplotlib", False, 2),
    ]


def test_markers_do_not_collide_with_the_source() -> None:
    source = "x = '# <ipython 0>'\n_ipython_0_ = 1\n# <ipython2 0>\n!ls"
    masked = mask(source)
    assert unmask(masked) == source
    assert masked.tag == "ipython1" or masked.tag == "ipython3"


def test_a_cell_may_be_indented_as_a_whole() -> None:
    source = "  %time a = 1\n\n  if a:\n      b = 2"
    masked = mask(source)
    assert len(ast.parse(masked.source).body) == 2
    assert unmask(masked, "import c\n" + masked.source) == "  import c\n" + source
    assert masked.column(3, 1) == 3


def test_an_indented_first_magic_does_not_break_the_cell() -> None:
    source = "  %matplotlib inline\nimport a"
    masked = mask(source)
    assert len(ast.parse(masked.source).body) == 2
    assert unmask(masked) == source


@pytest.mark.parametrize("line", ["pip install pandas", "cd data", "ls *.csv", "\n pip install a\n"])
def test_automagic_of_one_line_cells(line: str) -> None:
    masked = mask(line)
    assert isinstance(ast.parse(masked.source).body[0], ast.Pass)
    assert unmask(masked) == line
    assert mask("a = 1\npip install pandas").magics == ()
    assert mask("ls = 1").magics == ()


def test_columns_point_into_the_original() -> None:
    masked = mask("x = 1\nif x:\n    %time y = f()\n    z = %time g()")
    assert masked.column(1, 5) == 5
    assert masked.column(3, 5) == len("    %time ") + 1
    assert masked.column(4, 5) == 5
    assert masked.column(4, 9) == len("    z = %time ") + 1


@pytest.mark.parametrize(
    ("source", "quiet"),
    [
        ("df.head();", True),
        ("df.head() ;  # quiet\n\n# more", True),
        ("df.head()", False),
        ("df.head()  # a;", False),
        ("';'", False),
        ("a; b", False),
        ("", False),
    ],
)
def test_a_semicolon_suppresses_display(source: str, quiet: bool) -> None:
    assert suppresses_display(source) is quiet


@pytest.mark.parametrize(
    ("source", "displays"),
    [
        ("df", True),
        ("%%time\ndf", True),
        ("%%capture\ndf", False),
        ("%%timeit\ndf", False),
        ("%time df", True),
        ("%timeit df", False),
        ("%timeit df\ndf", True),
        ("df;", False),
        ("%time df;", False),
    ],
)
def test_what_a_cell_displays(source: str, displays: bool) -> None:
    assert mask(source).displays is displays


def test_isolated_scopes() -> None:
    assert mask("%%timeit\nx = 1").isolated
    assert not mask("%%time\nx = 1").isolated
    assert [magic.isolated for magic in mask("%timeit x = 1\n%time x = 1").magics] == [True, False]


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("%%bash\nls", "bash"),
        ("\n\n%%sql\nselect 1", "sql"),
        ("%%writefile a.py\nimport pandas", "writefile"),
        ("%%!\nls", "bash"),
        ("%%time\n%%bash\nls", "bash"),
        ("%%time\nx = 1", None),
        ("%%capture\nx = 1", None),
        ("%%pyspark\nx = 1", None),
        ("%sql select 1", None),
        ("%sql\nselect 1", "sql"),
        ("%time\nx", None),
        ("x = 1", None),
        ("", None),
        ("%%html?", None),
    ],
)
def test_cells_in_other_languages(source: str, language: str | None) -> None:
    assert foreign_language(source) == language


def test_databricks_languages_take_a_whole_cell() -> None:
    assert foreign_language("%sql select 1", databricks=True) == "sql"
    assert foreign_language("%md # Title", databricks=True) == "md"
    assert foreign_language("%pip install a", databricks=True) is None
    assert foreign_language("%python\nx = 1", databricks=True) is None


LINES = [*MAGIC_LINES, *VISIBLE, *ASSIGNED, *PYTHON, "%time f(a, \\\n  b)", "!a \\\n b", '"""', "("]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["", "  ", "\t"]), st.sampled_from(LINES))))
def test_round_trip_of_cells(lines: list[tuple[str, str]]) -> None:
    source = "\n".join(indent + line for indent, line in lines)
    masked = mask(source)
    assert unmask(masked) == source
    assert masked.source.count("\n") == source.count("\n")


@settings(deadline=None)
@given(st.text(st.sampled_from("%!?;,/=ab1 \t\f\n\\'\"#([)]<>_{}.\r\x00é"), max_size=60))
@example("%%time\n%%time\n  a")
@example("x = %time (\\\n a)")
@example(" \n  a\n   b")
@example("%time '''\\\n'''")
def test_round_trip_of_anything(source: str) -> None:
    masked = mask(source)
    assert unmask(masked) == source
    assert masked.source.count("\n") == source.count("\n")


VALID = st.sampled_from([*MAGIC_LINES[:9], *VISIBLE, *ASSIGNED, *PYTHON[:11]])


@settings(deadline=None)
@given(st.lists(VALID, min_size=1), st.booleans())
def test_a_masked_cell_is_python(lines: list[str], timed: bool) -> None:
    source = "\n".join(["%%time", *lines] if timed else lines)
    masked = mask(source)
    statements = ast.parse(masked.source).body
    assert len(statements) == sum(len(ast.parse(mask(line).source).body) for line in lines)


@settings(deadline=None)
@given(st.lists(VALID, min_size=1))
def test_ipython_accepts_what_comes_back_after_edits(lines: list[str]) -> None:
    manager = pytest.importorskip("IPython.core.inputtransformer2").TransformerManager()
    masked = mask("\n".join(lines))
    edited = masked.source.replace("f()", "f(\n    1,  # one\n    2,\n)")
    ast.parse(manager.transform_cell(unmask(masked, edited)))
