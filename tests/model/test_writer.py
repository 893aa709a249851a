"""The file says what the model says: same cells, same bytes, nothing altered on the way."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.compute import Computed, Spot, compute
from generator.model.formula import (
    ONE,
    ZERO,
    Binary,
    Const,
    Name,
    Node,
    Ref,
    call,
    cell_name,
    equal,
    total,
    when,
)
from generator.model.grid import Cell, Content
from generator.model.values import ErrorValue, Value
from generator.writer import render
from tests.engines.libreoffice import LibreOffice
from tests.model.small import area, make_book, make_sheet, ref
from tests.workbook.built import Built

TEXTS = (
    "&<>\"'",
    "deux\nlignes",
    "  espaces devant",
    "espaces derrière  ",
    "\ttabulation",
    "_x000D_",
    "_x000D_x000A_",
    "😀 مرحبا é",
    "=1+1",
    "{=1}",
    "+33",
    "@nom",
    "'apostrophe",
    "http://exemple.ci/a?b=1&c=2",
    "mailto:a@b.ci",
    "file://x",
    "internal:A1",
    "<r>x</r>",
    "<r><b/>x</r>",
    "<t>x</t>",
    "1.10",
    "NA",
    "",
    "x" * 32_767,
)
NUMBERS: tuple[Content, ...] = (
    0, 1, -37_500_000, 999_999_999_999_999, 0.22, 1e16, 1e-7, 1 / 3, 123456789.125, 1e300,
)  # fmt: skip
FORMULAS: tuple[Node, ...] = (
    total(area("B1:B3")),
    ref("B1", "L'axe d'été") + ONE,
    Name("Part_Etat") * Const(2),
    Binary("/", ONE, ZERO),
    call("MATCH", Const(99), area("B1:B3"), ZERO),
    equal(ref("B1"), ref("B1")),
    when(Binary("<>", ref("A1"), Const("a & b")), Const("é < è"), Const("> &")),
    Ref("Z"),
    Binary("&", Const(" devant"), Const(" derrière ")),
    Binary("&", ref("A2"), Const("")),
)
RESULTS: tuple[Value, ...] = (
    -37_499_999, 1, 0.44, ErrorValue("#DIV/0!"), ErrorValue("#N/A"), True, "é < è", 0,
    " devant derrière ", "deux\nlignes",
)  # fmt: skip


def special() -> Computed:
    """Return a book with every kind of cell."""
    cells: dict[str, Content | Cell] = {f"A{row}": text for row, text in enumerate(TEXTS, 1)}
    cells |= {f"B{row}": number for row, number in enumerate(NUMBERS, 1)}
    cells |= {f"C{row}": node for row, node in enumerate(FORMULAS, 1)}
    cells |= {"D1": True, "D2": False, "D3": None, "Z1": Cell(None, "money.input")}
    cells["AB2"] = Cell(7, "money.input")
    other = make_sheet("L'axe d'été", {"B1": 0, "B2": 0.22})
    names = {"Part_Etat": ref("B2", "L'axe d'été"), "Un": ref("B2", "Synthèse")}
    return compute(make_book([make_sheet("Synthèse", cells), other], names))


@pytest.fixture(scope="module")
def book() -> Computed:
    return special()


@pytest.fixture(scope="module")
def content(book: Computed) -> bytes:
    return render(book)


def opened(content: bytes, *, values: bool) -> Worksheet:
    found = openpyxl.load_workbook(io.BytesIO(content), data_only=values).worksheets[0]
    assert isinstance(found, Worksheet)
    return found


def places(book: Computed) -> Iterator[tuple[str, Cell, Value]]:
    """Yield (address, cell, value) of every cell of the first sheet."""
    sheet = book.book.sheets[0]
    for row in sheet.rows:
        for key, cell in row.cells.items():
            yield f"{key}{row.key}", cell, book.at(ref(f"{key}{row.key}", sheet.name))


def unescaped(found: object) -> object:
    """Return a text as Excel reads it; openpyxl leaves `_x005F_` in formula results and inline."""
    return found.replace("_x005F_", "_") if isinstance(found, str) else found


def test_results_are_what_they_were_worked_out_to_be(book: Computed) -> None:
    found = tuple(book.at(ref(f"C{row}", "Synthèse")) for row in range(1, len(FORMULAS) + 1))
    assert found == RESULTS
    assert [type(value) for value in found] == [type(value) for value in RESULTS]


def test_openpyxl_reads_every_value_back(book: Computed, content: bytes) -> None:
    sheet = opened(content, values=True)
    for address, cell, value in places(book):
        found = unescaped(sheet[address].value)
        expected = value.code if isinstance(value, ErrorValue) else value
        if isinstance(cell.content, Node) and value == "":
            expected = None  # as openpyxl reads a formula's empty text
        assert (found, type(found)) == (expected, type(expected)), address


def test_openpyxl_reads_every_formula_back(book: Computed, content: bytes) -> None:
    sheet = opened(content, values=False)
    for address, cell, _ in places(book):
        found = sheet[address]
        if isinstance(cell.content, Node):
            _, row, col = Spot(book, 0, 0, 0).resolve(ref(address))
            assert found.value == "=" + cell.content.text(Spot(book, 0, row, col)), address
            assert found.data_type == "f", address
        else:
            assert unescaped(found.value) == cell.content, address
            assert found.data_type != "f" or isinstance(cell.content, str), address


def test_texts_that_look_like_formulas_are_stored_as_texts(content: bytes) -> None:
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    row = TEXTS.index("=1+1") + 1
    assert re.search(rf'<c r="A{row}" s="\d+" t="s"><v>\d+</v></c>', sheet)


def test_no_text_became_a_link(content: bytes) -> None:
    assert b"hyperlink" not in zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")


def test_libreoffice_reads_every_text(
    libreoffice: LibreOffice, content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "special.xlsx"
    path.write_bytes(content)
    sheet = libreoffice.recalculate(path)["Synthèse"]
    found = [sheet.get(f"A{row}", "") for row in range(1, len(TEXTS) + 1)]
    assert found == list(TEXTS)
    assert [sheet[f"B{row}"] for row in range(1, len(NUMBERS) + 1)] == list(NUMBERS)


@pytest.mark.parametrize(
    ("number", "text"),
    [(-0.0, "0"), (1e16, "1e+16"), (0.1, "0.1"), (5.0, "5.0"), (1e-7, "1e-07"), (True, "1")],
)
def test_numbers_as_text(number: float, text: str) -> None:
    content = render(compute(make_book([make_sheet("F", {"A1": number})])))
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert f"<v>{text}</v>" in sheet


# same input, same bytes


def test_two_renders_give_the_same_bytes(content: bytes) -> None:
    assert render(special()) == content


def other_process(program: str, **environment: str) -> bytes:
    """Return what a program writes, run by itself under another environment."""
    settings = {**os.environ, "PYTHONPATH": ".", **environment}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, env=settings, capture_output=True, check=True).stdout


@pytest.mark.slow
def test_another_process_gives_the_same_bytes(content: bytes) -> None:
    """Neither the order of sets, nor the clock, the time zone or the language is in the file."""
    program = (
        "import sys; from tests.model.test_writer import special;"
        "from generator.writer import render; sys.stdout.buffer.write(render(special()))"
    )
    found = other_process(program, PYTHONHASHSEED="1", TZ="Pacific/Auckland", LC_ALL="C")
    assert found == content


@pytest.mark.slow
def test_another_process_builds_the_same_plan(shipped: Built) -> None:
    program = (
        "import sys; from pathlib import Path; from generator.workbook import build_folder;"
        "sys.stdout.buffer.write(build_folder(Path('source'))[1])"
    )
    found = other_process(program, PYTHONHASHSEED="2", TZ="America/Lima")
    assert found == shipped.path.read_bytes()


def test_the_shipped_file_stores_the_models_values(shipped: Built) -> None:
    for place, sheet in enumerate(shipped.computed.book.sheets):
        stored = shipped.stored[sheet.name]
        for row, line in enumerate(sheet.rows):
            for key in line.cells:
                col = sheet.col_index[key]
                value = shipped.computed.value(place, row, col)
                assert stored.get(cell_name(row, col)) == value, (sheet.name, line.key, key)


def test_parts_of_the_file(content: bytes) -> None:
    """One order of the parts, one date for all, each once and deflated."""
    parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    assert [part.filename for part in parts] == [
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/workbook.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "docProps/custom.xml",
        "xl/theme/theme1.xml",
        "docProps/core.xml",
        "docProps/app.xml",
    ]
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
    assert {part.compress_type for part in parts} == {zipfile.ZIP_DEFLATED}


def test_properties(content: bytes) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    assert workbook.properties.title == "Essai"
    assert workbook.properties.created == datetime(2016, 1, 1)  # noqa: DTZ001 - as the file has it
    own = zipfile.ZipFile(io.BytesIO(content)).read("docProps/custom.xml").decode()
    assert 'name="plan"><vt:lpwstr>essai</vt:lpwstr>' in own
    assert workbook.calculation.fullCalcOnLoad


def test_dimension_is_the_rectangle_of_the_cells() -> None:
    sheet = make_sheet("F", {"B2": 1, "C3": 2})
    sheet.skip(50)
    content = render(compute(make_book([sheet])))
    xml = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert '<dimension ref="A2:C3"/>' in xml
    assert xml.count("<row ") == 2
