"""What settings.py asks of the machine: data folder, secret key, own names, whether a host is loopback."""

import ipaddress
import os
import secrets
import socket
import tempfile
from contextlib import suppress
from pathlib import Path

LOCAL_NAMES = ["localhost", "127.0.0.1", "[::1]"]


def is_loopback(host: str) -> bool:
    """True for a name or address that only this machine can reach; brackets around an IPv6 address are
    allowed.
    """
    name = host.strip().strip("[]").lower()
    if name == "localhost":
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def own_names(host: str) -> list[str]:
    """The names and addresses under which others may ask this machine, when it listens on `host`."""
    names = {host, socket.gethostname(), f"{socket.gethostname()}.local"}
    for family, target in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        # Which address faces the network; connecting a datagram socket sends nothing.
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((target, 9))
                names.add(probe.getsockname()[0])
            except OSError:
                continue
    names.discard("")
    return LOCAL_NAMES + sorted(
        f"[{name}]" if ":" in name and name[0] != "[" else name.lower() for name in names
    )


def make_folder(path: Path) -> Path:
    """The folder `path`, made where it is missing and then open to this user alone."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def secret_key(path: Path) -> str:
    """The key in the file `path`, made on first use with rights 0600. Two processes that make it at once
    get the same.
    """
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        pass
    handle, draft = tempfile.mkstemp(dir=path.parent)  # mkstemp gives 0600
    try:
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(50))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # another process was first
            os.link(draft, path)
    finally:
        Path(draft).unlink()
    return path.read_text().strip()
