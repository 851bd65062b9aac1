"""The check of templates finds what it should and nothing else."""

import pytest

from tests.checks import templates


@pytest.mark.parametrize(
    "good",
    [
        "<p>{% translate 'Good morning' %}</p>",
        "<p>{% blocktranslate with name=x %}Good morning, <b>{{ name }}</b>{% endblocktranslate %}</p>",
        "{# a note #}{% comment %}a longer note{% endcomment %}<!-- and one more -->",
        '<img src="{% static \'a.svg\' %}" alt="">',
        '<img src="{{ photo.url }}" alt="{% translate \'Brush\' %}">',
        "<script src=\"{% static 'bundle/rungs.js' %}\" defer></script>",
        "<a href='https://example.org/'>{{ label }}</a>",
        "<p>Rungs · 7:30 – 8:00 &amp; x</p>",
        "<button {% if busy %}disabled{% endif %} aria-label=\"{% translate 'Close' %}\">×</button>",
        '<svg xmlns="http://www.w3.org/2000/svg"><use href="{{ sprite }}#brush"/></svg>',
        '<form hx-post="{% url \'vote\' %}" hx-target="this"></form>',
        "{% block main_class %}page narrow{% endblock main_class %}",
        "{% if a > b %}{{ a }}{% endif %}",
    ],
)
def test_good_templates_pass(good):
    assert templates.problems(good) == []


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("<p>Good morning</p>", "untranslated text: Good morning"),
        ("<p>{{ name }} is up</p>", "untranslated text: is up"),
        ("{% if x %}Yes{% endif %}", "untranslated text: Yes"),
        ('<button aria-label="Close">×</button>', "untranslated aria-label"),
        ("<img src='a.png'>", "img without alt"),
        ("<p style='top:0'></p>", "inline style"),
        ("<style>a{}</style>", "inline style sheet"),
        ("<script>go()</script>", "inline script"),
        ("<a onclick='go()'></a>", "inline handler onclick"),
        ("<a hx-on:click='go()'></a>", "inline handler hx-on:click"),
        ("<a hx-vals='js:{a: 1}'></a>", "code in hx-vals"),
        ("<a href=' javascript:go()'></a>", "code in href"),
        ("<p>{{ text|safe }}</p>", "unescaped"),
        ("<p>{{ text | safe }}</p>", "unescaped"),
        ("{% autoescape off %}{{ x }}{% endautoescape %}", "unescaped"),
        ("<img alt='' src='https://example.org/a.png'>", "from elsewhere"),
        ("<link rel='stylesheet' href='//example.org/a.css'>", "from elsewhere"),
    ],
)
def test_bad_templates_are_named(bad, said):
    assert said in " ".join(templates.problems(bad))


def test_a_problem_says_where():
    text = "{% blocktranslate %}one\ntwo{% endblocktranslate %}\n{#\n#}<p>three</p>"
    assert templates.problems(text, "x.html") == ["x.html:4: untranslated text: three"]
