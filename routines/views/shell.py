"""What makes the shared tablet an app: its manifest, its service worker, and its page for when there is no net."""

import hashlib
import json
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

# All that the tablet's pages are drawn with; fetched once, then kept on the tablet.
KEPT = (
    "bundle/tablet.css",
    "bundle/tablet.js",
    "pictograms/core.svg",
    "pictograms/tablet.svg",
    "pictograms/more.svg",
    "icons/ui.svg",
    "icons/favicon.svg",
    "icons/icon-192.png",
    "fonts/lexend-latin.woff2",
    "fonts/lexend-latin-ext.woff2",
    "fonts/lexend-vietnamese.woff2",
    "fonts/atkinson-latin.woff2",
    "fonts/atkinson-latin-ext.woff2",
)
COLOUR = "#fff8ef"


@require_safe
def app(request: HttpRequest) -> HttpResponse:
    """Answer with the manifest: it can be installed, and then fills the whole screen."""
    manifest = {
        "id": reverse("tablet"),
        "name": _("Rungs on the tablet"),
        "short_name": "Rungs",
        "start_url": reverse("tablet"),
        "scope": reverse("tablet"),
        "display": "fullscreen",
        "display_override": ["fullscreen", "standalone"],
        "orientation": "any",
        "background_color": COLOUR,
        "theme_color": COLOUR,
        "icons": [
            _icon("icons/icon-192.png", 192, "any"),
            _icon("icons/icon-512.png", 512, "any"),
            _icon("icons/icon-maskable-512.png", 512, "maskable"),
        ],
    }
    return JsonResponse(manifest, content_type="application/manifest+json")


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Answer with the service worker, told what to keep. It looks after `/tablet` and nothing else."""
    response = HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")
    response["Service-Worker-Allowed"] = reverse("tablet")
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Show that there is no net; the worker keeps this page, so it says nothing of anybody."""
    return render(request, "tablet/offline.html")


def _icon(path: str, size: int, purpose: str) -> dict[str, str]:
    return {"src": static(path), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


def _worker() -> str:
    """Return the worker's text. It differs as soon as anything it keeps does, and so browsers take the new one."""
    source = Path(finders.find("bundle/worker.js")).read_text()
    told = {
        "files": [static(each) for each in KEPT],
        "offline": reverse("tablet_offline"),
        "faces": reverse("tablet"),
        "plan": reverse("tablet_plan"),
        "now": reverse("tablet_now"),
        "here": reverse("tablet_here"),
    }
    told["version"] = hashlib.sha256((json.dumps(told) + source).encode()).hexdigest()[:16]
    return f"self.told = {json.dumps(told)};\n{source}"
