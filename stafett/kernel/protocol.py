"""What a machine is told when its request cannot be carried out: a status and words of the protocol, never of ours."""


class Fault(Exception):
    """A request that is not carried out.

    `status` is the HTTP status, `detail` a sentence in English for whoever set the machine up (it repeats no value that
    was sent), `code` the protocol's own word for it (SCIM: scimType, OAuth: error), `headers` go with the answer.
    """

    def __init__(
        self, status: int, detail: str, *, code: str = "", headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.code, self.headers = status, detail, code, headers or {}
