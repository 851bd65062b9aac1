"""House rules for templates: no inline code or style, nothing from elsewhere, no words left untranslated."""

import re
from html.parser import HTMLParser

from tests.checks import ROOT, report

FILLED = "·"  # stands where a template puts a value
NOTES = re.compile(r"\{#.*?#\}|\{%\s*comment\b.*?%\}.*?\{%\s*endcomment\s*%\}|<!--.*?-->", re.DOTALL)
TRANSLATED = re.compile(r"\{%\s*blocktrans(?:late)?\b.*?%\}.*?\{%\s*endblocktrans(?:late)?\s*%\}", re.DOTALL)
# A block the base template puts into an attribute, `{% block body_class %}wide{% endblock %}`, is read by no one.
CLASSES = re.compile(r"\{%\s*block\s+(?:\w*(?:class|attr|id)\w*|page)\s*%\}[^<]*?\{%\s*endblock\b.*?%\}")
SAYING = re.compile(r"\{%\s*(?:trans(?:late)?|static|url|now|csrf_token)\b.*?%\}", re.DOTALL)
TAG = re.compile(r"\{%.*?%\}", re.DOTALL)
VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
UNESCAPED = re.compile(r"\|\s*safe(?:seq)?\b|\{%\s*autoescape\s+off")
WORDS = re.compile(r"[^\W\d_]{2,}")
NAMES = {"Rungs"}
SPOKEN = {"alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription", "label", "content"}
LOADED = {"src", "srcset", "poster", "data"}
ELSEWHERE = re.compile(r"(?i)(https?:)?//")


class Page(HTMLParser):
    """Reads what is left of a template when its tags are gone."""

    def __init__(self, text, name):
        super().__init__(convert_charrefs=True)
        self.name, self.found, self.mute = name, [], None
        self.feed(text)
        self.close()

    def say(self, problem):
        self.found.append(f"{self.name}:{self.getpos()[0]}: {problem}")

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        if tag == "style":
            self.say("inline style sheet")
        if tag == "script" and "src" not in given:
            self.say("inline script")
        if tag == "img" and "alt" not in given:
            self.say("img without alt")
        if tag in {"script", "style"}:
            self.mute = tag
        for name, value in given.items():
            self.attribute(tag, name, value, given)

    def handle_endtag(self, tag):
        if tag == self.mute:
            self.mute = None

    def attribute(self, tag, name, value, given):
        if name == "style":
            self.say("inline style")
        if name.startswith("on") or name.startswith(("hx-on", "data-hx-on")):
            self.say(f"inline handler {name}")
        if re.match(r"(?i)\s*(js|javascript):", value):
            self.say(f"code in {name}")
        loads = name in LOADED or (name == "href" and tag in {"link", "use", "image"})
        if loads and ELSEWHERE.match(value.strip()):
            self.say(f"{name} from elsewhere: {value[:40]}")
        spoken = name in SPOKEN and (name != "content" or given.get("name") == "description")
        if spoken:
            self.words(value, name)

    def handle_data(self, data):
        if not self.mute:
            self.words(data, "text")

    def words(self, text, where):
        loose = [word for word in WORDS.findall(text) if word not in NAMES]
        if loose:
            self.say(f"untranslated {where}: {' '.join(loose)[:60]}")


def _blank(filler):
    return lambda match: filler + "\n" * match[0].count("\n")


def problems(text, name="page.html"):
    """What is wrong with one template."""
    text = NOTES.sub(_blank(""), text)
    found = [f"{name}:{text.count(chr(10), 0, m.start()) + 1}: unescaped: {m[0]}" for m in UNESCAPED.finditer(text)]
    text = CLASSES.sub(_blank(FILLED), TRANSLATED.sub(_blank(FILLED), text))
    text = VALUE.sub(_blank(FILLED), SAYING.sub(_blank(FILLED), text))
    return found + Page(TAG.sub(_blank(""), text), name).found


def all_problems():
    """What is wrong with the project's templates."""
    found = []
    for file in sorted((ROOT / "templates").rglob("*.html")):
        found += problems(file.read_text(), str(file.relative_to(ROOT)))
    return found


if __name__ == "__main__":
    report(all_problems())
