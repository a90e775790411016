"""The change log on the wire: what comes in and what came after."""

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from journeys.api.base import View, failures
from journeys.api.serializers.changes import AfterIn, AnswerOut, ChangeIn, ChangesOut
from journeys.services.changes import Wanted, change_submit
from journeys.services.history import changes_after
from journeys.services.limits import CHANGE_BYTES


class Changes(View):
    body_limit = CHANGE_BYTES

    @extend_schema(
        operation_id="changes_list", parameters=[AfterIn], responses={200: ChangesOut} | failures(400)
    )
    def get(self, request: Request, id: str) -> Response:
        """The log after a number, oldest first."""
        row = self.blueprint(id, "read")
        return Response(changes_after(row, self.asked(AfterIn)["after"]))

    @extend_schema(
        operation_id="changes_submit",
        request=ChangeIn,
        responses={200: AnswerOut} | failures(400, 409, 415),
    )
    def post(self, request: Request, id: str) -> Response:
        """Takes a change into the log; answered when it is safe. The same id again gives the same answer."""
        row = self.blueprint(id, "edit")
        sent = self.sent(ChangeIn)
        if ("ops" in sent) == ("undo" in sent):
            raise ValidationError({"ops": [_("Give either ops or undo.")]})
        return Response(change_submit(blueprint=row.pk, author=self.person(), change=Wanted(**sent)))
