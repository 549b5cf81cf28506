"""XML of others: parsed without entities, without the network, and not too deep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parley.intake.left_out import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

BARE = {"remove_comments": True, "remove_pis": True}
"""Comments would part the words around them."""
_ENTITY = tuple("<!ENTITY".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_ANEW = "open it in the program that made it, save anew"
DECLARES = ("it declares entities, by which a small file can grow without end", "save it anew, or as text or PDF")


def parsed_xml(data: bytes, what: str) -> _Element:
    """The root of some XML. `what` names it where it is broken. Raises UnreadableError: for entities, too."""
    from lxml import etree

    if any(mark in data for mark in _ENTITY):
        raise UnreadableError(*DECLARES)
    try:
        root = etree.fromstring(data, strict_parser())
    except (etree.XMLSyntaxError, ValueError) as e:
        line = str(e).split("\n", 1)[0]
        raise UnreadableError(f"{what} is broken ({line})"[:200], _ANEW) from e
    if _has_entities(root):
        raise UnreadableError(*DECLARES)
    return root


def strict_parser() -> XMLParser:
    """A parser that fetches nothing, puts no entity in, and refuses what is too deep."""
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, **BARE)


def _has_entities(root: _Element) -> bool:
    """Whether a document type within the file declares any, in whatever encoding it hid them."""
    declared = root.getroottree().docinfo.internalDTD
    return declared is not None and any(True for _ in declared.iterentities())


def local(tag: Any) -> str:
    """A tag without its namespace; "" for a comment or an instruction.

    >>> local("{urn:x}p"), local("p")
    ('p', 'p')
    """
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def words_of(element: _Element | None) -> str:
    """All words within an element, spaces made single."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def first(root: _Element, name: str) -> _Element | None:
    """The first element of a name, whatever its namespace."""
    return next((e for e in root.iter() if local(e.tag) == name), None)
