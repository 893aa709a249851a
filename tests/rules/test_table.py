"""The table of the rules lists exactly the rules, and for each a test that plants its fault."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.rules import RULES, Rule
from generator.rules.texts import TABLES, fault

TABLE = Path("docs/regles.md")
TESTS = Path(__file__).parent
LETTERS = {"erreur": "E", "alerte": "A", "remarque": "W"}
ROW = re.compile(r"\| (R\d\d\.\w+) \| .+ \| ([EAW]) \| `(.+)` \| `(.+)` \|")


class Row(NamedTuple):
    rule: str
    letter: str
    function: str
    test: str


ROWS = [Row(*match.groups()) for match in ROW.finditer(TABLE.read_text(encoding="utf-8"))]


def name_of(rule: Rule) -> str:
    return f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"


def test_the_table_lists_exactly_the_rules() -> None:
    assert [row.function for row in ROWS] == [name_of(rule) for rule in RULES]


PAIRS = list(zip(ROWS, RULES, strict=False))


@pytest.mark.parametrize(("row", "rule"), PAIRS, ids=[row.rule for row, _ in PAIRS])
def test_a_rule_finds_what_the_table_says(row: Row, rule: Rule) -> None:
    assert set(re.findall(r'"(R\d\d\.\w+)"', inspect.getsource(rule))) == {row.rule}
    assert LETTERS[fault(row.rule).severity] == row.letter


def test_each_finding_has_its_sentences_and_no_other_has() -> None:
    texts = [rule for table in TABLES.values() for rule in table]
    assert sorted(texts) == sorted(row.rule for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)
def test_each_rule_has_its_planted_fault(row: Row) -> None:
    module, _, name = row.test.partition(".")
    source = (TESTS / f"{module}.py").read_text(encoding="utf-8")
    functions = {
        node.name: ast.get_source_segment(source, node) or ""
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef)
    }
    assert f'"{row.rule}"' in functions[name]


def test_sentences_are_french_and_end_where_they_should() -> None:
    for table in TABLES.values():
        for problem, remedy in table.values():
            assert not problem.endswith(".")
            assert remedy.endswith(".")
            assert remedy[0].isupper()
