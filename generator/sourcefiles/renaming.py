"""Activities given another code, in all the files that name them but the matrix."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.files import read_whole
from generator.merging.renaming import PRINTED
from generator.reading.decisions import DECISIONS
from generator.reading.matrix import ADOPTED_SCHEMA, SCHEMA
from generator.reading.quarters import QUARTERS
from generator.sourcefiles.rawcsv import Files, Line, RawCsv, parse_raw

EXECUTION = "execution.csv"
NAMING = (ADOPTED_SCHEMA.name, DECISIONS.name, QUARTERS.name, EXECUTION)
"""Files that name activities by their codes."""


def rename_in_files(folder: Path, files: Files, renamed: Mapping[str, str]) -> dict[str, bytes]:
    """Return the other files that name activities, with the new codes of those that have one.

    The plan as adopted keeps the code that was printed.
    """
    found = {}
    for name in NAMING if renamed else ():
        content = files.get(name) or read_whole(folder / name)
        if content:
            table = parse_raw(content, [*SCHEMA.required, *QUARTERS.required])
            for line in table.records():
                _rename_line(table, line, renamed)
            if table.content() != content:
                found[name] = table.content()
    return found


def _rename_line(table: RawCsv, line: Line, renamed: Mapping[str, str]) -> None:
    code = table.text(line, "code")
    if code in renamed:
        table.set(line, "code", renamed[code])
        if PRINTED in table.columns:
            printed = table.text(line, PRINTED) or code
            table.set(line, PRINTED, "" if printed == renamed[code] else printed)
