"""Headers every page carries besides those of Django and the content security policy."""

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


def headers_middleware(get_response):
    """Ask for no sensor, and let no browser or proxy keep a page that did not say it may be kept.

    Pages are shown on shared tablets: what is not stored cannot come back with the Back button.
    """

    def answer(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answer
