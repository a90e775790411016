"""The elements of a blueprint document as typed records: meaning, unit, range and default of every field.

The JSON Schema and the table of records are both made from these classes, so this is the one place where a
field is described. A field's name here is its name in JSON, but for `as_`, which JSON calls `as`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, field_validator

# White space is what Unicode calls so; written out, because Python and JavaScript disagree on `\s`.
WHITE_SPACE = "\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
EXTRA = "x-"  # what the name of a free field begins with
FREE = "x-value"  # where a free entry of `detectors` keeps what it holds

ID_PATTERN = f"^[^{WHITE_SPACE}]{{1,64}}$"
_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"
_TIME = f"[Tt]{_CLOCK}(:[0-5][0-9]([.][0-9]{{1,9}})?)?([Zz]|[+-]{_CLOCK})?"
WHEN_PATTERN = f"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}({_TIME})?$"


def _real_day(text: str) -> str:
    date.fromisoformat(text[:10])  # refuses the 31st of February, which the pattern lets through
    return text


Id = Annotated[str, Field(pattern=ID_PATTERN, description="1 to 64 characters, no white space.")]
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


class Phase(Element):
    """A group of moments that stand side by side."""

    id: Id
    title: str


class Moment(Element):
    """A column of the sheet."""

    id: Id
    phase: Annotated[str, To("phase")] = Field(description="The phase it stands in.")
    title: str


class Lane(Element):
    """A row of the sheet. Lanes stand in the order of their kinds; lanes of one kind keep their order."""

    id: Id
    kind: LaneKind = Field(description="What stands in it, and so which line is drawn below it.")
    title: str
    actor: Annotated[str | None, To("actor")] = Field(
        None, description="Who by default does the lane's steps."
    )


class Actor(Element):
    """Someone, or a system, who does steps."""

    id: Id
    title: str
    side: Side = "employee"
    about: str = Field("", description="A persona in a few lines.")
    headcount: Amount | None = Field(None, description="How many they are; null = capacity unknown.")
    hours_per_month: Amount = Field(151.67, description="Hours that one of them works in a month.")


class Channel(Element):
    """A way in which customer and employees meet."""

    id: Id
    title: str


class Feed(Element):
    """Information that a tool copies to another without a hand."""

    information: Annotated[str, To("information")]
    to: Annotated[str, To("tool")] = Field(description="The tool that receives it.")


class Tool(Element):
    """Something that steps are done with."""

    id: Id
    title: str
    latency_s: Amount | None = Field(
        None, description="Seconds that the tool makes one wait, each use; null = unknown."
    )
    actors: Annotated[list[str] | None, To("actor")] = Field(
        None, description="Who has access; null = everyone, [] = no one."
    )
    feeds: list[Feed] = Field(default=[], description="What it copies to other tools without a hand.")


class Information(Element):
    """Something that is told, typed, read, needed or learned."""

    id: Id
    title: str
    kind: Literal["data", "knowledge", "standard", "signal"] = Field(
        "data", description="A signal is the voice of the customer reaching the team."
    )
    held_in: Annotated[str | None, To("tool")] = Field(
        None, description="The tool where it can be read; null = nowhere."
    )
    delay_min: Amount | None = Field(
        None, description="Age in minutes at which it reaches whoever reads it; null = unknown."
    )
    reviewed_days_ago: Amount | None = Field(None, description="For knowledge and standards; null = unknown.")


class Use(Element):
    """A tool used by a step."""

    tool: Annotated[str, To("tool")]
    times: Amount = Field(1, description="How many times.")


class Exchange(Element):
    """Information that a step needs, reads, types, tells or learns."""

    information: Annotated[str, To("information")]
    how: Literal["needs", "reads", "types", "tells", "learns"] = Field(
        description="tells, learns: a customer gives or receives it; types: an employee enters it by hand."
    )
    tool: Annotated[str | None, To("tool")] = Field(None, description="For reads and types: the tool.")
    work_min: Amount | None = Field(
        None, description="Minutes of the step's work that this takes; null = unknown."
    )
    state: Literal["ok", "missing", "late", "wrong-format", "contradictory"] | None = Field(
        None, description="In which state it arrives; null = unknown."
    )
    as_: str = Field("", alias="as", description="For needs: the form in which it is wanted.")
    within_min: Amount | None = Field(None, description="For needs: how fresh it must be, in minutes.")


class Step(Element):
    """A card: something that is done by someone, in one cell of the sheet."""

    id: Id
    lane: Annotated[str, To("lane")]
    moment: Annotated[str, To("moment")]
    title: str
    kind: Literal["action", "decision", "approval", "search", "wait", "evidence", "automatic"] = "action"
    actor: Annotated[str | None, To("actor")] = Field(
        None, description="Who does it; null = the lane's actor."
    )
    channel: Annotated[str | None, To("channel")] = None
    work_min: Amount | None = Field(None, description="Minutes of hands on the work; null = unknown.")
    wait_min: Amount | None = Field(
        None, description="Minutes that pass before the work begins; null = unknown."
    )
    emotion: Emotion | None = Field(None, description="-2 to 2, of whoever does the step; null = unknown.")
    said: str = Field("", description="Their words.")
    moment_of_truth: bool = False
    basis: Literal["observed", "assumed", "proposed"] = Field(
        "assumed", description="What the step rests on."
    )
    note: str = ""
    uses: list[Use] = Field(default=[], description="The tools it uses, in the order of use.")
    information: list[Exchange] = Field(default=[], description="The information that goes in or out.")
    decides: Literal["alone", "within-limits", "asks"] | None = Field(
        None, description="With what autonomy; null = unknown."
    )
    stakes: Literal["minor", "major"] | None = Field(None, description="What is at stake in the decision.")
    recovery: Literal["possible", "none"] | None = Field(
        None, description="Can a derailed moment be recovered here?"
    )
    standard: Literal["clear", "ambiguous", "none"] | None = Field(
        None, description="The service standard for this step."
    )
    measured_on: Quality | None = Field(None, description="What the doer is judged on.")
    expects: Quality | None = Field(None, description="What the customer expects here (customer steps).")


class Link(Element):
    """An arrow from a step to a step."""

    id: Id
    source: Annotated[str, To("step")]
    target: Annotated[str, To("step")]
    kind: Literal["flow", "rework"] = Field("flow", description="rework goes back to do something again.")
    share: Share | None = Field(
        None, description="Part of the cases at the source that take it; null = 1 for a flow, 0.1 for rework."
    )


class ReviewNote(Element):
    """What somebody wrote or photographed."""

    id: Id
    kind: NoteKind = "comment"
    text: str = ""
    images: list[str] = Field(default=[], description="Hashes of attachments.")
    by: str = ""
    at: When | None = Field(None, description="Date, or date and time, as in 2026-03-12T10:00:00Z.")


class Note(ReviewNote):
    """A note on the sheet or on one of its elements."""

    on: Annotated[str | None, To(*LISTS)] = Field(
        None, description="The id of the element it speaks of; null = the sheet."
    )


class Area(Element):
    """A rectangle of the sheet, from the first lane and moment to the last."""

    lanes: Annotated[list[str], Field(min_length=2, max_length=2), To("lane")]
    moments: Annotated[list[str], Field(min_length=2, max_length=2), To("moment")]


class Flag(Element):
    """Friction that a person saw."""

    id: Id
    on: Annotated[list[str], To(*LISTS)] = Field(
        default=[], description="The ids of the elements it speaks of."
    )
    area: Area | None = None
    kind: str = Field("", description="A detector of the catalogue, or a word of one's own.")
    text: str = ""
    by: str = ""


class Review(Element):
    """What people say of a finding."""

    finding: Id = Field(description="The finding's fingerprint, or a flag's id.")
    detector: str = Field(
        "", description="Which detector spoke, kept so that the finding can be found again."
    )
    elements: list[str] = Field(default=[], description="Of which elements; they need not exist any more.")
    status: Literal["open", "confirmed", "dismissed"] = "open"
    reason: str = ""
    owner: str = ""
    due: When | None = Field(None, description="A date, as in 2026-03-12.")
    effort: Amount | str | None = Field(None, description="A number, or a word such as S, M, L.")
    notes: list[ReviewNote] = []


class Blank(Element):
    """A cell where nothing happens, as against one of which nothing is known yet."""

    lane: Annotated[str, To("lane")]
    moment: Annotated[str, To("moment")]


class DetectorSetting(BaseModel):
    """What differs from the catalogue for one detector: switched off, or other limits."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True)
    __pydantic_extra__: dict[str, JsonValue] = Field(init=False)
    on: bool = True

    @property
    def extra(self) -> dict[str, Any]:
        """Limits and fields that begin with `x-`."""
        return self.model_extra or {}

    @property
    def limits(self) -> dict[str, float]:
        """The limits that are set."""
        return {name: value for name, value in self.extra.items() if not name.startswith(EXTRA)}


class Document(Element):
    """A service blueprint: the customer journey and the employee journey of one episode."""

    format: Literal["blueprint/1"]
    title: str
    language: Literal["fr", "en"] = Field("fr", description="The language of the texts.")
    episode: str = Field("", description="What both journeys go through: a complaint, an onboarding.")
    state: Literal["as-is", "to-be"] = "as-is"
    as_is: Id | None = Field(None, description="The id of the blueprint from which this one was made.")
    cases_per_month: Amount | None = Field(None, description="How often the episode happens.")
    cost_per_hour: Amount | None = Field(
        None, description="Loaded cost of one hour of employee work, in `currency`."
    )
    currency: str = "EUR"
    phases: list[Phase] = []
    moments: list[Moment] = Field(default=[], description="The columns, grouped by phase.")
    lanes: list[Lane] = Field(default=[], description="The rows.")
    actors: list[Actor] = []
    channels: list[Channel] = []
    tools: list[Tool] = []
    information: list[Information] = []
    steps: list[Step] = []
    links: list[Link] = []
    notes: list[Note] = []
    flags: list[Flag] = []
    reviews: list[Review] = []
    blanks: list[Blank] = Field(default=[], description="Cells where nothing happens.")
    detectors: dict[str, DetectorSetting] = Field(
        default={}, description="What differs from the catalogue of detectors."
    )

    @field_validator("detectors", mode="before")
    @classmethod
    def _free_entries(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {name: {FREE: entry} if name.startswith(EXTRA) else entry for name, entry in value.items()}
