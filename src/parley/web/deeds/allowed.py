"""Who may do a deed."""

from __future__ import annotations

from parley.desk.amiss import AmissError
from parley.web.asking import Deed


def editor(deed: Deed) -> str:
    """The name of who decides. Raises AmissError for one who may only read or code."""
    if not deed.ask.session.may_decide():
        raise AmissError("you may not decide on the record", "Ask an editor, or for that role in the accounts file.")
    return deed.ask.session.name


def coder(deed: Deed) -> str:
    """The name of who codes. Raises AmissError for one who may only read."""
    if not deed.ask.session.may_code():
        raise AmissError("you may not code", "Ask for the role of a coder in the accounts file.")
    return deed.ask.session.name


def back(deed: Deed, default: str) -> str:
    """Where the browser goes on: an address of this workbench, else the default."""
    to = deed.get("back", default)
    return to if to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable() else default
