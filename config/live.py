"""Where the live layer learns who may look and what a screen shows."""

from django.conf import settings

from households.access import stream_viewer
from households.live.bus import bus_named
from households.live.hub import Hub
from households.live.stream import LiveStream
from routines.regions.push import catch_up, render

hub = Hub(authorise=stream_viewer, render=render, catch_up=catch_up, bus=bus_named(settings.LIVE_BUS))
stream = LiveStream(hub)
