from __future__ import annotations

import pytest

from generator.rules.texts import fault


def test_a_fault_says_where_it_is() -> None:
    placed = fault("R11.text", "Axe I", (11, 27), "x", 0)
    assert (placed.severity, placed.rule, placed.sheet, placed.cell) == (
        "erreur",
        "R11.text",
        "Axe I",
        "AB12",
    )
    assert (placed.found, placed.expected) == ("x", "0")
    assert fault("R09.formula").cell == ""
    assert fault("R09.formula").severity == "alerte"
    assert fault("R19.size").severity == "remarque"


def test_what_is_quoted_is_cut() -> None:
    assert fault("R11.text", found="x" * 120).found == "x" * 120
    assert fault("R11.text", expected="x" * 121).expected == "x" * 120 + "…"


@pytest.mark.parametrize(
    ("value", "said"),
    [(True, "VRAI"), (False, "FAUX"), (0.5, "0,5"), (1, "1"), (None, ""), ("0.5", "0.5")],
)
def test_values_as_a_french_spreadsheet_shows_them(value: object, said: str) -> None:
    assert fault("R11.text", found=value).found == said
