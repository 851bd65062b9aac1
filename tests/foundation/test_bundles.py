"""Many small files become one style sheet and one script."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from config import bundles


@pytest.fixture
def workshop(tmp_path, settings):
    """A static folder of its own; `write` puts a file into it."""
    static = tmp_path / "static"
    settings.STATICFILES_DIRS = [static]
    settings.BUNDLE_ROOT = tmp_path / "bundle"
    finders.get_finder.cache_clear()

    def write(name, text):
        file = static / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    yield write
    finders.get_finder.cache_clear()


@pytest.mark.parametrize(
    ("written", "small"),
    [
        ("a { color : red }", "a{color : red}"),
        ("a,\n  b {\n  margin: 0 1px;\n}\n", "a,b{margin: 0 1px;}"),
        ("/* note */ a { top: 0 } /* note */", "a{top: 0}"),
        ("a { width: calc(1px + 2px) }", "a{width: calc(1px + 2px)}"),
        ('a::before { content: "  /* ; } " }', 'a::before{content: "  /* ; } "}'),
        ("a::before { content: '\\'  ;' }", "a::before{content: '\\'  ;'}"),
        ("a { background: url(../x/a  b.svg) }", "a{background: url(../x/a  b.svg)}"),
        ("a { --empty: ; }", "a{--empty:;}"),
        ("a/* */b { top: 0 }", "a b{top: 0}"),
        (".a .b > .c:not(.d , .e) { top: 0 }", ".a .b > .c:not(.d,.e){top: 0}"),
    ],
)
def test_css_gets_smaller_and_means_the_same(written, small):
    assert bundles.small_css(written) == small


def test_css_comes_in_the_declared_order(workshop):
    for name in ("utilities", "components/b", "components/a", "tokens", "reset", "surfaces/s", "unlisted"):
        workshop(f"css/{name}.css", f".{Path(name).name}{{top:0}}")
    assert re.findall(r"\.(\w+)\{", bundles.css()) == ["reset", "tokens", "a", "b", "s", "utilities"]
    assert bundles.css().startswith("@layer reset, tokens, base,")


def test_each_script_keeps_its_names_to_itself(workshop):
    workshop("js/a.js", "// about a\nconst x = 1;\n")
    workshop("js/b.js", "const x = 2;\n")
    workshop("js/worker/c.js", "const x = 3;\n")
    assert bundles.js() == '"use strict";\n// a\n{\nconst x = 1;\n}\n// b\n{\nconst x = 2;\n}\n'


def test_a_bundle_is_found_and_follows_its_sources(workshop):
    workshop("css/base.css", "a { top: 0 }")
    assert "top: 0" in Path(finders.find("bundle/rungs.css")).read_text()
    workshop("css/base.css", "a { top: 1px }")
    assert "top: 1px" in Path(finders.find("bundle/rungs.css")).read_text()
    assert finders.find("bundle/other.css") is None


def test_collecting_takes_bundles_and_assets_but_no_sources(workshop):
    workshop("css/base.css", "a { top: 0 }")
    workshop("js/a.js", "const x = 1;")
    workshop("js/tablet/outbox.js", "const y = 1;")
    workshop("js/worker/worker.js", "const y = 1;")
    workshop("js/other/x.js", "const y = 1;")
    workshop("vendor/htmx/htmx.min.js", "1;")
    workshop("vendor/VENDOR.md", "a table")
    found = {path for finder in finders.get_finders() for path, _ in finder.list([])}
    assert found == {*bundles.BUNDLES, "js/other/x.js", "vendor/htmx/htmx.min.js"}


def test_every_style_sheet_of_the_project_is_in_a_bundle(settings):
    css = Path(settings.STATICFILES_DIRS[0]) / "css"
    adults, tablet = (set(bundles.sources(order)) for order in (bundles.CSS_ORDER, bundles.TABLET_CSS_ORDER))
    assert set(css.rglob("*.css")) == adults | tablet
    assert not any("tablet" in file.parts for file in adults)


def test_the_outbox_comes_first_on_the_tablet_and_in_its_worker():
    for order in (bundles.TABLET_JS_ORDER, bundles.WORKER_ORDER):
        assert bundles.js(order).startswith('"use strict";\n// outbox\n')


def test_no_script_of_a_bundle_imports_or_exports():
    orders = (bundles.JS_ORDER, bundles.TABLET_JS_ORDER, bundles.WORKER_ORDER)
    for file in (file for order in orders for file in bundles.sources(order)):
        assert not re.search(r"^\s*(import\b(?!\()|export\b)", file.read_text(), re.MULTILINE), file.name
