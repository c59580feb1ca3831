"""Writes workbooks, and archives of Google Voice as Takeout makes them."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

OWN = "+14155550100"


def workbook(path: Path, *sheets: Sequence[Sequence[object]], **named: str) -> Path:
    """Write a workbook of some sheets, named "Sheet 1" and on unless ``name_1`` says otherwise."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for place, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(named.get(f"name_{place}", f"Sheet {place}"))
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def archive(path: Path, members: Mapping[str, str | bytes]) -> Path:
    """Write a zip archive."""
    with ZipFile(path, "w", ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return path


def repacked(path: Path, name: str, content: bytes) -> Path:
    """Put another content into one member of an archive."""
    with ZipFile(path) as old:
        held = {each: old.read(each) for each in old.namelist()}
    return archive(path, {**held, name: content})


def call_page(label: str, *, number: str, name: str, at: str, length: str = "") -> str:
    """One call, as a page of Google Voice."""
    told = f'<abbr class="duration" title="{length}">(00:00:00)</abbr>' if length else ""
    return _page(
        f'<div class="haudio"><span class="album">Call Log for\n</span>\n<span class="fn">{label} '
        f'{escape(name)}</span>\n<div class="contributor vcard">{label}\n<a class="tel" '
        f'href="tel:{number}"><span class="fn">{escape(name)}</span></a></div>\n<abbr '
        f'class="published" title="{at}">some day&#8239;PM</abbr>\n<br />\n{told}\n<div '
        f'class="tags">Labels:\n<a rel="tag" href="http://www.google.com/voice#{label}">{label}'
        "</a></div></div>"
    )


def text_page(*messages: str, participants: Sequence[str] = ()) -> str:
    """A conversation of texts, as a page of Google Voice."""
    others = ", ".join(_sender(number, number, mine=False) for number in participants)
    group = f'<div class="participants">Group conversation with:\n{others}</div>' if others else ""
    return _page(
        f'<div class="hChatLog hfeed">{group}{" ".join(messages)}</div>\n<div class="tags">Labels:'
        '\n<a rel="tag" href="http://www.google.com/voice#sms">Text</a></div>'
    )


def message(number: str, name: str, at: str, body: str, *, mine: bool, images: int = 0) -> str:
    """One text of a conversation."""
    picture = '<div><img src="a picture" alt="Image MMS Attachment" /></div>' * images
    lines = escape(body).replace("\n", "<br>")
    return (
        f'<div class="message"><abbr class="dt" title="{at}">some day</abbr>:\n'
        f"{_sender(number, name, mine=mine)}:\n<q>{lines}</q>\n{picture}</div>"
    )


def _sender(number: str, name: str, *, mine: bool) -> str:
    who = f'<span class="fn">{escape(name)}</span>'
    if mine:
        who = '<abbr class="fn" title="">Me</abbr>'
    return f'<cite class="sender vcard"><a class="tel" href="tel:{number}">{who}</a></cite>'


def _page(body: str) -> str:
    return (
        '<?xml version="1.0" ?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>\n</title></head>\n<body>{body}</body></html>\n"
    )
