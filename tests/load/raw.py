"""The limit: the same streams, votes and bytes without Django, database, rights or rendering."""

import asyncio
import re

SIZES = {"message": 1000, "answer": 1000}
houses = {}


class House:
    def __init__(self):
        self.revision, self.screens = 0, set()

    def tell(self):
        self.revision += 1
        message = b"id: %d\ndata: %s\n\n" % (self.revision, b"x" * SIZES["message"])
        for screen in self.screens:
            screen.put_nowait(message)


async def answer(send, status, body=b"", more=False, kind=b"text/html"):
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", kind)]})
    await send({"type": "http.response.body", "body": body, "more_body": more})


async def stream(house, receive, send):
    waiting = asyncio.Queue()
    house.screens.add(waiting)
    await answer(send, 200, b"retry: 5000\n\n", True, b"text/event-stream")

    async def write():
        while True:
            await send({"type": "http.response.body", "body": await waiting.get(), "more_body": True})

    writer = asyncio.create_task(write())
    try:
        while (await receive())["type"] != "http.disconnect":
            pass
    finally:
        house.screens.discard(waiting)
        writer.cancel()


async def application(scope, receive, send):
    if scope["type"] == "lifespan":
        while True:
            message = await receive()
            await send({"type": message["type"] + ".complete"})
            if message["type"] == "lifespan.shutdown":
                return
    path = scope["path"]
    if sizes := re.fullmatch(r"/sizes/(\d+)/(\d+)", path):
        SIZES["message"], SIZES["answer"] = int(sizes[1]), int(sizes[2])
        return await answer(send, 204)
    if not (found := re.fullmatch(r"/(live/)?h/(\d+)/.*", path)):
        return await answer(send, 404)
    house = houses.setdefault(int(found[2]), House())
    if found[1]:
        return await stream(house, receive, send)
    while (await receive()).get("more_body"):
        pass
    house.tell()
    await answer(send, 200, b"x" * SIZES["answer"])
