"""The app of what: routines, steps, the ladder, questions and voices."""

from django.apps import AppConfig


class RoutinesConfig(AppConfig):
    """Configuration of the routines app."""

    name = "routines"
