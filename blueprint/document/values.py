"""What the fields of a document may hold, and what all its elements have in common."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue

# White space is what Unicode calls so; written out, because Python and JavaScript disagree on `\s`.
WHITE_SPACE = r"\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
EXTRA = "x-"  # what the name of a free field begins with
FREE = "x-value"  # where a free entry of `detectors` keeps what it holds

ID_PATTERN = f"^[^{WHITE_SPACE}]{{1,64}}$"
_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"
_TIME = f"[Tt]{_CLOCK}(:[0-5][0-9]([.][0-9]{{1,9}})?)?([Zz]|[+-]{_CLOCK})?"
WHEN_PATTERN = f"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}({_TIME})?$"


def _real_day(text: str) -> str:
    date.fromisoformat(text[:10])  # refuses the 31st of February, which the pattern lets through
    return text


Id = Annotated[
    str,
    Field(
        pattern=ID_PATTERN, description="A name of its own in this file: 1 to 64 characters, no white space."
    ),
]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Emotion = Annotated[float, Field(ge=-2, le=2, allow_inf_nan=False)]
When = Annotated[str, Field(pattern=WHEN_PATTERN), AfterValidator(_real_day)]

Side = Literal["customer", "employee", "partner", "system"]
LaneKind = Literal["evidence", "customer", "frontstage", "backstage", "support"]
Quality = Literal["speed", "occupancy", "volume", "accuracy", "resolution", "value"]
NoteKind = Literal["comment", "pain", "verbatim", "idea", "question", "how-might-we"]

# The kinds of element whose ids share one namespace, in the order of the document, and the list each is in.
LISTS = {
    "phase": "phases",
    "moment": "moments",
    "lane": "lanes",
    "actor": "actors",
    "channel": "channels",
    "tool": "tools",
    "information": "information",
    "step": "steps",
    "link": "links",
    "note": "notes",
    "flag": "flags",
}


@dataclass(frozen=True)
class To:
    """Marks a field that holds the id, or a list of ids, of an element of one of these kinds."""

    kinds: tuple[str, ...]

    def __init__(self, *kinds: str) -> None:
        object.__setattr__(self, "kinds", kinds)


class Element(BaseModel):
    """A part of the document: strict types, no unknown field; fields that begin with `x-` are kept."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True)
    __pydantic_extra__: dict[Annotated[str, Field(pattern=f"^{EXTRA}")], JsonValue] = Field(init=False)

    @property
    def extra(self) -> dict[str, Any]:
        """The fields that begin with `x-`, in the order in which they were given."""
        return self.model_extra or {}
