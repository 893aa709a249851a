"""The encodings that files are read in, the text that comes out, and what prevents reading."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

UTF8, UTF16 = "utf-8", "utf-16"
SINGLE = ("windows-1252", "mac-roman", "cp850")
"""Encodings of one byte for each sign."""

NAMES = {
    UTF8: "UTF-8",
    UTF16: "UTF-16",
    "windows-1252": "Windows-1252",
    "mac-roman": "Mac Roman",
    "cp850": "CP850",
}
"""The encodings as they are chosen, which Python knows too, and as people know them."""

AROUND = 20
"""Bytes that are shown on each side of the one in question."""


class Fault(NamedTuple):
    """What could not be read: the problem's key, its line (0: the whole file), what is there."""

    kind: str
    line: int = 0
    value: str = ""
    fields: Mapping[str, object] = MappingProxyType({})


class Encoding(NamedTuple):
    """How a file writes its text: Python's codec, and the mark at its beginning."""

    codec: str = UTF8
    mark: bytes = b""

    @property
    def name(self) -> str:
        """Return the name that people know it by."""
        return NAMES[UTF16 if self.codec.startswith(UTF16) else self.codec]

    def encode(self, text: str) -> bytes:
        """Return the bytes of a text, mark included; `UnicodeEncodeError` where it has none."""
        return self.mark + text.encode(self.codec)

    def find_lacking(self, text: str) -> str:
        """Return the signs of a text that the encoding does not have, each once."""
        try:
            text.encode(self.codec)
        except UnicodeEncodeError:
            signs = (sign for sign in text if not sign.encode(self.codec, "ignore"))
            return "".join(dict.fromkeys(signs))
        return ""


class Text(NamedTuple):
    """The text of a file, without its mark, and its encoding."""

    text: str
    encoding: Encoding


def is_in(content: bytes, codec: str) -> bool:
    """Tell whether bytes can be read in an encoding."""
    try:
        content.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def show_around(content: bytes, place: int, codec: str) -> str:
    """Return what stands around a byte of a line, in an encoding."""
    return content[max(0, place - AROUND) : place + AROUND].decode(codec, "replace").strip("\ufffd")
