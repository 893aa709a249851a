"""What stands around the cells: cases that the shipped workbook does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import WorkbookRefusedError
from generator.reader import open_workbook
from generator.reader.opened import OpenedSheet, Rectangle
from tests.reader.archives import relations, sheet_xml, small_parts, write_archive

LAST_ROW, LAST_COL = 1_048_575, 16_383


def read(folder: Path, rows: str = "", **more: str) -> OpenedSheet:
    """Return the sheet with this XML around its rows; `names` are the book's, `links` its own."""
    sheet = sheet_xml(rows, more.get("before", ""), more.get("after", ""))
    names = f"<definedNames>{more.get('names', '')}</definedNames>"
    parts = small_parts(sheet, names=names)
    if "links" in more:
        parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations(more["links"])
    return open_workbook(write_archive(folder / "petit.xlsx", parts)).sheets[0]


def test_nothing_around_the_cells(tmp_path: Path) -> None:
    sheet = read(tmp_path)
    assert (sheet.cells, sheet.merged, sheet.frozen, sheet.protection) == ({}, (), None, None)
    assert (sheet.page.paper, sheet.page.fit_width, sheet.page.area) == (0, None, None)


@pytest.mark.parametrize(
    ("view", "frozen"),
    [
        ('<pane xSplit="2" ySplit="5" topLeftCell="C6" state="frozen"/>', (5, 2)),
        ('<pane ySplit="3" topLeftCell="A90" state="frozen"/>', (3, 0)),  # scrolled down
        ('<pane xSplit="1" state="frozenSplit"/>', (0, 1)),
        ('<pane xSplit="1200" ySplit="900" topLeftCell="C6"/>', None),  # split, not frozen
        ("", None),
    ],
)
def test_panes(tmp_path: Path, view: str, frozen: tuple[int, int] | None) -> None:
    views = f'<sheetViews><sheetView workbookViewId="0">{view}</sheetView></sheetViews>'
    assert read(tmp_path, before=views).frozen == frozen


def test_a_pane_frozen_below_the_first_rows(tmp_path: Path) -> None:
    pane = '<pane ySplit="2" topLeftCell="A30" state="frozen"/>'
    views = f'<sheetViews><sheetView topLeftCell="A11">{pane}</sheetView></sheetViews>'
    assert read(tmp_path, before=views).frozen == (12, 0)


def test_columns(tmp_path: Path) -> None:
    columns = (
        '<cols><col min="1" max="2" width="10.5" customWidth="1"/><col min="3" max="3" width="9"/>'
        '<col min="4" max="4" width="0" hidden="1" customWidth="1"/>'
        '<col min="999" max="16384" width="3" hidden="1" customWidth="true"/></cols>'
    )
    sheet = read(tmp_path, before=columns)
    assert sheet.widths == {0: 10.5, 1: 10.5, 3: 0.0, 998: 3.0, 999: 3.0}
    assert sheet.hidden_columns == {3, 998, 999}


ROWS = (
    '<row r="1"/><row r="2" hidden="1"/><row r="5" ht="30.5"/><row r="6" hidden="true"/>'
    '<row r="7" hidden="0"/><row r="20" hidden="1"/>'
)


def test_hidden_rows(tmp_path: Path) -> None:
    sheet = read(tmp_path, ROWS)
    assert (sheet.hidden_rows, sheet.filtered_rows) == (frozenset({1, 5, 19}), frozenset())
    assert sheet.heights == {4: 30.5}


def test_rows_that_a_filter_hides(tmp_path: Path) -> None:
    column = '<filterColumn colId="0"><filters><filter val="a"/></filters></filterColumn>'
    sheet = read(tmp_path, ROWS, after=f'<autoFilter ref="A4:F10">{column}</autoFilter>')
    assert (sheet.hidden_rows, sheet.filtered_rows) == (frozenset({1, 19}), frozenset({5}))


def test_a_filter_without_criteria_hides_nothing(tmp_path: Path) -> None:
    sheet = read(tmp_path, ROWS, after='<autoFilter ref="A4:F10"/>')
    assert (sheet.hidden_rows, sheet.filtered_rows) == (frozenset({1, 5, 19}), frozenset())


def test_a_saved_view_is_not_the_sheet(tmp_path: Path) -> None:
    view = (
        '<customSheetViews><customSheetView><pageSetup paperSize="1"/><headerFooter><oddFooter>x'
        '</oddFooter></headerFooter><autoFilter ref="A1:B9"><filterColumn colId="0"/></autoFilter>'
        "</customSheetView></customSheetViews>"
    )
    sheet = read(tmp_path, ROWS, after=view)
    assert (sheet.page.paper, sheet.page.footer, sheet.filtered_rows) == (0, "", frozenset())


@pytest.mark.parametrize(
    ("attributes", "allowed", "password"),
    [
        ('sheet="1"', {"selectLockedCells", "selectUnlockedCells", "objects", "scenarios"}, False),
        (
            'sheet="true" objects="1" scenarios="1" sort="0" selectLockedCells="1"',
            {"sort", "selectUnlockedCells"},
            False,
        ),
        (
            'sheet="1" objects="1" scenarios="1" password="CC1A"',
            {"selectLockedCells", "selectUnlockedCells"},
            True,
        ),
        (
            'sheet="1" objects="1" scenarios="1" algorithmName="SHA-512" hashValue="eA=="',
            {"selectLockedCells", "selectUnlockedCells"},
            True,
        ),
    ],
)
def test_protection(tmp_path: Path, attributes: str, allowed: set[str], password: bool) -> None:
    protection = read(tmp_path, after=f"<sheetProtection {attributes}/>").protection
    assert protection is not None
    assert protection.get("password", False) == password
    assert {word for word in protection if protection[word]} - {"password"} == allowed
    assert len(protection) == 15 + password


@pytest.mark.parametrize("attributes", ["", 'sheet="0" password="CC1A"'])
def test_a_sheet_that_is_not_protected(tmp_path: Path, attributes: str) -> None:
    assert read(tmp_path, after=f"<sheetProtection {attributes}/>").protection is None


def test_merged_cells(tmp_path: Path) -> None:
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:C3"/></mergeCells>'
    assert read(tmp_path, after=merges).merged == ((0, 0, LAST_ROW, LAST_COL), (1, 1, 2, 2))


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Feuil1!$A$1:$B$9", (0, 0, 8, 1)),
        ("'Feuil1'!A1:B9", (0, 0, 8, 1)),
        ("Feuil1!$A:$B", (0, 0, LAST_ROW, 1)),
        ("Feuil1!$A$1:$B$9,Feuil1!$D$1:$E$9", (0, 0, 8, 1)),
        ("#REF!", None),
        ("#REF!$A$1:$B$9", None),
        ("", None),
    ],
)
def test_a_print_area(tmp_path: Path, text: str, area: Rectangle | None) -> None:
    name = f'<definedName name="_xlnm.Print_Area" localSheetId="0">{text}</definedName>'
    assert read(tmp_path, names=name).page.area == area


@pytest.mark.parametrize("name", ["_xlnm.Print_Titles", "Print_Titles"])
@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Feuil1!$4:$5", (3, 4)),
        ("Feuil1!$A:$B,Feuil1!$4:$5", (3, 4)),
        ("'L''an, deux'!$A:$B,'L''an, deux'!$4:$4", (3, 3)),
        ("Feuil1!$A$4:$XFD$5", (3, 4)),
        ("Feuil1!$A:$B", None),
    ],
)
def test_repeated_rows(tmp_path: Path, name: str, text: str, rows: tuple[int, int] | None) -> None:
    names = f'<definedName name="{name}" localSheetId="0">{text}</definedName>'
    assert read(tmp_path, names=names).page.repeat_rows == rows


def test_pages(tmp_path: Path) -> None:
    fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    page = '<pageSetup paperSize="9" orientation="portrait" fitToHeight="0"/>'
    sheet = read(tmp_path, before=fit, after=page)
    assert (sheet.page.paper, sheet.page.landscape) == (9, False)
    assert (sheet.page.fit_width, sheet.page.fit_height) == (1, 0)


@pytest.mark.parametrize(
    ("link", "target", "place"),
    [
        ("<hyperlink ref='B2' location=\"'Axe I'!A1\"/>", "", ("'Axe I'!A1", "")),
        ('<hyperlink ref="B2:C9" r:id="rId1"/>', "https://x.ci/a", ("", "https://x.ci/a")),
        (
            '<hyperlink ref="B2" r:id="rId1" location="b"/>',
            "https://x.ci/",
            ("", "https://x.ci/#b"),
        ),
        ('<hyperlink ref="B2" r:id="rId1"/>', "#Synthese!A1", ("Synthese!A1", "")),
        ('<hyperlink ref="B2"/>', "", ("", "")),
    ],
)
def test_links(tmp_path: Path, link: str, target: str, place: tuple[str, str]) -> None:
    after = f"<hyperlinks>{link}</hyperlinks>"
    (found,) = read(tmp_path, after=after, links=f"hyperlink {target or 'x'}").links
    assert (found.cell, (found.inside, found.outside)) == ((1, 1), place)


def test_validations_that_do_not_stop(tmp_path: Path) -> None:
    items = "".join(
        f'<dataValidation type="list" sqref="A1" {more}><formula1>"a,b"</formula1></dataValidation>'
        for more in ("", 'showErrorMessage="1"', 'showErrorMessage="1" errorStyle="warning"')
    )
    found = read(tmp_path, after=f"<dataValidations>{items}</dataValidations>").validations
    assert [item.stops for item in found] == [False, True, False]
    assert {(item.kind, item.first, item.second) for item in found} == {("list", '"a,b"', "")}


@pytest.mark.parametrize(
    "after",
    [
        '<mergeCells><mergeCell ref="A0"/></mergeCells>',
        '<mergeCells><mergeCell ref="B1:A1"/></mergeCells>',
        '<dataValidations><dataValidation sqref="Z"/></dataValidations>',
        '<pageSetup paperSize="A4"/>',
        '<hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks>',
        '<drawing r:id="rId9"/>',
    ],
)
def test_what_cannot_be_understood_is_refused(tmp_path: Path, after: str) -> None:
    with pytest.raises(WorkbookRefusedError):
        read(tmp_path, after=after)
