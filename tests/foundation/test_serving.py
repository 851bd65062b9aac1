"""The real server, the real files, the real database."""

import re
import time

import httpx

from config import bundles


def test_it_serves_pages_and_lasting_compressed_files(served):
    page = httpx.get(f"{served.url}/accounts/login/")
    assert page.status_code == 200
    assert "server" not in page.headers
    sheet, script = (
        re.search(rf"/static/bundle/rungs\.[0-9a-f]{{12}}\.{kind}", page.text)[0] for kind in ("css", "js")
    )
    for address in (sheet, script):
        answer = httpx.get(served.url + address, headers={"Accept-Encoding": "br"})
        assert answer.status_code == 200
        assert answer.headers["Content-Encoding"] == "br"
        assert "immutable" in answer.headers["Cache-Control"]
    assert bundles.CSS_LAYERS.split(",")[0] in httpx.get(served.url + sheet).text


def test_each_test_has_a_database_of_its_own(make_served):
    first, second = make_served(start=False), make_served(start=False)
    first.python("from households.models import Account; Account.objects.create_user('ada@example.org')")
    count = "from households.models import Account; print(Account.objects.count())"
    assert (first.python(count).strip(), second.python(count).strip()) == ("1", "0")


def test_it_stops_soon_when_told(served):
    asked = time.monotonic()
    served.stop()
    assert time.monotonic() - asked < 5


def test_data_outlives_the_server(served):
    served.python("from households.models import Account; Account.objects.create_user('ada@example.org')")
    served.stop()
    served.start()
    assert httpx.get(f"{served.url}/accounts/login/").status_code == 200
    assert served.python("from households.models import Account; print(Account.objects.count())").strip() == "1"
