"""The words of RTF that a reader of text must know, as the specification 1.9.1 gives them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TITLE = "title"
NOTES = frozenset(("footnote",))
"""Groups whose text stands below the page."""
SHOWN = frozenset(("cs", "ds", "ts", "footnote", "shptxt"))
"""Words that are known although they are marked as ones that may not be."""
BOX = "shptxt"
"""The text of a box, within a group that is none."""
UNSEEN = frozenset(("v", "deleted"))
TABLE = frozenset(("trowd", "intbl", "cell", "nestcell", "row"))
PARAGRAPH = frozenset(("par", "sect", "page", "column"))
MARKS: Mapping[str, str] = MappingProxyType(
    {
        "line": "\n", "tab": "\t", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ",
        "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    }
)  # fmt: skip
HIDDEN = frozenset(
    (
        "fonttbl", "colortbl", "stylesheet", "listtable", "listoverridetable", "revtbl", "rsidtbl", "info", "pict",
        "object", "objdata", "nonshppict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr",
        "footerf", "annotation", "atnid", "atnauthor", "atndate", "atnref", "atrfstart", "atrfend", "bkmkstart",
        "bkmkend", "fldinst", "datafield", "formfield", "xe", "tc", "tcn", "rxe", "txe", "pgptbl", "filetbl",
        "template", "generator", "themedata", "colorschememapping", "latentstyles", "datastore", "background",
        "shpinst", "shprslt", "sp", "sn", "sv", "xmlopen", "xmlclose", "xmlnstbl", "ftnsep", "ftnsepc", "ftncn",
        "aftnsep", "aftnsepc", "aftncn", "listtext", "pntext", "pntxta", "pntxtb", "upr", "mmath", "mailmerge",
        "docvar",
    )
)  # fmt: skip
"""Groups that are no text of the document."""
CHARSETS: Mapping[int, str] = MappingProxyType(
    {
        0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
        162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
        238: "cp1250", 254: "cp437", 255: "cp850",
    }
)  # fmt: skip
"""The code page of a font's character set."""
