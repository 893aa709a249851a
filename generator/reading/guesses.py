"""Which single-byte encoding a file is in: the one in which it reads as French by far, or none.

A cell that is repeated counts once. Where two encodings read almost as well nothing is chosen, nor
where some lines are UTF-8: the file was put together from two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.reading.encodings import NAMES, SINGLE, UTF8, Encoding, Fault, is_in, show_around
from generator.reading.frenchtext import count_french, has_french, is_french

FRENCH = 0.75
"""The least share of signs beyond ASCII that stand where French puts them."""

CLOSE = 0.5
"""The share of those of the best encoding above which another one is plausible too."""

_CELL_END = re.compile(rb"[;,\t\r\n]")
_BEYOND = re.compile(rb"[\x80-\xff]")


class _Reading(NamedTuple):
    """Bytes read in an encoding: how many of their signs beyond ASCII are French, of how many."""

    french: int
    beyond: int
    codec: str


def is_utf8(content: bytes, others: Sequence[str] = SINGLE) -> bool:
    """Tell whether bytes are UTF-8, and not by accident.

    By accident they hold no French sign, and read as French in one of the others: `d’État` of Mac
    Roman has an Armenian letter there.
    """
    if content.isascii():
        return True
    if not is_in(content, UTF8):
        return False
    return has_french(content.decode()) or not any(
        is_in(content, codec) and is_french(content.decode(codec)) for codec in others
    )


def guess(content: bytes) -> Encoding | Fault:
    """Return the encoding of a file that is not UTF-8, or why none is chosen, with a line."""
    lines = content.splitlines()
    if is_in(content, UTF8):
        return _doubt(lines, [UTF8, _rank(content)[0].codec])
    odd = [number for number, line in enumerate(lines) if not is_in(line, UTF8)]
    likely = _rank(b"\n".join(lines[number] for number in odd))[0].codec
    even = [
        number
        for number, line in enumerate(lines)
        if not line.isascii() and is_utf8(line, [likely])
    ]
    if even:
        return _mixed(lines, odd, even, likely)
    best, *others = _rank(content)
    close = any(other.french > best.french * CLOSE for other in others)
    if close or best.french < best.beyond * FRENCH:
        return _doubt(lines, [reading.codec for reading in (best, *others)][:2])
    return Encoding(best.codec)


def _rank(content: bytes) -> list[_Reading]:
    """Return the encodings that can read the bytes, the best first; of alike texts one."""
    cells = b"\n".join(sorted({cell for cell in _CELL_END.split(content) if not cell.isascii()}))
    texts = {cells.decode(codec): codec for codec in reversed(SINGLE) if is_in(cells, codec)}
    beyond = len(_BEYOND.findall(cells))
    read = [_Reading(count_french(text), beyond, codec) for text, codec in texts.items()]
    return sorted(read, key=lambda reading: (-reading.french, SINGLE.index(reading.codec)))


def _mixed(lines: Sequence[bytes], odd: Sequence[int], even: Sequence[int], codec: str) -> Fault:
    """Return the fault of a file of two encodings, with the fewer of its lines."""
    few, other = (even, UTF8) if len(even) < len(odd) else (odd, codec)
    shown = show_around(lines[few[0]], _place(lines[few[0]]), other)
    return Fault("encoding.mixed", few[0] + 1, shown, {"count": len(few)})


def _doubt(lines: Sequence[bytes], likely: Sequence[str]) -> Fault:
    """Return the fault of a file whose encoding is not told, with what it may say."""
    number = next(number for number, line in enumerate(lines) if not line.isascii())
    line = lines[number]
    told = [f"« {show_around(line, _place(line), codec)} » en {NAMES[codec]}" for codec in likely]
    return Fault("encoding.doubtful", number + 1, "", {"readings": ", ou ".join(told)})


def _place(line: bytes) -> int:
    """Return where the first sign beyond ASCII stands."""
    found = _BEYOND.search(line)
    return found.start() if found else 0
