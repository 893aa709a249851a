"""Looks and colours: the tables against openpyxl's, and cases worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.styles.colors import COLOR_INDEX
from openpyxl.styles.numbers import BUILTIN_FORMATS

from generator.reader import open_workbook
from generator.reader.colours import PALETTE
from generator.reader.looks import BUILT_IN
from generator.reader.opened import Look, OpenedHighlight
from tests.reader.archives import HEAD, SPACES, sheet_xml, small_parts, write_archive

THEME = (
    f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/>'
    '</a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2>'
    '<a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
)


def styles(xf: str = "<xf/>", *, fill: str = "", font: str = "", more: str = "") -> str:
    """Return a styles part of one look."""
    fonts = f"<fonts><font>{font}</font></fonts>"
    fills = f'<fills><fill><patternFill patternType="solid">{fill}</patternFill></fill></fills>'
    return f"{HEAD}<styleSheet {SPACES}>{fonts}{fills}{more}<cellXfs>{xf}</cellXfs></styleSheet>"


def look(folder: Path, part: str) -> Look:
    """Return the look of a cell of the first style."""
    sheet = sheet_xml('<row><c s="0"/></row>')
    path = write_archive(folder / "look.xlsx", small_parts(sheet, styles=part, theme=THEME))
    return open_workbook(path).sheets[0].cells[0, 0].look


def test_the_tables_are_those_of_the_format() -> None:
    assert tuple(colour[2:] for colour in COLOR_INDEX[:64]) == PALETTE
    assert {key: BUILT_IN.get(key) for key in BUILTIN_FORMATS} == BUILTIN_FORMATS


@pytest.mark.parametrize(
    ("colour", "wanted"),
    [
        ('rgb="FF1F5C3F"', "1F5C3F"),
        ('rgb="00ffffff"', "FFFFFF"),
        ('rgb="1f5c3f"', "1F5C3F"),
        ('rgb="vert"', ""),
        ('theme="0"', "FFFFFF"),
        ('theme="1"', "000000"),
        ('theme="2"', "EEECE1"),
        ('theme="3"', "1F497D"),
        ('theme="4"', "4F81BD"),
        ('theme="9"', ""),
        ('theme="0" tint="-0.5"', "808080"),  # Excel's « Blanc, plus sombre 50 % »
        ('theme="1" tint="0.5"', "808080"),
        ('theme="4" tint="0.5999938962981048"', "B8CCE4"),  # Excel's « plus clair 60 % »
        ('theme="4" tint="-0.249977111117893"', "366092"),  # Excel's « plus sombre 25 % »
        ('indexed="10"', "FF0000"),
        ('indexed="64"', ""),
        ('auto="1"', ""),
        ("", ""),
    ],
)
def test_a_colour(tmp_path: Path, colour: str, wanted: str) -> None:
    found = look(tmp_path, styles(fill=f"<fgColor {colour}/>", font=f"<color {colour}/>"))
    assert all(
        abs(int(seen[place : place + 2], 16) - int(wanted[place : place + 2], 16)) <= 1
        for seen in (found.fill, found.colour)
        for place in range(0, len(wanted), 2)
    )
    assert len(found.fill) == len(found.colour) == len(wanted)


def test_the_files_own_palette(tmp_path: Path) -> None:
    own = '<colors><indexedColors><rgbColor rgb="00123456"/></indexedColors></colors>'
    part = styles(fill='<fgColor indexed="0"/>', more=own)
    assert look(tmp_path, part).fill == "123456"


@pytest.mark.parametrize(
    ("xf", "locked", "hidden"),
    [
        ("<xf/>", True, False),
        ('<xf><protection locked="0"/></xf>', False, False),
        ('<xf applyProtection="0"><protection locked="false" hidden="true"/></xf>', False, True),
    ],
)
def test_protection(tmp_path: Path, xf: str, locked: bool, hidden: bool) -> None:
    found = look(tmp_path, styles(xf))
    assert (found.locked, found.hidden_formula) == (locked, hidden)


@pytest.mark.parametrize(
    ("font", "bold", "size"),
    [
        ('<b/><sz val="10.5"/>', True, 10.5),
        ('<b val="true"/>', True, 11.0),
        ('<b val="0"/><sz val="16"/>', False, 16.0),
    ],
)
def test_a_font(tmp_path: Path, font: str, bold: bool, size: float) -> None:
    found = look(tmp_path, styles(font=font))
    assert (found.bold, found.size) == (bold, size)


@pytest.mark.parametrize(
    ("sides", "bordered"),
    [
        (
            "<left style='thin'/><right style='thin'/><top style='hair'/><bottom style='thin'/>",
            True,
        ),
        ("<start style='thin'/><end style='thin'/><top style='thin'/><bottom style='thin'/>", True),
        ("<left style='thin'/><right style='thin'/><top style='thin'/><bottom/>", False),
        (
            "<left style='none'/><right style='thin'/><top style='thin'/><bottom style='thin'/>",
            False,
        ),
    ],
)
def test_borders(tmp_path: Path, sides: str, bordered: bool) -> None:
    part = styles(more=f"<borders><border>{sides}</border></borders>")
    assert look(tmp_path, part).bordered == bordered


def test_number_formats(tmp_path: Path) -> None:
    assert look(tmp_path, styles('<xf numFmtId="3"/>')).number_format == "#,##0"
    assert look(tmp_path, styles('<xf numFmtId="999"/>')).number_format == "General"


@pytest.mark.parametrize(
    ("fill", "wanted"),
    [
        ('<patternFill><bgColor rgb="FFF9DEDC"/></patternFill>', "F9DEDC"),
        ('<patternFill patternType="solid"><fgColor rgb="FFF9DEDC"/></patternFill>', "F9DEDC"),
        (
            '<patternFill patternType="solid"><fgColor/><bgColor rgb="FFF9DEDC"/></patternFill>',
            "F9DEDC",
        ),
        ('<patternFill patternType="none"/>', ""),
    ],
)
def test_what_a_conditional_format_lays_over(tmp_path: Path, fill: str, wanted: str) -> None:
    part = styles(more=f"<dxfs><dxf><font><b/></font><fill>{fill}</fill></dxf></dxfs>")
    rule = '<cfRule type="expression" dxfId="0"><formula>A1&gt;0</formula></cfRule>'
    lost = '<cfRule type="cellIs" dxfId="7"><formula>1</formula><formula>2</formula></cfRule>'
    group = f'<conditionalFormatting sqref="A1:B2 D4">{rule}{lost}</conditionalFormatting>'
    parts = small_parts(sheet_xml(after=group), styles=part)
    sheet = open_workbook(write_archive(tmp_path / "cf.xlsx", parts)).sheets[0]
    areas = ((0, 0, 1, 1), (3, 3, 3, 3))
    assert sheet.highlights == (
        OpenedHighlight(areas, "expression", ("A1>0",), wanted, "", bold=True),
        OpenedHighlight(areas, "cellIs", ("1", "2"), "", "", bold=False),
    )
