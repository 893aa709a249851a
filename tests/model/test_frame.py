"""What stands around the cells, as openpyxl reads it from the file."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.compute import compute
from generator.model.formula import ZERO, Binary, Call, Name, Ref, equal
from generator.model.grid import (
    Cell,
    Chart,
    Column,
    Highlight,
    Link,
    Page,
    Series,
    Sheet,
    Validation,
)
from generator.writer import render
from tests.model.small import block, make_book, make_sheet, ref, set_height

AXIS, OTHER = "L'axe d'été", "Paramètres"


def axis() -> Sheet:
    """Return a sheet with everything that may stand around its cells."""
    cells = {"A1": "Titre", "A2": "code", "B2": "montant", "C2": "2017"}
    cells |= {"A3": "I-1", "A4": "I-2", "A5": "I-3"}
    sheet = make_sheet(
        AXIS,
        {
            **cells,
            **{f"B{row}": Cell(row * 10, "money.input") for row in (3, 4, 5)},
            **{f"C{row}": Cell(row * 100, "money.input") for row in (3, 4, 5)},
            "D3": Cell("long " * 60, "text"),
            "D6": Cell(ref("B3") + ref("C3"), "money"),
        },
        columns=(Column("A", 19), Column("B", 14.5), Column("C", 14.5), Column("D", 58)),
        page=Page("A3", block("A1:C5"), repeat_rows=("1", "2")),
        frozen=("3", "B"),
        tab="#1F5C3F",
    )
    set_height(sheet, "1", 24)
    sheet.filtered = block("A2:C5")
    sheet.validations += [
        Validation((block("B3:C4"), block("B5:C5")), "amount", "Montant", "Francs", "Entier"),
        Validation((block("D3:D3"),), "text", "Texte", "Court", "Trop long", limit=2000),
        Validation(
            (block("A3:A3"),), "list", "Choix", "Au choix", "Inconnu",
            choices=(ref("A1", OTHER), ref("A2", OTHER)),
        ),
        Validation((block("A4:A4"),), "share", "Part", "De 0 à 1", "Hors limites"),
    ]  # fmt: skip
    changed = Binary("<>", Ref("B"), Ref("C"))
    sheet.highlights += [
        Highlight(block("B3:C5"), changed, "changed"),
        Highlight(block("A1:A1"), Binary("<>", Name("Controle"), ZERO), "alarm"),
        Highlight(block("A2:A2"), equal(ref("A1", OTHER), ZERO), "alert"),
    ]
    sheet.links += [
        Link("1", "A", ref("A2", OTHER), "Aller"),
        Link("2", "A", ref("A5"), "Plus bas"),
    ]
    return sheet


def other() -> Sheet:
    return make_sheet(
        OTHER,
        {"A1": "un", "A2": "deux", "B1": 1},
        page=Page("A4", block("A1:B2"), landscape=False, tall=1),
    )


@pytest.fixture(scope="module")
def content() -> bytes:
    names = {"Controle": ref("B1", OTHER), "Part_Etat": ref("B3", AXIS)}
    return render(compute(make_book([axis(), other()], names)))


@pytest.fixture(scope="module")
def workbook(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def sheet(workbook: Workbook) -> Worksheet:
    found = workbook[AXIS]
    assert isinstance(found, Worksheet)
    return found


def test_sheets_in_order(workbook: Workbook) -> None:
    assert workbook.sheetnames == [AXIS, OTHER]
    assert {one.sheet_state for one in workbook.worksheets} == {"visible"}


def test_protection_without_password(sheet: Worksheet) -> None:
    """In the file a 0 allows: filtering, formatting of columns and rows, selecting."""
    protection = sheet.protection
    assert protection.sheet
    assert protection.password is None
    allowed = {"formatColumns", "formatRows", "autoFilter", "selectLockedCells"}
    allowed |= {"selectUnlockedCells"}
    denied = {"formatCells", "insertRows", "insertColumns", "deleteRows", "deleteColumns", "sort"}
    denied |= {"insertHyperlinks", "pivotTables"}
    assert {name for name in allowed | denied if not getattr(protection, name)} == allowed


def test_only_inputs_are_unlocked(sheet: Worksheet) -> None:
    unlocked = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    assert unlocked == {"B3", "C3", "B4", "C4", "B5", "C5"}


def test_panes_filter_and_tab(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == "B3"
    assert sheet.auto_filter.ref == "A2:C5"
    tab = sheet.sheet_properties.tabColor
    assert tab is not None
    assert tab.rgb == "FF1F5C3F"
    assert sheet.sheet_view.showGridLines is False


def test_columns_and_rows(sheet: Worksheet) -> None:
    """A width in characters is the pixels of so many digits, and five more."""
    assert sheet.column_dimensions["A"].width == pytest.approx(19 + 5 / 7, abs=0.01)
    assert sheet.column_dimensions["D"].width == pytest.approx(58 + 5 / 7, abs=0.01)
    assert sheet.row_dimensions[1].height == 24
    assert sheet.row_dimensions[2].height is None
    assert sheet.row_dimensions[3].height > 5 * 12


def test_printing(workbook: Workbook, sheet: Worksheet) -> None:
    assert sheet.page_setup.paperSize == 8  # A3
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    fit = sheet.sheet_properties.pageSetUpPr
    assert fit is not None
    assert fit.fitToPage
    assert sheet.print_area == "'L''axe d''été'!$A$1:$C$5"
    assert sheet.print_title_rows == "$1:$2"
    small = workbook[OTHER]
    assert small.page_setup.paperSize == 9  # A4
    assert small.page_setup.orientation == "portrait"
    assert small.print_title_rows is None


def test_footer(content: bytes) -> None:
    xml = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    footer = re.search("<oddFooter>(.*)</oddFooter>", xml)
    assert footer
    assert [
        mark for mark in ("&amp;F", "&amp;A", "&amp;P", "&amp;N") if mark not in footer[1]
    ] == []


def test_names(workbook: Workbook) -> None:
    found = {name: one.attr_text for name, one in workbook.defined_names.items()}
    assert found == {"Controle": "'Paramètres'!$B$1", "Part_Etat": "'L''axe d''été'!$B$3"}


def test_links(sheet: Worksheet) -> None:
    links = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    found = {link.ref: (link.location, link.tooltip) for link in links}
    assert found == {
        "A1": ("'Paramètres'!A2", "Aller"),
        "A2": ("'L''axe d''été'!A5", "Plus bas"),
    }
    assert sheet["A1"].value == "Titre"


def test_validations(sheet: Worksheet) -> None:
    found = {one.promptTitle: one for one in sheet.data_validations.dataValidation}
    amount = found["Montant"]
    assert str(amount.sqref) == "B3:C4 B5:C5"
    assert (amount.type, amount.operator) == ("whole", None)
    assert (amount.formula1, amount.formula2) == ("0", "999999999999999")
    assert (amount.prompt, amount.error, amount.errorTitle) == ("Francs", "Entier", "Montant")
    assert amount.allow_blank
    assert (found["Texte"].type, found["Texte"].formula1) == ("textLength", "2000")
    assert (found["Choix"].type, found["Choix"].formula1) == ("list", "'Paramètres'!$A$1:$A$2")
    assert (found["Part"].type, found["Part"].formula2) == ("decimal", "1")


def test_highlights(sheet: Worksheet) -> None:
    found = {
        str(area.sqref): [(rule.type, rule.formula) for rule in area.rules]
        for area in sheet.conditional_formatting
    }
    assert found == {
        "B3:C5": [("expression", ["B3<>C3"])],
        "A1": [("expression", ["Controle<>0"])],
        "A2": [("expression", ["'Paramètres'!A1=0"])],
    }


def test_remarks_that_do_not_apply_are_off(content: bytes) -> None:
    xml = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert '<ignoredError sqref="A1:D6" numberStoredAsText="1"/>' in xml
    assert '<ignoredError sqref="A1:D6" formulaRange="1"/>' in xml


def series(col: str, colour: str) -> Series:
    return Series(ref(f"{col}2", AXIS), (ref("A3", AXIS), ref("A5", AXIS)),
                  (ref(f"{col}3", AXIS), ref(f"{col}5", AXIS)), (colour,))  # fmt: skip


@pytest.mark.parametrize("kind", ["share", "stacked"])
def test_charts_carry_their_values_and_an_alternative_text(kind: str) -> None:
    drawn = axis()
    whole = series("C", "#000000") if kind == "stacked" else None
    drawn.charts.append(
        Chart(kind, "Coût", (series("B", "#1F5C3F"),), ("6", "A"), (600, 300), "Un dessin",  # type: ignore[arg-type] # one of the two
              "millions", whole, 5)
    )  # fmt: skip
    names = {"Controle": ref("B1", OTHER)}
    archive = zipfile.ZipFile(io.BytesIO(render(compute(make_book([drawn, other()], names)))))
    xml = archive.read("xl/charts/chart1.xml").decode()
    assert "<c:f>'L''axe d''été'!$B$3:$B$5</c:f>" in xml
    assert re.findall("<c:v>([^<]*)</c:v>", xml)[:7] == [
        "montant", "I-1", "I-2", "I-3", "30", "40", "50",
    ]  # fmt: skip
    assert ("lineChart" in xml) == (kind == "stacked")
    assert 'descr="Un dessin"' in archive.read("xl/drawings/drawing1.xml").decode()


def test_a_function_in_a_condition_needs_a_twin_too() -> None:
    sheet = axis()
    sheet.highlights.append(Highlight(block("B4:C5"), Call("ISEVEN", (Ref(),)), "changed"))
    with pytest.raises(Exception, match=r"'L''axe d''été'!B4 : « ISEVEN"):
        render(compute(make_book([sheet, other()], {"Controle": ref("B1", OTHER)})))
