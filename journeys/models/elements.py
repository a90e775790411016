"""One table for each type of record of a blueprint.

Columns are the fields of the records (blueprint/records.py says what they mean and what is valid);
loading.py turns one into the other and only services/changes.py writes here. The primary key is
"<blueprint>:<type>:<id>", so a reference is written without looking anything up. Every reference is
PROTECT: nothing disappears that the change log does not hold (rule C6).
"""

from typing import Any

from django.db import models

from journeys.models.blueprint import Blueprint
from journeys.models.fields import ExactJSON


def key_of(blueprint: str, type_: str, id_: str) -> str:
    return f"{blueprint}:{type_}:{id_}"


def reference(to: str, **options: Any) -> Any:
    return models.ForeignKey(f"journeys.{to}", models.PROTECT, related_name="+", **options)


def optional(to: str) -> Any:
    return reference(to, null=True)


def word(**options: Any) -> Any:
    """A value out of a short list of words."""
    return models.CharField(max_length=32, **options)


class Row(models.Model):
    key = models.TextField(primary_key=True)
    blueprint = models.ForeignKey(Blueprint, models.PROTECT, related_name="+")
    ident = models.TextField(help_text="The id in the document.")
    order = models.TextField(help_text="Fractional key among siblings; compared by its bytes (rule C11).")
    extra = ExactJSON(default=dict, help_text="Fields without a column: those that begin with x-.")

    class Meta:
        abstract = True
        constraints = [models.UniqueConstraint(fields=["blueprint", "ident"], name="%(class)s_ident_once")]

    def __str__(self) -> str:
        return self.key


class Phase(Row):
    title = models.TextField()


class Moment(Row):
    phase = reference("Phase")
    title = models.TextField()


class Actor(Row):
    title = models.TextField()
    side = word()
    about = models.TextField()
    headcount = models.FloatField(null=True)
    hours_per_month = models.FloatField()


class Lane(Row):
    kind = word()
    title = models.TextField()
    actor = optional("Actor")


class Channel(Row):
    title = models.TextField()


class Tool(Row):
    title = models.TextField()
    latency_s = models.FloatField(null=True)
    actors = ExactJSON(null=True)


class Information(Row):
    title = models.TextField()
    kind = word()
    held_in = optional("Tool")
    delay_min = models.FloatField(null=True)
    reviewed_days_ago = models.FloatField(null=True)


class Feed(Row):
    tool = reference("Tool")
    information = reference("Information")
    to = reference("Tool")


class Step(Row):
    lane = reference("Lane")
    moment = reference("Moment")
    title = models.TextField()
    kind = word()
    actor = optional("Actor")
    channel = optional("Channel")
    work_min = models.FloatField(null=True)
    wait_min = models.FloatField(null=True)
    emotion = models.FloatField(null=True)
    said = models.TextField()
    moment_of_truth = models.BooleanField()
    basis = word()
    note = models.TextField()
    decides = word(null=True)
    stakes = word(null=True)
    recovery = word(null=True)
    standard = word(null=True)
    measured_on = word(null=True)
    expects = word(null=True)


class Use(Row):
    step = reference("Step")
    tool = reference("Tool")
    times = models.FloatField()


class Exchange(Row):
    step = reference("Step")
    information = reference("Information")
    how = word()
    tool = optional("Tool")
    work_min = models.FloatField(null=True)
    state = word(null=True)
    form = models.TextField(db_column="as", help_text='The field "as", a word that Python keeps for itself.')
    within_min = models.FloatField(null=True)


class Link(Row):
    source = reference("Step")
    target = reference("Step")
    kind = word()
    share = models.FloatField(null=True)


class Note(Row):
    on = models.TextField(null=True)  # noqa: DJ001 - the id of a record of any type, so no foreign key
    kind = word()
    text = models.TextField()
    images = ExactJSON(default=list)
    by = models.TextField()
    at = models.CharField(max_length=64, null=True)  # noqa: DJ001 - null: not known


class Flag(Row):
    on = ExactJSON(default=list)
    area = ExactJSON(null=True)
    kind = models.TextField()
    text = models.TextField()
    by = models.TextField()


class Review(Row):
    detector = models.TextField()
    elements = ExactJSON(default=list)
    status = word()
    reason = models.TextField()
    owner = models.TextField()
    due = models.CharField(max_length=64, null=True)  # noqa: DJ001 - null: none given
    effort = ExactJSON(null=True, help_text="A number, or a word such as S, M, L.")


class Blank(Row):
    lane = reference("Lane")
    moment = reference("Moment")


class Detector(Row):
    """Limits that differ from the catalogue stand in `extra`: the catalogue decides which there are."""

    on = models.BooleanField()
