"""How long the proof runs: a few examples that never change in CI, many new ones when asked."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, note, seed, settings

LONG = os.environ.get("PROOF") == "long"
"""`PROOF=long` in the environment asks for the long run."""

SEED = int(os.environ.get("PROOF_SEED", random.SystemRandom().randrange(2**32)))
"""What the long run draws from: `PROOF_SEED` in the environment draws the same again."""


PERCENT = int(os.environ.get("PROOF_PERCENT", "100"))
"""How much of the long run is asked for."""


def proof(short: int, long: int) -> Callable[[Any], Any]:
    """Return the decorator of a property: how many examples in CI, and in the long run."""
    examples = settings(
        max_examples=max(1, long * PERCENT // 100) if LONG else short,
        deadline=None,
        derandomize=not LONG,
        database=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    return (lambda test: seed(SEED)(examples(test))) if LONG else examples


def tell(text: object) -> None:
    """Have an example printed where it fails, with the seed of the run."""
    note(f"{text}\nPROOF={'long' if LONG else ''} PROOF_SEED={SEED if LONG else ''}")
