"""Middleware: headers that shut the pages, and the local owner who needs no password on their own machine."""

import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from journeys.environment import is_loopback
from journeys.services.people import local_owner

Next = Callable[[HttpRequest], HttpResponse]

# Headers by which proxies say for whom they ask. One is enough to know that the peer is not the person.
FORWARDED = ("HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_REAL_IP", "HTTP_TRUE_CLIENT_IP", "HTTP_CF_CONNECTING_IP")

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self' 'nonce-{nonce}'",
        "style-src 'self' 'nonce-{nonce}'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    ]
)


class SecurityHeaders:
    """Gives each request `csp_nonce` for the scripts of its page, and each answer a policy where its view
    set none.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        nonce = secrets.token_urlsafe(16)
        request.csp_nonce = nonce  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY.format(nonce=nonce))
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response


class LocalOwner:
    """Signs the local owner in, request by request, where the request can only come from this machine
    itself.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if comes_from_here(request):
            signed_in = request.user
            request.user = SimpleLazyObject(  # type: ignore[assignment]
                lambda: signed_in if signed_in.is_authenticated else local_owner()
            )
        return self.get_response(request)


def comes_from_here(request: HttpRequest) -> bool:
    """The server is bound to loopback, the peer is loopback, the Host header is local, nothing was
    forwarded.
    """
    return (
        settings.LOOPBACK
        and is_loopback(request.META.get("REMOTE_ADDR") or "")
        and _host_is_local(request.META.get("HTTP_HOST") or "")
        and not any(name in FORWARDED or name.startswith("HTTP_X_FORWARDED") for name in request.META)
    )


def _host_is_local(host: str) -> bool:
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return is_loopback(name)
