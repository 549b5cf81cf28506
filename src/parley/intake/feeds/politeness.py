"""Asking politely: what robots.txt forbids is not asked for, and a host has a pause between two requests."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from parley.intake.feeds.addresses import Place, checked
from parley.intake.feeds.asking import AGENT, Answer, ask
from parley.intake.left_out import UnreadableError

PAUSE = 2.0
"""Seconds between two requests to one host, unless its robots.txt asks for more."""
LONGEST_PAUSE = 60.0
_HOPS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ROBOTS_LIMIT = 500_000
NOT_MODIFIED = 304


@dataclass(slots=True)
class Polite:
    """What one run knows of the hosts that it asks. `allowed` are private hosts that the user allows by name."""

    allowed: Collection[str] = ()
    pause: float = PAUSE
    wait: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def get(self, url: str, limit: int, headers: Mapping[str, str] | None = None) -> tuple[str, Answer]:
        """What is at a URL, and the URL to which it led. Status 200 or, where headers ask for it, 304.

        Raises UnreadableError: a private address at any hop, forbidden by robots.txt, no answer, too large, too slow.
        """
        for _ in range(_HOPS):
            place = checked(url, self.allowed)
            if not self._rules(place).can_fetch(AGENT, url):
                raise UnreadableError("its robots.txt asks programs not to fetch it", "save the page by hand")
            answer = self._ask(place, limit, headers or {})
            if answer.status not in _REDIRECTS:
                return url, _refused(answer)
            url = urljoin(url, answer.headers.get("location", ""))
        raise UnreadableError(f"it leads on more than {_HOPS} times", "give the address to which it leads")

    def _ask(self, place: Place, limit: int, headers: Mapping[str, str]) -> Answer:
        """One request, after the pause that is due."""
        due = self._asked.get(place.host, float("-inf")) + self._pause_of(place)
        left = due - self.clock()
        if left > 0:
            self.wait(left)
        try:
            return ask(place, limit, headers)
        finally:
            self._asked[place.host] = self.clock()

    def _pause_of(self, place: Place) -> float:
        rules = self._robots.get(place.origin)
        asked = rules.crawl_delay(AGENT) if rules is not None else None
        return max(self.pause, min(float(asked), LONGEST_PAUSE)) if asked else self.pause

    def _rules(self, place: Place) -> RobotFileParser:
        if place.origin not in self._robots:
            self._robots[place.origin] = self._read_rules(place)
        return self._robots[place.origin]

    def _read_rules(self, place: Place) -> RobotFileParser:
        """A host's rules. Where it has none all may be fetched; where it cannot tell, nothing (RFC 9309)."""
        url = f"{place.origin}/robots.txt"
        for _ in range(_HOPS):
            answer = self._ask(checked(url, self.allowed), _ROBOTS_LIMIT, {})
            if answer.status not in _REDIRECTS:
                break
            url = urljoin(url, answer.headers.get("location", ""))
        if answer.status >= 500 or answer.status in _REDIRECTS:
            raise UnreadableError(f"its robots.txt cannot be read (status {answer.status})", "try again later")
        rules = RobotFileParser()
        rules.parse(answer.body.decode("utf-8", "replace").splitlines())
        return rules


def _refused(answer: Answer) -> Answer:
    """An answer that is none, as a fault."""
    if answer.status in (200, NOT_MODIFIED):
        return answer
    if answer.status in (429, 503):
        raise UnreadableError(f"the host asks for patience (status {answer.status})", "try again much later")
    gone = answer.status in (404, 410)
    remedy = "check the address, or remove the feed" if gone else "open it in a browser to see why"
    raise UnreadableError(f"the host refuses it (status {answer.status})", remedy)
