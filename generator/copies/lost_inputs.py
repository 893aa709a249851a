"""Rows of inputs that a copy lost, each with the base that stood on it."""

from __future__ import annotations

from collections.abc import Container

from generator.copies.columns import count_lost_fundings
from generator.copies.reading import ReadCopy
from generator.copies.said import say
from generator.merging.facts import FUNDING_KEY, Facts, Kind, Record
from generator.reading.fundings import FUNDINGS
from generator.sheets.common import FINANCING


def settle_lost_inputs(
    copy: ReadCopy, current: Facts, same: Container[str], *, applied: bool
) -> ReadCopy:
    """Return the copy with a base for the fundings whose rows it lost; `same` as in `settle_lost`.

    Where the file is as it was, the plan says what they were, and the copy deletes them. Where it
    is not, nothing does: that is an error, unless the copy was `applied` already, and they with it.
    """
    if copy.plan is None or _is_unread(copy):
        return copy
    base, said = dict(copy.version.base), [*copy.findings]
    if FUNDINGS.name in same:
        standing = {*base, *copy.version.revised}
        for key in [key for key in current if key.kind is Kind.FUNDING and key not in standing]:
            base[key] = current[key]
            said.append(say("funding.gone", FINANCING, "", _shown(current[key])))
    elif not applied and (lost := count_lost_fundings(copy.plan)):
        said.append(say("funding.lost", FINANCING, "", str(lost)))
    version = copy.version._replace(base=base)
    return copy._replace(version=version, findings=tuple(said))


def _shown(record: Record) -> str:
    told = [record.get(field) for field in (*FUNDING_KEY, "montant")]
    return ", ".join(str(value) for value in told if value is not None and value != "")


def _is_unread(copy: ReadCopy) -> bool:
    """Tell whether the register could not be read at all: it is told as a whole."""
    unread = {"sheet.absent", "sheet.unread", "base.lost", "bases.gone"}
    return any(own.rule in unread and own.sheet == FINANCING for own in copy.findings)
