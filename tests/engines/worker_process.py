"""A child process that answers one line of JSON by another, and takes its own children along."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any


class WorkerLostError(RuntimeError):
    """The worker died, or did not answer in time and was killed."""


class WorkerProcess:
    """A running worker; it leads a process group of its own, so that the whole group can be ended.

    `command` starts it in the folder `cwd`; what it writes on its standard error goes to `log`.
    """

    def __init__(
        self, command: Sequence[str], cwd: Path, environment: Mapping[str, str], log: Path
    ) -> None:
        self._log = log
        with log.open("wb") as errors:
            self._process = subprocess.Popen(
                command,
                cwd=cwd,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                encoding="utf-8",
                start_new_session=True,
            )

    def is_alive(self) -> bool:
        """Return whether the worker still runs."""
        return self._process.poll() is None

    def ask(self, request: Mapping[str, Any], timeout: float) -> dict[str, Any]:
        """Return the answer to a request; past `timeout` seconds the group is killed."""
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):  # a dead worker is told by the answer that does not come
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        return self.listen(timeout)

    def listen(self, timeout: float) -> dict[str, Any]:
        """Return the worker's next line."""
        assert self._process.stdout is not None
        deadline = time.monotonic() + timeout
        timer = threading.Timer(timeout, self._kill_group)
        timer.start()
        line = self._process.stdout.readline()
        late = time.monotonic() >= deadline
        timer.cancel()
        if not line.endswith("\n"):
            self.kill()
            raise WorkerLostError(self._obituary(timeout if late else None))
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self, timeout: float) -> None:
        """End the worker's input and wait until it has ended; past `timeout` it is killed."""
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout)
        self.kill()

    def kill(self) -> None:
        """End whatever is left of the group, at once."""
        self._kill_group()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(BrokenPipeError):  # what was not sent yet
                if stream is not None:
                    stream.close()

    def _kill_group(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def _obituary(self, timeout: float | None) -> str:
        """Return why the worker is lost: its time was up, or its last words."""
        why = "died" if timeout is None else f"did not answer within {timeout:g} seconds"
        words = self._log.read_text("utf-8", "replace")[-2000:].strip()
        return f"the worker {why}; it last wrote: {words or 'nothing'}"
