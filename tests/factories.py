"""People and blueprints for the tests of the server: alice owns, bob edits, charlie is a stranger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import factory
from django.contrib.auth.models import User
from django.test import Client

from blueprint.document import from_data
from journeys.models import Blueprint, Member
from journeys.services.blueprints import blueprint_create
from journeys.services.changes import Wanted, change_submit
from journeys.services.tokens import token_make

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = {
    path.stem: json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "examples").glob("*.json"))
}

Op = dict[str, Any]

# Two sides, two moments, a link across, a tool that is used and that feeds another.
SMALL: dict[str, Any] = {
    "format": "blueprint/1",
    "title": "Returns",
    "language": "en",
    "phases": [{"id": "p", "title": "Return"}],
    "moments": [{"id": "m1", "phase": "p", "title": "Asks"}, {"id": "m2", "phase": "p", "title": "Waits"}],
    "lanes": [
        {"id": "cust", "kind": "customer", "title": "Customer"},
        {"id": "front", "kind": "frontstage", "title": "Shop", "actor": "seller"},
    ],
    "actors": [{"id": "seller", "title": "Seller"}],
    "channels": [{"id": "phone", "title": "Phone"}],
    "tools": [
        {"id": "crm", "title": "CRM", "feeds": [{"information": "adr", "to": "till"}], "actors": ["seller"]},
        {"id": "till", "title": "Till"},
    ],
    "information": [{"id": "adr", "title": "Address", "held_in": "crm"}],
    "steps": [
        {"id": "c1", "lane": "cust", "moment": "m1", "title": "Asks", "channel": "phone"},
        {
            "id": "f1",
            "lane": "front",
            "moment": "m1",
            "title": "Looks up",
            "uses": [{"tool": "crm"}],
            "information": [{"information": "adr", "how": "types", "tool": "till"}],
        },
        {"id": "c2", "lane": "cust", "moment": "m2", "title": "Waits"},
    ],
    "links": [{"id": "k1", "source": "c1", "target": "f1"}, {"id": "k2", "source": "f1", "target": "c2"}],
    "notes": [{"id": "n1", "on": "f1", "text": "slow", "by": "Dora", "at": "2026-03-12T10:00:00Z"}],
    "flags": [{"id": "g1", "on": ["f1"], "area": {"lanes": ["cust", "front"], "moments": ["m1", "m2"]}}],
    "blanks": [{"lane": "front", "moment": "m2"}],
}


class PersonFactory(factory.django.DjangoModelFactory[User]):
    class Meta:
        model = User
        django_get_or_create = ["username"]

    username = factory.Sequence(lambda number: f"person{number}")


def blueprint_of(owner: User, document: dict[str, Any] | None = None, **fields: Any) -> Blueprint:
    return blueprint_create(owner=owner, document=from_data({**(document or SMALL), **fields}))


def shared_with(blueprint: Blueprint, person: User, role: str = Member.Role.EDITOR) -> Blueprint:
    Member.objects.create(blueprint=blueprint, person=person, role=role)
    return blueprint


def submit(
    blueprint: Blueprint, author: User, *ops: Op, id: UUID | None = None, label: str = ""
) -> dict[str, Any]:
    """Takes a change and gives its answer with `id`, that of the change."""
    change = Wanted(id=id or uuid4(), label=label, ops=list(ops))
    return change_submit(blueprint=blueprint.pk, author=author, change=change) | {"id": change.id}


def undo(blueprint: Blueprint, author: User, of: dict[str, Any]) -> dict[str, Any]:
    change = Wanted(id=uuid4(), undo=of["id"])
    return change_submit(blueprint=blueprint.pk, author=author, change=change) | {"id": change.id}


def put(type_: str, **record: Any) -> Op:
    return {"op": "put", "type": type_, "record": record}


def set_(type_: str, id_: str, field: str, value: Any) -> Op:
    return {"op": "set", "type": type_, "id": id_, "field": field, "value": value}


def remove(type_: str, id_: str) -> Op:
    return {"op": "remove", "type": type_, "id": id_}


class Caller:
    """A script of `person`, or of nobody: speaks JSON, in English, and does not raise the server's errors
    away.
    """

    def __init__(self, person: User | None = None, **headers: str) -> None:
        token = {"authorization": f"Bearer {token_make(person=person)}"} if person else {}
        self.client = Client(
            headers={"accept-language": "en"} | token | headers,
            raise_request_exception=False,
            REMOTE_ADDR="192.0.2.7",
        )

    def __call__(self, method: str, path: str, body: Any = None) -> Any:
        data = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
        return self.client.generic(method, path if path.startswith("/") else f"/api/{path}", **data)

    def get(self, path: str) -> Any:
        return self("GET", path)

    def post(self, path: str, body: Any = None) -> Any:
        return self("POST", path, body)
