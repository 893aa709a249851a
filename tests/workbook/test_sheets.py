"""The sheets as the contract asks for them, read back from the file by openpyxl."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbook.built import Built

SHEETS = [
    "Accueil", "Synthèse", "Axe I", "Axe II", "Axe III", "Axe IV", "Dispositif", "Financement",
    "Rapprochement", "Activités", "Ajustements", "PTA", "Structures", "Contrôles", "Paramètres",
    "Sigles", "Empreinte",
]  # fmt: skip
AXES = SHEETS[2:7]
NAMES = {
    "Part_Etat", "Base_Totaux", "Total_Plan", "Total_Etat", "Total_Partenaires", "Ecarts_Inclus",
    "Marque_PM", "Controle_General",
}  # fmt: skip
FORBIDDEN = re.compile(
    r"\b(OFFSET|INDIRECT|NOW|TODAY|RAND|CELL|INFO|XLOOKUP|LET|FILTER|SUBTOTAL|TEXT)\(|_xl|\[|[A-Z]:[A-Z]\b"
)
NUMBER = re.compile(r"(?<![A-Z$0-9.])[0-9]+(?:\.[0-9]+)?(?![0-9:!])")


@pytest.fixture(scope="module")
def workbook(shipped: Built) -> Workbook:
    return openpyxl.load_workbook(shipped.path)


def cells(workbook: Workbook) -> Iterator[tuple[Worksheet, Cell]]:
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and (cell.value is not None or cell.has_style):
                    yield sheet, cell


def rules(sheet: Worksheet) -> list[DataValidation]:
    found: list[DataValidation] = sheet.data_validations.dataValidation
    return found


def labels(sheet: Worksheet) -> set[object]:
    return {cell.value for row in sheet.iter_rows(max_col=2) for cell in row}


def test_sheets_stand_in_the_contract_s_order(workbook: Workbook) -> None:
    assert workbook.sheetnames == SHEETS
    assert [sheet.sheet_state for sheet in workbook.worksheets] == ["visible"] * len(SHEETS)


def test_contract_names_are_defined_as_single_cells(workbook: Workbook) -> None:
    names = workbook.defined_names
    assert set(names) >= NAMES
    for name in names.values():
        assert re.fullmatch(r"'?[^'!]+'?!\$[A-Z]+\$[0-9]+", name.attr_text), name.attr_text


def test_contract_labels_stand_in_the_first_two_columns(workbook: Workbook) -> None:
    for sheet in ("Synthèse", "Financement"):
        assert labels(workbook[sheet]) >= {
            "BUDGET TOTAL", "Part de l'Etat", "Montant à mobiliser auprès des partenaires",
        }  # fmt: skip
    for code, sheet in zip(("I", "II", "III", "IV", "V"), AXES, strict=True):
        assert f"TOTAL AXE {code}" in labels(workbook[sheet])
        assert f"Sous-total OS {code}.1" in labels(workbook[sheet])


def test_activity_codes_have_their_own_column(shipped: Built, workbook: Workbook) -> None:
    for axis in shipped.source.plan.axes:
        column = [cell.value for cell in workbook[axis.sheet]["A"]]
        codes = [activity.code for action in axis.actions for activity in action.activities]
        assert [code for code in column if code in codes] == codes


def test_axis_columns_stand_as_the_contract_says(workbook: Workbook) -> None:
    expected = [
        "Code", "Activités", "Structure responsable", "Partenaires d'exécution", "Coût total",
        "2016", "2017", "2018", "2019", "2020", "Total publié", "Écart publié - calculé",
        "Base coût total", "Base 2016", "Base 2017", "Base 2018", "Base 2019", "Base 2020",
        "Modifié",
    ]  # fmt: skip
    for sheet in AXES:
        assert [cell.value for cell in workbook[sheet][5]][: len(expected)] == expected


def test_each_axis_sheet_shows_the_published_total_and_the_gap(shipped: Built) -> None:
    gaps = {
        axis.sheet: shipped.value(shipped.stored, axis.sheet, "total", "gap")
        for axis in shipped.source.plan.axes
    }
    assert gaps == {
        "Axe I": 0, "Axe II": 210_000_000, "Axe III": 0, "Axe IV": -100_000_000, "Dispositif": 0,
    }  # fmt: skip


def test_only_inputs_are_open_and_no_formula_is(workbook: Workbook) -> None:
    for sheet, cell in cells(workbook):
        open_ = not cell.protection.locked
        yellow = cell.fill.fgColor.rgb == "FFFFF8D6"
        legend = sheet.title == "Accueil" and cell.column == 1  # shows the look of inputs
        assert open_ == (yellow and not legend), f"{sheet.title}!{cell.coordinate}"
        assert not (open_ and cell.data_type == "f"), f"{sheet.title}!{cell.coordinate}"


def test_every_input_has_a_validation_in_french(workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        validated = [area for rule in rules(sheet) for area in rule.sqref.ranges]
        for row in sheet.iter_rows():
            for cell in row:
                if not cell.protection.locked:
                    assert any(cell.coordinate in area for area in validated), cell.coordinate
        for rule in rules(sheet):
            assert 0 < len(str(rule.promptTitle or "")) <= 32
            assert 0 < len(str(rule.prompt or "")) <= 255
            assert rule.error


def test_no_forbidden_function_nor_typed_number_in_a_formula(workbook: Workbook) -> None:
    for sheet, cell in cells(workbook):
        if cell.data_type != "f":
            continue
        formula = re.sub(r"'[^']*'!", "", str(cell.value))
        assert not FORBIDDEN.search(formula), f"{sheet.title}!{cell.coordinate}: {formula}"
        bare = re.sub(r"\"[^\"]*\"|\$?[A-Z]{1,3}\$?[0-9]+", "", formula)
        assert set(NUMBER.findall(bare)) <= {"0", "1"}, f"{sheet.title}!{cell.coordinate}"


def test_sheets_are_protected_without_a_password(workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        for allowed in ("formatColumns", "formatRows", "autoFilter"):
            assert getattr(sheet.protection, allowed) is False, f"{sheet.title}: {allowed}"
        for refused in ("insertRows", "deleteRows", "sort", "formatCells"):
            assert getattr(sheet.protection, refused) is True, f"{sheet.title}: {refused}"


def test_print_set_up(workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        a3 = sheet.title in AXES
        assert sheet.page_setup.paperSize == (8 if a3 else 9), sheet.title
        assert sheet.page_setup.fitToWidth in (None, 1)
        setup = sheet.sheet_properties.pageSetUpPr
        assert setup is not None
        assert setup.fitToPage
        assert sheet.print_area
        footer = sheet.oddFooter
        assert footer is not None
        assert footer.right is not None
        assert footer.right.text == "Page &P / &N"
        assert not a3 or sheet.page_setup.orientation == "landscape"
        assert not a3 or sheet.print_title_rows == "$4:$5"
        assert not a3 or ":$L$" in sheet.print_area  # the base and the marks do not print


def test_every_sheet_shows_the_master_check_under_its_frozen_title(workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        assert str(sheet["A1"].value)
        assert str(sheet["A3"].value).startswith("="), sheet.title
        assert int(re.sub(r"\D", "", str(sheet.freeze_panes))) > 3


def test_charts_have_titles_and_alt_text(shipped: Built) -> None:
    with ZipFile(shipped.path) as archive:
        drawings = [archive.read(n).decode() for n in archive.namelist() if "drawings/drawing" in n]
        charts = [archive.read(n).decode() for n in archive.namelist() if "charts/chart" in n]
    alts = [
        alt
        for drawing in drawings
        for alt in re.findall(r'<xdr:cNvPr [^>]*descr="([^"]+)"', drawing)
    ]
    assert len(alts) == len(charts) == 4
    assert all("PLAN D" in alt for alt in alts)
    assert all("<c:title>" in chart for chart in charts)
