"""`python -m blueprint friction`: text, JSON lines, and what it says of files that are wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint.__main__ import main
from blueprint.document import dumps, to_data
from tests.blueprint.sheets import back, customer, front, sheet, sheet_data

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
    assert [set(one) for one in lines] == [
        {"file", "title", "findings", "unknown", "flow", "pairs", "cost", "notes"}
    ] * 2
    assert [one["file"] for one in lines] == names
    assert lines[0]["title"] == "Sheet"
    assert {finding["detector"] for finding in lines[0]["findings"]} == {"tool-latency", "orphan-work"}
    gap = {"detector": "tool-latency", "type": "tool", "id": "erp", "field": "latency_s"}
    assert any(gap.items() <= one.items() for one in lines[1]["unknown"])


def test_an_object_stays_on_one_line_whatever_a_title_holds(capsys, tmp_path):
    title, path = "one\x85two\u2028three\u2029four", tmp_path / "lines.json"
    path.write_text(json.dumps(sheet_data(front("f1")) | {"title": title}), encoding="utf-8")
    assert main(["friction", "--format", "jsonl", str(path)]) == 0
    [line] = capsys.readouterr().out.splitlines()
    assert json.loads(line)["title"] == title


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


def test_text_says_prices_pairs_and_cost(capsys):
    main(["friction", "--lang", "en", str(EXAMPLES / "vente-magasin.json")])
    text = capsys.readouterr().out
    assert "per case: 6\u00a0min for the customer, 1\u00a0min for the team" in text
    assert "Three irritants" in text and "path: “Demande un accord” → " in text
    assert "Doing nothing costs" in text and "Per case: " in text


BAD = {
    "share above 1": {"links": [{"id": "k1", "source": "c1", "target": "b1", "share": 1.5}]},
    "rework share of 1": {"links": [{"id": "k1", "source": "c1", "target": "c1", "share": 1}]},
    "shares that sum above 1": {
        "links": [{"id": f"k{n}", "source": "c1", "target": "b1", "share": 0.7} for n in range(2)]
    },
    "negative minutes": {
        "steps": [{"id": "c1", "lane": "customer", "moment": "m1", "title": "", "work_min": -1}]
    },
}


@pytest.mark.parametrize("name", BAD)
def test_bad_numbers_are_told_in_a_sentence(capsys, tmp_path, name):
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(sheet_data(customer("c1"), back("b1")) | BAD[name]), encoding="utf-8")
    for command in (["friction", str(path)], ["compare", str(path), str(path)]):
        assert main(command) == 1
        out, err = capsys.readouterr()
        assert not out and "bad.json: " in err and "Traceback" not in err


@pytest.mark.parametrize(
    "small", [sheet(), sheet(customer("c1")), sheet(back("b1", work_min=3)), sheet(lanes={}), None]
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_empty_or_tiny_blueprint_has_a_diagnosis(capsys, tmp_path, small, language):
    path = tmp_path / "small.json"
    data = to_data(small) if small else {"format": "blueprint/1", "title": "", "lanes": []}
    path.write_text(json.dumps(data), encoding="utf-8")
    for command in (["friction"], ["friction", "--format", "jsonl"], ["compare", str(path)]):
        assert main([*command, "--lang", language, str(path)]) == 0
        out = capsys.readouterr().out
        assert out and "nan" not in out.lower().replace("finan", "")


def test_compare_says_what_is_resolved_and_what_moved(capsys, tmp_path):
    before = sheet(
        customer("c1", work_min=1),
        front("f1", work_min=9, uses="crm"),
        links="c1 > f1",
        tools={"crm": {"latency_s": 40}},
    )
    after = sheet(customer("c1", work_min=8), front("f1", work_min=2), links="c1 > f1")
    files = [str(tmp_path / name) for name in ("as_is.json", "to_be.json")]
    for file, document in zip(files, (before, after), strict=True):
        Path(file).write_text(dumps(document), encoding="utf-8")
    assert main(["compare", *files]) == 0
    text = capsys.readouterr().out
    assert "Resolved (1)" in text and "Slow tool" in text and "Only moved (2)" in text
    assert "from the team" in text and "changed (work_min, uses)" in text
    assert main(["compare", "--format", "json", *files]) == 0
    data = json.loads(capsys.readouterr().out)
    assert set(data) == {"resolved", "worsened", "new", "kept", "moved", "flow", "steps"}
    assert main(["compare", files[0], str(tmp_path / "none.json")]) == 1


def test_text_says_what_was_decided(capsys, tmp_path):
    data = to_data(SHEET)
    main(["friction", "--format", "jsonl", _written(tmp_path, data)])
    finding = json.loads(capsys.readouterr().out)["findings"][0]
    data["reviews"] = [
        {"finding": finding["fingerprint"], "status": "dismissed", "reason": "Measured\nagain"}
    ]
    assert main(["friction", _written(tmp_path, data)]) == 0
    told = capsys.readouterr().out
    assert " · Dismissed\n" in told and "reason: Measured again\n" in told


def _written(folder: Path, data: object) -> str:
    path = folder / "reviewed.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return str(path)
