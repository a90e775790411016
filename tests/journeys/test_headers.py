"""Every answer carries the headers that shut a page; nothing inline runs without this request's nonce."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from journeys.models import Blueprint

PAGES = [
    "/",
    "/login/",
    "/friction/",
    "/friction/re-entry/",
    "/blueprints/{}/",
    "/api/blueprints/{}/",
    "/api/nothing/",
    "/nothing/",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_is_shut(alice: User, sheet: Blueprint, path: str) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(alice)
    headers = client.get(path.format(sheet.pk)).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_a_pages_scripts_carry_the_nonce_of_this_answer(alice: User, sheet: Blueprint) -> None:
    client = Client()
    client.force_login(alice)
    seen = set()
    for _time in range(2):
        answer = client.get(f"/blueprints/{sheet.pk}/")
        nonce = re.search(
            r"script-src [^;]*'nonce-([\w-]+)'", answer.headers["Content-Security-Policy"]
        ).group(1)
        scripts = re.findall(r"<script(?![^>]*application/json)[^>]*>", answer.content.decode())
        assert all(f'nonce="{nonce}"' in script for script in scripts)
        assert " style=" not in answer.content.decode()
        seen.add(nonce)
    assert len(seen) == 2
