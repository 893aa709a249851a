"""When the tests say that a change was applied."""

from __future__ import annotations

from datetime import UTC, datetime

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
