"""`statuts.csv`: what was decided of activities, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.plan import Decision
from tests.reading.samples import Place, places, read

NAME, HEADER, CODE = "statuts.csv", "code;statut;motif", "I-1.1.1"


def file(*rows: str) -> dict[str, str | bytes]:
    return {NAME: "\n".join([HEADER, *rows]) + "\n"}


def test_statuses_and_reasons_by_code(tmp_path: Path) -> None:
    found = read(tmp_path, file(f"{CODE};Retirée;financée ailleurs")).plan.decisions
    assert found == {CODE: Decision("retirée", "financée ailleurs")}
    found = read(tmp_path, file(f"{CODE};;'- à revoir")).plan.decisions
    assert found == {CODE: Decision("", "- à revoir")}


def test_no_file_and_a_blank_row_are_no_decision(tmp_path: Path) -> None:
    assert read(tmp_path, {}).plan.decisions == {}
    assert read(tmp_path, file(f"{CODE};;")).plan.decisions == {}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("{code};annulée;", ("status.unknown", "statut", "annulée")),
        (";retirée;", ("cell.empty", "code", "")),
        ("ZZ-9.9.9;retirée;", ("code.unknown", "code", "ZZ-9.9.9")),
        ("{code};;" + "m" * 2001, ("text.long", "motif", "m" * 60 + "…")),
    ],
)
def test_what_is_refused(tmp_path: Path, row: str, expected: tuple[str, str, str]) -> None:
    text = row.format(code=CODE)
    kind, column, value = expected
    assert places(tmp_path, file(text)) == [Place(kind, NAME, 2, column, value)]


def test_two_rows_for_one_activity(tmp_path: Path) -> None:
    found = places(tmp_path, file(f"{CODE};retirée;", f"{CODE};reportée;"))
    assert found == [Place("key.duplicate", NAME, 3, "code", CODE)]
