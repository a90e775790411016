"""Writing the records of a blueprint to their rows.

Only services/changes.py and services/blueprints.py call in here: what a blueprint holds changes by the
log, or comes into being with the blueprint.
"""

from collections.abc import Iterable

from blueprint.records import BLUEPRINT, State
from journeys.loading import TYPES, blueprint_columns, columns_of, row_of
from journeys.models import Blueprint
from journeys.models.elements import key_of

Touched = dict[str, set[str]]  # type -> ids


def rows_fill(row: Blueprint, state: State) -> None:
    """Writes a whole state under a blueprint's row that is saved and has no rows yet."""
    for type_, model in TYPES.items():
        model.objects.bulk_create(
            [row_of(row.pk, type_, record) for record in state.get(type_, {}).values()], batch_size=1000
        )


def rows_write(row: Blueprint, state: State, touched: Touched) -> None:
    """Makes the rows of what was touched equal to `state`: written where a record is there, deleted where
    it is gone. The blueprint's own columns are set on `row`, which the caller saves.
    """
    for type_, model in TYPES.items():
        there = [state[type_][id_] for id_ in touched.get(type_, ()) if id_ in state.get(type_, {})]
        if there:
            model.objects.bulk_create(
                [row_of(row.pk, type_, record) for record in there],
                batch_size=1000,
                update_conflicts=True,
                unique_fields=["key"],
                update_fields=["order", "extra", *_columns(type_)],
            )
    # References to what goes are let go by now; what is owned goes before its owner.
    for type_ in reversed(TYPES):
        gone = [
            key_of(row.pk, type_, id_) for id_ in touched.get(type_, ()) if id_ not in state.get(type_, {})
        ]
        if gone:
            TYPES[type_].objects.filter(pk__in=gone).delete()
    if BLUEPRINT in touched:
        for name, value in blueprint_columns(state[BLUEPRINT][BLUEPRINT]).items():
            setattr(row, name, value)


def _columns(type_: str) -> Iterable[str]:
    return (column.attribute for column in columns_of(type_))
