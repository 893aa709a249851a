"""Small files that would fill the memory: refused before they do."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from generator.errors import WorkbookRefusedError
from generator.reader import gate, limits, open_workbook, package
from tests.reader.archives import HEAD, SPACES, sheet_xml, small_parts, write_archive

MEGABYTE, GIGABYTE = 2**20, 2**30


def refusal(path: Path) -> str:
    """Return what the person is told; it must not take much memory to know it."""
    tracemalloc.start()
    try:
        with pytest.raises(WorkbookRefusedError) as refused:
            open_workbook(path)
        assert tracemalloc.get_traced_memory()[1] < 100 * MEGABYTE
    finally:
        tracemalloc.stop()
    return str(refused.value)


def with_sheet(path: Path, sheet: str, **more: str) -> Path:
    return write_archive(path, small_parts(sheet, **more))


def test_a_large_file(tmp_path: Path) -> None:
    path = tmp_path / "gros.xlsx"
    with path.open("wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.truncate(26 * MEGABYTE)
    assert "plus de 25 Mo" in refusal(path)


def test_a_part_that_grows_out_of_proportion(tmp_path: Path) -> None:
    spaces = sheet_xml(" " * (2 * MEGABYTE))
    assert "démesuré" in refusal(with_sheet(tmp_path / "a.xlsx", spaces))


@pytest.mark.slow
def test_a_part_of_one_gigabyte(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "a.xlsx", sheet_xml())
    with ZipFile(path, "a", ZIP_DEFLATED) as archive, archive.open("xl/a.xml", "w") as stream:
        for _ in range(GIGABYTE // (4 * MEGABYTE)):
            stream.write(bytes(4 * MEGABYTE))
    assert "démesuré" in refusal(path)


def test_too_much_in_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MAX_UNZIPPED", 1000)
    assert "démesuré une fois décompressé (en tout)" in refusal(
        with_sheet(tmp_path / "a.xlsx", sheet_xml("<row/>" * 200))
    )


def test_too_many_parts(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "a.xlsx", sheet_xml())
    with ZipFile(path, "a") as archive:
        for number in range(gate.MAX_PARTS):
            archive.writestr(f"a/{number}", "")
    assert "plus de 5000 parties" in refusal(path)


@pytest.mark.parametrize(
    "sheet",
    [
        sheet_xml(f'<row><c t="str"><v>{"a" * (2 * MEGABYTE)}</v></c></row>'),
        sheet_xml(f'<row a="{"a" * (2 * MEGABYTE)}"/>'),
        sheet_xml(f"<!--{'a' * (2 * MEGABYTE)}-->"),
    ],
)
def test_a_huge_token(tmp_path: Path, sheet: str) -> None:
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w", ZIP_STORED) as archive:  # so that it is not its ratio that tells
        for name, text in small_parts(sheet).items():
            archive.writestr(name, text)
    assert "démesuré" in refusal(path)


def test_too_many_tags(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_TAGS", 500)
    assert "démesuré" in refusal(with_sheet(tmp_path / "a.xlsx", sheet_xml("<row/>" * 501)))


FEW = dict(limits.MOST)
MERGE, LINK = '<mergeCell ref="A1"/>', '<hyperlink ref="A1"/>'
RULES = f'<conditionalFormatting sqref="{"A1 " * 50}"><cfRule/></conditionalFormatting>'
STRINGS = f"{HEAD}<sst {SPACES}>{'<si><t>a</t></si>' * 50}</sst>"
SHARED = '<row><c><f t="shared" ref="A1:A9" si="0">SUM(B1:B9)</f></c></row>' + (
    '<row><c><f t="shared" si="0"/></c></row>' * 50
)


@pytest.mark.parametrize(
    ("noun", "sheet"),
    [
        ("lignes", sheet_xml("<row/>" * 50)),
        ("cellules", sheet_xml(f"<row>{'<c/>' * 50}</row>")),
        ("caractères de formules partagées", sheet_xml(SHARED)),
        ("colonnes décrites", sheet_xml(before=f"<cols>{'<col/>' * 50}</cols>")),
        (
            "cellules fusionnées",
            sheet_xml(after=f"<mergeCells>{MERGE * 50}</mergeCells>"),
        ),
        (
            "zones de validation ou de mise en forme",
            sheet_xml(after=RULES),
        ),
        (
            "liens",
            sheet_xml(after=f"<hyperlinks>{LINK * 50}</hyperlinks>"),
        ),
        ("textes", sheet_xml()),
    ],
)
def test_too_many_of_one_thing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, noun: str, sheet: str
) -> None:
    path = with_sheet(tmp_path / "a.xlsx", sheet, strings=STRINGS)
    assert open_workbook(path).sheets
    monkeypatch.setitem(FEW, noun, 40)
    monkeypatch.setattr("generator.reader.Limits", lambda: limits.Limits(FEW))
    assert f"plus de 40 {noun}" in refusal(path)


def test_a_million_rows(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}" ht="{row % 97}"/>' for row in range(1, 500_001))
    path = with_sheet(tmp_path / "a.xlsx", sheet_xml(rows))
    with pytest.raises(WorkbookRefusedError, match="plus de 400 000 lignes"):
        open_workbook(path)


def test_what_a_far_or_wide_thing_costs(tmp_path: Path) -> None:
    """A giant merge, a far cell and a column without end are a few numbers."""
    sheet = sheet_xml(
        '<row r="1048576"><c r="XFD1048576"/></row>',
        before='<cols><col min="1" max="16384" hidden="1" width="9" customWidth="1"/></cols>',
        after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )
    path = with_sheet(tmp_path / "a.xlsx", sheet)
    tracemalloc.start()
    open_workbook(path)
    assert tracemalloc.get_traced_memory()[1] < 10 * MEGABYTE
    tracemalloc.stop()
