"""What a file is, by its first bytes, whatever its name says."""

from __future__ import annotations

ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_BOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_HEAD = 4096
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0c")
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def foreign_kind(data: bytes) -> str | None:
    """Return which refusal what is no archive deserves, None for an archive."""
    if data.startswith(ZIP):
        return None
    if not data:
        return "empty"
    if data.startswith(_EMPTY_ZIP):
        return "archive"
    if data.startswith(_OLE):
        return _ole_kind(data)
    return _text_kind(data[:_HEAD])


def _ole_kind(data: bytes) -> str:
    """Return what the old container holds, by the names of its streams."""
    if _ENCRYPTED in data:
        return "password"
    return "old" if any(name in data for name in _OLD_BOOKS) else "ole"


def _text_kind(head: bytes) -> str:
    start = head.removeprefix(_MARKS[2]).lstrip().lower()
    if start.startswith(b"%pdf"):
        return "pdf"
    if start.startswith(b"<?xml") and b"excel.sheet" in start:
        return "xml"
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<style")):
        return "html"
    return "text" if _is_text(head) else "unknown"


def _is_text(head: bytes) -> bool:
    """Tell whether the bytes can be a text: no control character but line ends and tabs."""
    if head.startswith(_MARKS):
        return True
    return all(byte >= ord(" ") or byte in _TEXT_CONTROLS for byte in head)
