"""What people say on a sheet: notes, flags, and reviews of findings."""

from typing import Annotated, Literal

from pydantic import Field

from blueprint.document.values import LISTS, Amount, Element, Id, NoteKind, To, When


class ReviewNote(Element):
    """What somebody wrote or photographed."""

    id: Id
    kind: NoteKind = Field("comment", description="What sort of note it is.")
    text: str = Field("", description="What was written.")
    images: list[str] = Field(default=[], description="Hashes of attachments.")
    by: str = Field("", description="Who wrote it; on a server, the server knows.")
    at: When | None = Field(None, description="Date, or date and time, as in 2026-03-12T10:00:00Z.")


class Note(ReviewNote):
    """A note on the sheet or on one of its elements."""

    on: Annotated[str | None, To(*LISTS)] = Field(
        None, description="The id of the element it speaks of; null = the sheet."
    )


class Area(Element):
    """A rectangle of the sheet, from the first lane and moment to the last."""

    lanes: Annotated[list[str], Field(min_length=2, max_length=2), To("lane")] = Field(
        description="The first and the last lane."
    )
    moments: Annotated[list[str], Field(min_length=2, max_length=2), To("moment")] = Field(
        description="The first and the last moment."
    )


class Flag(Element):
    """Friction that a person saw."""

    id: Id
    on: Annotated[list[str], To(*LISTS)] = Field(
        default=[], description="The ids of the elements it speaks of."
    )
    area: Area | None = Field(None, description="The part of the sheet that it covers.")
    kind: str = Field("", description="A detector of the catalogue, or a word of one's own.")
    text: str = Field("", description="What was written.")
    by: str = Field("", description="Who wrote it; on a server, the server knows.")


class Review(Element):
    """What people say of a finding."""

    finding: Id = Field(description="The finding's fingerprint, or a flag's id.")
    detector: str = Field(
        "", description="Which detector spoke, kept so that the finding can be found again."
    )
    elements: list[str] = Field(default=[], description="Of which elements; they need not exist any more.")
    status: Literal["open", "confirmed", "dismissed"] = Field("open", description="What people decided.")
    reason: str = Field("", description="Why it was decided so.")
    owner: str = Field("", description="Who takes care of it.")
    due: When | None = Field(None, description="A date, as in 2026-03-12.")
    effort: Amount | str | None = Field(None, description="A number, or a word such as S, M, L.")
    notes: list[ReviewNote] = Field(default=[], description="What was said of it.")
