"""What is typed on *PTA*: the year, and the quarters of the activities.

The small plan opens on 2031, where A-1 has 5, 10, nothing and 0, and A-2 has 7 in the first one;
A-2 has 1, 2, 3 and 4 in 2032.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.copies.reading import ReadCopy, read_copy
from generator.merging.facts import Key, Kind
from tests.copies.edited import Edited, Put, Stored, told
from tests.workbook.built import Built, build

pytestmark = pytest.mark.slow

PLAN, YEAR = "PTA", Key(Kind.SETTING, "annee_pta")
FIRST = {"T1 2031": 5, "T2 2031": 10, "T4 2031": 0}
SECOND = {"T1 2031": 7, "T1 2032": 1, "T2 2032": 2, "T3 2032": 3, "T4 2032": 4}


def key(code: str) -> Key:
    return Key(Kind.QUARTERS, code)


def typed(edited: Edited, built: Built, line: str, *quarters: Put) -> Edited:
    for number, value in enumerate(quarters, start=1):
        edited.put(*built.cell(PLAN, f"line:{line}", f"q{number}"), value)
    return edited


def chosen(edited: Edited, built: Built, year: Put) -> Edited:
    return edited.put(*built.cell(PLAN, "choice", "responsible"), year)


def quarters_of(copy: ReadCopy) -> dict[str, dict[str, object]]:
    """Return what the copy says of quarters now, by code."""
    return {
        key.code: dict(record)
        for key, record in copy.version.revised.items()
        if key.kind is Kind.QUARTERS
    }


def test_the_base(edited: Edited) -> None:
    copy = edited.read()
    base = {key.code: dict(record) for key, record in copy.version.base.items()
            if key.kind is Kind.QUARTERS}  # fmt: skip
    assert base == quarters_of(copy) == {"A-1": FIRST, "A-2": SECOND}
    assert copy.version.base[YEAR] == {"valeur": 2031}
    assert told(copy) == []


def test_quarters_come_back(edited: Edited, small: Built) -> None:
    """Changed, emptied, filled; each has its cell."""
    typed(edited, small, "A-1", 6, None, "1 500", 0)
    copy = typed(edited, small, "A-3", None, 9, None, None).read()
    now = {"T1 2031": 6, "T3 2031": 1500, "T4 2031": 0}
    assert quarters_of(copy) == {"A-1": now, "A-2": SECOND, "A-3": {"T2 2031": 9}}
    sheet, cell = small.cell(PLAN, "line:A-3", "q2")
    assert copy.version.places[key("A-3"), "T2 2031"] == f"{sheet}!{cell}"
    text = "!".join(small.cell(PLAN, "line:A-1", "q3"))
    assert told(copy) == [("remarque", "amount.converted", text)]


def test_emptied_quarters_of_one_year_leave_the_others(edited: Edited, small: Built) -> None:
    copy = typed(edited, small, "A-2", None).read()
    assert quarters_of(copy)["A-2"] == {name: SECOND[name] for name in SECOND if "2032" in name}


def test_another_year_leaves_the_quarters_of_the_base(edited: Edited, small: Built) -> None:
    """A-1 and A-2 still hold those of 2031, which stay of 2031: an alert counts them."""
    copy = chosen(edited, small, 2032).read()
    assert quarters_of(copy) == {"A-1": FIRST, "A-2": SECOND}
    assert copy.version.revised[YEAR] == {"valeur": 2032}
    first = "!".join(small.cell(PLAN, "line:A-1", "q1"))
    assert told(copy) == [("alerte", "quarters.left", first)]
    assert (copy.findings[0].found, copy.findings[0].expected) == ("2", "2031")


def test_quarters_typed_under_another_year_are_of_that_year(edited: Edited, small: Built) -> None:
    """A-1 is cleared, as the sheet advises, A-2 and A-3 are typed: 2031 stays as it was."""
    typed(chosen(edited, small, 2032), small, "A-1", None, None, None, None)
    typed(edited, small, "A-2", 8, 0, 3, 4)
    copy = typed(edited, small, "A-3", 9).read()
    second = {"T1 2031": 7, "T1 2032": 8, "T2 2032": 0, "T3 2032": 3, "T4 2032": 4}
    assert quarters_of(copy) == {"A-1": FIRST, "A-2": second, "A-3": {"T1 2032": 9}}
    assert told(copy) == []


def test_a_quarter_left_beside_others_of_a_year_that_has_its_own(
    edited: Edited, small: Built
) -> None:
    """A-2 has 1, 2, 3, 4 in 2032, which the sheet did not show: blanks were left over 3 and 4."""
    copy = typed(chosen(edited, small, 2032), small, "A-2", 8, 0).read()
    place = "!".join(small.cell(PLAN, "line:A-2", "q3"))
    assert ("erreur", "quarters.mixed", place) in told(copy)
    (said,) = [own for own in copy.findings if own.rule == "quarters.mixed"]
    assert (said.found, said.expected) == ("vide", "3 (2032)")
    assert quarters_of(copy)["A-2"] == SECOND


def test_quarters_left_beside_others_of_a_year_without(edited: Edited, small: Built) -> None:
    """A-1 has none in 2032: what its row shows is all of that year, as the officer saw it."""
    copy = typed(chosen(edited, small, 2032), small, "A-1", 6).read()
    shown = {"T1 2032": 6, "T2 2032": 10, "T4 2032": 0}
    assert quarters_of(copy)["A-1"] == FIRST | shown
    assert [own[1] for own in told(copy)] == ["quarters.left"]


@pytest.mark.parametrize("col", [0, 1, 2])
def test_a_column_inserted_on_the_left_keeps_the_chosen_year(
    edited: Edited, small: Built, col: int
) -> None:
    typed(chosen(edited, small, 2032), small, "A-3", 9)
    copy = edited.insert_column(PLAN, col).read()
    assert copy.version.revised[YEAR] == {"valeur": 2032}
    assert quarters_of(copy)["A-3"] == {"T1 2032": 9}
    assert [own[1] for own in told(copy)] == ["quarters.left"]


def test_quarters_without_their_year(edited: Edited, small: Built) -> None:
    """The row of the year is gone: nothing says of which one they are."""
    row = small.row(PLAN, "choice")
    copy = typed(chosen(edited, small, 2032), small, "A-3", 9).delete_row(PLAN, row).read()
    said = told(copy)
    assert ("alerte", "year.gone", PLAN) in said
    assert [own[1] for own in said if own[0] == "erreur"] == ["quarters.unknown"]
    assert quarters_of(copy) == {"A-1": FIRST, "A-2": SECOND}


def test_lines_sorted_without_their_keys(edited: Edited, small: Built) -> None:
    """The codes and the quarters of A-1 and A-2 changed places; their keys did not."""
    typed(edited, small, "A-1", 7, None, None, None)
    typed(edited, small, "A-2", 5, 10, None, 0)
    for line, code in (("A-1", "A-2"), ("A-2", "A-1")):
        sheet, cell = small.cell(PLAN, f"line:{line}", "code")
        edited.put(sheet, cell, Stored(code, "str", formula="Activités!A1"))
    copy = edited.read()
    (said,) = [own for own in copy.findings if own.severity == "erreur"]
    assert (said.rule, said.found, said.expected) == (
        "quarters.parted",
        "A-2 (et 1 autre)",
        "A-1",
    )


def test_lines_that_show_another_code_and_hold_their_own_quarters(
    edited: Edited, small: Built
) -> None:
    """Rows of the axis sheet were sorted: the list and PTA show them in their new order."""
    for line, code in (("A-1", "A-2"), ("A-2", "A-1")):
        sheet, cell = small.cell(PLAN, f"line:{line}", "code")
        edited.put(sheet, cell, Stored(code, "str", formula="Activités!A1"))
    assert told(edited.read()) == []


def test_a_new_activity_has_its_quarters(edited: Edited, small: Built) -> None:
    """A reserve row that proposes A-5 is filled under another code: its line is the same."""
    edited.put("Axe A", "A12", "A-50").put("Axe A", "B12", "Une étude")
    copy = typed(edited, small, "reserve:A.1.1:0", 4).read()
    assert quarters_of(copy) == {"A-1": FIRST, "A-2": SECOND, "A-50": {"T1 2031": 4}}
    assert told(copy) == [("remarque", "activity.new", "Axe A!A12")]


def test_a_code_that_another_reserve_row_proposes(edited: Edited, small: Built) -> None:
    """A-6 is proposed one row below: its own line stays blank, and is no second A-6."""
    edited.put("Axe A", "A12", "A-6").put("Axe A", "B12", "Une étude")
    copy = typed(edited, small, "reserve:A.1.1:0", 4).read()
    assert quarters_of(copy)["A-6"] == {"T1 2031": 4}
    assert told(copy) == [("remarque", "activity.new", "Axe A!A12")]


@pytest.mark.parametrize(
    ("line", "value", "said"),
    [
        ("A-1", "beaucoup", "amount.text"),
        ("A-1", -5, "amount.negative"),
        ("A-1", 5.5, "amount.decimal"),
        ("A-1", "PM", "amount.text"),
        ("A-1", Stored(None, formula="A1"), "amount.uncalculated"),
        ("reserve:A.1.1:0", 5, "quarters.nowhere"),
    ],
)
def test_what_must_be_put_right(
    edited: Edited, small: Built, line: str, value: Put, said: str
) -> None:
    place = "!".join(small.cell(PLAN, f"line:{line}", "q1"))
    copy = typed(edited, small, line, value).read()
    assert ("erreur", said, place) in told(copy)
    assert not copy.is_sound


@pytest.mark.parametrize("value", [2035, "", "deux mille", None])
def test_a_year_that_is_none(edited: Edited, small: Built, value: Put) -> None:
    copy = chosen(edited, small, value).read()
    assert ("erreur", "funding.year", "!".join(small.cell(PLAN, "choice", "responsible"))) in told(
        copy
    )
    assert copy.version.revised[YEAR] == {"valeur": 2031}


def test_a_line_pasted_over_another(edited: Edited, small: Built) -> None:
    sheet, cell = small.cell(PLAN, "line:A-2", "key")
    copy = edited.put(sheet, cell, "A-1").read()
    assert ("erreur", "code.twice", f"{sheet}!{cell}") in told(copy)


def test_a_deleted_activity_takes_its_quarters_along(edited: Edited) -> None:
    copy = edited.delete_row("Axe A", 10).read()
    assert quarters_of(copy) == {"A-2": SECOND}
    assert [said.rule for said in copy.findings] == ["activity.gone"]


def test_quarters_typed_for_a_deleted_activity_are_told(edited: Edited, small: Built) -> None:
    """They would go with it, unseen."""
    place = "!".join(small.cell(PLAN, "line:A-1", "q1"))
    copy = typed(edited, small, "A-1", 6).delete_row("Axe A", 10).read()
    assert ("erreur", "quarters.nowhere", place) in told(copy)


def test_a_year_of_blanks_has_no_base(source: Path) -> None:
    """The source's row of blanks says nothing: the sheet has no columns that a copy cannot know."""
    with (source / "pta.csv").open("a", encoding="utf-8") as file:
        file.write("A-3;2030;;;;\n")
    built = build(source, source / "copie.xlsx")
    assert told(read_copy(built.path)) == []
