"""Blueprints as a whole: listing, making, renaming, duplicating, the bin."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from blueprint.document import DocumentError, from_data
from journeys.api.base import View, failures, interface_language
from journeys.api.errors import from_document
from journeys.api.serializers.blueprints import (
    BlueprintOut,
    CreateIn,
    DuplicateIn,
    ListIn,
    PresetOut,
    TitleIn,
)
from journeys.services import access
from journeys.services.blueprints import (
    blueprint_bin,
    blueprint_create,
    blueprint_duplicate,
    blueprint_rename,
    blueprint_restore,
)
from journeys.services.limits import DOCUMENT_BYTES
from journeys.services.presets import preset_document, preset_list


class Blueprints(View):
    body_limit = DOCUMENT_BYTES

    @extend_schema(
        operation_id="blueprints_list",
        parameters=[ListIn],
        responses={200: BlueprintOut(many=True)} | failures(400),
    )
    def get(self, request: Request) -> Response:
        asked = self.asked(ListIn)
        rows = access.visible(self.person()).filter(deleted_at__isnull=not asked["bin"])
        if "as_is" in asked:
            rows = rows.filter(as_is=asked["as_is"])
        return Response(BlueprintOut(rows.order_by("-changed"), many=True).data)

    @extend_schema(
        operation_id="blueprints_create",
        request=CreateIn,
        responses={201: BlueprintOut} | failures(400, 415),
    )
    def post(self, request: Request) -> Response:
        """From a document, or blank from a preset of lanes."""
        wanted = self.sent(CreateIn)
        language = wanted.get("language") or interface_language(request)
        try:
            document = (
                from_data(wanted["document"])
                if "document" in wanted
                else preset_document(wanted.get("preset"), wanted.get("title", ""), language)
            )
        except DocumentError as error:
            raise from_document(error, at="document" if "document" in wanted else "") from None
        row = blueprint_create(owner=self.person(), document=document)
        return Response(
            BlueprintOut(row).data, status=201, headers={"Location": f"/api/blueprints/{row.pk}/"}
        )


class OneBlueprint(View):
    @extend_schema(operation_id="blueprints_read", responses={200: BlueprintOut} | failures())
    def get(self, request: Request, id: str) -> Response:
        return Response(BlueprintOut(self.blueprint(id, "read")).data)

    @extend_schema(
        operation_id="blueprints_rename",
        request=TitleIn,
        responses={200: BlueprintOut} | failures(400, 409, 415),
    )
    def patch(self, request: Request, id: str) -> Response:
        """Renames it: a change in its log like any other."""
        row = self.blueprint(id, "edit")
        blueprint_rename(blueprint=row, author=self.person(), title=self.sent(TitleIn)["title"])
        return Response(BlueprintOut(row).data)

    @extend_schema(operation_id="blueprints_delete", responses={204: None} | failures())
    def delete(self, request: Request, id: str) -> Response:
        """Puts it into the bin."""
        blueprint_bin(blueprint=self.blueprint(id, "manage"))
        return Response(status=204)


class Duplicate(View):
    @extend_schema(
        operation_id="blueprints_duplicate",
        request=DuplicateIn,
        responses={201: BlueprintOut} | failures(400, 415),
    )
    def post(self, request: Request, id: str) -> Response:
        """A copy that belongs to who asks, with a log of its own."""
        row = self.blueprint(id, "read")
        title = self.sent(DuplicateIn).get("title", "")
        copy = blueprint_duplicate(blueprint=row, owner=self.person(), title=title)
        return Response(
            BlueprintOut(copy).data, status=201, headers={"Location": f"/api/blueprints/{copy.pk}/"}
        )


class Restore(View):
    @extend_schema(
        operation_id="blueprints_restore", request=None, responses={200: BlueprintOut} | failures()
    )
    def post(self, request: Request, id: str) -> Response:
        """Takes it out of the bin; where it is not in the bin, nothing happens."""
        row = self.blueprint(id, "manage", in_bin=True)
        blueprint_restore(blueprint=row)
        return Response(BlueprintOut(row).data)


class Presets(View):
    @extend_schema(operation_id="presets_list", responses={200: PresetOut(many=True)} | failures())
    def get(self, request: Request) -> Response:
        """What a blank blueprint can start from, in the language of the request."""
        return Response(preset_list(interface_language(request)))
