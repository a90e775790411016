"""`manage.py password`: sets the password that an installation needs which others can reach."""

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from journeys.services.errors import Refused
from journeys.services.people import local_owner, password_set


class Command(BaseCommand):
    help = (
        "Sets the password of the local owner, or of another person; reads it from a pipe where there is one."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--person", help="the name under which they sign in; else the local owner")

    def handle(self, *args: Any, person: str | None, **options: Any) -> None:
        holder = User.objects.filter(username=person).first() if person else local_owner()
        if holder is None:
            raise CommandError(f"There is no person called {person}.")
        try:
            password_set(person=holder, password=self.ask(holder.username))
        except Refused as error:
            raise CommandError(f"{error.message} {error.mend}") from None
        self.stdout.write(f"The password of {holder.username} is set.")

    def ask(self, name: str) -> str:
        if not sys.stdin.isatty():
            return sys.stdin.readline().rstrip("\n")
        password = getpass(f"New password for {name}: ")
        if getpass("Once more: ") != password:
            raise CommandError("These are two different passwords; nothing was set.")
        return password
