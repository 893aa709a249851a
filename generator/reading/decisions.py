"""`statuts.csv`: what was decided of an activity, its status and the reason, a row for each."""

from __future__ import annotations

from generator.plan import DECISION_STATUSES, Decision
from generator.reading.annexes import check_unique
from generator.reading.matrix import Matrix
from generator.reading.records import Record, Schema, Table
from generator.texts import comparable

MAX_REASON = 2_000
"""Characters of a reason, in the file as in the workbook."""

DECISIONS = Schema(
    "statuts.csv",
    ("code", "statut", "motif"),
    keys=("code",),
    filled=("code",),
    limits={"motif": MAX_REASON},
)


def read_decisions(table: Table, matrix: Matrix) -> dict[str, Decision]:
    """Return the decisions by code of the activity; a blank status or reason is ""."""
    check_unique(table, ("code",))
    known = {part.activity.code for part in matrix.placed}
    found = {}
    for record in table.records:
        code, status = record["code"], _read_status(table, record)
        if code and code not in known and matrix.table.whole:
            table.refuse(record, "code", "code.unknown")
        elif code and (status or record["motif"]):
            found[code] = Decision(status, record["motif"])
    return found


def _read_status(table: Table, record: Record) -> str:
    """Return the status as the list writes it."""
    text = comparable(record["statut"]).casefold()
    if text and text not in DECISION_STATUSES:
        table.refuse(record, "statut", "status.unknown", expected=", ".join(DECISION_STATUSES))
    return text
