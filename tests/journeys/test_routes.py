"""Every address by every kind of person; an address or method that nobody classified here fails."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from PIL import Image

from journeys.models import Analysis, Attachment, Blueprint, Export, Member
from journeys.services.analyses import analysis_ask
from journeys.services.attachments import attachment_add
from journeys.services.blueprints import blueprint_bin
from journeys.services.exports import EXPORTS, export_ask
from tests.factories import PersonFactory, shared_with

# What one must be allowed to: nothing ("open"), to be somebody ("person"), to have asked for it ("own"), or a
# verb on the blueprint.
ROUTES: dict[str, dict[str, str]] = {
    "api/blueprints/": {"GET": "person", "POST": "person"},
    "api/blueprints/<str:id>/": {"GET": "read", "PATCH": "edit", "DELETE": "manage"},
    "api/blueprints/<str:id>/duplicate/": {"POST": "read"},
    "api/blueprints/<str:id>/restore/": {"POST": "manage"},
    "api/blueprints/<str:id>/document/": {"GET": "read"},
    "api/blueprints/<str:id>/records/": {"GET": "read"},
    "api/blueprints/<str:id>/friction/": {"GET": "read"},
    "api/blueprints/<str:id>/what-if/": {"POST": "read"},
    "api/blueprints/<str:id>/target/": {"POST": "read"},
    "api/blueprints/<str:id>/compare/<str:other>/": {"GET": "read"},
    "api/blueprints/<str:id>/preview/": {"GET": "read"},
    "api/blueprints/<str:id>/changes/": {"GET": "read", "POST": "edit"},
    "api/blueprints/<str:id>/attachments/": {"GET": "read", "POST": "edit"},
    "api/blueprints/<str:id>/attachments/<str:attachment>/": {"GET": "read"},
    "api/blueprints/<str:id>/exports/": {"POST": "read"},
    "api/blueprints/<str:id>/exports/<str:export>/": {"GET": "read"},
    "api/blueprints/<str:id>/exports/<str:export>/file/": {"GET": "read"},
    "api/analyses/": {"POST": "person"},
    "api/analyses/<str:analysis>/": {"GET": "own"},
    "api/detectors/": {"GET": "person"},
    "api/presets/": {"GET": "person"},
    "api/presets/<str:preset>/preview/": {"GET": "person"},
    "api/format/schema/": {"GET": "open"},
    "api/schema/": {"GET": "open"},
    "": {"GET": "person"},
    "bin/": {"GET": "person"},
    "new/": {"GET": "person", "POST": "person"},
    "new/file/": {"POST": "person"},
    "blueprints/<str:id_>/": {"GET": "read"},
    "blueprints/<str:id_>/rename/": {"POST": "edit"},
    "blueprints/<str:id_>/duplicate/": {"POST": "read"},
    "blueprints/<str:id_>/delete/": {"POST": "manage"},
    "blueprints/<str:id_>/restore/": {"POST": "manage"},
    "friction/": {"GET": "open"},
    "friction/<str:id_>/": {"GET": "open"},
    "login/": {"GET": "open", "POST": "open"},
    "accessibility/": {"GET": "open"},
    "logout/": {"POST": "open"},
    "language/": {"POST": "open"},
}
CASES = [(path, method, need) for path, methods in ROUTES.items() for method, need in methods.items()]
VERBS = ["read", "edit", "manage"]
MAY = {"alice": [*VERBS, "own"], "bob": ["read", "edit"], "vera": ["read"], "charlie": [], "nobody": []}


def patterns(resolver: URLResolver, start: str = "") -> Iterator[tuple[str, Any]]:
    for entry in resolver.url_patterns:
        path = start + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield path, entry.callback
        else:
            yield from patterns(entry, path)


def test_every_address_and_method_is_classified() -> None:
    served = dict(patterns(get_resolver()))
    assert {*served} == {*ROUTES}
    for path, view in served.items():
        if view_class := getattr(view, "cls", None):  # of the API
            methods = {
                name.upper()
                for name in ("get", "post", "put", "patch", "delete")
                if hasattr(view_class, name)
            }
            assert methods == {*ROUTES[path]}, path


@pytest.fixture
def finished(sheet: Blueprint, alice: User, monkeypatch: pytest.MonkeyPatch) -> Export:
    from journeys.services import exports

    monkeypatch.setitem(exports.MAKERS, "svg", lambda job: (b"<svg/>", 0))
    job = export_ask(blueprint=sheet, by=alice, format="svg", options={})
    EXPORTS.run(job.pk)
    return job


@pytest.fixture
def analysed(sheet: Blueprint, alice: User) -> Analysis:
    return analysis_ask(blueprints=[sheet.pk], by=alice, language="en")


@pytest.fixture
def attached(sheet: Blueprint, alice: User) -> Attachment:
    out = BytesIO()
    Image.new("L", (2, 2)).save(out, "PNG")
    return attachment_add(blueprint=sheet, by=alice, sent=out.getvalue())


@pytest.mark.parametrize("who", MAY)
@pytest.mark.parametrize(
    ("path", "method", "need"), CASES, ids=[f"{method} /{path}" for path, method, _ in CASES]
)
def test_every_route_by_every_kind_of_person(
    sheet: Blueprint,
    finished: Export,
    analysed: Analysis,
    attached: Attachment,
    path: str,
    method: str,
    need: str,
    who: str,
) -> None:
    shared_with(sheet, PersonFactory(username="vera"), Member.Role.VIEWER)
    person = AnonymousUser() if who == "nobody" else PersonFactory(username=who)
    if path.endswith("restore/"):
        blueprint_bin(blueprint=sheet)
    status = ask(person, method, address(path, sheet.pk, finished, analysed))
    is_page = not path.startswith("api/")
    if need == "open" or (need == "person" and who != "nobody"):
        assert status in (200, 201, 302, 400)
    elif who == "nobody":
        assert status == (302 if is_page else 401)
    elif need in MAY[who]:
        assert status in (200, 201, 202, 204, 302, 400)
    else:
        # Who may not even see it is told that there is nothing.
        assert status == (403 if "read" in MAY[who] and need != "own" else 404)


def address(path: str, blueprint: str, export: Export, analysis: Analysis | None = None) -> str:
    values = {
        "id": blueprint,
        "id_": blueprint if path.startswith("blueprints/") else "re-entry",
        "other": blueprint,
        "preset": "service",
        "export": export.pk,
        "analysis": analysis.pk if analysis else "",
        "attachment": blueprint_attachment(blueprint),
    }
    return "/" + re.sub(r"<str:(\w+)>", lambda name: values[name[1]], path)


def blueprint_attachment(blueprint: str) -> str:
    return Attachment.objects.filter(blueprint=blueprint).values_list("digest", flat=True).first() or "0" * 64


def ask(person: User | AnonymousUser, method: str, at: str) -> int:
    client = Client(raise_request_exception=False, REMOTE_ADDR="192.0.2.7")
    if person.is_authenticated:
        client.force_login(person)
    is_page = not at.startswith("/api/")
    form = method == "GET" or is_page or at.endswith("attachments/")
    body = {} if form else {"data": "{}", "content_type": "application/json"}
    return getattr(client, method.lower())(at, **body).status_code


@pytest.mark.parametrize(
    ("path", "method"),
    [(path, method) for path, method, need in CASES if need in VERBS and path.startswith("api/")],
)
def test_what_is_not_there_looks_like_what_one_may_not_see(
    sheet: Blueprint, finished: Export, charlie: User, path: str, method: str
) -> None:
    def answer(blueprint: str) -> Any:
        client = Client(headers={"accept-language": "en"})
        client.force_login(charlie)
        at = address(path, blueprint, finished)
        return (
            getattr(client, method.lower())(at, data="{}", content_type="application/json")
            if method != "GET"
            else client.get(at)
        )

    there, nowhere = answer(sheet.pk), answer("2222222222222222")
    assert there.status_code == nowhere.status_code == 404
    assert there.json() == nowhere.json()
