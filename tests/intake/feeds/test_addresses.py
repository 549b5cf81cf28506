"""Private addresses are refused, by whatever name, unless their host is allowed."""

from __future__ import annotations

import socket

import pytest

from parley.intake.feeds import checked
from parley.intake.left_out import UnreadableError

PRIVATE = (
    "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "::1", "fe80::1", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "ff02::1",
)  # fmt: skip


def leads_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Let every name lead to these addresses."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, 0)) for a in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where only one of a host's addresses is private; the remedy names the host."""
    leads_to(monkeypatch, "93.184.215.14", address)
    with pytest.raises(UnreadableError, match=r"news\.example is at") as e:
        checked("http://news.example/feed")
    assert "--allow news.example" in e.value.remedy
    assert checked("http://news.example/feed", ("news.example",)).addresses[1] == address


def test_open_addresses_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """With host, port and path told apart."""
    leads_to(monkeypatch, "93.184.215.14", "2606:2800:21f:cb07::1")
    place = checked("https://News.Example:8443/a/b?c=d#e")
    assert (place.origin, place.path, place.port) == ("https://news.example:8443", "/a/b?c=d", 8443)
    assert checked("http://news.example").origin == "http://news.example"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example", "file:///x", "/x", "http://", "http://a:b@c.example", "http://a.example:x", "gopher://a",
        "http://[::1", "javascript:x",
    ],
)  # fmt: skip
def test_other_addresses_are_refused(url: str) -> None:
    """Only http and https, without a password."""
    with pytest.raises(UnreadableError):
        checked(url)


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f.1"])
def test_this_machine_by_other_names(host: str) -> None:
    """However it is written, it resolves to this machine or to nothing."""
    with pytest.raises(UnreadableError):
        checked(f"http://{host}/")
