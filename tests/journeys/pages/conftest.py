"""Who asks for pages: the local owner at their own machine, and someone who has nothing to do with them."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from blueprint.document import from_data
from journeys.models import Blueprint
from journeys.services.blueprints import blueprint_create
from journeys.services.people import local_owner


@pytest.fixture
def owner(db: None) -> User:
    return local_owner()


@pytest.fixture
def client(owner: User) -> Client:
    """The owner's browser, in English."""
    return Client(headers={"host": "localhost", "accept-language": "en"})


@pytest.fixture
def french(owner: User) -> Client:
    return Client(headers={"host": "localhost", "accept-language": "fr-FR"})


@pytest.fixture
def sheet(owner: User) -> Blueprint:
    return blueprint_create(owner=owner, document=titled("Returns in the shop"))


@pytest.fixture
def foreign(db: None) -> Blueprint:
    bob = User.objects.create_user("bob", password="a long and rare one")
    return blueprint_create(owner=bob, document=titled("Bob's own"))


def titled(title: str):
    return from_data({"format": "blueprint/1", "title": title, "language": "en"})
