"""*Empreinte* of a copy: which plan, which files, which control totals it was made with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.labels import Words
from generator.model.values import Value
from generator.plan import Amount, SourceFile
from generator.reader.opened import OpenedSheet
from generator.reading.totals import Controls
from generator.recovery.table import NotRecoveredError, TitledSheet, read_titled

_DIGEST = re.compile(r"[0-9a-f]{64}")
_COUNT = re.compile(r"[0-9]+")


class Identity(NamedTuple):
    """What *Empreinte* says: its facts by name, files of the source, control totals, ceilings."""

    facts: Mapping[str, Value]
    files: tuple[SourceFile, ...]
    controls: Controls
    ceilings: Mapping[str, tuple[Amount, ...]]


def read_identity(sheet: OpenedSheet, words: Words, years: Sequence[int]) -> Identity:
    """Return the identity of a copy; a sheet without its header is a failure."""
    titles = {key: words(f"stamp.{key}") for key in ("item", "label", "text", "total")}
    titles |= {f"y{year}": str(year) for year in years}
    table = read_titled(sheet, titles)
    if table is None:
        raise NotRecoveredError(sheet.name, "ligne d'en-tête introuvable ou modifiée")
    rows = [row for row in table.rows if table.text(row, "item")]
    files = [_read_file(table, row) for row in rows if _DIGEST.fullmatch(table.text(row, "text"))]
    facts = {table.text(row, "item"): table.value(row, "text") for row in rows}
    base, adopted = (
        _read_controls(table, rows, words(f"stamp.{kind}"), years) for kind in ("base", "adopted")
    )
    ceilings = {
        table.text(row, "item"): tuple(table.amount(row, f"y{year}") for year in years)
        for row in rows
        if table.text(row, "label") == words("stamp.ceiling")
    }
    given = {code: amounts for code, amounts in ceilings.items() if any_given(amounts)}
    return Identity(facts, tuple(files), Controls(base, adopted), given)


def any_given(amounts: Sequence[Amount]) -> bool:
    """Tell whether some year has an amount."""
    return any(amount is not None for amount in amounts)


def _read_file(table: TitledSheet, row: int) -> SourceFile:
    count = _COUNT.search(table.text(row, "label"))
    digest = table.text(row, "text")
    return SourceFile(table.text(row, "item"), digest, int(count[0]) if count else 0)


def _read_controls(
    table: TitledSheet, rows: Sequence[int], label: str, years: Sequence[int]
) -> dict[str, dict[str, int]]:
    """Return by axis code and for the plan the control totals of one kind."""
    keys = {"total": "total"} | {f"y{year}": str(year) for year in years}
    return {
        table.text(row, "item"): {name: table.amount(row, key) or 0 for key, name in keys.items()}
        for row in rows
        if table.text(row, "label") == label
    }
