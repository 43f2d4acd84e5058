"""The report as one HTML file.

The page holds its content as packed JSON, so that it is small enough for a mail; its script puts it
into the document as text, never as markup, and a file's lines only when the file is opened. A content security policy forbids
everything else: no network, no other script, whatever a source is made to look like.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from translator.diagnostics import ASSUMPTIONS, CODES
from translator.reference.explanations import EFFORT
from translator.report.content import OUTCOMES, Content, FileReport
from translator.report.lineage import HEIGHT, WIDTH, picture
from translator.results import STATUSES

FOLDER = Path(__file__).parent / "page"

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

RUNGS = {
    "native": "runs as native Spark", "helper": "runs on Spark through the support package",
    "udf": "runs on Spark as Python code", "driver": "runs as pandas on the driver",
    "local": "never was data at scale", "refused": "left as it was",
}  # fmt: skip


def page(content: Content, title: str = "pandas to Spark") -> bytes:
    """The HTML file."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )  # fmt: skip
    script = "".join((FOLDER / name).read_text(encoding="utf-8") for name in ("code.js", "report.js"))
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    text = environment.get_template("report.html").render(
        title=title, content=content, codes=CODES, outcomes=OUTCOMES, statuses=STATUSES, rungs=RUNGS,
        policy=f"{POLICY}; script-src 'sha256-{digest}'", style=Markup((FOLDER / "report.css").read_text(encoding="utf-8")),
        script=Markup(script), data=_packed(_data(content)),
        lineage=picture(content.files), box=(WIDTH, HEIGHT), efforts=EFFORT,
    )  # fmt: skip
    return text.encode("utf-8", "replace")


def _packed(data: object) -> str:
    """JSON as gzip in base64: a tenth of its size, and nothing in it can end the element that it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode("utf-8", "replace"), mtime=0)).decode()


def _data(content: Content) -> dict[str, Any]:
    return {
        "files": [_file(file) for file in content.files],
        "codes": {code: [e.title, e.hint, e.effort] for code, e in CODES.items()},
        "assumptions": ASSUMPTIONS,
        "rungs": RUNGS,
    }


def _file(file: FileReport) -> dict[str, Any]:
    entry = file.entry
    return {
        "source": file.source, "kind": entry["kind"], "outcome": entry["outcome"], "effort": file.effort,
        "verdict": file.verdict, "counts": [file.statuses[s] for s in STATUSES],
        "cells": [[c.number, c.left, c.right, c.rows] for c in file.cells],
        "sites": [
            [s["cell"], s["line"], s["column"], s["end_line"], s["end_column"], STATUSES.index(s["status"]), s["api"],
             s["assumptions"]]
            for s in entry["sites"]
        ],
        "diagnostics": [
            [d["cell"], d["line"], d["code"], d["severity"], d["message"], d["hint"]] for d in entry["diagnostics"]
        ],
        "verdicts": [_verdict(v) for v in file.verdicts],
    }  # fmt: skip


def _verdict(verdict: Any) -> dict[str, Any]:
    differences = [
        [o["name"], d["message"], d["pandas"], d["spark"]]
        for o in verdict.get("observables", ()) for d in o.get("differences", ())
    ]  # fmt: skip
    return {
        "engine": verdict["engine"], "ansi": verdict.get("ansi"), "outcome": verdict["outcome"],
        "reason": verdict.get("reason", ""), "compared": verdict.get("compared", 0), "inputs": verdict.get("inputs", {}),
        "differences": differences[:20],
    }  # fmt: skip
