"""What friction costs and what remedies would change: the whole diagnosis, what-if, targets, comparisons."""

from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import override

from blueprint import friction
from blueprint.document import Document, from_data, to_data
from blueprint.friction.answers import diagnosis_of
from journeys.models import Blueprint
from journeys.services.aside import aside
from journeys.services.blueprints import blueprint_create
from journeys.services.desk import Desk
from journeys.services.errors import NotNow
from journeys.services.friction import Analysis, Read, friction_read, newest, numbered
from journeys.services.states import document_read

# Beside that for friction without prices, so that these never wait for prices.
_desk: Desk[Any] = Desk(hands=1, size=64)


def diagnosis_read(id_: str, *, language: str | None = None) -> tuple[Blueprint, Analysis]:
    """As `friction_read`, with flow, prices, pairs, cost of inaction and what limits them."""

    def work(read: Read) -> Analysis:
        return aside(diagnosis_of, read[1], read[2])

    (row, _document, _language), diagnosis = _desk.get(
        ("diagnosis", id_), lambda: newest(id_, language), work
    )
    return row, numbered(row, diagnosis)


def what_if_read(id_: str, *, fingerprints: list[str], language: str) -> Analysis:
    """The figures before and after the remedies of these findings. Raises NotNow for a finding that the
    newest state does not have.
    """

    def read() -> tuple[Any, Read]:
        row, document = _with(id_, fingerprints)
        return ("what-if", row.head, language, *sorted(fingerprints)), (row, document, language)

    def work(read: Read) -> Analysis:
        return dict(aside(friction.what_if, read[1], fingerprints, language=read[2]))

    (row, _document, _language), figures = _desk.get(("what-if", id_, *fingerprints), read, work)
    return {"seq": row.seq, **figures}


def target_create(
    *, blueprint: Blueprint, fingerprints: list[str], owner: User, title: str = ""
) -> Blueprint:
    """A blueprint to be, in which the remedies of these findings are carried out. Raises NotNow as above,
    DocumentError for a title that no document may have.
    """
    row, document = _with(blueprint.pk, fingerprints)
    with override(document.language):
        title = title or _("%(title)s (target)") % {"title": document.title}
    data = to_data(friction.target(document, fingerprints)) | {
        "title": title,
        "state": "to-be",
        "as_is": row.pk,
    }
    return blueprint_create(owner=owner, document=from_data(data))


def comparison_read(as_is: str, to_be: str, *, language: str) -> Analysis:
    """What `to_be` resolves, worsens, brings and only moves, with the titles and numbers of both states."""

    def read() -> tuple[Any, tuple[Any, Any]]:
        before, after = document_read(as_is), document_read(to_be)
        return ("comparison", before[0].head, after[0].head, language), (before, after)

    def work(read: tuple[Any, Any]) -> Analysis:
        return dict(aside(friction.compare, read[0][1], read[1][1], language=language))

    ((before, _as_is), (after, _to_be)), said = _desk.get(("comparison", as_is, to_be), read, work)
    return {"as_is": _name(before), "to_be": _name(after), **said}


def _name(row: Blueprint) -> dict[str, Any]:
    return {"id": row.pk, "title": row.title, "seq": row.seq}


def _with(id_: str, fingerprints: list[str]) -> tuple[Blueprint, Document]:
    """The newest state, which has all these findings."""
    while True:
        row, analysis = friction_read(id_)
        known = {finding["fingerprint"] for finding in analysis["findings"]}
        for place, fingerprint in enumerate(fingerprints):
            if fingerprint not in known:
                raise NotNow(
                    f"findings[{place}]",
                    _("There is no finding “%(fingerprint)s” any more.") % {"fingerprint": fingerprint},
                    _("Read the findings again and choose among them."),
                )
        read, document = document_read(id_)
        if read.head == row.head:
            return row, document
