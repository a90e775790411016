"""Addresses of the pages."""

from django.contrib.auth.views import LogoutView
from django.urls import path
from django.views.i18n import set_language

from journeys.pages import explained, making, views

app_name = "pages"
urlpatterns = [
    path("", views.overview, name="list"),
    path("bin/", views.bin_, name="bin"),
    path("new/", making.new, name="new"),
    path("new/file/", making.open_, name="open"),
    path("blueprints/<str:id_>/", views.editor, name="editor"),
    path("blueprints/<str:id_>/rename/", views.rename, name="rename"),
    path("blueprints/<str:id_>/duplicate/", views.duplicate, name="duplicate"),
    path("blueprints/<str:id_>/delete/", views.delete, name="delete"),
    path("blueprints/<str:id_>/restore/", views.restore, name="restore"),
    path("friction/", explained.kinds, name="kinds"),
    path("friction/<str:id_>/", explained.kind, name="kind"),
    path("accessibility/", explained.accessibility, name="accessibility"),
    path("login/", views.Login.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("language/", set_language, name="language"),
]
