"""What the list and the bin say of a blueprint."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_valid_filename
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from journeys.models import Blueprint
from journeys.services import access


def card(blueprint: Blueprint, person: User) -> dict[str, Any]:
    """`typed` is the title in the field that renames; a refused one stands there beside its `error`."""
    api = f"/api/blueprints/{blueprint.pk}"
    return {
        "id": blueprint.pk,
        "title": blueprint.title,
        "typed": blueprint.title,
        "error": None,
        "language": blueprint.language,
        "state": _("Target") if blueprint.state == "to-be" else _("Today"),
        "changed": _("changed %(when)s") % {"when": ago(blueprint.changed)},
        "deleted": _("deleted %(when)s") % {"when": ago(blueprint.deleted_at)}
        if blueprint.deleted_at
        else "",
        "manageable": access.can(person, "manage", blueprint),
        "url": reverse("pages:editor", args=[blueprint.pk]),
        # The mark of its newest state makes an address that may be kept for ever.
        "preview": f"{api}/preview/?head={blueprint.head}",
        "document": f"{api}/document/",
        "file": f"{file_name(blueprint.title)}.json",
    }


def ago(moment: datetime) -> str:
    """In one unit, so that it needs no time zone: "3 hours ago"."""
    if (timezone.now() - moment).total_seconds() < 60:
        return _("just now")
    return _("%(time)s ago") % {"time": timesince(moment, depth=1)}


def file_name(title: str) -> str:
    """A title as a file name, without what no system takes."""
    words = "".join(mark for mark in title if mark.isalnum() or mark in " -_")[:80].strip()
    return get_valid_filename(words) if words else "blueprint"
