"""New activities of a copy that was imported before, and what became of them since."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.copies.reading import ReadCopy
from generator.copies.said import say
from generator.merging.edits import WHOLE, Copy
from generator.merging.facts import Facts, Key, Kind, Record
from generator.merging.threeway import Clash, merge
from generator.plan import Plan, Settings
from generator.returning.added import follow_added, leave_withdrawn, tell_known, withdrawn_since
from tests.copies.edited import Edited
from tests.engines.edits import SetCell
from tests.reader.archives import read_archive
from tests.returning.conftest import Command
from tests.returning.copies import at, snapshot, typed_copy
from tests.workbook.built import Built, build

PLAN = Plan(Settings(), (2016,), (), None)
BASE: Facts = {Key(Kind.ACTIVITY, "A-1"): {"activite": "Étude", "2016": 5}}
ADDED, NEW = Key(Kind.ACTIVITY, "A-5"), Key(Kind.ACTIVITY, "A-55")
VISIT: Record = {"activite": "Visite d’été", "2016": 1}
TODAY: Facts = {**BASE, NEW: VISIT}
RENAMED = {"A-5": "A-55"}


def added(code: str = "A-5", label: str = "Visite d'été", base: Facts = BASE) -> ReadCopy:
    """Return a copy that adds an activity, with a status, in cell A12."""
    key = Key(Kind.ACTIVITY, code)
    revised = {**base, key: {**VISIT, "activite": label}}
    revised[Key(Kind.DECISION, code)] = {"statut": "reportée"}
    version = Copy("a.xlsx", base, revised, {(key, WHOLE): "Axe A!A12"})
    told = (say("activity.new", "Axe A", "A12", f"{code} {label}"),)
    return ReadCopy(Path("a.xlsx"), "", PLAN, version, told, {})


def said(copy: ReadCopy) -> list[tuple[str, str, str, str, str]]:
    """Return what is said of a copy: its class, its kind, the cell, what was found and expected."""
    return [
        (own.severity, own.rule, f"{own.sheet}!{own.cell}", own.found, own.expected)
        for own in copy.findings
    ]


def follow(copy: ReadCopy, current: Facts = TODAY) -> ReadCopy:
    return follow_added(copy, RENAMED, current)


@pytest.mark.parametrize("code", ["A-5", "a-5"])
def test_an_activity_that_has_another_code_since_is_known_by_its_label(code: str) -> None:
    copy = follow(added(code))
    assert said(copy) == [
        ("remarque", "activity.renamed", "Axe A!A12", f"{code} Visite d'été", "A-55")
    ]
    merged = merge(TODAY, [copy.version])
    assert merged.conflicts == ()
    assert [(own.key.kind, own.key.code) for own in merged.changes] == [(Kind.DECISION, "A-55")]


def test_of_another_content_it_is_the_ordinary_conflict() -> None:
    today: Facts = {**BASE, NEW: {**VISIT, "2016": 2}}
    (conflict,) = merge(today, [follow(added(), today).version]).conflicts
    assert (conflict.key, conflict.clash) == (NEW, Clash.ADDED)
    assert {side.place for side in conflict.sides if side.place} == {"Axe A!A12"}


@pytest.mark.parametrize(
    ("today", "rule"),
    [
        ({**BASE, ADDED: VISIT}, "activity.known"),
        ({**BASE, ADDED: {**VISIT, "2016": 2}}, "activity.new"),
        (BASE, "activity.new"),
    ],
)
def test_what_the_plan_has_already_is_not_told_to_be_added(today: Facts, rule: str) -> None:
    copy = tell_known(added(), today)
    assert said(copy) == [("remarque", rule, "Axe A!A12", "A-5 Visite d'été", "")]


def test_one_that_has_another_code_since_is_told_so_alone() -> None:
    copy = follow(added())
    assert tell_known(copy, TODAY) == copy


def test_another_label_stays_a_new_activity() -> None:
    copy = added(label="Atelier")
    assert follow(copy) == copy


def test_the_plan_may_have_both_codes_again() -> None:
    """Another activity was added under the old code: what it is alike stays what it is."""
    copy = added()
    assert follow(copy, {**TODAY, ADDED: VISIT}) == copy
    other: Record = {**VISIT, "activite": "Atelier"}
    assert NEW in follow(copy, {**TODAY, ADDED: other}).version.revised


def test_a_copy_that_has_the_new_code_adds_what_it_adds() -> None:
    copy = added(base=TODAY)
    assert follow(copy) == copy


def test_two_new_activities_do_not_become_one() -> None:
    copy = added()
    revised = {**copy.version.revised, Key(Kind.ACTIVITY, "A-6"): VISIT}
    copy = copy._replace(version=copy.version._replace(revised=revised))
    found = follow_added(copy, {**RENAMED, "A-6": "A-55"}, TODAY)
    assert found.version.revised.keys() - BASE.keys() == {
        NEW, Key(Kind.DECISION, "A-55"), Key(Kind.ACTIVITY, "A-6"),
    }  # fmt: skip


# Deleted since

LABEL = "Visite d’été"


def row(code: str, nature: str, field: str, before: str, after: str) -> dict[str, str]:
    return {
        "objet": "activité", "code": code, "nature": nature, "champ": field,
        "avant": before, "apres": after,
    }  # fmt: skip


CAME = [row("A-5", "ajouté", "activite", "", LABEL), row("A-5", "ajouté", "2016", "", "1")]
WENT = [row("A-5", "supprimé", "activite", LABEL, ""), row("A-5", "supprimé", "2016", "1", "")]
TYPED = row("A-5", "modifié", "2016", "1", "2")


def test_what_came_and_went_is_withdrawn() -> None:
    assert withdrawn_since([*CAME, TYPED, *WENT], BASE) == {"A-5": LABEL}
    attached = {**TYPED, "objet": "statut"}
    assert withdrawn_since([*CAME, *WENT, attached], BASE) == {"A-5": LABEL}


def test_the_deletion_must_be_the_last_thing_that_is_said_of_a_code() -> None:
    assert withdrawn_since([*CAME, TYPED], BASE) == {}
    assert withdrawn_since(WENT, BASE) == {}
    assert withdrawn_since([*CAME, *WENT, TYPED], BASE) == {}
    assert withdrawn_since([*CAME, *WENT, *CAME], BASE) == {}
    given = row("A-1", "modifié", "code", "A-1", "A-5")
    assert withdrawn_since([*CAME, *WENT, given], BASE) == {}
    assert withdrawn_since([*CAME, *WENT], {ADDED: VISIT}) == {}


def test_it_is_withdrawn_under_every_code_that_it_had() -> None:
    given = row("A-5", "modifié", "code", "A-5", "A-55")
    went = [{**own, "code": "A-55"} for own in WENT]
    assert withdrawn_since([*CAME, given, *went], BASE) == {"A-5": LABEL, "A-55": LABEL}


@pytest.mark.parametrize("code", ["A-5", "a-5"])
def test_a_copy_says_nothing_new_of_what_was_withdrawn(code: str) -> None:
    """Nor of its status: the plan stays as it is, and the cell is told."""
    copy = leave_withdrawn(added(code), {"A-5": LABEL})
    assert copy.version.revised == BASE
    assert said(copy) == [("alerte", "activity.withdrawn", "Axe A!A12", f"{code} Visite d'été", "")]


def test_another_label_under_its_code_is_another_activity() -> None:
    copy = added(label="Atelier")
    assert leave_withdrawn(copy, {"A-5": LABEL}) == copy


# Whole copies

I1, CODE, RENAMED_TO = "Axe I", "I-1.1.5", "I-1.1.9"


def filled(built: Built) -> list[SetCell]:
    """Return what an officer types into a reserve row."""
    row = "reserve:I.1.1:0"
    label = SetCell(*built.cell(I1, row, "label"), "Former les juges")
    return [label, SetCell(*built.cell(I1, row, "y2018"), 1_000_000)]


def labelled(folder: Path) -> list[str]:
    """Return the codes of the activities that have the label."""
    lines = snapshot(folder)["matrice.csv"].decode("utf-8-sig").splitlines()
    return [line.split(";")[6] for line in lines if ";Former les juges;" in line]


@pytest.mark.slow
def test_a_copy_imported_again_does_not_add_it_under_its_old_code(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    first = typed_copy(shipped, tmp_path / "ajout.xlsx", filled(shipped))
    assert command("import", first, "--apply").status == 0
    again = build(folder, tmp_path / "refait.xlsx")
    cell = SetCell(*again.cell(I1, CODE, "code"), RENAMED_TO)
    assert (
        command("import", typed_copy(again, tmp_path / "code.xlsx", [cell]), "--apply").status == 0
    )
    other = typed_copy(shipped, tmp_path / "autre.xlsx", [at(shipped, "I-1.1.1", 2017, 7)])
    answer = command("merge", first, other, "--apply")
    assert answer.status == 0, answer
    assert labelled(folder) == [RENAMED_TO]


@pytest.mark.slow
def test_a_copy_imported_again_does_not_bring_back_what_was_deleted(
    shipped: Built, folder: Path, command: Command, tmp_path: Path
) -> None:
    first = typed_copy(shipped, tmp_path / "ajout.xlsx", filled(shipped))
    assert command("import", first, "--apply").status == 0
    again = build(folder, tmp_path / "refait.xlsx")
    without = Edited(read_archive(again.path), tmp_path / "moins.xlsx")
    without.delete_row(I1, again.row(I1, CODE))
    options = ("--apply", "--confirmer-suppressions")
    assert command("import", without.save(), *options).status == 0
    answer = command("import", first, "--apply")
    assert answer.status == 0, answer
    assert "supprimée depuis" in answer.out
    assert labelled(folder) == []
