"""The app of who: accounts, households, members, invitations, history."""

from django.apps import AppConfig


class HouseholdsConfig(AppConfig):
    """Configuration of the households app."""

    name = "households"
