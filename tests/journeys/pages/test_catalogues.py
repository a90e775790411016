"""Every sentence of the server is in French too, with the marks that French puts between words."""

import re

from django.core.management import call_command

from journeys.management.commands.messages import catalogues, read


def test_the_catalogues_hold_every_sentence_translated() -> None:
    call_command("messages", "--check")


def test_a_translation_fills_in_the_same_values() -> None:
    for path in catalogues():
        for message in read(path):
            asked = set(re.findall(r"%\(\w+\)s", str(message.id)))
            assert set(re.findall(r"%\(\w+\)s", str(message.string))) == asked, message.id


def test_french_marks() -> None:
    """A straight apostrophe, or a plain space before a high mark, would show as a slip."""
    for path in catalogues():
        for message in filter(lambda message: message.id, read(path)):  # the header is none
            for text in message.string if isinstance(message.string, tuple) else [message.string]:
                assert not re.search(r"'|[ \w][;!?](?:\s|$)| :|« | »", text), text
