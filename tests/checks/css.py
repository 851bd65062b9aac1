"""House rules for style sheets, beyond what a parser rejects."""

import re

import tinycss2
from tinycss2.color3 import parse_color

from tests.checks import ROOT, report

STATIC = ROOT / "static"
LAYERS = {"reset", "tokens", "base", "layout", "components", "surfaces", "utilities"}
WITH_RULES = {"media", "supports", "layer", "container"}
WITH_DECLARATIONS = {"font-face", "property", "page", "counter-style", "view-transition"}
COLOUR_FUNCTIONS = {"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"}
PLAIN_COLOURS = {"transparent", "currentcolor"}
# Properties whose values are names, one of which may happen to be a colour's.
NAMING = ("animation", "transition", "grid", "font", "will-change", "view-transition", "container", "counter", "--")


class Sheet:
    """Walks one style sheet and collects what breaks a rule."""

    def __init__(self, text, name):
        self.name, self.found = name, []
        self.defined, self.used = set(), {}
        self.rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), ())

    def say(self, node, problem):
        self.found.append(f"{self.name}:{node.source_line}: {problem}")

    def rules(self, nodes, around):
        """`around` holds the at-rules about these nodes, as texts like `layer components`."""
        for node in nodes:
            if node.type == "error":
                self.say(node, f"cannot be parsed: {node.message}")
            elif node.type == "at-rule":
                self.at_rule(node, around)
            elif node.type == "qualified-rule":
                if not any(a.startswith("layer ") for a in around):
                    self.say(node, "a rule outside every @layer would win over all of them")
                self.declarations(node.content, around)

    def at_rule(self, node, around):
        keyword = node.lower_at_keyword
        prelude = tinycss2.serialize(node.prelude).strip()
        if keyword == "layer":
            for layer in filter(None, re.split(r"[,\s]+", prelude)):
                if layer not in LAYERS:
                    self.say(node, f"unknown layer {layer}")
        if keyword == "import":
            self.say(node, "@import: list the file in config/bundles.py instead")
        elif node.content is None:
            return
        elif keyword in WITH_RULES:
            nodes = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            self.rules(nodes, (*around, f"{keyword} {prelude}"))
        elif keyword.endswith("keyframes"):
            for frame in tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True):
                self.declarations(frame.content, around)
        elif keyword in WITH_DECLARATIONS:
            self.declarations(node.content, around)
        else:
            self.say(node, f"unexpected @{keyword}")

    def declarations(self, content, around):
        for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
            if node.type == "error":
                self.say(node, f"cannot be parsed: {node.message}")
            elif node.type in {"qualified-rule", "at-rule"}:
                self.say(node, "nested rule: selectors stay flat for older tablets")
            elif node.type == "declaration":
                self.declaration(node, around)

    def declaration(self, node, around):
        if node.name.startswith("--"):
            self.defined.add(node.name)
        calm = any(a.startswith("media") and "prefers-reduced-motion" in a for a in around)
        if node.important and "layer utilities" not in around and not calm:
            self.say(node, "!important belongs to utilities and reduced motion only")
        self.values(node, node.value)

    def values(self, declaration, tokens):
        for token in tokens:
            if token.type == "function":
                self.function(declaration, token)
            elif token.type == "url":
                self.address(token, token.value)
            elif token.type in {"() block", "[] block", "{} block"}:
                self.values(declaration, token.content)
            elif self.is_colour(declaration, token):
                self.say(token, f"colour {token.serialize()}: use a token from tokens.css")

    def function(self, declaration, token):
        name = token.lower_name
        if name == "light-dark":
            self.say(token, "light-dark() is too new; set the token twice")
        elif name in COLOUR_FUNCTIONS and not self.may_name_colours:
            self.say(token, f"colour {name}(): use a token from tokens.css")
        elif name == "url":
            self.address(token, "".join(t.value for t in token.arguments if t.type == "string"))
        elif name == "var":
            names = [t.value for t in token.arguments if t.type == "ident"]
            if not any(t.type == "literal" and t.value == "," for t in token.arguments):
                self.used.setdefault(names[0], token.source_line)
        self.values(declaration, token.arguments)

    def address(self, token, url):
        if re.match(r"(?i)(https?:)?//|data:|blob:", url):
            self.say(token, f"url({url[:40]}): the policy lets a page load from its own files only")
        elif not url.startswith("#") and not (STATIC / "bundle" / url.split("#")[0]).resolve().is_file():
            self.say(token, f"url({url}): no such file, seen from static/bundle/")

    def is_colour(self, declaration, token):
        if self.may_name_colours:
            return False
        if token.type == "hash":
            return True
        named = token.type == "ident" and token.lower_value not in PLAIN_COLOURS
        return named and not declaration.name.startswith(NAMING) and parse_color(token) is not None

    @property
    def may_name_colours(self):
        return self.name.endswith("tokens.css")


def problems(text, name="sheet.css"):
    """What is wrong with one style sheet."""
    return Sheet(text, name).found


def all_problems():
    """What is wrong with the project's style sheets, alone and together."""
    files = sorted((STATIC / "css").rglob("*.css"))
    sheets = [Sheet(file.read_text(), str(file.relative_to(ROOT))) for file in files]
    defined = set().union(*(sheet.defined for sheet in sheets))
    found = [problem for sheet in sheets for problem in sheet.found]
    for sheet in sheets:
        missing = {name: line for name, line in sheet.used.items() if name not in defined}
        found += [f"{sheet.name}:{line}: var({name}) is defined nowhere" for name, line in missing.items()]
    return found


if __name__ == "__main__":
    report(all_problems())
