"""A snapshot as an entry of a bibliography: BibTeX and RIS."""

from __future__ import annotations

from parley.terms.log import Snapshot


def bibtex(snapshot: Snapshot, title: str, author: str | None) -> str:
    """An entry `@dataset`, whose key is the snapshot's id."""
    fields = {
        "title": title,
        **({"author": author} if author else {}),
        "year": snapshot.at[:4],
        "date": snapshot.at[:10],
        "version": snapshot.id,
        "note": _note(snapshot),
    }
    lines = "".join(f"  {k} = {{{braced(v)}}},\n" for k, v in fields.items())
    return f"@dataset{{{snapshot.id},\n{lines}}}\n"


def ris(snapshot: Snapshot, title: str, author: str | None) -> str:
    """A record of type DATA."""
    y, m, d = snapshot.at[:10].split("-")
    rows = [("TY", "DATA"), ("ID", snapshot.id), ("TI", title), ("AU", author or "")]
    rows += [("PY", y), ("DA", f"{y}/{m}/{d}"), ("ET", snapshot.id), ("N1", _note(snapshot)), ("ER", "")]
    return "".join(f"{tag}  - {_line(words)}".rstrip(" ") + "\r\n" for tag, words in rows if words or tag == "ER")


def _note(s: Snapshot) -> str:
    held = ", ".join(f"{n} {kind}" for kind, n in s.counts)
    return f"Record of Parley, read by {s.reader}; {held}; SHA-256 {s.sha256}"


def _line(words: str) -> str:
    return " ".join(words.split())


def braced(words: str) -> str:
    """Words without what BibTeX would take for its own signs."""
    plain = _line(words).replace("\\", "\\textbackslash ")
    return "".join(f"\\{c}" if c in "{}%&#$_" else c for c in plain)
