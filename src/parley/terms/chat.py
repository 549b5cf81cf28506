"""A chat server that a second reader asks: where it is, what it may cost, and which addresses are refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

_OWN_ENDINGS = (".local", ".lan", ".internal", ".home.arpa", ".localhost")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class ChatServer:
    """An OpenAI-compatible server. `address` ends before `/chat/completions`; `key` is never shown.

    `timeout` is in seconds, for one answer as a whole; `requests` and `tokens` bound one run; `answer` is the tokens
    that one answer may have, `passage` the characters of a report that are sent at once. `languages` are those of the
    reports that are sent (ISO 639-1). `consent` is the address that the settings agree to, "" for none.
    """

    address: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = 120.0
    requests: int = 200
    tokens: int = 500_000
    answer: int = 4_000
    passage: int = 3_000
    languages: tuple[str, ...] = ("en",)
    consent: str = ""

    @property
    def host(self) -> str:
        """The host and, where one is given, the port."""
        return urlsplit(self.address).netloc

    def takes(self, language: str | None) -> bool:
        """Whether reports in a language are sent. A text of which none can be told (None) counts as English."""
        return (language or "en") in self.languages


def fault_of(address: str) -> tuple[str, str] | None:
    """What is wrong with an address, and what to do; None where it can be used.

    >>> fault_of("http://127.0.0.1:11434/v1") is None, fault_of("https://chat.example.org/v1") is None
    (True, True)
    >>> fault_of("http://chat.example.org/v1")[0]
    'would send reports and key in the clear to chat.example.org'
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "is no address", 'write it as address = "http://127.0.0.1:11434/v1"'
    if parts.scheme not in _PORTS or not parts.hostname or port == 0 or not address.isascii() or _unprintable(address):
        return "is no address of a server", 'write it as address = "http://127.0.0.1:11434/v1"'
    if parts.username is not None or parts.password is not None:
        return "holds a name or a key", "leave it away: the key comes from the environment"
    if parts.query or parts.fragment:
        return "has a ? or # part", "end it with its path, as in /v1"
    if parts.scheme == "http" and not is_own(parts.hostname):
        return f"would send reports and key in the clear to {parts.hostname}", "write https://, or tunnel to 127.0.0.1"
    return None


def is_own(host: str) -> bool:
    """Whether a host is this machine or of a network of one's own, by its address or name alone: nothing is looked up.

    >>> is_own("localhost"), is_own("192.168.1.5"), is_own("::1"), is_own("gpu"), is_own("8.8.8.8"), is_own("a.org")
    (True, True, True, True, False, False)
    """
    try:
        place = ip_address(host)
    except ValueError:
        return "." not in host.rstrip(".") or host.lower().rstrip(".").endswith(_OWN_ENDINGS)
    return place.is_loopback or place.is_private or place.is_link_local


def endpoint(address: str) -> SplitResult:
    """The address to which a question is posted.

    >>> endpoint("http://127.0.0.1:8080/v1/").path, endpoint("http://127.0.0.1/v1/chat/completions").path
    ('/v1/chat/completions', '/v1/chat/completions')
    """
    parts = urlsplit(address)
    path = parts.path.rstrip("/")
    return parts._replace(path=path if path.endswith("/chat/completions") else f"{path}/chat/completions")


def _unprintable(address: str) -> bool:
    return any(c.isspace() or not c.isprintable() for c in address)
