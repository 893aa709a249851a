"""Every formula of a drawn plan's workbook is worth what is stored, whichever engine says so."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given

from tests.engines import fast
from tests.engines.libreoffice import LibreOffice
from tests.engines.values import CellError, Engine, Sheets, Value, differences, error_cells
from tests.proof.folder import (
    FUNDINGS,
    GAPS,
    LEVELS,
    PLAN,
    PUBLISHED,
    WORK_PLAN,
    Folder,
    amount,
    sums,
)
from tests.proof.known_faults import named_for_gnumeric, without_noise
from tests.proof.plans import folders
from tests.proof.recalculated import Workbook, unescaped, workbook
from tests.proof.settings import proof, tell
from tests.proof.tally import count

pytestmark = pytest.mark.slow


@proof(15, 300)
@given(folder=folders())
def test_engines_agree(libreoffice: LibreOffice, gnumeric: Engine, folder: Folder) -> None:
    tell(folder)
    with workbook(folder) as book:
        poisoned = book.poison()
        assert error_cells(book.shown) == {}
        assert _found_wrong(book, libreoffice.recalculate(poisoned)) == []
        assert _found_wrong(book, without_noise(book, fast.recalculate(poisoned))) == []
        count(plans=1, libreoffice=len(book), formualizer=len(book))
    with workbook(named_for_gnumeric(folder)) as book:
        values = unescaped(gnumeric.recalculate(book.poison()))
        assert _found_wrong(book, without_noise(book, values)) == []
        count(gnumeric=len(book))


def _found_wrong(book: Workbook, values: Sheets) -> list[str]:
    return differences(book.shown, book.without_empty_constants(values))


@proof(20, 1_000)
@given(folder=folders())
def test_totals_are_those_of_the_text(folder: Folder) -> None:
    tell(folder)
    with workbook(folder) as book:
        _check_sums(book, folder)
        _check_financing(book, folder)
        assert book.built.named(book.shown, "Controle_General") == 0
        blank = "part_etat" not in folder.settings
        count(plans=1)
        alerts = len(_axes_with_costless(folder)) + blank + _is_overfunded(book, folder)
        alerts += _is_unspread(folder)
        assert book.built.named(book.shown, "Alertes") == alerts


def _check_sums(book: Workbook, folder: Folder) -> None:
    """Compare the totals on the axis sheets, and those of *Activités*, with the CSV's sums."""
    columns = ["cout_total", *folder.years]
    keys = ["total", *[f"y{year}" for year in folder.years]]
    sheets = {axis.code: axis.sheet for axis in book.built.source.plan.axes}
    axis_of = {row[level]: row["axe"] for row in folder.rows() for level in LEVELS}
    for (level, code), expected in sums(folder.rows(), columns).items():
        row = "total" if level == "axe" else f"{level}:{code}"
        if level == "plan":
            assert _row(book, "Activités", "total", keys) == expected
            assert _row(book, "Synthèse", "computed", keys) == expected
        else:
            assert _row(book, sheets[axis_of[code]], row, keys) == expected
        if level == "axe":
            assert _row(book, "Activités", f"total:{code}", keys) == expected


def _row(book: Workbook, sheet: str, row: str, keys: list[str]) -> list[Value | None]:
    return [book.built.value(book.shown, sheet, row, key) for key in keys]


def _check_financing(book: Workbook, folder: Folder) -> None:
    """Compare the plan's total, with the gaps if the folder includes them, and the shares."""
    settings, named = folder.settings, book.built.named
    total = sums(folder.rows(), ["cout_total"])["plan", PLAN][0]
    usual = "Publiée" if PUBLISHED in folder.files else "Recalculée"
    if settings.get("base_totaux", usual) == "Publiée":
        rows = folder.rows(GAPS)
        total += sum(amount(row[year]) for row in rows for year in folder.years)
    share = settings.get("part_etat", 0.0)
    assert isinstance(share, float)
    assert named(book.shown, "Total_Plan") == total
    assert named(book.shown, "Total_Etat") == pytest.approx(total * share)
    partners = pytest.approx(total - total * share, rel=1e-9, abs=0.5)
    assert named(book.shown, "Total_Partenaires") == partners


def _is_overfunded(book: Workbook, folder: Folder) -> bool:
    """Tell whether what is secured passes the need of a year, of the plan or of an axis."""
    if FUNDINGS not in folder.files:
        return False
    axes = {axis.code: axis.sheet for axis in book.built.source.plan.axes}
    secured: Counter[tuple[str, str]] = Counter()
    for row in folder.rows(FUNDINGS):
        if row["statut"] != "envisagé":
            for place in {"budget", f"axe:{row['axe']}" if row["axe"] else "budget"}:
                secured[place, row["annee"]] += int(row["montant"])
    assert {place.removeprefix("axe:") for place, _ in secured} <= {"budget", *axes}
    needs = {
        (place, year): book.built.value(book.shown, "Synthèse", place, f"y{year}")
        for place, year in secured
    }
    return any(amount > needs[key] for key, amount in secured.items())  # type: ignore[operator]


def _is_unspread(folder: Folder) -> bool:
    """Tell whether some quarters do not make up the amount of the work plan's year: one alert."""
    year = str(folder.settings.get("annee_pta", folder.years[0]))
    amounts = {row["code"]: amount(row[year]) for row in folder.rows()}
    typed = {
        row["code"]: [row[f"t{quarter}"] for quarter in range(1, 5)]
        for row in folder.rows(WORK_PLAN)
        if row["annee"] == year
    }
    return any(
        any(quarters) and sum(map(amount, quarters)) != amounts[code]
        for code, quarters in typed.items()
    )


def _axes_with_costless(folder: Folder) -> set[str]:
    """Return the axes that have an activity without any amount which is not PM: an alert each."""
    return {row["axe"] for row in folder.rows() if row["cout_total"] == "0"}


# Where an engine is known to be wrong: each fails once the engine is mended.


def _sample(path: Path, sheet: str, cell: str, formula: str) -> Path:
    """Write two formulas: one on a sheet of that name, one that reads it on another."""
    with xlsxwriter.Workbook(path) as book:
        first, second = book.add_worksheet(sheet), book.add_worksheet("Synthèse")
        first.write_formula(0, 0, cell, None, -1)
        second.write_formula(0, 0, formula, None, -1)
    return path


def test_gnumeric_cannot_read_an_apostrophe_in_a_sheet_name(
    libreoffice: LibreOffice, gnumeric: Engine, tmp_path: Path
) -> None:
    path = _sample(tmp_path / "sample.xlsx", "L'axe", "=1+1", "='L''axe'!A1")
    assert isinstance(gnumeric.recalculate(path)["Synthèse"]["A1"], CellError)
    assert libreoffice.recalculate(path)["Synthèse"]["A1"] == 2
    assert fast.recalculate(path)["Synthèse"]["A1"] == 2


def test_gnumeric_takes_a_range_for_a_sheet_of_that_name(
    libreoffice: LibreOffice, gnumeric: Engine, tmp_path: Path
) -> None:
    path = _sample(tmp_path / "sample.xlsx", "E5", "=1+1", "=SUM(E5:E5)")
    assert isinstance(gnumeric.recalculate(path)["Synthèse"]["A1"], CellError)
    assert libreoffice.recalculate(path)["Synthèse"]["A1"] == 0
    assert fast.recalculate(path)["Synthèse"]["A1"] == 0


def test_gnumeric_and_the_fast_engine_keep_the_noise_of_a_difference(
    libreoffice: LibreOffice, gnumeric: Engine, tmp_path: Path
) -> None:
    path = _sample(tmp_path / "sample.xlsx", "Axe I", "=1+1/2^50", "='Axe I'!A1-1")
    assert libreoffice.recalculate(path)["Synthèse"]["A1"] == 0
    assert gnumeric.recalculate(path)["Synthèse"]["A1"] == 2.0**-50
    assert fast.recalculate(path)["Synthèse"]["A1"] == 2.0**-50
