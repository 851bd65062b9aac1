"""The project's wiring: settings, addresses, the server, the style and script bundles."""

from config import sqlite

sqlite.prefer_fixed_engine()
