"""Generated pages are current."""

from __future__ import annotations

from translator.reference import docs


def test_generated_pages_are_current() -> None:
    for name, text in docs.pages().items():
        path = docs.FOLDER / name
        assert path.is_file() and path.read_text(encoding="utf-8") == text, (
            f"docs/{name} is not current; run python -m translator.reference.docs"
        )
