"""Reading what is sent: JSON, with the bounds and the strictness of a blueprint file."""

from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from rest_framework.parsers import BaseParser

from blueprint.document import DocumentError, flaws, loads
from journeys.api.errors import from_document
from journeys.services.errors import TooLarge
from journeys.services.limits import SMALL_BYTES


class StrictJSON(BaseParser):
    """Refuses what is too large for its view (`body_limit`, bytes) and what no document may hold: a name
    twice in one object, NaN, NUL, half a surrogate pair, endless nesting."""

    media_type = "application/json"

    def parse(self, stream: BinaryIO, media_type: str | None = None, parser_context: Any = None) -> Any:
        limit = getattr((parser_context or {}).get("view"), "body_limit", SMALL_BYTES)
        body = stream.read(limit + 1)
        if len(body) > limit:
            raise TooLarge(
                "body",
                _("This is larger than %(limit)s bytes.") % {"limit": f"{limit:_}".replace("_", "\u202f")},
                _("Send it in smaller parts."),
            )
        try:
            data = loads(body)
            problems = flaws(data)
            if problems:
                raise DocumentError(problems)
        except DocumentError as error:
            raise from_document(error) from None
        return data
