"""What kind of sound a file is, by its first bytes."""

KINDS = ("audio/webm", "audio/ogg", "audio/mp4")


def kind_of(data: bytes) -> str | None:
    """Return the kind of sound some bytes begin like, or None for anything else."""
    if data.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in data[:64]:
        return "audio/webm"
    if data.startswith(b"OggS"):
        return "audio/ogg"
    return "audio/mp4" if data[4:8] == b"ftyp" else None


def claimed(content_type: str) -> str:
    """Return the kind a browser says it sent, without its details: "audio/webm;codecs=opus" is "audio/webm"."""
    return content_type.partition(";")[0].strip().lower()
