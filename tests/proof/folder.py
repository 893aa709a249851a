"""A source folder as texts: read and summed here without any of the generator's code."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MATRIX, ADOPTED, SETTINGS = "matrice.csv", "matrice_adoptee.csv", "plan.toml"
PUBLISHED, GAPS, FRAME = "totaux_publies.csv", "ecarts_document.csv", "cadre_logique.csv"
FUNDINGS, WORK_PLAN = "financements.csv", "pta.csv"
LEVELS = ("axe", "objectif", "action")
PLAN = "PLAN"
PM = "PM"
MAX_AMOUNT = 999_999_999_999_999

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Folder:
    """The text of each file of a source folder, by name."""

    files: Mapping[str, str]

    def write(self, folder: Path) -> Path:
        """Return the folder, where the files now are."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in self.files.items():
            with (folder / name).open("w", encoding="utf-8", newline="") as stream:
                stream.write(text)
        return folder

    def rows(self, name: str = MATRIX) -> list[Row]:
        """Return a file's records; none where there is no such file."""
        return read_rows(self.files.get(name, ""))

    @property
    def adopted(self) -> list[Row]:
        """Return the records of the plan as adopted."""
        return self.rows(ADOPTED if ADOPTED in self.files else MATRIX)

    @property
    def years(self) -> list[str]:
        """Return the headers of the years, in order."""
        return sorted(name for name in self.rows()[0] if re.fullmatch("[0-9]{4}", name))

    @property
    def settings(self) -> Mapping[str, object]:
        """Return what `plan.toml` says."""
        return tomllib.loads(self.files.get(SETTINGS, ""))

    def __str__(self) -> str:
        """Return all texts, as a person would read them."""
        return "\n".join(f"--- {name}\n{text}" for name, text in self.files.items())


def read_folder(folder: Path) -> Folder:
    """Return the texts of a folder on the disk."""
    files = sorted(path for path in folder.iterdir() if path.suffix in {".csv", ".toml"})
    return Folder({path.name: path.read_bytes().decode("utf-8") for path in files})


def read_rows(text: str) -> list[Row]:
    """Return the records of a CSV's text."""
    stream = io.StringIO(text.removeprefix("\ufeff"), newline="")
    return list(csv.DictReader(stream, delimiter=";"))


def csv_text(header: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Return the text of a CSV as French Excel writes one; a column left out is blank."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, header, restval="", delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: row.get(key, "") for key in header} for row in rows)
    return "\ufeff" + stream.getvalue()


def amount(text: str) -> int:
    """Return the francs of a cell: a blank and `PM` are worth nothing."""
    return int(text) if text not in {"", PM} else 0


def sums(rows: Iterable[Row], columns: Sequence[str]) -> dict[tuple[str, str], list[int]]:
    """Return the sum of each column by (level, code), and for the plan."""
    found: dict[tuple[str, str], list[int]] = {("plan", PLAN): [0] * len(columns)}
    for row in rows:
        values = [amount(row[column]) for column in columns]
        for key in [("plan", PLAN), *[(level, row[level]) for level in LEVELS]]:
            before = found.setdefault(key, [0] * len(columns))
            found[key] = [old + new for old, new in zip(before, values, strict=True)]
    return found
