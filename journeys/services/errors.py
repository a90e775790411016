"""Why something was not done: the place, what is wrong, what would mend it, and the status for it."""


class Refused(Exception):
    """Base of what services raise on purpose. All three texts are for the person, in the active language."""

    status = 409

    def __init__(
        self, place: str, message: str, mend: str = "", *, others: list[dict[str, str]] | None = None
    ) -> None:
        super().__init__(f"{place}: {message}" if place else message)
        self.place, self.message, self.mend = place, str(message), str(mend)
        self.others = others or []  # further errors of the same input, as as_data() gives them

    def as_data(self) -> dict[str, object]:
        said: dict[str, object] = {"place": self.place, "message": self.message, "mend": self.mend}
        return said | {"others": self.others} if self.others else said


class NotNow(Refused):
    """Valid, but not as things stand."""


class Never(Refused):
    """Wrong whatever the state."""

    status = 400


class Forbidden(Refused):
    """The person sees it but may not do this."""

    status = 403


class Missing(Refused):
    """Not there, or not for this person: nobody can tell which."""

    status = 404


class TooLarge(Refused):
    """Never valid, however often it is sent: 400 like any other wrong document."""

    status = 400


class Busy(Refused):
    """Nothing was done because storage could not be reached in time."""

    status = 503
