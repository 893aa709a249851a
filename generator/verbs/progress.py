"""How far a long run is, told on the stream of complaints."""

from __future__ import annotations

import sys
import threading
from typing import Self

PATIENCE = 2.0
"""Seconds that pass before it is told how far a run is."""


class Progress:
    """The stages of a run: none is told before it has lasted `PATIENCE` seconds.

    Then the one that it is at is, and each one that begins after that; nothing where it is quiet.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self._stage = ""
        self._lasts = False
        self._lock = threading.Lock()
        self._timer = None if quiet else threading.Timer(PATIENCE, self._tell_stage)

    def __enter__(self) -> Self:
        if self._timer:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *_raised: object) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer.join()

    def __call__(self, stage: str) -> None:
        """Have it that a stage begins."""
        with self._lock:
            self._stage = stage
            if self._lasts:
                print(stage, file=sys.stderr)

    def _tell_stage(self) -> None:
        with self._lock:
            self._lasts = True
            if self._stage:
                print(self._stage, file=sys.stderr)
