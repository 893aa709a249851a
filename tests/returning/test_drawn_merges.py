"""Copies drawn of a drawn plan, and merged: what comes out is what joining them by hand gives."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from generator.merging.changes import compare
from generator.merging.facts import Facts, facts_of
from generator.merging.threeway import CURRENT, WHOLE
from generator.reading.source import read_source
from generator.returning.applying import apply_session
from generator.returning.session import Session, decide, open_session
from tests.proof.settings import proof, tell
from tests.proof.tally import count
from tests.returning.applied import NOW
from tests.returning.copies import snapshot
from tests.returning.hands import Case, Joined, cases, codes_of, copy_of, edited_by, join
from tests.workbook.built import build

pytestmark = pytest.mark.slow


class Table(NamedTuple):
    """The copies of a case on the disk, the plan that they were made from, and their joining."""

    place: Path
    source: Path
    copies: tuple[Path, ...]
    codes: Mapping[str, str]
    joined: Joined

    @property
    def clashes(self) -> frozenset[str]:
        """Return the codes that the copies clash over."""
        return self.joined.clashes

    def expected(self, case: Case) -> Facts:
        """Return what the plan must say once the copies are merged, where none clash."""
        edited = edited_by(case.folder, self.joined.hand, self.codes)
        return facts(edited.write(self.place / "attendu"))

    def source_again(self, name: str) -> Path:
        """Return another copy of the source folder."""
        return Path(shutil.copytree(self.source, self.place / name))


@contextmanager
def laid(case: Case) -> Iterator[Table]:
    """Give the copies of a case, on the disk for as long as they are needed."""
    tell(case)
    with TemporaryDirectory(prefix="merges-") as name:
        place = Path(name)
        source = case.folder.write(place / "source")
        built = build(source, place / "plan.xlsx")
        codes = codes_of(built, case.folder)
        copies = tuple(
            copy_of(built, case.folder, own, place / f"copie{rank}.xlsx")
            for rank, own in enumerate(case.hands, start=1)
        )
        count(plans=1, workbooks=1, copies=len(copies))
        yield Table(place, source, copies, codes, join(case, codes))


def facts(folder: Path) -> Facts:
    return facts_of(read_source(folder).plan)


def clashing(session: Session) -> set[str]:
    errors = [
        str(said) for copy in session.copies for said in copy.findings if said.severity == "erreur"
    ]
    assert errors == []
    return {conflict.key.code for conflict in session.conflicts}


@proof(25, 600)
@given(case=cases())
def test_copies_come_to_what_a_hand_makes_of_them(case: Case) -> None:
    """No edit is lost, none is invented, and what clashes is told; a second time brings nothing."""
    with laid(case) as table:
        session = open_session(table.source, table.copies)
        assert clashing(session) == table.clashes
        event("clash" if table.clashes else "clean")
        count(merges=1, clashes=bool(table.clashes), changes=len(session.changes))
        if table.clashes:
            return
        apply_session(session, NOW)
        assert compare(table.expected(case), facts(table.source)) == ()
        again = open_session(table.source, table.copies)
        assert (again.changes, again.conflicts) == ((), ())


@proof(8, 200)
@given(case=cases())
def test_the_order_of_the_copies_is_nothing(case: Case) -> None:
    """Nor is a copy that comes twice; the files are the same to the byte, but for the journal."""
    with laid(case) as table:
        twin = Path(shutil.copyfile(table.copies[0], table.place / "jumelle.xlsx"))
        found = []
        for rank, order in enumerate(itertools.permutations(table.copies)):
            session = open_session(table.source_again(f"source{rank}"), [*order, twin])
            assert clashing(session) == table.clashes
            clashes = {(conflict.key, conflict.field) for conflict in session.conflicts}
            if not table.clashes:
                apply_session(session, NOW)
            files = {
                name: content
                for name, content in snapshot(session.folder).items()
                if name != "journal.csv"
            }
            found.append((session.changes, clashes, files))
            count(merges=1, clashes=bool(table.clashes))
        assert all(other == found[0] for other in found)


@proof(8, 200)
@given(case=cases(deleting=False))
def test_copies_that_come_one_after_the_other(case: Case) -> None:
    """Each was made from the plan as it was before all; what clashed together clashes now."""
    with laid(case) as table:
        for first, second in itertools.permutations(table.copies[:2]):
            pair = join(case._replace(hands=case.hands[:2]), table.codes).clashes
            source = table.source_again(f"{first.stem}-{second.stem}")
            apply_session(open_session(source, [first]), NOW)
            session = open_session(source, [second])
            assert clashing(session) == pair
            count(merges=1, clashes=bool(pair))
            if pair:
                continue
            apply_session(session, NOW)
            together = table.source_again(f"{first.stem}+{second.stem}")
            apply_session(open_session(together, [first, second]), NOW)
            assert compare(facts(together), facts(source)) == ()


@proof(10, 300)
@given(case=cases(), data=st.data())
def test_what_is_chosen_is_what_the_plan_says(case: Case, data: st.DataObject) -> None:
    with laid(case) as table:
        session = open_session(table.source, table.copies)
        chosen = {
            (conflict.key, conflict.field): data.draw(st.sampled_from(conflict.sides))
            for conflict in session.conflicts
        }
        names = {place: side.who for place, side in chosen.items()}
        tell(names)
        decided = decide(session, names)
        assert decided.conflicts == ()
        apply_session(decided, NOW)
        after = facts(table.source)
        count(merges=1, choices=len(chosen))
        whens = {(own.key, own.field): own.when for own in session.conflicts}
        for (key, field), side in chosen.items():
            when = whens[key, field]
            if when and names[when.key, WHOLE] not in when.who:
                continue
            if field != WHOLE:
                assert after.get(key, {}).get(field) == side.value
            elif side.who == CURRENT:
                assert after.get(key) == session.current.get(key)
