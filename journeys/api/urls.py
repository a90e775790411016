"""The addresses of the API."""

from django.urls import path
from drf_spectacular.views import SpectacularAPIView

from journeys.api import analyses, attachments, blueprints, changes, exports, friction, reading

app_name = "api"
urlpatterns = [
    path("blueprints/", blueprints.Blueprints.as_view(), name="blueprints"),
    path("blueprints/<str:id>/", blueprints.OneBlueprint.as_view(), name="blueprint"),
    path("blueprints/<str:id>/duplicate/", blueprints.Duplicate.as_view(), name="duplicate"),
    path("blueprints/<str:id>/restore/", blueprints.Restore.as_view(), name="restore"),
    path("blueprints/<str:id>/document/", reading.WholeDocument.as_view(), name="document"),
    path("blueprints/<str:id>/records/", reading.Records.as_view(), name="records"),
    path("blueprints/<str:id>/friction/", friction.Friction.as_view(), name="friction"),
    path("blueprints/<str:id>/what-if/", friction.WhatIf.as_view(), name="what-if"),
    path("blueprints/<str:id>/target/", friction.Target.as_view(), name="target"),
    path("blueprints/<str:id>/compare/<str:other>/", friction.Comparison.as_view(), name="compare"),
    path("blueprints/<str:id>/preview/", reading.Preview.as_view(), name="preview"),
    path("blueprints/<str:id>/changes/", changes.Changes.as_view(), name="changes"),
    path("blueprints/<str:id>/attachments/", attachments.Attachments.as_view(), name="attachments"),
    path(
        "blueprints/<str:id>/attachments/<str:attachment>/",
        attachments.OneAttachment.as_view(),
        name="attachment",
    ),
    path("blueprints/<str:id>/exports/", exports.Exports.as_view(), name="exports"),
    path("blueprints/<str:id>/exports/<str:export>/", exports.OneExport.as_view(), name="export"),
    path("blueprints/<str:id>/exports/<str:export>/file/", exports.ExportFile.as_view(), name="export-file"),
    path("analyses/", analyses.Analyses.as_view(), name="analyses"),
    path("analyses/<str:analysis>/", analyses.OneAnalysis.as_view(), name="analysis"),
    path("detectors/", friction.Detectors.as_view(), name="detectors"),
    path("presets/", blueprints.Presets.as_view(), name="presets"),
    path("presets/<str:preset>/preview/", reading.PresetPreview.as_view(), name="preset-preview"),
    path("format/schema/", reading.FormatSchema.as_view(), name="format-schema"),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
]
