"""`python -m blueprint draw`: the whole file or none, from a document or a drawing of one."""

import io
import os
import sys
from pathlib import Path

import pytest

from blueprint.__main__ import main
from blueprint.document import read
from blueprint.drawing import extract

EXAMPLE = "examples/vente-magasin.json"


def test_it_writes_a_drawing_that_reopens(tmp_path: Path) -> None:
    out = tmp_path / "out.svg"
    assert main(["draw", EXAMPLE, "-o", str(out)]) == 0
    assert [step.id for step in extract(out.read_bytes()).steps] == [step.id for step in read(EXAMPLE).steps]
    assert list(tmp_path.iterdir()) == [out]


def test_a_drawing_is_taken_wherever_a_document_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "first.svg", tmp_path / "second.svg"
    assert main(["draw", EXAMPLE, "-o", str(first)]) == 0
    assert main(["draw", str(first), "-o", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()
    assert main(["check", str(first)]) == 0
    assert "23 steps" in capsys.readouterr().out.replace("\u00a0", " ")


def test_a_wrong_file_leaves_what_was_there_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong, out = tmp_path / "wrong.json", tmp_path / "out.svg"
    wrong.write_text('{"format": "blueprint/1"}')
    out.write_text("before")
    assert main(["draw", str(wrong), "-o", str(out)]) == 1
    assert out.read_text() == "before"
    assert "wrong.json" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("place", "said"), [("no/out.svg", "ce dossier n’existe pas"), (".", "c’est un dossier, pas un fichier")]
)
def test_a_place_that_cannot_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str, said: str
) -> None:
    assert main(["draw", EXAMPLE, "-o", str(tmp_path / place), "--lang", "fr"]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"{tmp_path / place}\u00a0: {said}\n")


def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path) -> None:
    there, link = tmp_path / "there.svg", tmp_path / "link.svg"
    there.write_text("before")
    link.symlink_to(there)
    assert main(["draw", EXAMPLE, "-o", str(link)]) == 0
    assert link.is_symlink()
    assert there.read_text("utf-8").startswith("<?xml")


def test_a_file_that_may_not_be_written_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.svg"
    out.write_text("before")
    monkeypatch.setattr(
        os, "access", lambda path, mode: False
    )  # as for anyone but root where it is read-only
    assert main(["draw", EXAMPLE, "-o", str(out)]) == 1
    assert out.read_text() == "before"
    assert "nothing may be written here" in capsys.readouterr().err


def test_a_dash_is_standard_input_and_output(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream:
        def __init__(self, data: bytes = b"") -> None:
            self.buffer = io.BytesIO(data)

        def flush(self) -> None:
            pass

    out = Stream()
    monkeypatch.setattr(sys, "stdin", Stream(Path(EXAMPLE).read_bytes()))
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["draw", "-", "-o", "-", "--lang", "en"]) == 0
    assert b"Line of interaction" in out.buffer.getvalue()


def test_options_reach_the_drawing(tmp_path: Path) -> None:
    out = tmp_path / "out.svg"
    assert main(["draw", EXAMPLE, "-o", str(out), "--complete", "--outlines", "--router", "graphviz"]) == 0
    svg = out.read_text("utf-8")
    assert "@font-face" not in svg
    assert extract(svg) == read(EXAMPLE)
