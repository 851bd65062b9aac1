"""Whether a link made here opens on this computer alone."""

from urllib.parse import urlsplit

# Addresses under which each device finds only itself.
ITSELF = {"localhost", "127.0.0.1", "::1"}


def only_here(link: str) -> str:
    """Return the host of a link that no other device can open, empty for one that others can."""
    host = urlsplit(link).hostname or ""
    return host if host in ITSELF else ""
