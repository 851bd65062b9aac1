"""The one ASGI application: live streams as bare coroutines, everything else Django in a few threads."""

import os

from a2wsgi import WSGIMiddleware
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

# Django's own ASGI handler takes a new thread and a new connection for each request; this does not.
pages = WSGIMiddleware(get_wsgi_application(), workers=4)

from config import live, stopping  # noqa: E402, the apps are ready only now


async def application(scope, receive, send):
    """Answer the server's start and stop, streams, and pages."""
    if scope["type"] == "lifespan":
        await lifespan(receive, send)
    elif scope["type"] == "http" and scope["path"].startswith("/live/"):
        await live.stream(scope, receive, send)
    else:
        await pages(scope, receive, send)


async def lifespan(receive, send):
    """Start the hub before the first request, and stop it after the last."""
    await receive()
    await live.hub.start()
    stopping.end_streams_on_signal(live.hub)
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await live.hub.stop()
    await send({"type": "lifespan.shutdown.complete"})
