"""The list of blueprints, the bin, the shell of the editor, signing in. Thin: services do, these show."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from journeys.models import Blueprint
from journeys.pages.cards import card
from journeys.services import access
from journeys.services.blueprints import (
    blueprint_bin,
    blueprint_duplicate,
    blueprint_rename,
    blueprint_restore,
)
from journeys.services.errors import Forbidden, Missing, Never, Refused
from journeys.services.people import name_of

Named = HttpRequest  # with `user` a User: every view but signing in stands behind login_required


@require_GET
@login_required
def overview(request: Named) -> HttpResponse:
    return _overview(request)


@require_GET
@login_required
def bin_(request: Named) -> HttpResponse:
    binned = access.visible(request.user).exclude(deleted_at=None).order_by("-deleted_at")
    return render(
        request,
        "pages/bin.html",
        {"cards": [card(row, request.user) for row in binned if _manages(request, row)]},
    )


@require_GET
@login_required
def editor(request: Named, id_: str) -> HttpResponse:
    blueprint = found(request, "read", id_)
    config = {
        "blueprint": blueprint.pk,
        "language": get_language(),
        "csrf": get_token(request),
        "person": name_of(request.user),
        "urls": {
            "list": reverse("pages:list"),
            "api": "/api/",
            "editor": request.path,
            "friction": reverse("pages:kinds"),
            "language": reverse("pages:language"),
        },
    }
    records = reverse("api:records", args=[blueprint.pk])
    return render(
        request, "pages/editor.html", {"title": blueprint.title, "config": config, "records": records}
    )


@require_POST
@login_required
def rename(request: Named, id_: str) -> HttpResponse:
    blueprint = found(request, "edit", id_)
    title = request.POST.get("title", "").strip()
    try:
        if not title:
            raise Never("title", _("A blueprint needs a title."), _("Type one."))
        if title != blueprint.title:
            blueprint_rename(blueprint=blueprint, author=request.user, title=title)
    except Refused as error:
        return _overview(request, refused=(blueprint.pk, title, error))
    return redirect(f"{reverse('pages:list')}#b-{blueprint.pk}")


@require_POST
@login_required
def duplicate(request: Named, id_: str) -> HttpResponse:
    copy = blueprint_duplicate(blueprint=found(request, "read", id_), owner=request.user)
    return _to_list(said="copied", of=copy)


@require_POST
@login_required
def delete(request: Named, id_: str) -> HttpResponse:
    blueprint = found(request, "manage", id_)
    blueprint_bin(blueprint=blueprint)
    return _to_list(said="binned", of=blueprint)


@require_POST
@login_required
def restore(request: Named, id_: str) -> HttpResponse:
    blueprint = found(request, "manage", id_, in_bin=True)
    blueprint_restore(blueprint=blueprint)
    return _to_list(said="restored", of=blueprint)


class Login(LoginView):
    template_name = "pages/login.html"
    redirect_authenticated_user = True

    def get_initial(self) -> dict[str, Any]:
        """An installation with one person need not be told its name."""
        people = list(User.objects.filter(is_active=True)[:2])
        return {"username": people[0].username} if len(people) == 1 else {}


def found(request: Named, verb: access.Verb, id_: str, *, in_bin: bool = False) -> Blueprint:
    """The blueprint for this person to `verb`, or the page that says there is none."""
    try:
        return access.blueprint_for(request.user, verb, id_, in_bin=in_bin)
    except Missing as error:
        raise Http404(error.message) from None
    except Forbidden as error:
        raise PermissionDenied(error.message) from None


def _overview(request: Named, *, refused: tuple[str, str, Refused] | None = None) -> HttpResponse:
    """The list; what was just done stands in its address, so that loading it again says nothing new."""
    seen = access.visible(request.user)
    cards = [card(row, request.user) for row in seen.filter(deleted_at=None).order_by("-changed", "pk")]
    for shown in cards:
        if refused and shown["id"] == refused[0]:
            shown |= {"typed": refused[1], "error": refused[2]}
    context = {
        "cards": cards,
        "in_bin": seen.exclude(deleted_at=None).filter(owner=request.user.pk).count(),
        "binned": seen.filter(pk=request.GET.get("binned", "")).exclude(deleted_at=None).first(),
        "said": _said(request, cards),
    }
    return render(request, "pages/list.html", context, status=refused[2].status if refused else 200)


def _said(request: Named, cards: list[dict[str, Any]]) -> str:
    titles = {shown["id"]: shown["title"] for shown in cards}
    if title := titles.get(request.GET.get("copied", "")):
        return _("The copy is called “%(title)s”.") % {"title": title}
    if title := titles.get(request.GET.get("restored", "")):
        return _("“%(title)s” is back.") % {"title": title}
    return ""


def _to_list(*, said: str, of: Blueprint) -> HttpResponse:
    return redirect(f"{reverse('pages:list')}?{urlencode({said: of.pk})}")


def _manages(request: Named, blueprint: Blueprint) -> bool:
    return access.can(request.user, "manage", blueprint)
