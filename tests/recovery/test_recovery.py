"""The plan recovered from a workbook is the plan that it was made from."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given

from generator.checking import check_workbook
from generator.errors import GeneratorError
from generator.labels import Language
from generator.model.compute import Spot, compute
from generator.model.grid import Book
from generator.model.nodes import Node
from generator.plan import Activity, Plan
from generator.reader import open_workbook
from generator.recovery import NotRecoveredError, recover
from generator.workbook import build_book
from tests.proof.folder import Folder
from tests.proof.plans import folders
from tests.proof.recalculated import workbook
from tests.proof.settings import proof, tell
from tests.workbook.built import SOURCE, Built, build


def activities(plan: Plan) -> list[Activity]:
    """Return the activities, without what no workbook keeps: lines and columns of the CSV."""
    return [activity._replace(line=0, extra=()) for activity in plan.activities]


def formulas(book: Book) -> dict[tuple[str, int, int], str]:
    """Return every formula of a book by its place."""
    computed = compute(book)
    return {
        (sheet.name, row, sheet.col_index[key]): cell.content.text(
            Spot(computed, place, row, sheet.col_index[key])
        )
        for place, sheet in enumerate(book.sheets)
        for row, line in enumerate(sheet.rows)
        for key, cell in line.cells.items()
        if isinstance(cell.content, Node)
    }


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_shipped_plan_comes_back(tmp_path: Path, language: Language) -> None:
    built = build(SOURCE, tmp_path / "plan.xlsx", language)
    recovered = recover(open_workbook(built.path))
    plan, source = recovered.source.plan, built.source.plan
    assert recovered.language == language
    assert activities(plan) == activities(source)
    assert plan.years == (2016, 2017, 2018, 2019, 2020)
    assert [a._replace(objectives=()) for a in plan.axes] == [
        a._replace(objectives=()) for a in source.axes
    ]
    for found, made in zip(plan.actions, source.actions, strict=True):
        assert found._replace(activities=()) == made._replace(activities=())
    assert recovered.source.controls == built.source.controls
    assert plan.files == source.files
    assert plan.acronyms == source.acronyms
    assert plan.adopted is None


def test_what_the_document_says_comes_back(shipped: Built) -> None:
    plan, source = recover(open_workbook(shipped.path)).source.plan, shipped.source.plan
    inside = {place: p for place, p in source.published.items() if place[0] in LEVELS}
    assert {place: (p.total, p.years) for place, p in plan.published.items()} == {
        place: (p.total, p.years) for place, p in inside.items()
    }
    assert len(inside) == 46
    assert [(g.id, g.level, g.code, g.kind, g.years) for g in plan.gaps] == [
        (g.id, g.level, g.code, g.kind, g.years) for g in source.gaps
    ]
    assert [remark.id for remark in plan.remarks] == [remark.id for remark in source.remarks]


LEVELS = ("action", "objectif", "axe", "plan")


def test_the_settings_come_back_where_the_workbook_shows_them(shipped: Built) -> None:
    settings = recover(open_workbook(shipped.path)).source.plan.settings
    made = shipped.source.plan.settings
    assert settings.title == made.title
    assert settings.country == f"{made.country} · {made.motto}"
    assert (settings.acronym, settings.period) == ("PANLTdP", "2016-2020")
    assert settings.currency == "francs CFA"
    assert (settings.state_share, settings.totals_base, settings.reserve_rows) == (
        0.22,
        "Publiée",
        1,
    )


@proof(20, 300)
@given(folder=folders())
def test_a_drawn_plan_comes_back_as_the_same_formulas(folder: Folder) -> None:
    tell(folder)
    with workbook(folder) as book:
        recovered = recover(open_workbook(book.built.path))
    assert activities(recovered.source.plan) == activities(book.built.source.plan)
    rebuilt = build_book(recovered.source, recovered.language)
    assert formulas(rebuilt) == formulas(book.built.computed.book)


@pytest.mark.parametrize(("written", "share"), [("0.0", 0.0), ("1", 1.0), ("", None)])
def test_a_share_of_nothing_is_a_share(tmp_path: Path, written: str, share: float | None) -> None:
    """0 % and no share at all are not the same."""
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "matrice.csv").write_bytes((SOURCE / "matrice.csv").read_bytes())
    line = f"part_etat = {written}\n" if written else ""
    (folder / "plan.toml").write_text(line, encoding="utf-8")
    built = build(folder, tmp_path / "plan.xlsx")
    assert recover(open_workbook(built.path)).source.plan.settings.state_share == share
    raised = {finding.rule for finding in check_workbook(built.path)} - {"check.alert"}
    assert raised == set()


def test_a_workbook_of_another_kind_is_told(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "autre.xlsx")
    with pytest.raises(NotRecoveredError, match="Activités : feuille absente") as told:
        recover(open_workbook(tmp_path / "autre.xlsx"))
    assert isinstance(told.value, GeneratorError)
    assert told.value.finding.severity == "erreur"
