"""What settings ask of the machine: loopback or not, its own names, a key that only this user can read."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from journeys.environment import is_loopback, make_folder, own_names, secret_key


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("localhost", True),
        ("LocalHost", True),
        ("::1", True),
        ("[::1]", True),
        ("::ffff:127.0.0.1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.4", False),
        ("::ffff:192.168.1.4", False),
        ("localhost.example", False),
        ("127.0.0.1.example", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_loopback(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_others_ask_for_this_machine_by_its_names() -> None:
    names = own_names("sheet.example")
    assert {"localhost", "127.0.0.1", "[::1]", "sheet.example"} <= {*names}
    assert all(name == name.lower() and "*" not in name for name in names)


def test_the_key_is_made_once_and_for_this_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"
    with ThreadPoolExecutor(8) as room:
        keys = {*room.map(lambda _turn: secret_key(path), range(16))}
    assert len(keys) == 1
    assert len(keys.pop()) >= 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["secret_key"]


def test_the_data_folder_is_made_for_this_user_alone(tmp_path: Path) -> None:
    assert stat.S_IMODE(make_folder(tmp_path / "a").stat().st_mode) == 0o700
