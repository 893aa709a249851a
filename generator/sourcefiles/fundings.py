"""The lines of `financements.csv` by funding, and those whose funding was given another key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.merging.facts import FUNDING_KEY, Facts, Key, Value, funding_records, is_same
from generator.sourcefiles.rawcsv import Line, RawCsv


def find_lines(table: RawCsv) -> dict[Key, Line]:
    """Return by key of a funding the line that it stands on."""
    return {key: line for key, _, line in _read(table)}


def correct_lines(table: RawCsv, corrected: Mapping[Key, Key], after: Facts) -> None:
    """Put the new key of fundings into the cells that say it otherwise, and into no other one.

    `corrected` are by new key those that the fundings have in the file; what else their lines hold
    stays, in its place.
    """
    new = {old: after[key] for key, old in corrected.items()}
    for key, record, line in list(_read(table)) if new else ():
        if key in new:
            for field in FUNDING_KEY:
                if not is_same(value := new[key].get(field, ""), record[field]):
                    table.set(line, field, str(value))


def _read(table: RawCsv) -> Iterator[tuple[Key, Mapping[str, Value | None], Line]]:
    """Yield the fundings in the file's order: the key, what tells it from another, the line."""
    lines = list(table.records())
    records = [
        {
            field: _year(table.text(line, field)) if field == "annee" else table.text(line, field)
            for field in FUNDING_KEY
        }
        for line in lines
    ]
    for (key, record), line in zip(funding_records(records), lines, strict=True):
        yield key, record, line


def _year(text: str) -> Value:
    return int(text) if text.isdecimal() else text
