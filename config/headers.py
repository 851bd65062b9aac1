"""Headers every page carries besides those of Django and the content security policy."""

# Only a parent records, and only in a step's panel: these pages can open one.
WITH_PANEL = {"routine", "step"}
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "payment",
        "usb",
    )
)
RECORDING_POLICY = PERMISSIONS_POLICY.replace("microphone=()", "microphone=(self)")


def _may_record(request) -> bool:
    """Return whether a page may open a step's panel to a parent."""
    page, actor = getattr(request, "resolver_match", None), getattr(request, "actor", None)
    return bool(page and actor) and page.url_name in WITH_PANEL and actor.is_parent and actor.tablet_id is None


def headers_middleware(get_response):
    """Ask for no sensor, and let no browser or proxy keep a page that did not say it may be kept.

    The one exception is the microphone where a parent may record. Pages are shown on shared tablets: what is not
    stored cannot come back with the Back button.
    """

    def answer(request):
        response = get_response(request)
        policy = RECORDING_POLICY if _may_record(request) else PERMISSIONS_POLICY
        response.headers.setdefault("Permissions-Policy", policy)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answer
