"""The records of a blueprint in memory, so that an edit need not read a whole blueprint to be checked.

A state is kept under the `head` of its blueprint's row: a random mark that every change renews in its own
transaction. So a state whose transaction was rolled back is never found again, in this process or another,
and nothing has to be dropped (docs/decisions). States are never changed in place; `apply` gives new ones
that share what stayed.
"""

from django.utils.translation import gettext as _

from blueprint.document import Document
from blueprint.records import State, to_document
from journeys.loading import load_state
from journeys.models import Blueprint
from journeys.services.errors import Busy, Missing
from journeys.services.memo import Memo

_states: Memo[tuple[str, State]] = Memo(size=64)  # blueprint -> the newest state known here, with its head
_documents: Memo[Document] = Memo(size=32)  # head -> the state as a document


def state_locked(row: Blueprint) -> State:
    """The state of a row that the running transaction has locked and read."""
    return _known(row) or state_keep(row, load_state(row))


def state_keep(row: Blueprint, state: State) -> State:
    _states.keep(row.pk, (row.head, state))
    return state


def state_read(id_: str) -> tuple[Blueprint, State]:
    """A blueprint's row and the state that belongs to it. Locks nobody out: where a change came in while
    the rows were read, they are read again.
    """
    for _attempt in range(10):
        row = Blueprint.objects.filter(pk=id_).first()
        if row is None:
            raise Missing(
                "",
                _("There is no blueprint at this address."),
                _("Look for it in the list of your blueprints."),
            )
        state = _known(row)
        if state is not None:
            return row, state
        state = load_state(row)
        if Blueprint.objects.filter(pk=id_, head=row.head).exists():
            return row, state_keep(row, state)
    raise Busy("", _("Too many changes at once."), _("Try again in a moment."))


def document_read(id_: str) -> tuple[Blueprint, Document]:
    """The newest state as a document, with the row it belongs to."""
    row, state = state_read(id_)
    return row, _documents.get(row.head, lambda: to_document(state))


def _known(row: Blueprint) -> State | None:
    head, state = _states.peek(row.pk) or ("", None)
    return state if head == row.head else None
