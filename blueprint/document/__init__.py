"""The blueprint document: typed records, reading and writing, errors that name the place.

The format is described in docs/format.md.
"""

from blueprint.document.models import (
    Actor,
    Blank,
    Channel,
    DetectorSetting,
    Document,
    Exchange,
    Feed,
    Information,
    Lane,
    Link,
    Moment,
    Phase,
    Step,
    Tool,
    Use,
)
from blueprint.document.reading import SIZE, flaws, from_data, loads, parse, read
from blueprint.document.remarks import Area, Flag, Note, Review, ReviewNote
from blueprint.document.rules import columns, is_rework
from blueprint.document.schema import json_schema
from blueprint.document.values import EXTRA, LISTS, Element, To
from blueprint.document.writing import canonical, canonical_json, dumps, plain, to_data
from blueprint.errors import DocumentError, Problem

__all__ = [
    "EXTRA",
    "LISTS",
    "SIZE",
    "Actor",
    "Area",
    "Blank",
    "Channel",
    "DetectorSetting",
    "Document",
    "DocumentError",
    "Element",
    "Exchange",
    "Feed",
    "Flag",
    "Information",
    "Lane",
    "Link",
    "Moment",
    "Note",
    "Phase",
    "Problem",
    "Review",
    "ReviewNote",
    "Step",
    "To",
    "Tool",
    "Use",
    "canonical",
    "canonical_json",
    "columns",
    "dumps",
    "flaws",
    "from_data",
    "is_rework",
    "json_schema",
    "loads",
    "parse",
    "plain",
    "read",
    "to_data",
]
