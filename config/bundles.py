"""Few files for the browser, many small ones for the people who write them.

`bundle/rungs.css` is every file named by `CSS_ORDER`, in that order; `bundle/rungs.js` every file directly in
`static/js/`, each in a block of its own. The shared tablet has bundles of its own, with what it needs and no more, and
its service worker is a third: it shares the outbox with the pages. All are served from `/static/bundle/`, so a style
sheet writes `url("../fonts/lexend.woff2")` whatever folder it lies in. Other scripts in folders below `static/js/` are
left alone and served as they are.
"""

import os
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder, FileSystemFinder
from django.core.files.storage import FileSystemStorage

CSS_ORDER = (
    "css/reset.css",
    "css/tokens.css",
    "css/base.css",
    "css/layout.css",
    "css/components/*.css",
    "css/surfaces/*.css",
    "css/utilities.css",
)
# The first line wins whatever the order of files below it.
CSS_LAYERS = "@layer reset, tokens, base, layout, components, surfaces, utilities;"
JS_ORDER = ("js/*.js",)
TABLET_CSS_ORDER = (
    "css/reset.css",
    "css/tokens.css",
    "css/base.css",
    "css/components/badge.css",
    "css/components/button.css",
    "css/components/person.css",
    "css/components/cups.css",
    "css/tablet/*.css",
    "css/utilities.css",
)
# The outbox and the line to it come first: the others put taps into them. The discs and cups are those of the laptop.
TABLET_JS_ORDER = (
    "js/tablet/outbox.js",
    "js/uuid.js",
    "js/disc.js",
    "js/tablet/line.js",
    "js/tablet/*.js",
    "js/cups.js",
)
WORKER_ORDER = ("js/tablet/outbox.js", "js/worker/*.js")

_CSS_STRING_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\))|/\*.*?\*/""", re.DOTALL)
_CSS_STRING = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\))""")


def sources(order):
    """The source files of a bundle, each once, in the declared order."""
    root = Path(settings.STATICFILES_DIRS[0])
    found = {}
    for pattern in order:
        found |= dict.fromkeys(sorted(root.glob(pattern)))
    return list(found)


def small_css(text):
    """The style sheet without comments, line breaks and doubled spaces; strings and addresses stay as written."""
    text = _CSS_STRING_OR_COMMENT.sub(lambda match: match[1] or " ", text)
    parts = _CSS_STRING.split(text)
    parts[::2] = [re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", part)) for part in parts[::2]]
    return "".join(parts).strip()


def css(order=CSS_ORDER):
    """A whole style sheet."""
    return CSS_LAYERS + "".join(small_css(file.read_text()) for file in sources(order)) + "\n"


def js(order=JS_ORDER):
    """A whole script: each file in a block, so that its names stay its own; comment lines are dropped."""
    blocks = ['"use strict";']
    for file in sources(order):
        lines = [line for line in file.read_text().splitlines() if line.strip() and not line.lstrip().startswith("//")]
        blocks.append("\n".join([f"// {file.stem}", "{", *lines, "}"]))
    return "\n".join(blocks) + "\n"


BUNDLES = {
    "bundle/rungs.css": (CSS_ORDER, css),
    "bundle/rungs.js": (JS_ORDER, js),
    "bundle/tablet.css": (TABLET_CSS_ORDER, css),
    "bundle/tablet.js": (TABLET_JS_ORDER, js),
    "bundle/worker.js": (WORKER_ORDER, js),
}


class BundleFinder(BaseFinder):
    """Finds the bundles, writing each anew when its sources changed."""

    def __init__(self, *args, **kwargs):
        self.storage = FileSystemStorage(location=settings.BUNDLE_ROOT.parent)
        self.storage.prefix = None

    def check(self, **kwargs):
        """Nothing can be set wrongly."""
        return []

    def find(self, path, find_all=False, **kwargs):
        """Return the file of one bundle, as Django's finders do."""
        if path not in BUNDLES:
            return []
        file = str(self._written(path))
        return [file] if find_all or kwargs.get("all") else file

    def list(self, ignore_patterns):
        """Give all bundles to collectstatic."""
        for path in BUNDLES:
            self._written(path)
            yield path, self.storage

    def _written(self, path):
        order, build = BUNDLES[path]
        target = settings.BUNDLE_ROOT.parent / path
        content = build(order)
        if not target.exists() or target.read_text() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_name(f"{target.name}.{os.getpid()}")
            draft.write_text(content)
            draft.replace(target)
        return target


class AssetFinder(FileSystemFinder):
    """Finds everything in `static/` except the sources of the bundles."""

    def list(self, ignore_patterns):
        """Leave the sources out of collectstatic."""
        bundled = {file for order, _ in BUNDLES.values() for file in sources(order)}
        for path, storage in super().list([*ignore_patterns, "*.md", "README*"]):
            if Path(storage.path(path)) not in bundled:
                yield path, storage
