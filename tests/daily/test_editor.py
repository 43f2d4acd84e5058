"""The language server as an editor meets it: a process that speaks JSON-RPC."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TEXT = 'import pandas as pd\ndf = pd.DataFrame({"𝒜": [1.0]})\nx = df["𝒜"].convert_dtypes()\ndf["b"] = df["𝒜"] * 2\n'


class Client:
    """The part of an editor that the test needs."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process, self.number = process, 0

    def send(self, method: str, params: Any, number: int | None = None) -> None:
        message: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": params}
        if number is not None:
            message["id"] = number
        self.write(message)

    def write(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        length = 0
        while (line := self.process.stdout.readline().strip()) != b"":
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if "method" in message and "id" in message:
            self.write({"jsonrpc": "2.0", "id": message["id"], "result": {"success": True}})
        return message

    def request(self, method: str, params: Any) -> Any:
        self.number += 1
        self.send(method, params, self.number)
        while True:
            message = self.receive()
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message
                return message.get("result")

    def notified(self, method: str) -> Any:
        while True:
            message = self.receive()
            if message.get("method") == method:
                return message["params"]


@pytest.fixture
def client() -> Iterator[Client]:
    pytest.importorskip("pygls")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-m", "translator", "language-server"], env=environment,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    made = Client(process)
    capabilities = made.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})["capabilities"]
    assert capabilities["hoverProvider"]
    assert "translate.showTranslation" in capabilities["executeCommandProvider"]["commands"]
    made.send("initialized", {})
    yield made
    made.request("shutdown", None)
    made.send("exit", None)
    process.wait(20)


def test_findings_hover_actions_and_translation(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "a b.py"
    path.write_text("the editor has another text")
    uri = path.as_uri()
    document = {"uri": uri, "languageId": "python", "version": 1, "text": TEXT}
    client.send("textDocument/didOpen", {"textDocument": document})
    published = client.notified("textDocument/publishDiagnostics")
    (finding,) = published["diagnostics"]
    assert finding["code"] == "T301"
    assert finding["range"] == {"start": {"line": 2, "character": 4}, "end": {"line": 2, "character": 29}}

    place = {"textDocument": {"uri": uri}, "position": {"line": 2, "character": 8}}
    assert "T301 not-yet" in client.request("textDocument/hover", place)["contents"]["value"]
    span = {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 0}}
    offered = client.request(
        "textDocument/codeAction", {"textDocument": {"uri": uri}, "range": span, "context": {"diagnostics": []}}
    )
    assert [action["title"] for action in offered] == ["Show translation to PySpark", "Ignore T301 here (say why)"]

    shown = client.request("workspace/executeCommand", {"command": "translate.showTranslation", "arguments": [uri]})
    assert "createDataFrame" in shown["text"]

    change = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": "x = 1\n"}]}
    client.send("textDocument/didChange", change)
    assert client.notified("textDocument/publishDiagnostics")["diagnostics"] == []
    change["contentChanges"] = [{"text": "import pandas\nx = (\n"}]
    client.send("textDocument/didChange", change)
    assert client.notified("textDocument/publishDiagnostics")["diagnostics"][0]["code"] == "T101"
