"""How a verb says no: with a code that becomes a sentence in the reader's words, or with nothing."""


class Refused(Exception):
    """The rules say no. `code` and `params` become a sentence; nothing was stored.

    `field` names the form field it is about, where there is one.
    """

    def __init__(self, code: str, *, field: str = "", **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.params = params


class Missing(Exception):
    """There is no such thing for this actor: unknown, foreign, or not theirs to see. Answer 404."""


class AlreadyApplied(Exception):
    """This tap was applied before; `revision` is the household's revision it made."""

    def __init__(self, revision: int) -> None:
        super().__init__(revision)
        self.revision = revision
