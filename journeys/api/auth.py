"""How the API knows who asks: a script's bearer token, or the browser's session with its CSRF token."""

from django.conf import settings
from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.request import Request

from journeys.services.tokens import token_person


class BearerToken(BaseAuthentication):
    """`Authorization: Bearer TOKEN`. A token that is no good is refused, whoever else the request might
    come from.
    """

    def authenticate(self, request: Request) -> tuple[User, str] | None:
        scheme, _space, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        person = token_person(token.strip())
        if person is None:
            raise AuthenticationFailed(_("This token is not valid."))
        return person, token

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class NoCsrfToken(PermissionDenied):
    """The framework says why in English and not how to mend it."""

    def __init__(self) -> None:
        super().__init__(_("The CSRF token is missing or is not that of this session."))
        self.mend = _(
            "Send what the cookie %(cookie)s holds in the header X-CSRFToken, or load the page again."
        ) % {"cookie": settings.CSRF_COOKIE_NAME}


class BrowserSession(SessionAuthentication):
    """Django's session or the local owner (journeys/middleware.py), with CSRF checked on everything that
    writes.
    """

    def enforce_csrf(self, request: Request) -> None:
        try:
            super().enforce_csrf(request)
        except PermissionDenied:
            raise NoCsrfToken from None
