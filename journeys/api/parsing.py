"""Reading what is sent: JSON, with the bounds and the strictness of a blueprint file, whatever the
address.
"""

from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from rest_framework.parsers import JSONParser

from blueprint.document import DocumentError, flaws
from blueprint.document.reading import _loads as loads
from journeys.api.errors import from_document
from journeys.services.errors import Never, TooLarge
from journeys.services.limits import SMALL_BYTES


class StrictJSON(JSONParser):
    """Refuses what is too large for its view (`body_limit`, bytes) before reading it, and what no document
    may hold: a name twice in one object, NaN, NUL, half a surrogate pair, endless nesting.
    """

    def parse(self, stream: BinaryIO, media_type: str | None = None, parser_context: Any = None) -> Any:
        view = (parser_context or {}).get("view")
        limit = getattr(view, "body_limit", SMALL_BYTES)
        body = b"" if _announced(parser_context) > limit else stream.read(limit + 1)
        if _announced(parser_context) > limit or len(body) > limit:
            raise TooLarge(
                "",
                _("This is larger than %(limit)s bytes.") % {"limit": f"{limit:_}".replace("_", "\u202f")},
                _("Send it in smaller parts."),
            )
        try:
            data = loads(body)
            problems = flaws(data)
            if problems:
                raise DocumentError(problems)
        except DocumentError as error:
            said = from_document(error)
            raise Never(said.place, said.message, said.mend, others=said.others) from None
        return data


def _announced(parser_context: Any) -> int:
    request = (parser_context or {}).get("request")
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0) if request is not None else 0
    except ValueError:
        return 0
