"""Where the workbook of conflicts is written: never over a file that people chose in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from generator.errors import CannotRunError
from generator.verbs.outputs import check_output

USUAL = Path("conflits.xlsx")


def write_conflicts(
    content: bytes, path: Path | None, read: Sequence[Path], *, decided: bool
) -> Path:
    """Write the workbook of conflicts under a name, or the usual one; return where it stands.

    Where choices were `decided`, what is left goes by default to the first usual name that is free.
    Raises `OutputRefusedError` where a file stands there that the verb reads, or that is kept.
    """
    from generator.files import write_whole

    if path is None:
        path = next(_free_names(content, read)) if decided else USUAL
    _check(path, content, read)
    write_whole(path, content)
    return path


def _free_names(content: bytes, read: Sequence[Path]) -> Iterator[Path]:
    """Yield the usual names, then `conflits-2.xlsx` and so on, without those that are kept."""
    for number in count(1):
        path = USUAL.with_stem(f"{USUAL.stem}-{number}") if number > 1 else USUAL
        try:
            _check(path, content, read)
        except CannotRunError:
            continue
        yield path


def _check(path: Path, content: bytes, read: Sequence[Path]) -> None:
    """Raise where nothing may be written; the same workbook may be, whatever is chosen in it."""
    from generator.files import read_whole
    from generator.reports.choices import refuse_choices

    check_output(path, read)
    if read_whole(path) != content:
        refuse_choices(path)
