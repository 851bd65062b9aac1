"""The check of style sheets finds what it should and nothing else."""

import pytest

from tests.checks import css


@pytest.mark.parametrize(
    "good",
    [
        "@layer base { a { color: var(--ink, currentcolor); top: 0 } }",
        "@layer base { @media (prefers-reduced-motion: reduce) { * { animation: none !important } } }",
        "@media (prefers-reduced-motion: reduce) { @layer base { * { animation: none !important } } }",
        "@layer utilities { .hidden { display: none !important } }",
        "@layer components { @supports (display: grid) { a { grid-area: tan; animation-name: red } } }",
        "@layer base { a { background: color-mix(in srgb, var(--ink, transparent) 20%, transparent) } }",
        "@layer base { a { mask: url('#shape') } }",
        "@layer base { @keyframes turn { to { rotate: 1turn } } }",
        "@layer reset, tokens;",
    ],
)
def test_good_css_passes(good):
    assert css.problems(good) == []


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("@layer base { a { color red } }", "cannot be parsed"),
        ("@layer base { a { & b { top: 0 } } }", "nested"),
        ("@layer base { a { @media print { top: 0 } } }", "nested"),
        ("@layer base { a { color: light-dark(var(--a, x), var(--b, x)) } }", "light-dark"),
        ("@layer base { a { top: 0 !important } }", "!important"),
        ("@layer base { a { color: #fff } }", "colour #fff"),
        ("@layer base { a { border: 1px solid rgb(0 0 0) } }", "colour rgb()"),
        ("@layer base { a { box-shadow: 0 0 1px oklch(0 0 0 / 0.5) } }", "colour oklch()"),
        ("@layer base { a { color: white } }", "colour white"),
        ("@layer base { @keyframes x { to { color: #000 } } }", "colour #000"),
        ("@layer base { a { background: url(https://example.org/a.png) } }", "own files"),
        ("@layer base { a { background: url('//example.org/a.png') } }", "own files"),
        ("@layer base { a { background: url('data:image/png;base64,AA') } }", "own files"),
        ("@layer base { a { background: url('../no/such.png') } }", "no such file"),
        ("@layer bse { a { top: 0 } }", "unknown layer bse"),
        ("@layer base, extra;", "unknown layer extra"),
        ("a { top: 0 }", "outside every @layer"),
        ("@import 'other.css';", "@import"),
    ],
)
def test_bad_css_is_named(bad, said):
    assert said in " ".join(css.problems(bad))


def test_tokens_may_name_colours():
    assert css.problems("@layer tokens { :root { --ink: #123 } }", "static/css/tokens.css") == []


def test_a_problem_says_where():
    assert css.problems("@layer base {\n a {\n color: #fff } }", "x.css")[0].startswith("x.css:3:")
