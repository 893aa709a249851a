"""What one cell stores, in every form that the format has, and what is read of it."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from generator.errors import WorkbookRefusedError
from generator.model.values import ErrorValue, Value
from generator.reader import open_workbook
from generator.reader.opened import CellAddress, OpenedCell
from tests.reader.archives import HEAD, SPACES, sheet_xml, small_parts, write_archive

STRINGS = (
    f"{HEAD}<sst {SPACES}><si><t>un</t></si>"
    '<si><r><rPr><b/></rPr><t>de</t></r><r><t xml:space="preserve">ux </t></r>'
    '<rPh sb="0" eb="1"><t>non</t></rPh></si><si><t/></si></sst>'
)
DATES = (
    f"{HEAD}<styleSheet {SPACES}>"
    '<numFmts><numFmt numFmtId="164" formatCode="jj/mm/aaaa"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)


def read(folder: Path, rows: str) -> dict[CellAddress, OpenedCell]:
    """Return the cells of a sheet that has these rows."""
    parts = small_parts(sheet_xml(rows), strings=STRINGS, styles=DATES)
    path = write_archive(folder / "petit.xlsx", parts)
    return dict(open_workbook(path).sheets[0].cells)


def read_one(folder: Path, cell: str) -> OpenedCell:
    """Return the one cell that is written so in A1."""
    return read(folder, f'<row r="1">{cell}</row>')[0, 0]


@pytest.mark.parametrize(
    ("attributes", "content", "value"),
    [
        ("", "<v>37500000</v>", 37_500_000),
        ('t="n"', "<v>37500000</v>", 37_500_000),
        ("", "<v> 12\n</v>", 12),
        ("", "<v>3.75E7</v>", 37_500_000),
        ("", "<v>0.22</v>", 0.22),
        ("", "<v>0.219999999999999999999</v>", 0.22),  # as Gnumeric writes it
        ("", "<v>-5</v>", -5),
        ("", "<v>-0.0</v>", 0),
        ("", "<v>999999999999999</v>", 999_999_999_999_999),
        ("", "<v>1e308</v>", 1e308),
        ("", "<v>-INF</v>", -math.inf),
        ("", "<v/>", None),
        ('t="n"', "<v> </v>", None),
        ('s="1"', "<v>37500000</v>", 37_500_000),  # as a date, beyond the last one
        ('s="1"', "<v>45000</v>", 45_000),
        ('s="2"', "<v>45000.5</v>", 45_000.5),
        ('t="b"', "<v>1</v>", True),
        ('t="b"', "<v>false</v>", False),
        ('t="e"', "<v>#N/A</v>", ErrorValue("#N/A")),
        ('t="s"', "<v>0</v>", "un"),
        ('t="s"', "<v>1</v>", "deux "),
        ('t="s"', "<v>2</v>", ""),
        ('t="s"', "<v/>", None),
        ('t="str"', "<v></v>", ""),
        ('t="str"', "<v>1-2</v>", "1-2"),
        ('t="d"', "<v>2016-01-31</v>", "2016-01-31"),
        ('t="inlineStr"', '<is><t xml:space="preserve"> a </t></is>', " a "),
        ('t="inlineStr"', "<is><r><t>a</t></r><r><t>b</t></r></is>", "ab"),
        ('t="inlineStr"', "<is/>", ""),
        ('t="inlineStr"', "", None),
        ('s="2"', "", None),
    ],
)
def test_a_value(tmp_path: Path, attributes: str, content: str, value: Value) -> None:
    cell = read_one(tmp_path, f'<c r="A1" {attributes}>{content}</c>')
    assert (cell.value, type(cell.value)) == (value, type(value))
    assert (cell.formula, cell.kind) == (None, "normal")


def test_no_number_is_none(tmp_path: Path) -> None:
    value = read_one(tmp_path, '<c r="A1"><v>NaN</v></c>').value
    assert isinstance(value, float)
    assert math.isnan(value)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a_x000D_b", "a\nb"),
        ("a_x000D__x000A_b", "a\nb"),
        ("a_x000d_\nb", "a\nb"),
        ("a&#13;&#10;b&#13;c", "a\nb\nc"),
        ("a\r\nb", "a\nb"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x00E9_t_x00e9_", "été"),
        ("_xD83D__xDE00_", "\U0001f600"),
        ("_xD83D_", "\ufffd"),
        ("a_b _x12_ _xyz_", "a_b _x12_ _xyz_"),
        ("&lt;&amp;&quot;&gt; \U0001f600 سلام", '<&"> \U0001f600 سلام'),
        ("NA", "NA"),
        ("=1+1", "=1+1"),
        ("http://exemple.ci/a b", "http://exemple.ci/a b"),
        ("e\u0301", "e\u0301"),
    ],
)
@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="str"><v>{}</v></c>',
        '<c r="A1" t="inlineStr"><is><t>{}</t></is></c>',
        '<c r="A1" t="inlineStr"><is><r><t>{}</t></r></is></c>',
    ],
)
def test_a_text(tmp_path: Path, cell: str, written: str, text: str) -> None:
    assert read_one(tmp_path, cell.format(written)).value == text


@pytest.mark.parametrize(
    ("content", "formula", "value", "kind"),
    [
        ("<f>A2+1</f><v>2</v>", "A2+1", 2, "normal"),
        ("<f>=A2+1</f><v>2</v>", "A2+1", 2, "normal"),
        ("<f>A2+1</f><v></v>", "A2+1", None, "normal"),
        ("<f>A2+1</f>", "A2+1", None, "normal"),
        ('<f aca="false">A2&amp;"&lt;"</f><v>3</v>', 'A2&"<"', 3, "normal"),
        ('<f t="array" ref="A1:A3">B1:B3*2</f><v>4</v>', "B1:B3*2", 4, "array"),
        ('<f t="dataTable" ref="A1:A3" dt2D="1" r1="B1" r2="B2"/><v>5</v>', None, 5, "table"),
        ("<f>A2&#13;&#10;+1</f><v>2</v>", "A2\n+1", 2, "normal"),
        ("<f/><v>2</v>", None, 2, "normal"),
    ],
)
def test_a_formula(
    tmp_path: Path, content: str, formula: str | None, value: Value, kind: str
) -> None:
    cell = read_one(tmp_path, f'<c r="A1">{content}</c>')
    assert (cell.formula, cell.value, cell.kind) == (formula, value, kind)


def test_a_formula_may_give_a_text_of_its_own(tmp_path: Path) -> None:
    cell = read_one(tmp_path, '<c r="A1" t="inlineStr"><f>B1</f><is><t>oui</t></is></c>')
    assert (cell.formula, cell.value) == ("B1", "oui")


def test_shared_formulas_are_unfolded(tmp_path: Path) -> None:
    rows = (
        '<row r="2"><c r="C2"><f t="shared" ref="C2:D3" si="0">A2*$B$1</f><v>1</v></c>'
        '<c r="D2"><f t="shared" si="0"/><v>2</v></c></row>'
        '<row r="3"><c r="C3"><f t="shared" si="0"/><v>3</v></c>'
        '<c r="D3"><f t="shared" si="0"></f><v>4</v></c></row>'
    )
    cells = read(tmp_path, rows)
    assert {address: (cell.formula, cell.value) for address, cell in cells.items()} == {
        (1, 2): ("A2*$B$1", 1),
        (1, 3): ("B2*$B$1", 2),
        (2, 2): ("A3*$B$1", 3),
        (2, 3): ("B3*$B$1", 4),
    }


def test_addresses_may_be_left_out(tmp_path: Path) -> None:
    rows = (
        "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>"
        '<row r="7"><c r="C7"><v>5</v></c><c><v>6</v></c></row><row><c><v>7</v></c></row>'
    )
    values = {address: cell.value for address, cell in read(tmp_path, rows).items()}
    assert values == {
        (0, 0): 1,
        (0, 1): None,
        (0, 2): 3,
        (1, 0): 4,
        (6, 2): 5,
        (6, 3): 6,
        (7, 0): 7,
    }


def test_the_last_cell_of_a_sheet(tmp_path: Path) -> None:
    cells = read(tmp_path, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert list(cells) == [(1_048_575, 16_383)]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1,5</v></c></row>',
        '<row r="1"><c r="A1"><v>1_000</v></c></row>',
        '<row r="1"><c r="A1"><v>٣٤</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>3</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
        '<row r="1"><c r="A1" t="b"><v>oui</v></c></row>',
        '<row r="1"><c r="A1" t="x"><v>1</v></c></row>',
        '<row r="1"><c r="A1" s="9"><v>1</v></c></row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        f'<row r="1"><c r="{"A" * 9999}1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><f t="shared" si="3"/></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"/></row>',
        '<row r="0"><c><v>1</v></c></row>',
        '<row r="1048577"><c><v>1</v></c></row>',
        f'<row r="{"9" * 9999}"><c><v>1</v></c></row>',
        '<row r="x"><c><v>1</v></c></row>',
    ],
)
def test_what_no_program_writes_is_refused(tmp_path: Path, rows: str) -> None:
    with pytest.raises(WorkbookRefusedError) as refused:
        read(tmp_path, rows)
    assert "feuille « Feuil1 »" in str(refused.value)


def test_a_look_without_styles(tmp_path: Path) -> None:
    path = write_archive(tmp_path / "nu.xlsx", small_parts(sheet_xml('<row><c s="7"/></row>')))
    (cell,) = open_workbook(path).sheets[0].cells.values()
    assert (cell.look.locked, cell.look.number_format, cell.look.fill) == (True, "General", "")
