"""How blueprints are stored, shared and served: the Django project and its one app."""

from journeys.celery import app as celery

__all__ = ["celery"]
