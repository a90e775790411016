"""Reading the change log: what came after a number (rule C8)."""

from typing import Any

from django.db.models import F
from django.db.models.functions import Length

from journeys.models import Blueprint, Change
from journeys.services.people import name_of

PAGE = 500  # entries an answer holds at most
PAGE_CHARACTERS = 2_000_000  # and how long their ops may be together; one entry always fits


def changes_after(blueprint: Blueprint, after: int) -> dict[str, Any]:
    """The log after `after`, oldest first, cut to a page; `more` says that there is a next one. `seq` is
    the newest number.
    """
    waiting = Change.objects.filter(blueprint=blueprint, seq__gt=after).order_by("seq")
    sizes = waiting.annotate(size=Length(F("ops"))).values_list("seq", "size")[: PAGE + 1]
    last, total, count = after, 0, 0
    for seq, size in sizes:
        total, count = total + size, count + 1
        if count > PAGE or (count > 1 and total > PAGE_CHARACTERS):
            break
        last = seq
    page = list(waiting.filter(seq__lte=last).select_related("author", "undoes"))
    newest = max(blueprint.seq, last)
    return {
        "seq": newest,
        "epoch": blueprint.epoch,
        "more": last < newest and bool(page),
        "changes": [
            {
                "seq": entry.seq,
                "id": str(entry.change),
                "label": entry.label,
                "author": name_of(entry.author),
                "at": entry.at.isoformat().replace("+00:00", "Z"),
                "undoes": str(entry.undoes.change) if entry.undoes else None,
                "ops": entry.ops,
            }
            for entry in page
        ],
    }
