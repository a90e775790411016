"""Small pictures of blueprints for the list, drawn once a state."""

from blueprint import drawing
from journeys.services.memo import Memo
from journeys.services.states import document_read

_previews: Memo[str] = Memo(size=200)


def preview_draw(id_: str) -> tuple[str, str]:
    """The picture of the newest state as SVG, and the mark under which it stays the same."""
    row, document = document_read(id_)
    return _previews.get(row.head, lambda: drawing.preview(document)), row.head
