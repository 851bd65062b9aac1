"""Vendored files are what their tables say."""

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TABLES = [*ROOT.glob("static/**/VENDOR.md"), *ROOT.glob("tests/**/VENDOR.md")]
ROW = re.compile(r"^\|\s*`?([^|`]+?)`?\s*\|.*?`?\b([0-9a-f]{64})\b", re.MULTILINE)


@pytest.mark.parametrize("table", TABLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_sums_are_right(table):
    rows = ROW.findall(table.read_text())
    assert rows
    for name, expected in rows:
        file = next(place / name for place in (table.parent, ROOT, ROOT / "static") if (place / name).is_file())
        assert hashlib.sha256(file.read_bytes()).hexdigest() == expected, name
