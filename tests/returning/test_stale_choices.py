"""Choices hold for what the workbook of conflicts shows: what changed since is chosen again."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.merging.facts import Key, Kind
from generator.merging.threeway import (
    CURRENT,
    KEEP_ALL,
    WHOLE,
    Clash,
    Conflict,
    Decisions,
    Side,
)
from generator.reports.choices import WrongChoicesError, read_choices
from generator.reports.conflicts import conflicts_workbook
from tests.engines.libreoffice import LibreOffice
from tests.merging.samples import NEW, PLAN, PRICED, STUDY
from tests.returning.conftest import Command
from tests.returning.copies import at, snapshot, typed_copy
from tests.returning.test_merge import STUDY as CODE
from tests.returning.test_merge import copies, fill
from tests.workbook.built import Built

NAME, RATE, YEAR = "Étude d'impact", Key(Kind.SETTING, "taux"), Key(Kind.SETTING, "annee_pta")


def field(key: Key, name: str, *values: str | float | None) -> Conflict:
    sides = [Side(who, "", value) for who, value in zip((CURRENT, "b", "c"), values, strict=True)]
    return Conflict(key, name, Clash.FIELD, None, tuple(sides))


def added(label: str = "Un colloque", *codes: tuple[str, str]) -> Conflict:
    sides = [
        Side(CURRENT, ""),
        Side("b", "", record={"activite": "Un atelier"}),
        Side("c", "", record={"activite": label}),
        Side(KEEP_ALL, "", codes=codes or (("I-1.1.3", "b"), ("I-1.1.4", "c"))),
    ]
    return Conflict(NEW, WHOLE, Clash.ADDED, None, tuple(sides))


AMOUNT = field(STUDY, "2016", 100, 99, 77)


def read(
    folder: Path,
    shown: Sequence[Conflict],
    now: Sequence[Conflict],
    who: str,
    edit: Callable[[Worksheet], object] = lambda _sheet: None,
) -> Decisions:
    """Return what is read of a workbook of what clashed, with one side chosen everywhere."""
    path = folder / "conflits.xlsx"
    path.write_bytes(conflicts_workbook(shown, PLAN))
    fill(path, dict.fromkeys(range(1, len(shown) + 1), who))
    workbook = openpyxl.load_workbook(path)
    edit(workbook["Conflits"])
    workbook.save(path)
    return read_choices(path, now)


@pytest.mark.parametrize(
    ("shown", "now", "who", "told"),
    [
        (AMOUNT, field(STUDY, "2016", 100, 99, 55), "c",
         "activité I-1.1.1, 2016, « c » : 77 montré (Conflits!K4), 55 aujourd'hui ; relancez sans"),
        (AMOUNT, field(STUDY, "2016", 101, 99, 77), "c",
         "« la matrice actuelle » : 100 montré (Conflits!I4), 101 aujourd'hui"),
        (AMOUNT, field(STUDY, "2016", 100, 99, None), "c", "77 montré (Conflits!K4), « vide »"),
        (added(), added("Un forum"), "c",
         "activité I-1.1.3, « c » : « Un colloque » montré (Conflits!K5), « Un forum »"),
        (added(), added("Un forum"), KEEP_ALL, "« c » : « Un colloque » montré"),
        (added(), added("Un colloque", ("I-1.1.3", "b"), ("I-1.1.5", "c")), KEEP_ALL,
         "« garder toutes » : « I-1.1.3 reste à « b » ; I-1.1.4 va à « c » » montré"),
    ],
)  # fmt: skip
def test_what_is_no_more_what_was_shown_is_chosen_again(
    tmp_path: Path, shown: Conflict, now: Conflict, who: str, told: str
) -> None:
    with pytest.raises(WrongChoicesError) as raised:
        read(tmp_path, [shown], [now], who)
    assert told in str(raised.value)
    assert str(raised.value).count("ligne") == 1


def test_what_was_not_chosen_may_have_changed(tmp_path: Path) -> None:
    now = [field(STUDY, "2016", 100, 55, 77)]
    assert read(tmp_path, [AMOUNT], now, "c") == {(STUDY, "2016"): "c"}


def test_a_side_whose_column_is_gone_was_not_seen(tmp_path: Path) -> None:
    with pytest.raises(WrongChoicesError, match="vide montré \\(colonne introuvable\\), 100"):
        read(tmp_path, [AMOUNT], [AMOUNT], "c", lambda sheet: sheet.delete_cols(9))


STORED = [
    AMOUNT,
    field(STUDY, "2017", None, 0, 5),
    field(STUDY, "activite", "Étude", NAME, f"{NAME}\u00a0: suite"),
    field(RATE, "valeur", 0.1, 0.2, 0.1 + 0.2),
    field(YEAR, "valeur", 2016, 2017, 2018),
    Conflict(NEW, WHOLE, Clash.DELETED, None, (Side(CURRENT, "", record=PRICED), Side("c", ""))),
]


def saved_otherwise(sheet: Worksheet) -> None:
    """Write numbers and texts as some program may."""
    for row in sheet.iter_rows(min_row=4):
        for cell in row[8:11]:
            if isinstance(cell.value, int | float):
                cell.value = float(f"{cell.value:.15g}")
            elif str(cell.value).isdigit():
                cell.value = int(str(cell.value))
            elif isinstance(cell.value, str):
                cell.value = unicodedata.normalize("NFD", cell.value.replace("'", "’"))


@pytest.mark.parametrize("edit", [lambda _sheet: None, saved_otherwise])
def test_what_programs_save_otherwise_is_the_same(
    tmp_path: Path, edit: Callable[[Worksheet], object]
) -> None:
    expected = {(own.key, own.field): "c" for own in STORED}
    assert read(tmp_path, STORED, STORED, "c", edit) == expected


def test_what_libreoffice_saves_is_the_same(tmp_path: Path, libreoffice: LibreOffice) -> None:
    read(tmp_path, STORED, STORED, "c")
    saved = tmp_path / "encore.xlsx"
    libreoffice.save_as(tmp_path / "conflits.xlsx", saved)
    assert read_choices(saved, STORED) == {(own.key, own.field): "c" for own in STORED}


@pytest.mark.slow
def test_a_copy_that_was_saved_again_since_is_chosen_again(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    paths = copies(shipped, tmp_path, *[[at(shipped, CODE, 2016, value)] for value in (99, 77)])
    assert command("merge", *paths).status == 1
    choices, before = tmp_path / "conflits.xlsx", snapshot(folder)
    fill(choices, {1: "copie2.xlsx"})
    typed_copy(shipped, paths[1], [at(shipped, CODE, 2016, 55)])
    answer = command("merge", *paths, "--decisions", choices, "--apply")
    assert answer.status == 2
    assert "« copie2.xlsx » : 77 montré" in answer.err
    assert snapshot(folder) == before
    typed_copy(shipped, paths[1], [at(shipped, CODE, 2016, 77)])
    assert command("merge", *paths, "--decisions", choices, "--apply").status == 0
