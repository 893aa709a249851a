"""Two drawn versions of a plan: what differs, written into one, makes the other of it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given

from generator.copies.reading import read_copy
from generator.merging.changes import Change, apply, compare
from generator.merging.facts import Facts, Kind, facts_of
from generator.reading.source import read_source
from generator.sourcefiles.folder import SourceFolder
from generator.sourcefiles.writing import write_changes
from tests.proof.folder import ADOPTED, LEVELS, MATRIX, Folder
from tests.proof.plans import folders
from tests.proof.settings import proof, tell
from tests.proof.tally import count
from tests.returning.hands import Case, Hand, cases, codes_of, edited_by
from tests.workbook.built import build

pytestmark = pytest.mark.slow


def written(source: Path, changes: tuple[Change, ...]) -> Facts:
    """Return what a folder says once the changes are written into it."""
    plan = read_source(source).plan
    for name, content in write_changes(SourceFolder(source), plan, facts_of(plan), changes).items():
        (source / name).write_bytes(content)
    return facts_of(read_source(source).plan)


def facts_in(folder: Folder, place: Path) -> Facts:
    return facts_of(read_source(folder.write(place)).plan)


@proof(40, 2_000)
@given(folder=folders(axes=4).filter(lambda folder: ADOPTED in folder.files))
def test_from_the_adopted_plan_to_that_of_today(folder: Folder) -> None:
    """Activities are new, gone and changed; none is of an action that was not there."""
    tell(folder)
    old, new = (Folder({MATRIX: folder.files[name]}) for name in (ADOPTED, MATRIX))
    known = {(level, row[level]) for row in old.rows() for level in LEVELS}
    assume({(level, row[level]) for row in new.rows() for level in LEVELS} <= known)
    with TemporaryDirectory(prefix="diffs-") as name:
        place = Path(name)
        before, after = facts_in(old, place / "source"), facts_in(new, place / "attendu")
        changes = tuple(own for own in compare(before, after) if own.key.kind is not Kind.TITLE)
        found = written(place / "source", changes)
        assert compare(found, after) == ()
        count(diffs=1, changes=len(changes))


@proof(20, 500)
@given(case=cases())
def test_from_a_plan_to_its_edited_workbook(case: Case) -> None:
    """The workbook of the edited plan says all that its folder says, and nothing else."""
    tell(case)
    folder, (hand, *_) = case
    with TemporaryDirectory(prefix="diffs-") as name:
        place = Path(name)
        before = facts_in(folder, place / "source")
        codes = codes_of(build(place / "source", place / "plan.xlsx"), folder)
        after = facts_in(edited_by(folder, hand, codes), place / "attendu")
        copy = read_copy(build(place / "attendu", place / "attendu.xlsx").path)
        assert copy.version.revised == after
        changes = compare(before, copy.version.revised)
        assert compare(apply(before, changes), after) == ()
        assert compare(written(place / "source", changes), after) == ()
        assert bool(changes) == _says_something(folder, hand)
        count(plans=1, workbooks=2, diffs=1, copies=1, changes=len(changes))


def _says_something(folder: Folder, hand: Hand) -> bool:
    """Tell whether an officer typed anything that was not there."""
    rows = {row["code"]: row for row in folder.rows()}
    changed = any(hand._replace(decisions={}).touches(code, rows, folder.years) for code in rows)
    return changed or any((hand.decisions, hand.ceilings, hand.filled, hand.deleted))
