"""People: the one local owner of an installation, its password, and the names by which others see someone."""

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from journeys.services.errors import Never

LOCAL_OWNER = "owner"


def local_owner() -> User:
    """The person to whom an installation on one's own machine belongs; made on first use, without a
    password.
    """
    owner = User.objects.filter(username=LOCAL_OWNER).first()
    if owner is None:
        owner, _made = User.objects.get_or_create(
            username=LOCAL_OWNER, defaults={"password": make_password(None)}
        )
    return owner


def password_set(*, person: User, password: str) -> None:
    """Raises Never where the password is too weak."""
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise Never("password", " ".join(error.messages), _("Choose a longer, rarer one.")) from None
    person.set_password(password)
    person.save(update_fields=["password"])


def open_door() -> str | None:
    """Why this installation must not start as it is set up, in one sentence; None where it may (see
    docs/decisions).
    """
    if settings.LOOPBACK:
        return None
    if any(person.has_usable_password() for person in User.objects.filter(is_active=True)):
        return None
    return (
        f"HOST={settings.HOST} can be reached by others, and no password is set: "
        "run `python manage.py password` first, or leave HOST at 127.0.0.1."
    )


def name_of(person: User) -> str:
    return person.get_full_name() or person.get_username()
