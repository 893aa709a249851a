"""What is gathered of a copy while it is read: its facts now, where they stand, what to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.copies.said import say
from generator.errors import CellFinding
from generator.merging.facts import Key, Record, Value


@dataclass(slots=True)
class Gathered:
    """The facts of a copy as it is now, the cell of each, and the findings so far.

    `gone` are the codes of the activities whose row was deleted.
    """

    revised: dict[Key, Record] = field(default_factory=dict)
    places: dict[tuple[Key, str], str] = field(default_factory=dict)
    findings: list[CellFinding] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def put(self, key: Key, record: Mapping[str, Value | None]) -> None:
        """Keep a record's fields that are not blank; a record without any is none."""
        kept = {name: value for name, value in record.items() if value is not None and value != ""}
        if kept:
            self.revised[key] = kept

    def say(self, kind: str, sheet: str, cell: str = "", found: str = "") -> None:
        """Keep what is worth saying of the copy."""
        self.findings.append(say(kind, sheet, cell, found))

    def lose(self, code: str, sheet: str) -> None:
        """Note an activity whose row was deleted."""
        self.gone.append(code)
        self.say("activity.gone", sheet, "", code)
