"""How the API knows who asks: a script's bearer token, or the browser's session with its CSRF token."""

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed
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


class BrowserSession(SessionAuthentication):
    """Django's session or the local owner (journeys/middleware.py), with CSRF checked on everything that
    writes.
    """
