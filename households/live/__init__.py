"""Live pages: who looks at what, and how a change reaches every screen that may see it.

Nothing here knows what a routine is. What a screen shows (`render`, `catch_up`) and who may look
(`authorise`) are given by the composition root, `config/asgi.py`.
"""

from households.live.change import Change, Viewer
from households.live.outlet import listening, publish

__all__ = ["Change", "Viewer", "listening", "publish"]
