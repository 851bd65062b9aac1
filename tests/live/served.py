"""The made-up house as an application for a real server."""

from config import stopping
from tests.live.house import House, Living

live = Living(House())


async def application(scope, receive, send):
    if scope["type"] != "lifespan":
        await live.stream(scope, receive, send)
        return
    await receive()
    await live.hub.start()
    stopping.end_streams_on_signal(live.hub)
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await live.hub.stop()
    await send({"type": "lifespan.shutdown.complete"})
