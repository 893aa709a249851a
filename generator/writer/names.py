"""The workbook's defined names: each one cell, absolute, for the whole workbook."""

from __future__ import annotations

import re
from collections import Counter

from xlsxwriter.workbook import Workbook

from generator.errors import DuplicateKeyError, WriteRefusedError
from generator.model.addresses import cell_name
from generator.model.compute import Computed
from generator.writer.target import ask

NOT_A_NAME = "ce n'est pas un nom pour tous les tableurs"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,254}")
_CELL_LIKE = re.compile(r"[A-Z]{1,3}[0-9]+|[RC]|R[0-9]*C[0-9]*|R[0-9]+|TRUE|FALSE", re.IGNORECASE)
"""What some program reads as an address, in either notation, or as a value."""


def define_names(computed: Computed, workbook: Workbook) -> None:
    """Define each name; XlsxWriter lets pass a name twice, and `AXE1`, which is an address."""
    folded = Counter(name.casefold() for name in computed.names)
    for name, (sheet, row, col) in computed.names.items():
        where = f"nom {name}"
        if not _NAME.fullmatch(name) or _CELL_LIKE.fullmatch(name):
            raise WriteRefusedError(where, NOT_A_NAME)
        if folded[name.casefold()] > 1:
            raise DuplicateKeyError(where, name)
        address = computed.prefixes[sheet] + cell_name(row, col, fixed=True)
        ask(where, workbook.define_name, name, f"={address}")
