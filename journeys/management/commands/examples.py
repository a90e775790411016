"""`manage.py examples`: puts the three examples in, where no blueprint was ever made."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction

from blueprint.document import read
from journeys.models import Blueprint
from journeys.services.blueprints import blueprint_create
from journeys.services.people import local_owner


class Command(BaseCommand):
    help = "Puts the examples in for the local owner, unless a blueprint was ever made here."

    def handle(self, *args: Any, **options: Any) -> None:
        if Blueprint.objects.exists():
            return
        documents = [read(path) for path in sorted((settings.BASE_DIR / "examples").glob("*.json"))]
        with transaction.atomic():
            for document in documents:
                blueprint_create(owner=local_owner(), document=document)
        self.stdout.write(f"{len(documents)} examples are in.")
