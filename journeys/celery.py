"""The Celery application; how it is set up stands in settings.py under names that begin with CELERY_."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "journeys.settings")

app = Celery("journeys")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["journeys"])
