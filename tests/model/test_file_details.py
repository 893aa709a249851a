"""Details of the file that openpyxl does not tell, read in its XML."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from generator.model.compute import compute
from generator.model.formula import ONE, ZERO, Binary, Const, Node, call, equal
from generator.model.grid import Content
from generator.writer import render
from tests.model.small import area, make_book, make_sheet


def part(name: str, content: Content) -> str:
    """Return a part of the file of a book that holds one cell."""
    book = compute(make_book([make_sheet("F", {"A1": content})]))
    return zipfile.ZipFile(io.BytesIO(render(book))).read(name).decode()


def cell(content: Content) -> str:
    """Return the XML of the cell."""
    found = re.search(r"<c .*?(/>|</c>)", part("xl/worksheets/sheet1.xml", content))
    assert found
    return found[0]


def test_programs_recalculate_when_they_open_the_file() -> None:
    found = re.search("<calcPr ([^>]*)/>", part("xl/workbook.xml", 1))
    assert found
    assert 'fullCalcOnLoad="1"' in found[1]
    assert "calcMode" not in found[1]  # as the format has it: automatic


@pytest.mark.parametrize(
    ("node", "kind", "value"),
    [
        (ONE + ONE, "", "2"),
        (ONE / Const(4), "", "0.25"),
        (equal(ONE, ONE), ' t="b"', "1"),
        (equal(ONE, ZERO), ' t="b"', "0"),
        (ONE / ZERO, ' t="e"', "#DIV/0!"),
        (call("MATCH", Const(9), area("B1:B2"), ZERO), ' t="e"', "#N/A"),
        (Binary("&", Const("a"), Const("<b>")), ' t="str"', "a&lt;b&gt;"),
    ],
)
def test_each_kind_of_result_has_its_type(node: Node, kind: str, value: str) -> None:
    cells: dict[str, Content] = {"A1": node, "B1": 1, "B2": 2}
    content = render(compute(make_book([make_sheet("F", cells)])))
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    found = re.search(r'<c r="A1" s="\d+"([^>]*)><f>.*?</f><v>(.*?)</v></c>', sheet)
    assert found
    assert (found[1], found[2]) == (kind, value)


def test_spaces_at_the_ends_are_kept() -> None:
    joined = Binary("&", Const(" a"), Const("b "))
    assert '<v xml:space="preserve"> ab </v>' in cell(joined)
    assert "<v>ab</v>" in cell(Binary("&", Const("a"), Const("b")))


def test_what_looks_like_an_escape_is_escaped() -> None:
    """Two that share a `_`, which programs read from the left: each `_` is written `_x005F_`."""
    assert "<t>_x005F_x000D_x005F_x000A_</t>" in cell("_x000D_x000A_")
    assert "<v>_x005F_x000D_</v>" in cell(Binary("&", Const("_x000"), Const("D_")))
