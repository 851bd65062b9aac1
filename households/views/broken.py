"""What is shown when something went wrong on our side. Nothing is known here but the address."""

from django.http import HttpRequest, HttpResponse
from django.views.defaults import server_error


def broken(request: HttpRequest) -> HttpResponse:
    """Say so, and lead back: at a shared tablet to its faces, elsewhere to the front page."""
    at_tablet = request.path_info == "/tablet" or request.path_info.startswith("/tablet/")
    return server_error(request, "tablet/500.html" if at_tablet else "500.html")
