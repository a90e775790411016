"""Whatever is read, a document comes of it or an error that says what is wrong; nothing else is raised."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.document import Document, DocumentError, from_data, parse, read

EXAMPLE = Path(__file__).parents[2] / "examples" / "reclamation.json"


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    def reason(path: Path | str) -> str:
        with pytest.raises(DocumentError) as caught:
            read(path)
        return str(caught.value)

    assert reason(tmp_path / "none.json") == "there is no such file"
    assert reason(tmp_path) == "this is a folder, not a file"
    assert reason("a\0b") == "there is no such file"
    closed = tmp_path / "closed.json"
    closed.write_text("{}")
    closed.chmod(0)
    if os.geteuid() != 0:  # root reads everything
        assert reason(closed) == "the file may not be read"
    assert reason(closed / "below") == "the file cannot be read (Not a directory)"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def only_document_errors(source: Any) -> None:
    try:
        document = parse(source) if isinstance(source, str | bytes) else from_data(source)
    except DocumentError as error:
        for problem in error.problems:
            assert problem.message("en")
            assert problem.mend("fr")
    else:
        assert isinstance(document, Document)


@given(st.binary())
def test_no_bytes_raise_anything_else(text: bytes) -> None:
    only_document_errors(text)


@given(json_values)
def test_no_json_raises_anything_else(value: Any) -> None:
    only_document_errors(value)
    only_document_errors(json.dumps(value))


@given(st.data())
def test_no_spoilt_document_raises_anything_else(choose: st.DataObject) -> None:
    spoilt = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    for _ in range(choose.draw(st.integers(1, 3))):
        inner: Any = spoilt
        while True:
            keys = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
            key = choose.draw(st.sampled_from(keys))
            if not isinstance(inner[key], dict | list) or not inner[key] or choose.draw(st.booleans()):
                break
            inner = inner[key]
        inner[key] = choose.draw(json_values)
    only_document_errors(spoilt)
