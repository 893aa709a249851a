"""What changed between two versions, and the facts after it."""

from __future__ import annotations

import pytest

from generator.merging.changes import Change, Nature, apply, compare
from generator.merging.facts import Facts, Value
from tests.merging.samples import PLAN, ROW, STATUS, STUDY, SURVEY, edited


def test_the_changes_of_an_edit_an_addition_and_a_deletion() -> None:
    before: Facts = {STUDY: {"2016": 100, "2017": 200}, SURVEY: {"2016": 5}}
    after: Facts = {STATUS: {"statut": "reportée"}, STUDY: {"2016": 0, "note": "à voir"}}
    changes = (
        Change(STUDY, Nature.EDITED, "2016", 100, 0),
        Change(STUDY, Nature.EDITED, "2017", 200, None),
        Change(STUDY, Nature.EDITED, "note", None, "à voir"),
        Change(SURVEY, Nature.DELETED, "2016", 5, None),
        Change(STATUS, Nature.ADDED, "statut", None, "reportée"),
    )
    assert compare(before, after) == changes
    assert apply(before, changes) == after


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Étude de l'État", "Étude de l’État"),
        ("Étude", "E\u0301tude"),
        ("Une étude", " Une\u00a0 étude\n"),
        (1, 1.0),
    ],
)
def test_what_is_alike_is_no_change(one: Value, other: Value) -> None:
    assert compare({STUDY: {"champ": one}}, {STUDY: {"champ": other}}) == ()


@pytest.mark.parametrize(
    ("one", "other"), [("Etude", "Étude"), ("étude", "Étude"), ("1", 1), (0, None), ("1", "1.0")]
)
def test_what_is_not_alike_is_a_change(one: Value, other: Value | None) -> None:
    after = edited({STUDY: {**ROW, "champ": one}}, STUDY, {"champ": other})
    changes = compare({STUDY: {**ROW, "champ": one}}, after)
    assert changes == (Change(STUDY, Nature.EDITED, "champ", one, other),)


def test_a_change_leaves_the_facts_it_starts_from() -> None:
    before = {key: dict(record) for key, record in PLAN.items()}
    apply(PLAN, compare(PLAN, {}))
    assert before == PLAN
