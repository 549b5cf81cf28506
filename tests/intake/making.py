"""Files of all kinds, written by the tests themselves. All that they tell is invented."""

from __future__ import annotations

import zipfile
from email.message import EmailMessage
from io import BytesIO

MET = "Envoys of Harfang and Ostwald met on the ferry on Monday."
FAILED = "Ostwald said that the talks had failed."
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def zip_of(**parts: str | bytes) -> bytes:
    """A zip; the names of its parts have `__` for `/` and `_` for `.`."""
    return zip_with({name.replace("__", "/").replace("_", "."): data for name, data in parts.items()})


def zip_with(parts: dict[str, str | bytes]) -> bytes:
    """A zip of parts by their names."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts.items():
            z.writestr(name, data)
    return out.getvalue()


def docx_of(*paragraphs: str, title: str = "", heading: str = "", rows: list[list[str]] | None = None) -> bytes:
    """A DOCX as python-docx writes it."""
    from docx import Document

    document = Document()
    document.core_properties.title = title
    document.core_properties.author = "A. Clerk"
    if heading:
        document.add_heading(heading, 1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for y, row in enumerate(rows):
            for x, words in enumerate(row):
                table.cell(y, x).text = words
    out = BytesIO()
    document.save(out)
    return out.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx_with(body: str, **parts: str | bytes) -> bytes:
    """A DOCX of raw XML."""
    return zip_of(word__document_xml=f"<w:document {W}><w:body>{body}</w:body></w:document>", **parts)


ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:'
    'text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def odt_of(body: str, title: str = "", **parts: str | bytes) -> bytes:
    """An ODT of raw XML."""
    return zip_of(
        mimetype="application/vnd.oasis.opendocument.text",
        content_xml=f"<office:document-content {ODT}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        meta_xml=f"<office:document-meta {ODT}><office:meta><dc:title>{title}</dc:title></office:meta>"
        "</office:document-meta>",
        **parts,
    )


def epub_of(*chapters: str, about: str = "", **parts: str | bytes) -> bytes:
    """An EPUB whose documents have the given bodies."""
    numbers = range(1, len(chapters) + 1)
    items = "".join(f'<item id="c{n}" href="c%20{n}.xhtml" media-type="application/xhtml+xml"/>' for n in numbers)
    spine = "".join(f'<itemref idref="c{n}"/>' for n in numbers)
    whole: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:opf="http://www.idpf.org/2007/opf"><metadata>{about}</metadata><manifest>{items}</manifest>'
        f"<spine>{spine}</spine></package>",
    }
    for n, body in zip(numbers, chapters, strict=True):
        whole[f"OEBPS/c {n}.xhtml"] = (
            '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>'
            f"<title/><script/></head><body>{body}</body></html>"
        )
    return zip_with(whole | {k.replace("__", "/").replace("_", "."): v for k, v in parts.items()})


def mail_of(
    text: str = MET, subject: str = "Ferry talks", html: str = "", attached: tuple[tuple[str, bytes], ...] = ()
) -> EmailMessage:
    """A message, perhaps with an HTML form and attachments."""
    message = EmailMessage()
    message["From"] = "Harbour Desk <desk@harbour.example>"
    message["To"] = "readers@harbour.example"
    message["Subject"] = subject
    message["Date"] = "Tue, 04 May 2021 23:30:00 -0500"
    message["Message-ID"] = "<1@harbour.example>"
    if text:
        message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html") if text else message.set_content(html, subtype="html")
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def mbox_of(*messages: EmailMessage | bytes) -> bytes:
    """A mailbox, lines that begin with "From " escaped."""
    out = b""
    for message in messages:
        data = bytes(message) if isinstance(message, EmailMessage) else message
        escaped = b"\n".join(b">" + line if line.startswith(b"From ") else line for line in data.split(b"\n"))
        out += b"From desk@harbour.example Tue May  4 23:30:00 2021\n" + escaped + b"\n\n"
    return out


def warc_of(
    *answers: tuple[str, str, str, bytes], packed: bool = True, extra: tuple[tuple[str, str], ...] = ()
) -> bytes:
    """A web archive as warcio writes it: (address, status line, content type, body) for each answer."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("harbour.warc", {"software": "none"}))
    for url, status, kind, body in answers:
        headers = StatusAndHeaders(status, [("Content-Type", kind), *extra], protocol="HTTP/1.1")
        about = {"WARC-Date": "2021-05-05T08:00:00Z"}
        record = writer.create_warc_record(
            url, "response", payload=BytesIO(body), http_headers=headers, warc_headers_dict=about
        )
        writer.write_record(record)
    return out.getvalue()


def page_of(*paragraphs: str, title: str = "Ferry talks") -> bytes:
    """A page with an article."""
    told = "".join(f"<p>{p}</p>" for p in paragraphs)
    return f"<html><head><title>{title}</title></head><body><article>{told}</article></body></html>".encode()


def ris_of(*entries: dict[str, str]) -> bytes:
    """A RIS file of entries by their tags."""
    lines = ["\n".join(["TY  - NEWS", *(f"{k}  - {v}" for k, v in e.items()), "ER  - "]) for e in entries]
    return ("\n\n".join(lines) + "\n").encode()


FACTIVA = """World News
Ferry talks between Harfang and Ostwald fail
By A. Clerk
523 words
4 May 2021
14:05
Harbour Post
HARPOS
English
(c) 2021 Harbour Post. All rights reserved.

Envoys of Harfang and Ostwald met on the ferry on Monday.

Ostwald said that the talks had failed.

Document HARPOS0020210504eh540000x
"""
FACTIVA_CODED = """SE   World News
HD   Envoys meet again
BY   By B. Clerk
WC   412 words
PD   5 May 2021
SN   Coast Wire
SC   COASTW
LA   English
CY   Copyright 2021 Coast Wire

LP
Harfang invited Ostwald to new talks.

TD
IN Ostwald, the offer was welcomed.

Ostwald accepted.

CO   harf : Harfang Ferries
IN   i741 : Shipping
AN   Document COASTW0020210505eh550000y
"""
NEXIS_UNI = """User Name: A. Reader
Date and Time: June 1, 2021 10:00 AM GMT
Job Number: 123456789
Documents (2)
1. Ferry talks between Harfang and Ostwald fail
Client/Matter: -None-
Search Terms: ferry
2. Envoys meet again

Page 1 of 3

Ferry talks between Harfang and Ostwald fail

Harbour Post

May 4, 2021 Tuesday 2:05 PM GMT

Copyright 2021 Harbour Post All Rights Reserved

Section: NEWS; Pg. 4

Length: 523 words

Byline: A. Clerk

Dateline: HARFANG

Body

Envoys of Harfang and Ostwald met on the ferry on Monday.

Ostwald said that the talks had failed.

Graphic

Photo: the ferry.

Classification

Language: ENGLISH

Publication-Type: Newspaper

Load-Date: May 5, 2021

End of Document

Page 3 of 3

Envoys meet again

Coast Wire

May 5, 2021

Copyright 2021 Coast Wire

Length: 412 words

Body

Harfang invited Ostwald to new talks.

Load-Date: May 6, 2021

End of Document
"""
LEXISNEXIS = """                               1 of 2 DOCUMENTS


                                 Harbour Post

                            May 4, 2021 Tuesday
                            Late Edition - Final

Ferry talks between Harfang
and Ostwald fail

BYLINE: A. Clerk

SECTION: NEWS; Pg. 4

LENGTH: 523 words

DATELINE: HARFANG

Envoys of Harfang and Ostwald met on the ferry
on Monday.

Ostwald said that the talks had failed.

LOAD-DATE: May 5, 2021

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                      Copyright 2021 Harbour Post
                          All Rights Reserved


                               2 of 2 DOCUMENTS


                                  Coast Wire

                                  May 5, 2021

HEADLINE: Envoys meet again

LENGTH: 412 words

BODY:
Harfang invited Ostwald to new talks.

LOAD-DATE: May 6, 2021
"""
RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\fnil\fcharset0 Times;}{\f1\fnil\fcharset204 Times Cyr;}}"
    r"{\info{\title Ferry talks}{\author A. Clerk}{\creatim\yr2019\mo1\dy2}}"
    r"{\*\generator Word;}{\header Page head\par}"
    r"\pard Ferry talks fail\par "
    "Envoys of Harfang and\r\n Ostwald met{\\footnote\\chftn  On the ferry.} in Malm\\'f6 on Monday"
    "\\u8212?again.\\par\r\n"
    r"{\f1 \'cc\'e8\'f0}\par {\v hidden} {\deleted deleted}"
    r"{\field{\*\fldinst HYPERLINK \"http://x.example\"}{\fldrslt They}} parted.\par"
    r"\trowd\intbl Harfang\cell for\cell\row"
    r"\trowd\intbl Ostwald\cell against\cell\row"
    r"\pard {\pict\bin4 }{{x} They \u-10179?\u-8704? left.\par}"
)
