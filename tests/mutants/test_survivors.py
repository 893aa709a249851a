"""The list of survivors: each has a reason and is still of the code; a run is compared with it."""

from __future__ import annotations

from pathlib import Path

from scripts.survivors import KILLED, Mutated, known_survivors, read_change, sum_up

FIRST, SECOND = Mutated("a.py", "x = 1", "x = 2"), Mutated("a.py", "x = 1", "x = 0")


def test_every_survivor_has_a_reason() -> None:
    assert [mutant for mutant, reason in known_survivors().items() if len(reason) < 20] == []


def test_every_survivor_is_of_the_code_as_it_is() -> None:
    gone = []
    for mutant in known_survivors():
        text = Path(mutant.module).read_text(encoding="utf-8")
        lines = {" ".join(line.split()) for line in text.splitlines()}
        before = [mutant.before] if mutant.before in lines else mutant.before.split(" / ")
        gone += [mutant for line in before if line and line not in lines]
    assert gone == []


def test_a_survivor_that_is_not_listed_is_reported() -> None:
    summary = sum_up([("SURVIVED", FIRST), (KILLED, SECOND)], known=[])
    assert (summary.unlisted, summary.gone, summary.score) == ([FIRST], [], 0.5)


def test_one_listed_that_is_killed_is_reported() -> None:
    summary = sum_up([("SURVIVED", FIRST), (KILLED, SECOND)], known=[FIRST, SECOND])
    assert (summary.unlisted, summary.gone) == ([], [SECOND])


def test_a_mutant_that_could_not_be_tried_counts_as_a_survivor() -> None:
    assert sum_up([("None", FIRST)], known=[]).unlisted == [FIRST]


def test_a_change_is_known_by_its_lines_and_not_by_their_place() -> None:
    diff = "--- a.py\n+++ a.py\n@@ -1,2 +1,2 @@\n def f():\n-    x = 1\n+    x =  2"
    assert read_change("a.py", diff) == FIRST
