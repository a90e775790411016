"""Rows: a blueprint and its elements, the change log with its snapshots, images, jobs, tokens of scripts."""

from journeys.models.attachment import Attachment
from journeys.models.blueprint import Blueprint, Member
from journeys.models.elements import (
    Actor,
    Blank,
    Channel,
    Detector,
    Exchange,
    Feed,
    Flag,
    Information,
    Lane,
    Link,
    Moment,
    Note,
    Phase,
    Review,
    Row,
    Step,
    Tool,
    Use,
)
from journeys.models.jobs import Analysis, Export, Job
from journeys.models.log import Change, Snapshot
from journeys.models.token import Token

__all__ = [
    "Actor",
    "Analysis",
    "Attachment",
    "Blank",
    "Blueprint",
    "Change",
    "Channel",
    "Detector",
    "Exchange",
    "Export",
    "Feed",
    "Flag",
    "Information",
    "Job",
    "Lane",
    "Link",
    "Member",
    "Moment",
    "Note",
    "Phase",
    "Review",
    "Row",
    "Snapshot",
    "Step",
    "Token",
    "Tool",
    "Use",
]
