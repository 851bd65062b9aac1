"""The households an account belongs to."""

from django.http import HttpRequest

from households.models import Member


def memberships(request: HttpRequest) -> list[Member]:
    """Return the signed-in account's memberships with their households, in one query per request at most."""
    if not request.user.is_authenticated:
        return []
    if not hasattr(request, "_memberships"):
        mine = Member.objects.signed_in_as(request.user.pk)
        request._memberships = list(mine.order_by("household__name", "household_id"))
    return request._memberships
