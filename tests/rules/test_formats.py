from __future__ import annotations

import pytest

from generator.reader.opened import OpenedWorkbook
from tests.rules.planting import Only, with_cell


@pytest.mark.parametrize("changes", [{"number_format": ";;;"}, {"colour": "FFFFFF", "fill": ""}])
def test_a_masked_cell(small: OpenedWorkbook, only: Only, changes: dict[str, object]) -> None:
    assert only(with_cell(small, "Synthèse", "H7", **changes)) == {"R16.invisible"}


@pytest.mark.parametrize("shown", ["#,##0", "#,##0;-#,##0", "#,##0;-#,##0;0", '#,##0;"–";"–"'])
def test_an_amount_without_three_sections(small: OpenedWorkbook, only: Only, shown: str) -> None:
    assert only(with_cell(small, "Synthèse", "C7", number_format=shown)) == {"R17.money"}


@pytest.mark.parametrize("shown", [r"#,##0;\-#,##0;–", '#,##0;[Red]-#,##0;"–"'])
def test_the_same_format_in_other_spellings(small: OpenedWorkbook, only: Only, shown: str) -> None:
    assert only(with_cell(small, "Synthèse", "C7", number_format=shown)) == set()


def test_an_amount_that_is_not_shown_as_one(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Synthèse", "C7", number_format="General")) == {"R17.amount"}


def test_a_code_that_is_a_number(small: OpenedWorkbook, only: Only) -> None:
    assert only(with_cell(small, "Axe A", "A10", value=1.1)) == {"R17.code"}


@pytest.mark.parametrize("shown", ["# ##0", '#" "##0', r"#\ ##0"])
def test_a_space_in_a_format(small: OpenedWorkbook, only: Only, shown: str) -> None:
    assert only(with_cell(small, "Synthèse", "H7", number_format=shown)) == {"R17.space"}
