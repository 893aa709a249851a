"""What the file carries besides its sheets, and what it says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.reader import open_workbook
from generator.reader.opened import OpenedDrawing, OpenedName, OpenedWorkbook
from tests.reader.archives import HEAD, SPACES, relations, sheet_xml, small_parts, write_archive

DRAWING_SPACES = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
BOOK = ("worksheet worksheets/sheet1.xml",)


def read(folder: Path, sheet: str = "", **parts: str) -> OpenedWorkbook:
    """Return a small workbook with more parts, `__` for the slashes of their names."""
    small = small_parts(sheet or sheet_xml())
    more = {name.replace("__", "/"): text for name, text in parts.items()}
    return open_workbook(write_archive(folder / "petit.xlsx", {**small, **more}))


@pytest.mark.parametrize(
    ("relation", "extra"),
    [
        ("http://schemas.microsoft.com/office/2006/relationships/vbaProject x.bin", "macros"),
        ("http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet m.xml", "macros"),
        ("externalLink externalLinks/externalLink1.xml", "external"),
        ("connections connections.xml", "connections"),
    ],
)
def test_what_no_copy_should_carry_is_named(tmp_path: Path, relation: str, extra: str) -> None:
    book = read(tmp_path, **{"xl___rels__workbook.xml.rels": relations(*BOOK, relation)})
    assert book.extras == {extra}
    assert len(book.notes) == 1


def test_queries_hang_on_sheets(tmp_path: Path) -> None:
    more = relations("queryTable ../queryTables/queryTable1.xml")
    book = read(tmp_path, **{"xl__worksheets___rels__sheet1.xml.rels": more})
    assert (book.extras, len(book.notes)) == (frozenset({"queries"}), 1)


def test_a_macro_part_that_nothing_leads_to(tmp_path: Path) -> None:
    book = read(tmp_path, **{"xl__vbaProject.bin": "x"})
    assert book.extras == {"macros"}
    assert book.notes == (
        "Le classeur contient des macros : elles n'ont été ni lues, ni exécutées.",
    )


def test_names(tmp_path: Path) -> None:
    names = (
        '<definedNames><definedName name="Total">Feuil1!$B$2</definedName>'
        '<definedName name="Local" localSheetId="0" hidden="1">=Feuil1!$B$3</definedName>'
        '<definedName name="Perdu" localSheetId="9">Feuil1!$B$3</definedName>'
        '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Feuil1!$A$1'
        "</definedName></definedNames>"
    )
    parts = small_parts(sheet_xml(), names=names)
    book = open_workbook(write_archive(tmp_path / "noms.xlsx", parts))
    assert book.names == (
        OpenedName("Total", "Feuil1!$B$2", "", hidden=False),
        OpenedName("Local", "Feuil1!$B$3", "Feuil1", hidden=True),
    )


def test_states_and_order_of_sheets(tmp_path: Path) -> None:
    sheets = (
        '<sheets><sheet name="L\'été &amp; co" sheetId="7" r:id="rId2"/>'
        '<sheet name="Cachée" sheetId="2" state="hidden" r:id="rId1"/>'
        '<sheet name="Graphique" sheetId="3" state="veryHidden" r:id="rId3"/></sheets>'
    )
    book = read(
        tmp_path,
        **{
            "xl__workbook.xml": f"{HEAD}<workbook {SPACES}>{sheets}</workbook>",
            "xl___rels__workbook.xml.rels": relations(
                *BOOK, "worksheet worksheets/sheet2.xml", "chartsheet chartsheets/sheet1.xml"
            ),
            "xl__worksheets__sheet2.xml": sheet_xml('<row r="1"><c r="A1"><v>2</v></c></row>'),
            "xl__chartsheets__sheet1.xml": f"{HEAD}<chartsheet {SPACES}/>",
        },
    )
    assert [(sheet.name, sheet.state, len(sheet.cells)) for sheet in book.sheets] == [
        ("L'été & co", "visible", 1),
        ("Cachée", "hidden", 0),
        ("Graphique", "veryHidden", 0),
    ]


def test_properties(tmp_path: Path) -> None:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/"
    book = read(
        tmp_path,
        **{
            "_rels__.rels": relations(
                "officeDocument xl/workbook.xml",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                "core-properties docProps/core.xml",
                "extended-properties docProps/app.xml",
                "custom-properties docProps/custom.xml",
            ),
            "docProps__core.xml": '<p xmlns:dc="dc"><dc:title>Plan</dc:title><dc:creator/></p>',
            "docProps__app.xml": (
                f'<Properties xmlns="{kinds}extended-properties"><Application>Microsoft Excel'
                "</Application><Company>CNLTP</Company><Lines>3</Lines></Properties>"
            ),
            "docProps__custom.xml": (
                f'<Properties xmlns="{kinds}custom-properties" xmlns:vt="{kinds}docPropsVTypes">'
                '<property name="format"><vt:lpwstr>1</vt:lpwstr></property>'
                '<property name="nombre">\n  <vt:i4>94</vt:i4>\n</property></Properties>'
            ),
        },
    )
    assert book.application == "Microsoft Excel"
    assert book.properties == {"title": "Plan", "Company": "CNLTP"}
    assert book.custom == {"format": "1", "nombre": "94"}


def drawing(item: str) -> str:
    return (
        f"{HEAD}<xdr:wsDr {DRAWING_SPACES}><xdr:twoCellAnchor>{item}</xdr:twoCellAnchor></xdr:wsDr>"
    )


FRAME = (
    '<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="G" descr="Dit tout"/>'
    '</xdr:nvGraphicFramePr><a:graphic><a:graphicData><c:chart r:id="rId1"/></a:graphicData>'
    "</a:graphic></xdr:graphicFrame>"
)
PICTURE = '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="I" descr="Logo"/></xdr:nvPicPr></xdr:pic>'
TYPED = (
    "<c:tx><c:rich><a:p><a:r><a:t>Coût </a:t></a:r><a:r><a:t>total</a:t></a:r></a:p></c:rich>"
    "</c:tx>"
)
TAKEN = (
    "<c:tx><c:strRef><c:f>A1</c:f><c:strCache><c:pt><c:v>Coût total</c:v></c:pt></c:strCache>"
    "</c:strRef></c:tx>"
)
EITHER = (
    f"<mc:AlternateContent><mc:Choice>{FRAME}</mc:Choice><mc:Fallback>{PICTURE}</mc:Fallback>"
    "</mc:AlternateContent>"
)


@pytest.mark.parametrize(
    ("item", "title", "wanted"),
    [
        (FRAME, f"<c:title>{TYPED}</c:title>", ("chart", "Coût total", "Dit tout")),
        (FRAME, f"<c:title>{TAKEN}</c:title>", ("chart", "Coût total", "Dit tout")),
        (FRAME, "", ("chart", "", "Dit tout")),
        (PICTURE, "", ("picture", "", "Logo")),
        (EITHER, "", ("chart", "", "Dit tout")),
    ],
)
def test_drawings(tmp_path: Path, item: str, title: str, wanted: tuple[str, str, str]) -> None:
    chart = f"{HEAD}<c:chartSpace {DRAWING_SPACES}><c:chart>{title}</c:chart></c:chartSpace>"
    book = read(
        tmp_path,
        sheet_xml(after='<drawing r:id="rId1"/>'),
        **{
            "xl__worksheets___rels__sheet1.xml.rels": relations("drawing ../drawings/d.xml"),
            "xl__drawings__d.xml": drawing(item),
            "xl__drawings___rels__d.xml.rels": relations("chart ../charts/c.xml"),
            "xl__charts__c.xml": chart,
        },
    )
    assert book.sheets[0].drawings == (OpenedDrawing(*wanted),)
