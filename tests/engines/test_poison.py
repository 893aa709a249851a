"""Every formula is poisoned and nothing else is touched."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from tests.engines.poison import NUMBER, TEXT, _poison_sheet, poison
from tests.engines.sample import EXPECTED, FORMULAS, write_sample
from tests.engines.stored import formula_cells, stored_values


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    source, target = write_sample(tmp_path / "sample.xlsx"), tmp_path / "poisoned.xlsx"
    assert poison(source, target) == 1 + len(FORMULAS)
    return source, target


def test_openpyxl_sees_poison_in_every_formula_and_nowhere_else(pair: tuple[Path, Path]) -> None:
    source, target = pair
    formulas = formula_cells(source)
    for sheet in openpyxl.load_workbook(target, data_only=True).worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            if cell.coordinate in formulas[sheet.title]:
                assert cell.value in (float(NUMBER), TEXT, False)
            else:
                assert cell.value == EXPECTED[sheet.title][cell.coordinate]


def test_each_kind_of_value_has_its_poison(pair: tuple[Path, Path]) -> None:
    values = stored_values(pair[1])["Synthèse"]
    assert [values[f"A{row}"] for row in (1, 5, 7, 10, 11)] == [
        float(NUMBER),
        float(NUMBER),
        False,
        float(NUMBER),
        TEXT,
    ]


def test_formulas_and_all_other_parts_stay(pair: tuple[Path, Path]) -> None:
    source, target = map(openpyxl.load_workbook, pair)
    for before, after in zip(source.worksheets, target.worksheets, strict=True):
        assert list(before.values) == list(after.values)
    with ZipFile(pair[0]) as old, ZipFile(pair[1]) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]


@pytest.mark.parametrize(
    ("cell", "poisoned"),
    [
        ('<c r="A1"><f>1+1</f></c>', f'<c r="A1"><f>1+1</f><v>{NUMBER}</v></c>'),
        ('<c r="A1"><f>1+1</f><v/></c>', f'<c r="A1"><f>1+1</f><v>{NUMBER}</v></c>'),
        ('<c r="A1" t="b"><f>1=1</f><v>0</v></c>', '<c r="A1" t="b"><f>1=1</f><v>1</v></c>'),
        (
            '<c r="A1" t="s" s="2"><f t="shared" si="0"/><v>3</v></c>',
            f'<c r="A1" s="2" t="str"><f t="shared" si="0"/><v>{TEXT}</v></c>',
        ),
        (
            '<c r="A1" s="1"/><c r="B1">\n <f>A1</f>\n <v>1</v>\n</c>',
            f'<c r="A1" s="1"/><c r="B1"><f>A1</f><v>{NUMBER}</v></c>',
        ),
    ],
)
def test_cells_as_other_programs_write_them(cell: str, poisoned: str) -> None:
    around = '<cols><col min="1" max="2"/></cols><row r="1">{}<c r="C1"><v>5</v></c></row>'
    assert _poison_sheet(around.format(cell)) == (around.format(poisoned), 1)
