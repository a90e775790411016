"""The elements of a blueprint document as typed records: meaning, unit, range and default of every field.

The JSON Schema and the table of records are both made from these classes, so they are the one place where a
field is described. A field's name here is its name in JSON, but for `as_`, which JSON calls `as`.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, field_validator

from blueprint.document.remarks import Flag, Note, Review
from blueprint.document.values import (
    EXTRA,
    FREE,
    Amount,
    Element,
    Emotion,
    Id,
    LaneKind,
    Quality,
    Share,
    Side,
    To,
)


class Phase(Element):
    """A group of moments that stand side by side."""

    id: Id
    title: str = Field(description="What stands on the sheet.")


class Moment(Element):
    """A column of the sheet."""

    id: Id
    phase: Annotated[str, To("phase")] = Field(description="The phase it stands in.")
    title: str = Field(description="What stands on the sheet.")


class Lane(Element):
    """A row of the sheet. Lanes stand in the order of their kinds; lanes of one kind keep their order."""

    id: Id
    kind: LaneKind = Field(description="What stands in it, and so which line is drawn below it.")
    title: str = Field(description="What stands on the sheet.")
    actor: Annotated[str | None, To("actor")] = Field(
        None, description="Who by default does the lane's steps."
    )


class Actor(Element):
    """Someone, or a system, who does steps."""

    id: Id
    title: str = Field(description="What stands on the sheet.")
    side: Side = Field("employee", description="On which side they are.")
    about: str = Field("", description="A persona in a few lines.")
    headcount: Amount | None = Field(None, description="How many they are; null = capacity unknown.")
    hours_per_month: Amount = Field(151.67, description="Hours that one of them works in a month.")


class Channel(Element):
    """A way in which customer and employees meet."""

    id: Id
    title: str = Field(description="What stands on the sheet.")


class Feed(Element):
    """Information that a tool copies to another without a hand."""

    information: Annotated[str, To("information")] = Field(description="Which information.")
    to: Annotated[str, To("tool")] = Field(description="The tool that receives it.")


class Tool(Element):
    """Something that steps are done with."""

    id: Id
    title: str = Field(description="What stands on the sheet.")
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
    title: str = Field(description="What stands on the sheet.")
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

    tool: Annotated[str, To("tool")] = Field(description="Which tool.")
    times: Amount = Field(1, description="How many times.")


class Exchange(Element):
    """Information that a step needs, reads, types, tells or learns."""

    information: Annotated[str, To("information")] = Field(description="Which information.")
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
    lane: Annotated[str, To("lane")] = Field(description="The lane, or row, it stands in.")
    moment: Annotated[str, To("moment")] = Field(description="The moment, or column, it stands in.")
    title: str = Field(description="What stands on the sheet.")
    kind: Literal["action", "decision", "approval", "search", "wait", "evidence", "automatic"] = Field(
        "action", description="What sort of step it is."
    )
    actor: Annotated[str | None, To("actor")] = Field(
        None, description="Who does it; null = the lane's actor."
    )
    channel: Annotated[str | None, To("channel")] = Field(None, description="The channel it takes place in.")
    work_min: Amount | None = Field(None, description="Minutes of hands on the work; null = unknown.")
    wait_min: Amount | None = Field(
        None, description="Minutes that pass before the work begins; null = unknown."
    )
    emotion: Emotion | None = Field(None, description="-2 to 2, of whoever does the step; null = unknown.")
    said: str = Field("", description="Their words.")
    moment_of_truth: bool = Field(False, description="Whether the customer stays or goes because of it.")
    basis: Literal["observed", "assumed", "proposed"] = Field(
        "assumed", description="What the step rests on."
    )
    note: str = Field("", description="What else is to be known.")
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
    source: Annotated[str, To("step")] = Field(description="The step it leaves.")
    target: Annotated[str, To("step")] = Field(description="The step it leads to.")
    kind: Literal["flow", "rework"] = Field("flow", description="rework goes back to do something again.")
    share: Share | None = Field(
        None, description="Part of the cases at the source that take it; null = 1 for a flow, 0.1 for rework."
    )


class Blank(Element):
    """A cell where nothing happens, as against one of which nothing is known yet."""

    lane: Annotated[str, To("lane")] = Field(description="The row.")
    moment: Annotated[str, To("moment")] = Field(description="The column.")


class DetectorSetting(BaseModel):
    """What differs from the catalogue for one detector: switched off, or other limits."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True)
    __pydantic_extra__: dict[str, JsonValue] = Field(init=False)
    on: bool = Field(True, description="Whether it looks at this blueprint.")

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

    format: Literal["blueprint/1"] = Field(description="Which format this is.")
    title: str = Field(description="What stands on the sheet.")
    language: Literal["fr", "en"] = Field("fr", description="The language of the texts.")
    episode: str = Field("", description="What both journeys go through: a complaint, an onboarding.")
    state: Literal["as-is", "to-be"] = Field("as-is", description="As things are, or as they shall be.")
    as_is: Id | None = Field(None, description="The id of the blueprint from which this one was made.")
    cases_per_month: Amount | None = Field(None, description="How often the episode happens.")
    cost_per_hour: Amount | None = Field(
        None, description="Loaded cost of one hour of employee work, in `currency`."
    )
    currency: str = Field("EUR", description="The currency of costs.")
    phases: list[Phase] = Field(default=[], description="Groups of moments, in order.")
    moments: list[Moment] = Field(default=[], description="The columns, grouped by phase.")
    lanes: list[Lane] = Field(default=[], description="The rows.")
    actors: list[Actor] = Field(default=[], description="Who does the steps.")
    channels: list[Channel] = Field(default=[], description="Where customer and employees meet.")
    tools: list[Tool] = Field(default=[], description="What steps are done with.")
    information: list[Information] = Field(default=[], description="What goes in and out of steps.")
    steps: list[Step] = Field(default=[], description="The cards.")
    links: list[Link] = Field(default=[], description="The arrows.")
    notes: list[Note] = Field(default=[], description="What people wrote on the sheet.")
    flags: list[Flag] = Field(default=[], description="Friction that people saw.")
    reviews: list[Review] = Field(default=[], description="What people say of findings.")
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
