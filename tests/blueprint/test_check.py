"""`python -m blueprint check`, as a user calls it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint.__main__ import main

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "examples" / "vente-magasin.json"


def run(*arguments: str | Path, text: bytes = b"") -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "blueprint", "check", *map(str, arguments)],
        input=text, capture_output=True, cwd=ROOT, timeout=60, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_good_file_is_one_line() -> None:
    title = "Vente en magasin, article absent du rayon"
    counts = "4 phases, 7 moments, 5 lanes, 23 steps, 21 links".replace(" ", "\u00a0").replace(
        ",\u00a0", ", "
    )
    assert run("examples/vente-magasin.json") == (0, f"examples/vente-magasin.json: {title} ({counts})\n", "")


def test_a_wrong_file_is_told_and_the_others_still_done(tmp_path: Path) -> None:
    data = json.loads(GOOD.read_text(encoding="utf-8"))
    data["steps"][3]["lane"] = "fornt"
    data["lanes"][2]["id"] = "front"
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(data), encoding="utf-8")
    code, out, err = run(GOOD, wrong, GOOD)
    assert code == 1
    assert len(out.splitlines()) == 2
    place = f"{wrong}: steps[3].lane: "
    reason = 'no lane has the id "fornt" (lanes: preuves, client, front, coulisses, support)'
    assert err.splitlines()[0] == f'{place}{reason}. Did you mean "front"?'


def test_files_that_are_none(tmp_path: Path) -> None:
    huge, binary, deep, empty = (tmp_path / name for name in ("huge", "binary", "deep", "empty"))
    with huge.open("wb") as file:
        file.truncate(50_000_000)
    binary.write_bytes(bytes(range(256)))
    deep.write_text("[" * 100_000)
    empty.touch()
    code, out, err = run(tmp_path / "none", tmp_path, huge, binary, deep, empty)
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        f"{tmp_path}/none: there is no such file",
        f"{tmp_path}: this is a folder, not a file",
        f"{huge}: more than 10 MB: too large for a blueprint",
        f"{binary}: not UTF-8 text (byte 128)",
        f"{deep}: brackets are nested more than 64 deep",
        f"{empty}: not JSON: line 1, column 1: a value is expected here",
    ]


def test_standard_input_and_french() -> None:
    assert run("-", text=GOOD.read_bytes())[0] == 0
    assert run("--lang", "fr", "-", text=b"[]") == (
        1,
        "",
        "entrée standard\u00a0: un objet est attendu ici, et non […]\n",
    )


def test_a_title_cannot_break_the_line() -> None:
    text = json.dumps({"format": "blueprint/1", "title": "a\nb\x1b[2J\u202e" + "x" * 500}).encode()
    code, out, _ = run("-", text=text)
    assert code == 0
    assert len(out.splitlines()) == 1
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_a_terminal_without_the_letters(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.json")
    Path(path).write_bytes(GOOD.read_bytes())
    command = [sys.executable, "-m", "blueprint", "check", path, "examples/reclamation.json"]
    narrow = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, cwd=ROOT, env=narrow, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"R\\xe9clamation" in done.stdout


def test_a_wrong_use_is_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["check"], ["nonsense"], ["check", "--lang", "de", "x"]):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize(
    "command",
    [["check", GOOD], ["friction", GOOD], ["schema"], ["draw", GOOD, "-o", "-"]],
    ids=lambda command: command[0],
)
def test_a_full_disk_is_told_in_one_line(command: list[str | Path]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "blueprint", *map(str, command)],
            stdout=full, stderr=subprocess.PIPE, cwd=ROOT, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.decode() == "python -m blueprint: No space left on device\n"
