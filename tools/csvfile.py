"""The project's CSV files: `;`, UTF-8 with a BOM, LF, quotes only where needed.

The one form is what lets a rewritten file come out in identical bytes; so a file in another form is
a fault here, although the generator reads it.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.errors import FileError, explain_refusal

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class CsvFile:
    """What a CSV file holds, and what is wrong with its form."""

    rows: tuple[dict[str, str], ...]
    """One dictionary per row, by column; a column that the file lacks reads as ""."""
    faults: tuple[str, ...]
    """In French: wrong columns, ragged rows, another form than the project's."""


def read_csv(path: Path, columns: tuple[str, ...]) -> CsvFile:
    """Return the rows of the file, each with exactly `columns`, and the faults of its form."""
    data = _read_bytes(path)
    try:
        records = list(
            csv.reader(
                io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True
            )
        )
    except UnicodeDecodeError as error:
        raise FileError(path.name, "le fichier n'est pas en UTF-8") from error
    except csv.Error as error:
        raise FileError(path.name, "le fichier n'est pas un CSV lisible") from error
    header, *body = records or [[]]
    rows = tuple(_read_row(header, record, columns) for record in body)
    return CsvFile(rows, tuple(_find_faults(path.name, data, records, columns)))


def render_csv(columns: tuple[str, ...], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Return the bytes of a CSV file in the project's form."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    return BOM + buffer.getvalue().encode("utf-8")


def _read_bytes(path: Path) -> bytes:
    """Return the file's bytes."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError(path.name, explain_refusal(error)) from error


def _read_row(header: list[str], record: list[str], columns: tuple[str, ...]) -> dict[str, str]:
    """Return the row by column, whatever the order of the header and the length of the record."""
    found = dict(zip(header, record, strict=False))
    return {column: found.get(column, "") for column in columns}


def _find_faults(
    name: str, data: bytes, records: list[list[str]], columns: tuple[str, ...]
) -> list[str]:
    """Return, in French, what in the file's form is not as the project writes it."""
    if not records or tuple(records[0]) != columns:
        return [f"{name} : les colonnes ne sont pas {';'.join(columns)}"]
    ragged = [
        number for number, record in enumerate(records, start=1) if len(record) != len(columns)
    ]
    if ragged:
        return [
            f"{name}, enregistrement {number} : pas {len(columns)} cellules" for number in ragged
        ]
    rows = [dict(zip(columns, record, strict=True)) for record in records[1:]]
    if render_csv(columns, rows) != data:
        form = "UTF-8 avec BOM, point-virgule, LF, guillemets minimaux"
        return [f"{name} : la forme n'est pas celle du projet ({form})"]
    return []
