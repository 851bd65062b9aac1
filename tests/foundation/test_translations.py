"""The German catalogue: whole, true to its placeholders, compiled, and what a German household really reads."""

import ast
import gettext
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation.template import templatize

from households.pictograms import search
from routines.models import Morning, Pick, Picking, Question, Routine
from routines.rules.state import Rung
from routines.words.days import date_words, short_date_words
from tests.cast import add, client_of, found, fresh
from tests.review.lookers import browser_of, looking_in
from tests.routines.tablet.hand import Kitchen

ROOT = Path(__file__).resolve().parent.parent.parent
CATALOGUES = sorted(ROOT.glob("config/locale/*/LC_MESSAGES/django.po"))
PYTHON = [path for place in ("config", "households", "routines") for path in (ROOT / place).rglob("*.py")]
TEMPLATES = [path for path in (ROOT / "templates").rglob("*.*") if path.suffix in (".html", ".txt")]

# A context and a text; a text with a plural is known by its singular, as in a compiled catalogue.
Key = tuple[str, str]

GETTERS = {
    f"{context}{number}gettext{later}" for context in ("", "p") for number in ("", "n") for later in ("", "_lazy")
} | {"gettext_noop", "_"}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
LINE = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) (".*")$')
LITERAL = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(\w*gettext|_)\(\s*({LITERAL}(?:\s*,\s*{LITERAL})*)")


class Entry:
    """One text of a catalogue and what it became."""

    def __init__(self, block: str) -> None:
        self.parts: dict[str, str] = {}
        self.fuzzy = bool(re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE))
        part = ""
        for line in block.splitlines():
            if found_part := LINE.match(line):
                part = found_part[1]
                self.parts[part] = ast.literal_eval(found_part[2])
            elif line.startswith('"'):
                self.parts[part] += ast.literal_eval(line)

    @property
    def key(self) -> Key:
        return self.parts.get("msgctxt", ""), self.parts["msgid"]

    @property
    def texts(self) -> list[str]:
        return [self.parts[part] for part in ("msgid", "msgid_plural") if part in self.parts]

    @property
    def translations(self) -> list[str]:
        return [text for part, text in self.parts.items() if part.startswith("msgstr")]


@cache
def entries(catalogue: Path) -> list[Entry]:
    blocks = re.split(r"\n{2,}", catalogue.read_text(encoding="utf-8"))
    found_entries = [Entry(block) for block in blocks if re.search(r"^msgid ", block, re.MULTILINE)]
    return [entry for entry in found_entries if entry.parts["msgid"]]


def compiled(catalogue: Path) -> dict[tuple[str, str, int], str]:
    with catalogue.with_suffix(".mo").open("rb") as file:
        known = gettext.GNUTranslations(file)._catalog
    texts = {}
    for key, text in known.items():
        key, number = key if isinstance(key, tuple) else (key, -1)
        context, _between, plain = key.rpartition("\x04")
        if plain:
            texts[context, plain, number] = text
    return texts


def said_in_python(path: Path) -> Iterator[Key]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and (name := getattr(node.func, "id", "")) in GETTERS:
            words = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if words:
                yield _key(name, words)


def said_in_template(path: Path) -> Iterator[Key]:
    for call in CALL.finditer(templatize(path.read_text(encoding="utf-8"))):
        yield _key(call[1], [ast.literal_eval(word) for word in re.findall(LITERAL, call[2])])


def _key(getter: str, words: list[str]) -> Key:
    return (words[0], words[1]) if getter.lstrip("n").startswith("p") else ("", words[0])


@pytest.fixture(autouse=True)
def english_again():
    """A request leaves its language behind: other tests expect English."""
    with translation.override("en"):
        yield


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.parent.parent.name)
def catalogue(request) -> Path:
    return request.param


def test_there_is_a_catalogue_for_german():
    assert [path.parent.parent.name for path in CATALOGUES] == ["de"]


def test_everything_is_translated(catalogue):
    unsaid = [entry.key for entry in entries(catalogue) if entry.fuzzy or not all(entry.translations)]
    assert unsaid == []


def test_every_plural_has_its_forms(catalogue):
    for entry in entries(catalogue):
        assert len(entry.translations) == len(entry.texts), entry.key


def test_placeholders_stay_as_they_are(catalogue):
    for entry in entries(catalogue):
        wanted = [set(PLACEHOLDER.findall(text)) for text in entry.texts]
        assert [set(PLACEHOLDER.findall(text)) for text in entry.translations] == wanted, entry.key


def test_links_and_bold_words_survive(catalogue):
    for entry in entries(catalogue):
        for text, translated in zip(entry.texts, entry.translations, strict=True):
            assert sorted(re.findall(r"<[^>]+>", translated)) == sorted(re.findall(r"<[^>]+>", text)), entry.key


def test_german_is_set_as_german_is(catalogue):
    """Quotation marks are „these“; nobody is addressed as in an office."""
    for entry in entries(catalogue):
        for text in entry.translations:
            assert not re.search(r"[”‘\"]|(?<!\w)'", re.sub(r"<[^>]+>", "", text)), text
            assert text.count("„") == text.count("“"), text
            assert not re.search(r"\b(Ihnen|Ihre[mnrs]?)\b(?! (eine|sieben|Tage))", text), text


def test_the_compiled_catalogue_is_up_to_date(catalogue):
    expected = {}
    for entry in entries(catalogue):
        for number, text in enumerate(entry.translations):
            expected[(*entry.key, number if "msgid_plural" in entry.parts else -1)] = text
    assert compiled(catalogue) == expected, "run `make messages`"


def test_no_text_is_missing(catalogue):
    known = {entry.key for entry in entries(catalogue)}
    missing = {
        (str(path.relative_to(ROOT)), *key)
        for paths, said in ((PYTHON, said_in_python), (TEMPLATES, said_in_template))
        for path in paths
        for key in said(path)
        if key not in known
    }
    assert missing == set(), "run `make messages`, then translate what is empty"


def test_no_other_name_hides_a_text():
    """Texts are collected by the names of their functions: another name hides them."""
    for path in PYTHON:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
                assert {name.asname for name in node.names} <= {None, "_"}, path


@pytest.fixture
def german_home(db):
    """A household that speaks German, with the morning it chose to begin from and an open question."""
    maya = found("Lindenhof", language="de", time_zone="Europe/Berlin")
    add(maya, "Leo", "teen", with_account=True)
    add(maya, "Bo", "child", age_band="3-5")
    add(maya, "Oma", "supporter")
    browser = client_of(maya)
    home = fresh(maya).household_id
    browser.post(reverse("routine_start", args=[home]), {"starter": "school"})
    routine = Routine.objects.get(household_id=home)
    asked = routine.steps.filter(rung=Rung.CONSULT).first()
    browser.post(
        reverse("step_open", args=[home, asked.id]),
        {"text": "Womit?", "decider": maya.id, "speaker": maya.id},
    )
    assert Question.objects.filter(step=asked).exists()
    return SimpleNamespace(browser=browser, id=home, maya=maya, routine=routine, asked=asked)


def english_in(html: str) -> set[str]:
    """Return the texts of ours that stand in a page in English."""
    visible = re.sub(r"<(script|style)\b.*?</\1>|<meta name=\S*-capable[^>]*>", " ", html, flags=re.DOTALL)
    attributes = " | ".join(re.findall(r'(?:aria-label|title|placeholder|alt|content|data-words)="([^"]*)"', visible))
    words = unescape(re.sub(r"<[^>]+>", " | ", visible) + " | " + attributes)
    pieces = {piece.strip() for piece in words.split("|")}
    known = entries(CATALOGUES[0])
    english = {text for entry in known for text in entry.texts} - {
        text for entry in known for text in entry.translations
    }
    sentences = {text for text in english if " " in text and len(text) > 12 and "%" not in text}
    return english & pieces | {text for text in sentences if text in words}


def read_in_german(browser: Client, pages: dict[str, tuple[list[int], str]]) -> None:
    """Open pages by name: each says its phrase, and nothing of ours in English."""
    for name, (ids, phrase) in pages.items():
        answer = browser.get(reverse(name, args=ids))
        html = answer.content.decode()
        assert answer.status_code == 200, name
        assert phrase in unescape(html), name
        assert english_in(html) == set(), name
        if "<html" in html:
            assert '<html lang="de"' in html, name


def test_what_is_left_in_english_is_found(db):
    html = Client(headers={"accept-language": "en"}).get(reverse("home")).content.decode()
    assert {"Everybody is heard", "Mornings you make together"} <= english_in(html)


def test_a_german_household_reads_german(german_home):
    home, routine, step = german_home.id, german_home.routine.id, german_home.asked.id
    pages = {
        "household": ([home], "Nichts wartet auf ein Gespräch"),
        "routine": ([home, routine], "Gemeinsam machen"),
        "step": ([home, step], "So wird das entschieden."),
        "step_new": ([home, routine], "Wie viel Mitsprache gibt es?"),
        "step_edit": ([home, step], "Wer entscheidet und antwortet?"),
        "routine_edit": ([home, routine], "Welche Zeit steht fest?"),
        "routine_new": ([home], "An welchen Tagen?"),
        "routine_start": ([home], "Wähle einen Anfang"),
        "routine_changes": ([home, routine], "Was sich geändert hat"),
        "history": ([home], "Maya hat „Schulmorgen“ angefangen."),
        "people": ([home], "Alle, die bei eurem Morgen mitreden."),
        "member_new": ([home], "Ein Spitzname reicht."),
        "member": ([home, german_home.maya.id], "Dein Name, dein Gesicht und deine Farbe"),
        "household_settings": ([home], "Diesen Haushalt verlassen"),
        "pictograms": ([home], "Zähne putzen"),
    }
    read_in_german(german_home.browser, pages)


@pytest.fixture
def german_day(german_home):
    """That household when its morning runs, with something to pick, a break to come and a meeting under way."""
    home, browser = german_home.id, german_home.browser
    shared = german_home.routine.steps.filter(rung__in=[Rung.CODESIGN, Rung.COPRODUCE]).first()
    browser.post(
        reverse("pick_new", args=[home, shared.id]), {"text": "Was gibt es?", "options": ["Müsli", "Brot", "Ei"]}
    )
    browser.post(
        reverse("days_break", args=[home]),
        {"kind": "holiday", "from_on": str(timezone.localdate() + timedelta(days=9))},
    )
    browser.post(reverse("meeting_begin", args=[home]), {"chair": german_home.maya.id})
    browser.post(reverse("morning_start", args=[home, german_home.routine.id]))
    morning = Morning.objects.get(household_id=home)
    german_home.morning, german_home.shared = morning, shared
    german_home.step = morning.steps.filter(step=shared).get()
    german_home.pick = Pick.objects.get(household_id=home)
    german_home.picking = Picking.objects.get(pick=german_home.pick)
    return german_home


def test_a_german_morning_is_read_in_german(german_day):
    home, morning, step, maya = german_day.id, german_day.morning.id, german_day.step.id, german_day.maya.id
    read_in_german(
        german_day.browser,
        {
            "morning": ([home, morning], "Da wurde gedrängt"),
            "morning_person": ([home, morning, maya], "Wir sind los"),
            "morning_otherwise": ([home, morning], "Was soll heute anders sein?"),
            "morning_insert": ([home, morning], "Nur für heute: Der Plan bleibt, wie er ist."),
            "morning_today": ([home, morning, step], "Wie viel mehr Zeit? Das kostet es:"),
            "picks": ([home], "Was ihr jeden Morgen neu wählt, gerecht der Reihe nach."),
            "pick": ([home, german_day.pick.id], "Was man wählen kann"),
            "pick_edit": ([home, german_day.pick.id], "Was wählt ihr?"),
            "pick_new": ([home, german_day.shared.id], "Mindestens zwei Sachen."),
            "picking": ([home, german_day.picking.id], "Etwas ist heute gefährlich"),
            "picks_strip": ([home, morning], "Noch nicht gewählt:"),
            "days": ([home], "ohne festes Ende"),
            "days_break": ([home], "Der Morgen wartet auf euch, und nichts muss nachgeholt werden."),
            "days_usual": ([home, maya], "Zwei Wochen im Wechsel"),
            "meeting": ([home], "Was wurde daraus?"),
            "step_story": ([home, german_day.shared.id], "Monat für Monat"),
            "routine": ([home, german_day.routine.id], "Tageswahl"),
        },
    )


def test_what_came_of_a_morning_is_read_in_german(german_day):
    home, morning, step = german_day.id, german_day.morning.id, german_day.step.id
    browser = german_day.browser
    browser.post(reverse("morning_slip", args=[home, morning]), {"step": step})
    browser.post(reverse("morning_leave", args=[home, morning]))
    browser.post(reverse("notice_feel", args=[home, morning, step]), {"felt": "pushed"})
    browser.post(reverse("repair_give", args=[home, morning]), {"kind": "thanks", "to": "everybody"})
    read_in_german(
        browser,
        {
            "today": ([home], "Heute geschafft"),
            "notice": ([home, morning], "Wie war der Morgen?"),
            "morning": ([home, morning], "Ausrutscher"),
            "mornings": ([home], "Wie jeder war und wer davon erzählt hat."),
            "repairs": ([home], "sagt allen Danke"),
            "history": ([home], "hat „Wir sind los“ gesagt"),
            "step_story": ([home, german_day.shared.id], "Gedrängt"),
        },
    )


def test_looking_back_and_in_is_read_in_german(german_day):
    home, german_day.household = german_day.id, german_day.routine.household
    consent = looking_in(german_day, german_day.maya)
    read_in_german(
        german_day.browser,
        {
            "mirror": ([home], "Nichts davon ist eine Note."),
            "mirror_said": ([home], "Jede Stimme, und die Antwort darauf."),
            "mirror_report": ([home], "Der eigene Bericht der Familie"),
            "fridge": ([home, german_day.routine.id], "Für den Kühlschrank"),
            "looking_in": ([home], "Meinen Teil nicht"),
            "asked": ([home], "Niemand fragt etwas"),
            "household": ([home], "Tim hat bis"),
        },
    )
    looker = browser_of(consent)
    looker.defaults["HTTP_ACCEPT_LANGUAGE"] = "de"
    read_in_german(
        looker,
        {
            "caseload": ([], "Was dir jede von ihnen zeigt"),
            "facilitator_you": ([], "Das erfahren Familien von dir."),
            "organisation": ([], "Du arbeitest allein"),
            "review": ([consent.key], "die Familie kann das jederzeit beenden"),
            "review_notes": ([consent.key], "Nur du liest sie."),
            "review_sessions": ([consent.key], "Kein Gespräch geplant"),
            "review_report": ([consent.key], "Was die Familie teilt"),
        },
    )


def test_a_tablet_says_the_morning_in_german(german_day):
    home, leo = german_day.id, german_day.routine.household.members.get(name="Leo")
    tablet = Kitchen(german_day.maya)
    read_in_german(tablet.client, {"tablet_now": ([], "Wir sind los!")})
    tablet.sit(leo)
    read_in_german(tablet.client, {"tablet_run": ([leo.id], "Leo"), "tablet_seat": ([leo.id], "Leo")})
    german_day.browser.post(reverse("morning_leave", args=[home, german_day.morning.id]))
    read_in_german(tablet.client, {"tablet_notice": ([leo.id], "Noch mal so?")})


@pytest.mark.parametrize("name", ["home", "about", "account_login", "account_signup", "account_reset_password"])
def test_a_german_browser_is_greeted_in_german(db, name):
    html = Client(headers={"accept-language": "de-DE,de;q=0.9"}).get(reverse(name)).content.decode()
    assert '<html lang="de"' in html
    assert english_in(html) == set()


def test_days_and_dates_are_written_as_germans_write_them():
    with translation.override("de"):
        assert date_words(date(2026, 3, 2)) == "Montag, 2. März"
        assert date_words(date(2026, 3, 2), year=True) == "Montag, 2. März 2026"
        assert short_date_words(date(2026, 11, 3)) == "Di, 3. Nov"
        # Django's own words for days have no context: a text of ours that reads the same would take their place.
        assert [date_format(date(2024, 1, day), "D") for day in range(1, 8)] == [
            "Mo",
            "Di",
            "Mi",
            "Do",
            "Fr",
            "Sa",
            "So",
        ]
    assert date_words(date(2026, 3, 2)) == "Monday 2 March"


@pytest.mark.parametrize(
    ("word", "found_first"), [("Müsli", "Frühstück"), ("kuscheltier", "Teddy"), ("Strümpfe", "Socken")]
)
def test_pictures_are_found_by_german_words(word, found_first):
    with translation.override("de"):
        assert found_first in [str(picture.label) for picture in search(word)[:3]]
