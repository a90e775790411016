"""`manage.py token`: prints a token for scripts of the local owner, or of another person."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from journeys.services.people import local_owner
from journeys.services.tokens import token_make


class Command(BaseCommand):
    help = "Prints a new token for scripts: Authorization: Bearer TOKEN. It is shown this once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", nargs="?", default="", help="what it is for")
        parser.add_argument("--person", help="the name under which they sign in; else the local owner")

    def handle(self, *args: Any, name: str, person: str | None, **options: Any) -> None:
        holder = User.objects.filter(username=person).first() if person else local_owner()
        if holder is None:
            raise CommandError(f"There is no person called {person}.")
        self.stdout.write(token_make(person=holder, name=name))
