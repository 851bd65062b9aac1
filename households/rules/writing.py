"""What may be written: any language, any emoji, but nothing that cannot be seen or turns the text around."""

import unicodedata

# Letters and marks that draw nothing: text of these alone is blank.
_INVISIBLE = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe0e\ufe0f\uffa0")
# What reorders everything after it. The marks U+200E, U+200F and U+061C order only themselves and stay.
_TURNS_TEXT = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_BREAKS = frozenset("\r\n\t\x0b\x0c\x85\u2028\u2029")


def tidy(text: str, *, lines: bool = False) -> str:
    """Return the text without space around it. With `lines`, line breaks stay, all alike; else they become spaces."""
    for ending in ("\r\n", "\r", "\u2028", "\u2029", "\x85"):
        text = text.replace(ending, "\n")
    if not lines:
        text = "".join(" " if each in _LINE_BREAKS else each for each in text)
    text = text.strip()
    return "" if is_blank(text) else text


def is_blank(text: str) -> bool:
    """Return whether nothing of the text can be seen."""
    return all(each.isspace() or each in _INVISIBLE or unicodedata.category(each) == "Cf" for each in text)


def hidden_signs(text: str) -> bool:
    """Return whether the text holds signs that cannot be shown or would turn other text around."""
    return any(_is_hidden(each) for each in text)


def _is_hidden(sign: str) -> bool:
    return sign in _TURNS_TEXT or (unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\n\t")
