"""Faults of the system, put in the place of its functions."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NoReturn


def fails_with(number: int) -> Callable[..., NoReturn]:
    def fail(*_args: object, **_options: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail
