"""`python -m blueprint friction`: text, JSON lines, and what it says of files that are wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint.__main__ import main
from blueprint.document import dumps
from tests.blueprint.sheets import back, customer, front, sheet

EXAMPLES = Path(__file__).parents[2] / "examples"
SHEET = sheet(
    customer("c1"), front("f1", uses="crm"), back("b1"), links="c1 > f1", tools={"crm": {"latency_s": 20}}
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "sheet.json"
    path.write_text(dumps(SHEET), encoding="utf-8")
    return str(path)


def test_one_object_a_file_with_what_it_must_hold(capsys, file):
    names = [file, str(EXAMPLES / "vente-magasin.json")]
    assert main(["friction", "--format", "jsonl", *names]) == 0
    lines = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    assert [set(one) for one in lines] == [{"file", "title", "findings", "unknown"}] * 2
    assert [one["file"] for one in lines] == names
    assert lines[0]["title"] == "Sheet"
    assert {finding["detector"] for finding in lines[0]["findings"]} == {"tool-latency", "orphan-work"}
    assert {"detector": "tool-latency", "type": "tool", "id": "erp", "field": "latency_s"} in lines[1][
        "unknown"
    ]


def test_text_names_what_decides_in_the_language_of_the_blueprint_or_the_one_asked_for(capsys, file):
    assert main(["friction", file]) == 0
    english = capsys.readouterr().out
    assert "Crm" in english and "20" in english and "Nothing joins “B1”" in english
    assert main(["friction", "--lang", "fr", file]) == 0
    assert "Rien ne relie «\N{NO-BREAK SPACE}B1\N{NO-BREAK SPACE}»" in capsys.readouterr().out


def test_text_says_what_could_not_be_judged(capsys):
    main(["friction", "--lang", "en", "--only", "tool-latency", str(EXAMPLES / "vente-magasin.json")])
    assert "latency_s of “Messagerie” and “ERP prix”" in capsys.readouterr().out


def test_only_and_limit(capsys, file):
    assert (
        main(["friction", "--only", "tool-latency,re-entry", "--limit", "tool-latency.limit_s=30", file]) == 0
    )
    assert "no friction found" in capsys.readouterr().out


def test_a_wrong_file_is_told_on_standard_error_and_the_others_are_done(capsys, file, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": "blueprint/1"}', encoding="utf-8")
    assert main(["friction", "--format", "jsonl", str(bad), str(tmp_path / "none.json"), file]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(text)["file"] for text in out.splitlines()] == [file]
    assert "bad.json" in err and "title" in err and "none.json" in err and "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--only", "re-enter"], "no detector is called re-enter"),
        (["--limit", "tool-latency.limit=3"], "no limit is called tool-latency.limit"),
        (["--limit", "tool-latency.limit_s=slow"], "a limit is a number from 0 up, not slow"),
        (["--limit", "tool-latency.limit_s"], "a limit is a number from 0 up, not nothing"),
    ],
)
def test_a_wrong_argument_is_said(capsys, file, arguments, reason):
    with pytest.raises(SystemExit) as exit:
        main(["friction", *arguments, file])
    assert exit.value.code == 2 and reason in capsys.readouterr().err


def test_standard_input():
    done = subprocess.run(
        [sys.executable, "-m", "blueprint", "friction", "--format", "jsonl", "-"],
        input=dumps(SHEET).encode(), capture_output=True, check=True, cwd=EXAMPLES.parent,
    )  # fmt: skip
    assert json.loads(done.stdout)["file"] == "-"
