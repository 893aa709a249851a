"""Activities given another code, in all the files that name them but the matrix."""

from __future__ import annotations

from collections.abc import Mapping

from generator.merging.renaming import PRINTED
from generator.reading.decisions import DECISIONS
from generator.reading.matrix import ADOPTED_SCHEMA, SCHEMA
from generator.reading.quarters import QUARTERS
from generator.sourcefiles.folder import SourceFolder, Tables
from generator.sourcefiles.rawcsv import Line, RawCsv

EXECUTION = "execution.csv"
NAMING = (ADOPTED_SCHEMA.name, DECISIONS.name, QUARTERS.name, EXECUTION)
"""Files that name activities by their codes."""


def rename_in_tables(
    folder: SourceFolder, tables: Tables, renamed: Mapping[str, str]
) -> dict[str, RawCsv]:
    """Return the other files that name activities, with the new codes of those that have one.

    `tables` are those that change already. The plan as adopted keeps the code that was printed.
    """
    found = {}
    for name in NAMING if renamed else ():
        stands = name if folder.content(name) or name != ADOPTED_SCHEMA.name else SCHEMA.name
        if name in tables or folder.content(stands):
            columns = [*SCHEMA.required, *QUARTERS.required]
            table = tables.get(name) or folder.parse(stands, columns)
            for line in table.records():
                _rename_line(table, line, renamed)
            found[name] = table
    return found


def _rename_line(table: RawCsv, line: Line, renamed: Mapping[str, str]) -> None:
    code = table.text(line, "code")
    if code in renamed:
        table.set(line, "code", renamed[code])
        if PRINTED in table.columns:
            printed = table.text(line, PRINTED) or code
            table.set(line, PRINTED, "" if printed == renamed[code] else printed)
