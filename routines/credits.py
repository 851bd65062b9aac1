"""Whose work Rungs stands on: the evidence behind it, and everything it is built with."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LADDER_URL = "https://thinklocalactpersonal.org.uk"


@dataclass(frozen=True, slots=True)
class Study:
    """A study and what it makes Rungs do or leave out."""

    source: str
    url: str
    so: str | Promise


@dataclass(frozen=True, slots=True)
class Work:
    """Something Rungs is made with, its licence and where it comes from."""

    name: str
    licence: str
    url: str


EVIDENCE = (
    Study(
        "Patall, E. A., Cooper, H. & Robinson, J. C. (2008). The effects of choice on intrinsic motivation and "
        "related outcomes: a meta-analysis of research findings. Psychological Bulletin, 134(2), 270–300.",
        "https://doi.org/10.1037/0033-2909.134.2.270",
        _("Choosing makes people willing; a reward promised for it takes that away again. So there are no stars."),
    ),
    Study(
        "Hiniker, A., Suh, H., Cao, S. & Kientz, J. A. (2016). Screen time tantrums: how families manage screen "
        "media experiences for toddlers and preschoolers. Proceedings of CHI 2016, 648–660.",
        "https://doi.org/10.1145/2858036.2858278",
        _("Two-minute warnings made the end harder, routine and natural pauses easier. So nothing nags."),
    ),
    Study(
        "Andreadakis, E., Joussemet, M. & Mageau, G. A. (2019). How to support toddlers’ autonomy: socialization "
        "practices reported by parents. Early Education and Development, 30(3), 297–314.",
        "https://doi.org/10.1080/10409289.2018.1548811",
        _("Short reasons and calm, plain words help small children along. So every decision carries its why."),
    ),
)

PICTURES_AND_LETTERS = (
    Work("Fluent Emoji, © Microsoft Corporation", "MIT", "https://github.com/microsoft/fluentui-emoji"),
    Work("Lexend, © The Lexend Project Authors", "OFL-1.1", "https://github.com/googlefonts/lexend"),
    Work(
        "Atkinson Hyperlegible Next, © The Atkinson Hyperlegible Next Project Authors",
        "OFL-1.1",
        "https://github.com/googlefonts/atkinson-hyperlegible-next",
    ),
    Work("htmx", "0BSD", "https://htmx.org"),
)

LIBRARIES = (
    Work("a2wsgi", "Apache-2.0", "https://github.com/abersheeran/a2wsgi"),
    Work("anyio", "MIT", "https://github.com/agronholm/anyio"),
    Work("argon2-cffi", "MIT", "https://github.com/hynek/argon2-cffi"),
    Work("argon2-cffi-bindings", "MIT", "https://github.com/hynek/argon2-cffi-bindings"),
    Work("asgiref", "BSD-3-Clause", "https://github.com/django/asgiref"),
    Work("brotli", "MIT", "https://github.com/google/brotli"),
    Work("cffi", "MIT-0", "https://github.com/python-cffi/cffi"),
    Work("click", "BSD-3-Clause", "https://github.com/pallets/click"),
    Work("django", "BSD-3-Clause", "https://www.djangoproject.com"),
    Work("django-allauth", "MIT", "https://allauth.org"),
    Work("django-csp", "BSD-3-Clause", "https://github.com/mozilla/django-csp"),
    Work("django-environ", "MIT", "https://github.com/joke2k/django-environ"),
    Work("django-htmx", "MIT", "https://github.com/adamchainz/django-htmx"),
    Work("django-template-partials", "MIT", "https://github.com/carltongibson/django-template-partials"),
    Work("h11", "MIT", "https://github.com/python-hyper/h11"),
    Work("httptools", "MIT", "https://github.com/MagicStack/httptools"),
    Work("idna", "BSD-3-Clause", "https://github.com/kjd/idna"),
    Work("packaging", "Apache-2.0 OR BSD-2-Clause", "https://github.com/pypa/packaging"),
    Work("pillow", "MIT-CMU", "https://python-pillow.github.io"),
    Work("psycopg", "LGPL-3.0-only", "https://www.psycopg.org"),
    Work("psycopg-binary", "LGPL-3.0-only", "https://www.psycopg.org"),
    Work("pycparser", "BSD-3-Clause", "https://github.com/eliben/pycparser"),
    Work("pysqlite3", "Zlib", "https://github.com/coleifer/pysqlite3"),
    Work("python-dotenv", "BSD-3-Clause", "https://github.com/theskumar/python-dotenv"),
    Work("pyyaml", "MIT", "https://pyyaml.org"),
    Work("segno", "BSD-3-Clause", "https://github.com/heuer/segno"),
    Work("sqlparse", "BSD-3-Clause", "https://github.com/andialbrecht/sqlparse"),
    Work("typing-extensions", "PSF-2.0", "https://github.com/python/typing_extensions"),
    Work("tzdata", "Apache-2.0", "https://github.com/python/tzdata"),
    Work("uvicorn", "BSD-3-Clause", "https://uvicorn.dev"),
    Work("uvloop", "MIT OR Apache-2.0", "https://github.com/MagicStack/uvloop"),
    Work("watchfiles", "MIT", "https://github.com/samuelcolvin/watchfiles"),
    Work("websockets", "BSD-3-Clause", "https://github.com/python-websockets/websockets"),
    Work("whitenoise", "MIT", "https://github.com/evansd/whitenoise"),
)
