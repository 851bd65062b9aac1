"""The pages about the project name only what is there."""

import ast
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.urls import NoReverseMatch, Resolver404, get_resolver, resolve, reverse

from households.live.stream import PATH as STREAM

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
OURS = ("config", "households", "routines", "tests")
# What the settings and the server read, and where a page explains it.
READERS = ("config/settings.py", "config/serve.py", "config/checks.py")
EXPLAINED = ROOT / "docs" / "running.md"
SERVERS_OWN = {"FORWARDED_ALLOW_IPS"}
NOT_FOR_PEOPLE = {"DJANGO_SETTINGS_MODULE"}

FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
TICKS = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
PICTURE = re.compile(r'!\[(?P<words>[^\]]*)\]\((?P<file>[^)\s]+)\)|<img src="(?P<src>[^"]+)" alt="(?P<alt>[^"]*)"')
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
VARIABLE = re.compile(r"^([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)(?:=.*)?$")
FILE = re.compile(r"\.(?:py|md|toml|txt|css|js|html|svg|png|sqlite3(?:-\w+)?)$")

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


@cache
def text(page):
    return page.read_text()


@cache
def marked(page):
    """What stands between ticks, code blocks left out."""
    return TICKS.findall(FENCE.sub("", text(page)))


def commands(page):
    """The lines of code blocks."""
    return [line.strip() for block in FENCE.findall(text(page)) for line in block.splitlines()[1:-1]]


def anchor(heading):
    """The name a heading gets on the page."""
    plain = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
    return plain.strip().replace(" ", "-")


@every_page
def test_every_make_target_is_there(page):
    targets = set(re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[1].split())
    targets |= set(re.findall(r"^(\.[\w./]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {name for words in (*marked(page), *commands(page)) for name in re.findall(r"\bmake ([.\w/-]+)", words)}
    assert named <= targets


@every_page
def test_every_management_command_is_there(page):
    named = {name for words in (*marked(page), *commands(page)) for name in re.findall(r"manage\.py (\w+)", words)}
    assert named <= set(get_commands())


@every_page
def test_every_file_and_folder_is_there(page):
    missing = [name for name in marked(page) if is_path(name) and not found(name)]
    assert missing == []


def is_path(name):
    """Whether a name is of a file or a folder of the project; what an installation makes lies in `var/`."""
    if re.search(r"[\s<>{}=:(]", name) or name.startswith(("/", "http", "var/", ".venv")):
        return False
    return "/" in name or bool(FILE.search(name))


def found(name):
    """A path from the top, or a file beside what was named before it."""
    return (ROOT / name).exists() or ("/" not in name and any(ROOT.glob(f"tests/**/{name}")))


@every_page
def test_every_module_is_there(page):
    dotted = [name for name in marked(page) if re.fullmatch(rf"(?:{'|'.join(OURS)})(?:\.\w+)+", name)]
    assert [name for name in dotted if not FILE.search(name) and not importable(name)] == []


def importable(name):
    """A module, or something in one."""
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        module, _, thing = name.rpartition(".")
        return bool(re.search(rf"\b{thing}\b", Path(find_spec(module).origin).read_text()))


@every_page
def test_every_name_with_a_module_beside_it_stands_in_that_module(page):
    """As in "`may_act_for` in `routines/rules/people.py`"."""
    pairs = re.findall(r"`(\w+)` in\s+`([\w/]+\.py)`", text(page))
    assert [pair for pair in pairs if not re.search(rf"\b{pair[0]}\b", (ROOT / pair[1]).read_text())] == []


def variables_read():
    """The names of environment variables the settings and the server ask for."""
    names = set()
    for reader in READERS:
        for node in ast.walk(ast.parse((ROOT / reader).read_text())):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            asked = ast.unparse(node.func)
            if asked.startswith(("env.", "os.environ.")) or asked == "_count":
                names.add(node.args[0].value)
    return {name for name in names if name.isupper()}


def test_every_variable_is_explained():
    explained = {name for mark in TICKS.findall(text(EXPLAINED)) for name in mark.split("=")[:1]}
    assert variables_read() - NOT_FOR_PEOPLE <= explained


def test_every_variable_of_the_table_is_read():
    rows = re.findall(r"^\| (`[A-Z_`, ]+`) \|", text(EXPLAINED), re.MULTILINE)
    named = {name for row in rows for name in TICKS.findall(row)}
    assert named
    assert named <= variables_read()


@every_page
def test_every_variable_named_anywhere_is_somebodys(page):
    known = "\n".join((ROOT / name).read_text() for name in (*READERS, "Makefile", ".ci/run"))
    known += "\n".join(file.read_text() for app in OURS for file in (ROOT / app).rglob("*.py"))
    named = {match[1] for mark in marked(page) if (match := VARIABLE.match(mark)) and len(match[1]) > 1}
    assert {name for name in named - SERVERS_OWN if not re.search(rf"\b{name}\b", known)} == set()


@every_page
def test_every_address_is_there(page):
    for address in {mark for mark in marked(page) if mark.startswith("/")}:
        path = re.sub(r"<\w+>|…", "1", address)
        if path.startswith("/live/"):
            assert path == "/live/" or STREAM.fullmatch(path), address
            continue
        try:
            resolve(path)
        except Resolver404:
            pytest.fail(address)


@every_page
def test_every_name_of_an_address_is_there(page):
    """As in "the address `routine`"."""
    names = {key for key in get_resolver().reverse_dict if isinstance(key, str)}
    for name in re.findall(r"\baddress(?:es)? `(\w+)`", text(page)):
        try:
            reverse(name)
        except NoReverseMatch:
            assert name in names, name


@every_page
def test_every_link_leads_somewhere(page):
    for target in LINK.findall(FENCE.sub("", text(page))):
        if target.startswith(("http://", "https://")):
            continue
        file, _, place = target.partition("#")
        other = (page.parent / file).resolve() if file else page
        assert other.exists(), target
        if place:
            assert place in {anchor(heading) for heading in HEADING.findall(FENCE.sub("", text(other)))}, target


@every_page
def test_pictures_are_light_and_have_words(page):
    for picture in PICTURE.finditer(text(page)):
        words, file = picture["words"] or picture["alt"], picture["file"] or picture["src"]
        assert words
        assert (page.parent / file).stat().st_size < 150 * 1024, file


def test_the_readme_begins_with_what_it_is_a_picture_and_the_two_commands():
    opening = text(ROOT / "README.md")
    places = [opening.index(each) for each in ("# Rungs", "docs/pictures/board.png", "make run", "make test")]
    assert places == sorted(places)
    assert "\n## " not in opening[: places[-1]]


def test_the_readme_says_how_to_get_in_as_each_person_of_the_demo():
    from routines.demo import PASSWORD, SIGN_INS

    readme = text(ROOT / "README.md")
    assert f"`{PASSWORD}`" in readme
    for email, name in SIGN_INS.items():
        assert f"`{email}`" in readme
        assert name.split(",")[0] in readme


def test_every_page_is_reached_from_the_readme():
    linked = {(ROOT / target.partition("#")[0]).resolve() for target in LINK.findall(text(ROOT / "README.md"))}
    assert set(PAGES[1:]) <= linked
