"""`merge --decisions` ends: what is left to choose is asked with what was chosen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.merging.threeway import CURRENT, KEEP_ALL
from generator.reading.source import read_source
from tests.copies.edited import Edited
from tests.reader.archives import read_archive
from tests.returning.copies import snapshot
from tests.returning.small import AXIS, chosen, said, typed
from tests.returning.test_merge import fill
from tests.workbook.built import Built

USUAL, SECOND, THIRD = map(Path, ("conflits.xlsx", "conflits-2.xlsx", "conflits-3.xlsx"))
DECIDED = "--decisions"
Merge = Callable[..., tuple[int, str, str]]


@pytest.fixture
def merge(beside: Path, capsys: pytest.CaptureFixture[str]) -> Merge:
    """Return the command: its exit status, what it printed and complained of."""

    def run(*args: str | Path) -> tuple[int, str, str]:
        status = main(["merge", *map(str, args), "--source", str(beside), "--apply"])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


@pytest.fixture
def clashing(small: Built, beside: Path, merge: Merge) -> list[Path]:
    """Return two copies that clash over A-1 in 2031, where the second is chosen."""
    assert beside.is_dir()
    copies = [typed(small, "a.xlsx", {"G10": 11}), typed(small, "b.xlsx", {"G10": 12, "G11": 2})]
    assert merge(*copies)[0] == 1
    fill(USUAL, {1: "b.xlsx"})
    return copies


@pytest.fixture
def late(small: Built, clashing: list[Path]) -> list[Path]:
    """Return the copies, with a third one that clashes with the second over A-2."""
    return [*clashing, typed(small, "c.xlsx", {"G11": 3})]


BOTH = [("A-1", "2031", "b.xlsx"), ("A-2", "2031", None)]


def test_what_clashes_later_is_asked_beside_what_was_chosen(
    beside: Path, late: list[Path], merge: Merge
) -> None:
    before = USUAL.read_bytes(), snapshot(beside)
    status, out, _ = merge(*late, DECIDED, USUAL)
    assert status == 1
    assert "Conflits (1)" in out
    assert "    c.xlsx (Axe A!G11) : 3\n" in out
    assert f"Choisissez dans {SECOND} (vos choix y sont repris), puis relancez merge" in out
    assert f"--decisions {SECOND}." in out
    assert (USUAL.read_bytes(), snapshot(beside)) == before
    assert chosen(SECOND) == BOTH
    assert merge(*late, DECIDED, USUAL)[0] == 1, "the same once more"
    assert not THIRD.exists()
    fill(SECOND, {2: "c.xlsx"})
    assert merge(*late, DECIDED, SECOND)[0] == 0
    assert (said(beside, "A-1")["2031"], said(beside, "A-2")["2031"]) == (12, 3)


def test_the_next_name_that_is_free_is_taken(late: list[Path], merge: Merge) -> None:
    """None of a file in which people chose, of a copy, of a folder, of another workbook."""
    kept = late[0].rename(SECOND)
    THIRD.mkdir()
    copies = [kept, *late[1:]]
    status, out, _ = merge(*copies, DECIDED, USUAL, "--json")
    assert status == 1
    assert json.loads(out)["classeur_conflits"] == "conflits-4.xlsx"
    USUAL.rename("choix.xlsx")
    assert merge(*copies, DECIDED, "choix.xlsx")[0] == 1
    assert chosen(USUAL)[0] == ("A-1", "2031", "b.xlsx")


def test_under_the_name_that_is_given_all_is_asked(late: list[Path], merge: Merge) -> None:
    assert merge(*late, DECIDED, USUAL, "--conflits", "reste.xlsx")[0] == 1
    assert chosen(Path("reste.xlsx")) == BOTH
    assert not SECOND.exists()


def test_a_stale_choice_is_refused_in_what_was_written_again(
    small: Built, beside: Path, late: list[Path], merge: Merge
) -> None:
    before = snapshot(beside)
    assert merge(*late, DECIDED, USUAL)[0] == 1
    fill(SECOND, {2: "c.xlsx"})
    typed(small, "b.xlsx", {"G10": 13, "G11": 2})
    status, _, err = merge(*late, DECIDED, SECOND)
    assert (status, snapshot(beside)) == (2, before)
    assert "« b.xlsx » : 12 montré (Conflits!K4), 13 aujourd'hui" in err


def test_what_a_choice_brings_about_is_chosen_beside_it(
    small: Built, beside: Path, merge: Merge
) -> None:
    """Two new activities of one code, which a third copy gives to A-1: no clash till all stay."""
    copies = [
        typed(small, "a.xlsx", {"B12": "Neuve"}),
        typed(small, "b.xlsx", {"B12": "Autre neuve"}),
        typed(small, "c.xlsx", {"A10": "A-5"}),
    ]
    assert merge(*copies)[0] == 1
    assert chosen(USUAL) == [("A-5", "(toute la ligne)", None)]
    fill(USUAL, {1: KEEP_ALL})
    assert merge(*copies, DECIDED, USUAL)[0] == 1
    assert chosen(SECOND) == [("A-5", "(toute la ligne)", KEEP_ALL), ("A-1", "code", None)]
    fill(SECOND, {2: CURRENT})
    assert merge(*copies, DECIDED, SECOND)[0] == 0
    assert said(beside, "A-5")["activite"] == "Autre neuve"
    assert said(beside, "A-1")["activite"] == "Première étude"


@pytest.mark.parametrize("verb", ["merge", "import"])
def test_the_workbook_of_choices_is_no_copy(
    beside: Path, clashing: list[Path], capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    copies = clashing if verb == "merge" else []
    assert main([verb, *map(str, copies), str(USUAL), "--source", str(beside)]) == 2
    assert capsys.readouterr().err.endswith(
        "conflits.xlsx : c'est le classeur des conflits, pas une copie. Retirez-le des copies ; "
        "vos choix se passent à merge par --decisions.\n"
    )


def test_the_workbook_of_choices_is_not_compared(
    beside: Path, clashing: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert clashing
    assert main(["diff", str(beside), str(USUAL)]) == 2
    assert "conflits.xlsx : c'est le classeur des conflits" in capsys.readouterr().err


def test_new_activities_are_written_in_the_order_of_their_numbers(
    small: Built, beside: Path, merge: Merge
) -> None:
    copies = [
        typed(small, f"{code}.xlsx", {"A12": code, "B12": f"Étude {code}"})
        for code in ("A-10", "A-11", "A-9")
    ]
    assert merge(*copies)[0] == 0
    activities = read_source(beside).plan.activities
    assert [own.code for own in activities][:5] == ["A-1", "A-2", "A-9", "A-10", "A-11"]


def test_a_deletion_that_was_done_is_not_announced_again(
    small: Built, beside: Path, merge: Merge
) -> None:
    copy = Edited(read_archive(small.path), Path("a.xlsx")).delete_row(AXIS, 11).save()
    status, out, _ = merge(copy)
    assert (status, "L'import la supprime de la matrice" in out) == (1, True)
    assert merge(copy, "--confirmer-suppressions")[0] == 0
    assert said(beside, "A-2") == {}
    status, out, _ = merge(copy)
    assert (status, "aucun changement" in out) == (0, True)
    assert "L'import la supprime" not in out
    gone = "ligne d'activité supprimée, que la matrice n'a plus (trouvé : « A-2 »)"
    assert f"- Axe A : {gone}. Rien à faire" in out
