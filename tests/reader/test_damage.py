"""Damage drawn at random: the file is refused, or reads as if nothing had happened."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator.errors import WorkbookRefusedError
from generator.reader import open_workbook
from generator.reader.opened import OpenedWorkbook
from tests.engines.sample import write_sample
from tests.reader.archives import Parts, read_archive, write_archive
from tests.workbook.built import Built

SEED = 2080
FEW, MANY = 40, 2_080


def flip(draw: random.Random, data: bytearray) -> None:
    data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)


def cut(draw: random.Random, data: bytearray) -> None:
    del data[draw.randrange(len(data)) :]


def blank(draw: random.Random, data: bytearray) -> None:
    start = draw.randrange(len(data))
    stop = min(start + draw.choice((1, 16, 512, 4096)), len(data))
    data[start:stop] = bytes(stop - start)


def double(draw: random.Random, data: bytearray) -> None:
    start = draw.randrange(len(data))
    data[start:start] = data[start : start + draw.randrange(1, 2000)]


def lose(draw: random.Random, data: bytearray) -> None:
    start = draw.randrange(len(data))
    del data[start : start + draw.randrange(1, 2000)]


def garble(draw: random.Random, data: bytearray) -> None:
    for _ in range(20):
        data[draw.randrange(len(data))] = draw.randrange(256)


DAMAGES = (flip, cut, blank, double, lose, garble)


def check_damage(path: Path, sound: OpenedWorkbook, count: int, seed: int) -> None:
    """Damage the file so many times, and read it."""
    data, draw = path.read_bytes(), random.Random(seed)  # noqa: S311 - drawn damage, no secret
    copy = path.with_name("abime.xlsx")
    for number in range(count):
        damaged = bytearray(data)
        damage = draw.choice(DAMAGES)
        damage(draw, damaged)
        copy.write_bytes(damaged)
        try:
            found = open_workbook(copy)
        except WorkbookRefusedError:
            continue
        assert without_file(found) == without_file(sound), (seed, number, damage.__name__)


def without_file(book: OpenedWorkbook) -> tuple[object, ...]:
    return book.application, book.sheets, book.names, book.properties, book.custom, book.extras


def test_a_damaged_file_is_refused_or_whole(shipped: Built, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(shipped.path.read_bytes())
    check_damage(path, open_workbook(path), FEW, SEED)


@pytest.mark.slow
def test_many_damaged_files(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "petit.xlsx")
    check_damage(path, open_workbook(path), MANY, SEED + 1)


def check_damaged_parts(path: Path, parts: Parts, count: int, seed: int) -> None:
    """Damage the XML of one part so many times: whatever it then says, there is no traceback."""
    draw = random.Random(seed)  # noqa: S311 - drawn damage, no secret
    for _ in range(count):
        name = draw.choice(sorted(parts))
        damaged = bytearray(parts[name])
        draw.choice(DAMAGES)(draw, damaged)
        write_archive(path, parts | {name: bytes(damaged)})
        try:
            open_workbook(path)
        except WorkbookRefusedError as refused:
            assert str(refused).startswith(str(path))  # noqa: PT017 - either outcome is right


def test_a_damaged_part_gives_no_traceback(tmp_path: Path) -> None:
    parts = read_archive(write_sample(tmp_path / "petit.xlsx"))
    check_damaged_parts(tmp_path / "a.xlsx", parts, FEW, SEED)


@pytest.mark.slow
def test_many_damaged_parts(tmp_path: Path) -> None:
    parts = read_archive(write_sample(tmp_path / "petit.xlsx"))
    check_damaged_parts(tmp_path / "a.xlsx", parts, MANY, SEED + 1)
