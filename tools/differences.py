"""The differences between the rows a CSV file must hold and those it holds, in French."""

from collections import Counter
from collections.abc import Iterator

from tools.csvfile import CsvFile
from tools.expected import Rows, Table


def find_differences(table: Table, expected: Rows, found: CsvFile) -> list[str]:
    """Return every difference: form, rows too few, too many, twice or out of order, fields."""
    return [
        *found.faults,
        *_compare_keys(
            table, [_key(table, row) for row in expected], [_key(table, row) for row in found.rows]
        ),
        *_compare_fields(table, expected, found),
    ]


def _compare_keys(table: Table, expected: list[str], found: list[str]) -> Iterator[str]:
    """Return the differences between the two lists of keys."""
    for key in expected:
        if key not in found:
            yield f"{table.name}, {key} : ligne du document absente du CSV"
    for key, count in Counter(found).items():
        if key not in expected:
            yield f"{table.name}, {key} : ligne du CSV absente du document"
        elif count > 1:
            yield f"{table.name}, {key} : {count} lignes dans le CSV, une seule dans le document"
    if sorted(expected) == sorted(found) and expected != found:
        first = next(key for key, other in zip(expected, found, strict=True) if key != other)
        yield f"{table.name}, {first} : à partir d'ici, l'ordre n'est pas celui du document"


def _compare_fields(table: Table, expected: Rows, found: CsvFile) -> Iterator[str]:
    """Return the differences between the fields of the rows that both have."""
    wanted = {_key(table, row): row for row in expected}
    for row in found.rows:
        for column, value in wanted.get(_key(table, row), {}).items():
            if row[column] != value:
                yield (
                    f"{table.name}, {_key(table, row)}, {column} : "
                    f"le document dit « {value} », le CSV dit « {row[column]} »"
                )


def _key(table: Table, row: dict[str, str]) -> str:
    """Return the words that name a row in messages."""
    return " ".join(row[column] for column in table.key)
