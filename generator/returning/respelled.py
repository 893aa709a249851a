"""New activities whose code is that of another one but for its case or width: `a-30` and `A-30`.

Spreadsheets take them for one code, and no matrix can have both: they are settled as one code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.copies.reading import ReadCopy
from generator.copies.said import say
from generator.errors import CellFinding
from generator.merging.edits import WHOLE, Copy
from generator.merging.facts import Facts, Key, Kind
from generator.merging.renumbering import recode
from generator.reading.codes import alike_key


def respell(copies: Sequence[ReadCopy], current: Facts) -> tuple[ReadCopy, ...]:
    """Return the copies, new activities of one code under one spelling of it, which is told.

    That is the plan's, else the first one in the order of texts: the order of copies plays no part.
    """
    new = sorted(
        code for copy in copies if copy.plan is not None for code in _new_codes(copy.version)
    )
    known = [key.code for key in current if key.kind is Kind.ACTIVITY]
    spelled = {alike_key(code): code for code in (*reversed(new), *known)}
    return tuple(_respelled(copy, spelled) if copy.plan is not None else copy for copy in copies)


def _new_codes(version: Copy) -> Iterator[str]:
    """Yield the codes of the activities that a copy adds."""
    for key in version.revised:
        if key.kind is Kind.ACTIVITY and key not in version.base:
            yield key.code


def _respelled(copy: ReadCopy, spelled: Mapping[str, str]) -> ReadCopy:
    """Return a copy with the spellings of its new codes; where it has another one too, as it is.

    An activity of its own that has the code by now is an error, unless that was told already.
    """
    version, said, codes = copy.version, [*copy.findings], dict[str, str]()
    for code in _new_codes(version):
        wanted = spelled[alike_key(code)]
        key = Key(Kind.ACTIVITY, wanted)
        if wanted == code:
            continue
        if key not in version.base and key not in version.revised:
            codes[code] = wanted
            said.append(_told("code.respelled", version, code, wanted))
        elif not _is_wrong(copy, told := _told("code.given", version, code, f"autre que {wanted}")):
            said.append(told)
    return copy._replace(version=recode(version, codes), findings=tuple(said))


def _told(kind: str, version: Copy, code: str, wanted: str) -> CellFinding:
    """Return what is to be said of a new code, at its cell."""
    sheet, _, cell = version.places.get((Key(Kind.ACTIVITY, code), WHOLE), "").rpartition("!")
    return say(kind, sheet, cell, code, wanted)


def _is_wrong(copy: ReadCopy, told: CellFinding) -> bool:
    """Tell whether a copy has an error already where something is to be told."""
    wrong = {(own.sheet, own.cell) for own in copy.findings if own.severity == "erreur"}
    return (told.sheet, told.cell) in wrong
