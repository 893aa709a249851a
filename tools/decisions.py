"""The corrections that the transcription makes to what the text prints, each with its reason.

Everything else is transcribed to the letter, misprints included. A decision that no longer meets
what it corrects is reported as a difference: none is tolerated silently.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from tools.document import Activity, Document, Total, Years

Record = TypeVar("Record", Activity, Total)

T1_REASON = (
    "sur cette page le tableau extrait compte une cellule de trop et les montants se trouvent "
    "une colonne trop à droite ; l'action III.1.1, l'axe III et le plan les placent en 2017"
)
RENUMBERING_REASON = (
    "la matrice CSV donne à chaque activité un code régulier (axe, objectif, action, rang) "
    "et garde le code imprimé dans code_document"
)
RENUMBERED = {
    "II-2.1.2": "II-2.2.2",
    "II-2.1.3": "II-2.2.3",
    "II-2.1.4": "II-2.2.4",
    "II-2.1.5": "II-2.2.5",
    "II-2.1.6": "II-2.2.6",
    "II-2.1.7": "II-2.2.7",
    "II-2.1.8": "II-2.2.8",
    "II-2.1.9": "II-2.2.9",
    "IV-1.2.1": "IV-1.4.1",
    "IV-1.2.2": "IV-1.4.2",
}


@dataclass(frozen=True, slots=True)
class Shift:
    """A row whose amounts the text prints one year too late."""

    code: str
    """Code of the activity, or of the objective for its subtotal."""
    place: str
    """The row, in French, for messages."""
    printed: Years
    """The years as the text prints them, in francs."""
    kept: Years
    """The years as the transcription keeps them; 0 where a subtotal's cell is blank."""


T1 = (
    Shift(
        "III-1.1.5",
        "activité III-1.1.5",
        (None, None, 40_000_000, None, None),
        (None, 40_000_000, None, None, None),
    ),
    Shift(
        "III.1",
        "Sous Total OS III.1",
        (25_000_000, None, 125_000_000, None, None),
        (25_000_000, 125_000_000, 0, 0, 0),
    ),
)


def apply_decisions(document: Document) -> tuple[Document, list[str]]:
    """Return the document with T1 applied, and, in French, the decisions that do not apply."""
    corrected = replace(
        document,
        activities=tuple(_shift(activity) for activity in document.activities),
        totals=tuple(_shift(total) for total in document.totals),
    )
    return corrected, [*_idle_shifts(document), *_renumbering_faults(document)]


def describe_decisions() -> list[str]:
    """Return one French line per decision: its name, what it touches, its reason."""
    places = " et ".join(shift.place for shift in T1)
    codes = ", ".join(f"{printed} devient {code}" for code, printed in RENUMBERED.items())
    return [f"T1 ({places}) : {T1_REASON}.", f"Codes ({codes}) : {RENUMBERING_REASON}."]


def _shift(record: Record) -> Record:
    """Return `record` with its years put right if T1 names it and it prints what T1 expects."""
    for shift in T1:
        if (shift.code, shift.printed) == (record.code, record.years):
            return replace(record, years=shift.kept)
    return record


def _idle_shifts(document: Document) -> Iterator[str]:
    """Return a line for each part of T1 that finds other figures than those it corrects."""
    records: list[Activity | Total] = [*document.activities, *document.totals]
    printed = {record.code: record.years for record in records}
    for shift in T1:
        if printed.get(shift.code) != shift.printed:
            yield f"T1, {shift.place} : le document n'imprime pas les montants à corriger"


def _renumbering_faults(document: Document) -> Iterator[str]:
    """Return a line for each activity whose printed code is not the one this module expects."""
    for activity in document.activities:
        expected = RENUMBERED.get(activity.code, activity.code)
        if activity.printed_code != expected:
            yield (
                f"Codes, {activity.code} : le document imprime {activity.printed_code}, "
                f"on attendait {expected}"
            )
