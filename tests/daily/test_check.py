"""``translate check``: findings, suppressions, baseline, settings and formats."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import nbformat
import pytest
from click.testing import CliRunner, Result

from translator.cli import main

SARIF_SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "sarif-schema-2.1.0.json").read_text())
BRIDGED = 'import pandas as pd\n\ndf = pd.DataFrame({"a": [1.0, None]})\ndf["b"] = df["a"].convert_dtypes()\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def found(*arguments: str) -> list[dict[str, object]]:
    result = check(*arguments, "--format", "json")
    listed: list[dict[str, object]] = json.loads(result.stdout)
    return listed


def codes(*arguments: str) -> list[object]:
    return [f["code"] for f in found(*arguments) if f["state"] == "new"]


def test_what_would_be_bridged_is_a_finding_with_strict_only(folder: Path) -> None:
    (folder / "a.py").write_text(BRIDGED)
    assert check("a.py").exit_code == 0
    result = check("a.py", "--strict")
    assert result.exit_code == 1
    assert "a.py:4:11: T301 Series.convert_dtypes" in result.stdout
    assert ' 4 | df["b"] = df["a"].convert_dtypes()\n   |           ^^^^^^^^^^^^^^^^^^^^^^^^\n' in result.stdout
    assert "next: " in result.stdout


def test_a_refused_statement_is_a_finding(folder: Path) -> None:
    (folder / "a.py").write_text(BRIDGED)
    assert check("a.py", "--bridge", "never").exit_code == 1


def test_the_first_refusal_is_reported_and_what_follows_is_counted(folder: Path) -> None:
    (folder / "a.py").write_text(
        BRIDGED + 'df["c"] = df["b"] * 2\ndf["d"] = df["c"].abs()\nother = pd.DataFrame({"x": [1]})\nother["y"] = df["d"]\n'
    )
    first, *rest = found("a.py", "--strict")
    assert (first["code"], first["line"]) == ("T301", 4)
    assert isinstance(first["consequences"], int) and first["consequences"] >= 4
    assert rest == []


def test_an_assignment_that_is_declined_is_one_finding(folder: Path) -> None:
    (folder / "a.py").write_text('import pandas as pd\ndf = pd.DataFrame({"a": [1]})\ndf["b"] = df["a"].map(open)\n')
    assert len(codes("a.py", "--strict")) == 1


def test_names_without_rule_are_reported_also_on_what_stays_pandas(folder: Path) -> None:
    (folder / "a.py").write_text(BRIDGED + "df.to_clipboard()\n")
    assert codes("a.py", "--strict") == ["T301", "T302"]


def test_files_without_pandas_have_no_findings_and_cost_no_import(folder: Path) -> None:
    (folder / "a.py").write_text("import os\nprint(os.name)\n")
    program = "import sys; from translator.cli import main; main(['check', 'a.py'], standalone_mode=False)"
    program += "\nassert 'pandas' not in sys.modules and 'libcst' not in sys.modules"
    done = subprocess.run(
        [sys.executable, "-c", f"try:\n    {program.splitlines()[0]}\nexcept SystemExit as e:\n    assert not e.code\n"
         + program.splitlines()[1]],
        capture_output=True, text=True, env={"PYTHONPATH": str(Path(__file__).parents[2])}, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


# Suppressions


@pytest.mark.parametrize("comment", ["  # translate: ignore[T301] only 40 rows", "  #translate:ignore[T310, t301]: few rows"])
def test_a_comment_suppresses(folder: Path, comment: str) -> None:
    (folder / "a.py").write_text(BRIDGED.rstrip() + comment + "\n")
    assert codes("a.py", "--strict") == []
    assert [f["state"] for f in found("a.py", "--strict")] == ["suppressed"]


def test_a_comment_above_suppresses(folder: Path) -> None:
    text = BRIDGED.replace('df["b"]', '# translate: ignore[T301] few rows\n# more words\ndf["b"]')
    (folder / "a.py").write_text(text)
    assert codes("a.py", "--strict") == []


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("# translate: ignore[T310] not the code", "T001"),
        ("# translate: ignore", "T002"),
        ("# translate: ignore[T301]", "T002"),
        ("# translate: ignore[T999] no such code", "T002"),
    ],
)
def test_comments_that_suppress_nothing_are_reported(folder: Path, comment: str, code: str) -> None:
    (folder / "a.py").write_text(BRIDGED.rstrip() + f"  {comment}\n")
    assert sorted(map(str, codes("a.py", "--strict"))) == sorted([code, "T301"])


def test_a_suppression_of_what_is_bridged_is_used_without_strict_too(folder: Path) -> None:
    (folder / "a.py").write_text(BRIDGED.rstrip() + "  # translate: ignore[T301] few rows\n")
    assert check("a.py").exit_code == 0


def test_the_mark_within_a_string_is_no_comment(folder: Path) -> None:
    (folder / "a.py").write_text('import pandas\nx = "# translate: ignore[T301]"\n')
    assert check("a.py").exit_code == 0


# Baseline


def test_known_findings_do_not_fail_and_moved_ones_stay_known(folder: Path) -> None:
    (folder / "a.py").write_text(BRIDGED)
    assert check("a.py", "--strict", "--baseline", "known.json", "--write-baseline").exit_code == 0
    assert check("a.py", "--strict", "--baseline", "known.json").exit_code == 0
    (folder / "a.py").write_text("# a new line\n\n" + BRIDGED + 'df["c"] = df["a"].convert_dtypes()\n')
    assert codes("a.py", "--strict", "--baseline", "known.json") == ["T301"]
    again = BRIDGED + 'df["b"] = df["a"].convert_dtypes()\n'
    (folder / "a.py").write_text(again)
    assert codes("a.py", "--strict", "--baseline", "known.json") == ["T301"], "a second one of the same text is new"


def test_a_baseline_that_cannot_be_used_is_a_usage_error(folder: Path) -> None:
    (folder / "a.py").write_text(BRIDGED)
    assert "--write-baseline" in check("a.py", "--baseline", "known.json").output
    (folder / "known.json").write_text("[]")
    assert check("a.py", "--baseline", "known.json").exit_code == 2


# Settings


def test_settings_are_those_of_the_nearest_folder(folder: Path) -> None:
    for name in ("strict", "lax", "lax/quiet", "lax/out"):
        (folder / name).mkdir()
        (folder / name / "a.py").write_text(BRIDGED)
    (folder / "pyproject.toml").write_text("[tool.translate]\nstrict = true\n")
    (folder / "lax" / "pyproject.toml").write_text('[tool.translate]\nexclude = ["out"]\n')
    (folder / "lax" / "quiet" / "pyproject.toml").write_text('[tool.translate]\nstrict = true\nignore = ["T301"]\n')
    assert [f["file"] for f in found(".")] == ["strict/a.py"]
    assert [f["file"] for f in found("lax", "--strict")] == ["lax/a.py"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colour = 1", "no key 'colour'"),
        ('bridge = "sometimes"', "'never', 'bounded' or 'always'"),
        ("exclude = 3", "a list of patterns"),
        ('ignore = ["T999"]', "no code"),
        ("strict = [", "not valid TOML"),
    ],
)
def test_settings_that_cannot_be_used_are_usage_errors(folder: Path, text: str, message: str) -> None:
    (folder / "a.py").write_text(BRIDGED)
    (folder / "pyproject.toml").write_text(f"[tool.translate]\n{text}\n")
    result = check("a.py")
    assert result.exit_code == 2
    assert message in result.output


# Pickles


def test_pickles_are_found_in_code_and_as_files(folder: Path) -> None:
    (folder / "a.py").write_text("import pandas as pd\nimport pickle as p\np.load(open('x', 'rb'))\npd.read_pickle('y')\n")
    (folder / "data.pkl").write_bytes(b"\x80\x04N.")
    assert codes("a.py", "data.pkl", "--only", "T204") == ["T204"] * 3
    assert check("a.py").exit_code == 0


# Formats


def notebook(*cells: str) -> str:
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    text: str = nbformat.writes(made)
    return text


def hard_files(folder: Path) -> None:
    (folder / "a, b:c%.py").write_text(BRIDGED)
    (folder / "n.ipynb").write_text(notebook(*BRIDGED.split("\n\n")))
    (folder / "broken.py").write_text("import pandas\nprint 'x'\n")
    (folder / "suppressed.py").write_text(BRIDGED.rstrip() + "  # translate: ignore[T301] few rows\n")
    (folder / "odd.py").write_text(BRIDGED.replace("convert_dtypes()", "convert_dtypes('\x01\u2028é漢')"))


def test_sarif_is_valid_and_its_fingerprints_survive_moves(folder: Path) -> None:
    hard_files(folder)
    first = json.loads(check(".", "--strict", "--format", "sarif").stdout)
    jsonschema.Draft4Validator(SARIF_SCHEMA, format_checker=jsonschema.FormatChecker()).validate(first)
    (folder / "n.ipynb").write_text(notebook("x = 1", *BRIDGED.split("\n\n")))
    (folder / "odd.py").write_text("\n# moved\n" + (folder / "odd.py").read_text())
    second = json.loads(check(".", "--strict", "--format", "sarif").stdout)

    def prints(log: dict[str, object]) -> list[str]:
        results = log["runs"][0]["results"]  # type: ignore[index]
        return sorted(r["partialFingerprints"]["translate/v1"] for r in results)

    assert prints(first) == prints(second)
    assert len(set(prints(first))) == len(prints(first)) >= 5


def test_sarif_without_findings_is_valid(folder: Path) -> None:
    (folder / "a.py").write_text("x = 1\n")
    jsonschema.Draft4Validator(SARIF_SCHEMA).validate(json.loads(check(".", "--format", "sarif").stdout))


def test_junit_is_xml_with_a_case_for_each_file(folder: Path) -> None:
    hard_files(folder)
    root = ElementTree.fromstring(check(".", "--strict", "--format", "junit").stdout)
    suite = root[0]
    assert (suite.get("tests"), suite.get("failures")) == ("5", "4")


def test_github_annotations_are_escaped(folder: Path) -> None:
    hard_files(folder)
    lines = check(".", "--strict", "--format", "github").stdout.splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("::warning file=a%2C b%3Ac%25.py,line=4,endLine=4,col=11,endColumn=35,title=T301 not-yet::")
    assert any("cell 2, line 2: " in line for line in lines)


def test_databricks_places_are_lines_of_the_file(folder: Path) -> None:
    cells = "\n\n# COMMAND ----------\n\n".join(BRIDGED.rstrip().split("\n\n"))
    (folder / "a.py").write_text(f"# Databricks notebook source\n{cells}  # translate: ignore[T310] no\n")
    places = [(f["line"], f["cell"], f["code"]) for f in found("a.py", "--strict")]
    assert places == [(7, None, "T301"), (7, None, "T001")]


def test_the_caret_stands_under_wide_characters(folder: Path) -> None:
    (folder / "a.py").write_text('import pandas as pd\ndf = pd.DataFrame({"漢字": [1.0]})\nx = df["漢字"].convert_dtypes()\n')
    shown = check("a.py", "--strict").stdout.splitlines()
    assert shown[2] == "   |     " + "^" * len('df["xxxx"].convert_dtypes()')


def test_a_report_goes_to_a_file(folder: Path) -> None:
    (folder / "a.py").write_text(BRIDGED)
    assert check("a.py", "--strict", "--format", "sarif", "--output", "out/report.sarif").exit_code == 1
    assert json.loads((folder / "out" / "report.sarif").read_text())["version"] == "2.1.0"


def test_pickles_of_what_is_no_frame_are_no_findings(folder: Path) -> None:
    (folder / "a.py").write_text("import pandas\nimport pickle\nwith open('m', 'wb') as f:\n    pickle.dump(object(), f)\n")
    assert codes("a.py", "--strict") == []


def test_warnings_of_pandas_on_data_are_not_shown(folder: Path) -> None:
    (folder / "d.csv").write_text("t\n1 Jan 2020\n2020-02-03\n")
    (folder / "a.py").write_text('import pandas as pd\ndf = pd.read_csv("d.csv", parse_dates=["t"])\n')
    environment = {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "translator", "check", "a.py", "--strict"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert "Warning" not in done.stderr


# Code that is no pandas


def test_loops_and_functions_without_pandas_are_no_findings(folder: Path) -> None:
    loop = "for n in range(3):\n    step = n * 2.0\n    if step > 1:\n        total = total + step\n"
    (folder / "numbers.py").write_text(f"import numpy as np\n\ntotal = np.zeros(2)[0]\n{loop}print(total)\n")
    objects = "\n".join(f"a{n} = [Arm(k={n}, w=i) for i in range({n + 2})]" for n in range(40))
    arms = f"class Arm:\n    def __init__(self, k, w):\n        self.k, self.w = k, w\n\n\n{objects}\n"
    (folder / "objects.py").write_text(f"import pandas as pd\n\n\n{arms}")
    assert codes(".", "--strict") == []


def test_a_cell_that_is_no_python_matters_where_pandas_is_used(folder: Path) -> None:
    (folder / "other.ipynb").write_text(notebook("import os  # no pandas", "x = ____\nprint(", "print(os.name)"))
    assert codes(".", "--strict") == []
    (folder / "frames.ipynb").write_text(notebook("import pandas as pd\ndf = pd.DataFrame({'a': [1]})", "x = (", "df.head()"))
    (finding,) = found(".")
    assert (finding["code"], finding["message"]) == ("T103", "this cell is not valid Python: '(' was never closed")


def test_a_next_step_that_is_a_name_keeps_its_case(folder: Path) -> None:
    (folder / "a.py").write_text(BRIDGED)
    assert "next: Use astype() with the types.\n" in check("a.py", "--strict").stdout
