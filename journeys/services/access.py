"""Who may what.

Every view and every job asks here; a blueprint that a person may not see does not exist for them.
"""

from typing import Literal

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from journeys.models import Blueprint, Member
from journeys.models.fields import is_random_id
from journeys.services.errors import Forbidden, Missing

Person = AbstractBaseUser | AnonymousUser
Verb = Literal["read", "edit", "manage"]  # manage: put into the bin, take out, share


def visible(person: Person) -> QuerySet[Blueprint]:
    """The blueprints that `person` may see, those in the bin included."""
    if not person.is_authenticated:
        return Blueprint.objects.none()
    return Blueprint.objects.filter(Q(owner=person.pk) | Q(members__person=person.pk)).distinct()


def can(person: Person, verb: Verb, blueprint: Blueprint) -> bool:
    if not person.is_authenticated:
        return False
    if blueprint.owner_id == person.pk:
        return True
    if verb == "manage":
        return False
    roles = [Member.Role.EDITOR] if verb == "edit" else [Member.Role.EDITOR, Member.Role.VIEWER]
    return blueprint.members.filter(person=person.pk, role__in=roles).exists()


def blueprint_for(person: Person, verb: Verb, id_: str, *, in_bin: bool = False) -> Blueprint:
    """The blueprint `id_`, for `person` to `verb`. Raises Missing where they may not see it, or where it
    lies in the bin and `in_bin` is not said; Forbidden where they see it and may not do that.
    """
    blueprint = Blueprint.objects.filter(pk=id_).first() if is_random_id(id_) else None
    if blueprint is None or not can(person, "read", blueprint):
        raise Missing(
            "", _("There is no blueprint at this address."), _("Look for it in the list of your blueprints.")
        )
    if blueprint.deleted_at is not None and not in_bin:
        raise Missing("", _("This blueprint is in the bin."), _("Restore it from the bin of its owner."))
    if not can(person, verb, blueprint):
        if verb == "edit":
            raise Forbidden(
                "",
                _("You may read this blueprint but not change it."),
                _("Ask its owner for the right to edit."),
            )
        raise Forbidden("", _("Only the owner of a blueprint may do this."), _("Ask its owner."))
    return blueprint
