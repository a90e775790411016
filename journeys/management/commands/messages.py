"""`manage.py messages`: brings the catalogues of sentences up to date with the code, without GNU gettext."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation.template import templatize

# Without dates or names: two people who add a sentence each don't meet in a line that says nothing.
HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""
KEYWORDS = DEFAULT_KEYWORDS | {"gettext_lazy": None, "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2)}


class Command(BaseCommand):
    help = "Collects the sentences of journeys/ into its catalogues and says what is not translated."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="writes nothing")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        for path in catalogues():
            catalogue = read(path)
            catalogue.update(template(), no_fuzzy_matching=True)
            catalogue.obsolete.clear()
            if not check:
                path.write_bytes(written(catalogue))
            elif path.read_bytes() != written(catalogue):
                raise CommandError(f"{path} is not up to date: run `manage.py messages`.")
            if missing := [
                str(message.id) for message in catalogue if message.id and not translated(message)
            ]:
                raise CommandError(f"{path} lacks a translation of:\n" + "\n".join(missing))


def catalogues() -> list[Path]:
    """Only French: the sentences in the code are English."""
    return sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.po"))


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def written(catalogue: Catalog) -> bytes:
    out = BytesIO()
    write_po(out, catalogue, width=110, no_location=True, omit_header=True, sort_output=True)
    header = HEADER.format(language=catalogue.locale_identifier, plurals=catalogue.plural_forms)
    return header.encode() + out.getvalue()


def translated(message: Any) -> bool:
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


def template() -> Catalog:
    """Every sentence that the code and the templates ask for."""
    found = Catalog()
    for message in sentences():
        found.add(message)
    return found


def sentences() -> Iterator[Any]:
    root = Path(settings.BASE_DIR)
    for path in sorted((root / "journeys").rglob("*")):
        if path.suffix not in {".py", ".html"}:
            continue
        source = path.read_text("utf-8")
        if path.suffix == ".html":
            # Django turns a template into code that only has its sentences; its indentation means nothing.
            source = "\n".join(line.strip() for line in templatize(source).splitlines())
        for _line, message, _comments, _context in extract("python", BytesIO(source.encode()), KEYWORDS):
            yield message
