"""The half of the LibreOffice engine that runs under the system's Python, which has `uno`.

Usage, in tests/: python3 -m engines.uno_worker OFFICE FOLDER. It starts that office on
FOLDER/profile, writes {"ok": "ready"}, then answers each request, a line of JSON, by a line:
{"ok": result}, {"refused": why} for what a user could not do, {"failed": why} for the rest.
When the input ends it stops the office and removes FOLDER; when the office dies, it dies too.
"""

from __future__ import annotations

import atexit
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import uno  # first: it makes com.sun.star importable
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException
from com.sun.star.uno import Exception as UnoError

from .uno_sheets import FailedError, RefusedError, Uno, apply_edits, read_sheet

CONNECT_SECONDS = 60.0
STOP_SECONDS = 10.0
FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}
"""What LibreOffice calls the formats, by the end of a file's name."""

# The office


def start_office(office: str, folder: Path, pipe: str) -> subprocess.Popen[bytes]:
    """Return the started office, in this process's group, listening on that pipe."""
    return subprocess.Popen(
        [
            office,
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            f"-env:UserInstallation={folder.joinpath('profile').as_uri()}",
            f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext",
        ],
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
    )


def connect(office: subprocess.Popen[bytes], pipe: str) -> Uno:
    """Return the office's desktop as soon as it answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    deadline = time.monotonic() + CONNECT_SECONDS
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if office.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return context.ServiceManager.createInstance("com.sun.star.frame.Desktop")


def stop_office(office: subprocess.Popen[bytes], desktop: Uno) -> None:
    """Ask the office to end, and wait until it has, for a while."""
    with suppress(UnoError):  # the bridge may close before the answer comes
        desktop.terminate()
    with suppress(subprocess.TimeoutExpired):
        office.wait(STOP_SECONDS)


def kill_if_alive(office: subprocess.Popen[bytes]) -> None:
    """End an office that did not end by itself."""
    if office.poll() is None:
        kill_everything()


def kill_everything() -> None:
    """End this process's group: the office and the worker itself."""
    os.killpg(0, signal.SIGKILL)


# Documents


def property_value(name: str, value: object) -> Uno:
    """Return a named argument as UNO takes it."""
    argument = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    argument.Name, argument.Value = name, value
    return argument


def open_workbook(desktop: Uno, path: str) -> Uno:
    """Return the opened workbook, hidden, its formulas calculated as the profile says."""
    if not Path(path).is_file():
        message = f"no such file: {path}"
        raise FailedError(message)
    document = desktop.loadComponentFromURL(
        Path(path).as_uri(),
        "_blank",
        0,
        (property_value("Hidden", True), property_value("FilterName", FILTERS[Path(path).suffix])),
    )
    if document is None:
        message = f"LibreOffice cannot read {path}"
        raise FailedError(message)
    return document


def recalculate(document: Uno, request: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the values of all sheets, after a hard recalculation if asked for."""
    if request["hard"]:
        document.calculateAll()
    return {sheet.Name: read_sheet(sheet) for sheet in document.Sheets}


def save(document: Uno, request: dict[str, Any]) -> dict[str, Any]:
    """Write the document at the request's target, in its format; nothing is to be told."""
    document.calculateAll()
    target = Path(request["target"])
    form = property_value("FilterName", FILTERS[target.suffix])
    document.storeToURL(target.as_uri(), (form,))
    return {}


ACTIONS: dict[str, Callable[[Uno, dict[str, Any]], dict[str, Any]]] = {
    "recalculate": recalculate,
    "save": save,
}


# Requests


def perform(desktop: Uno, request: dict[str, Any]) -> dict[str, Any]:
    """Return the result of one request, the document closed again."""
    document = open_workbook(desktop, request["path"])
    try:
        apply_edits(document, request["edits"])
        return ACTIONS[request["do"]](document, request)
    finally:
        document.close(True)


def answer(desktop: Uno, request: dict[str, Any]) -> dict[str, Any]:
    """Return the reply to one request; only the office's death passes through."""
    try:
        return {"ok": perform(desktop, request)}
    except RefusedError as error:
        return {"refused": str(error)}
    except FailedError as error:
        return {"failed": str(error)}
    except DisposedException:
        raise
    except UnoError as error:
        desktop.getCurrentComponent()  # the office's death may look like any other error
        return {"failed": f"LibreOffice: {error}"}


def requests() -> Iterator[dict[str, Any]]:
    """Yield the requests; once the input has ended, a call that hangs is not waited for long."""
    lines: queue.Queue[str | None] = queue.Queue()

    def read() -> None:
        for line in sys.stdin:
            lines.put(line)
        lines.put(None)
        time.sleep(2 * STOP_SECONDS)
        kill_everything()

    threading.Thread(target=read, daemon=True).start()
    while (line := lines.get()) is not None:
        yield json.loads(line)


def write_line(message: dict[str, Any]) -> None:
    """Write a message where the caller reads it."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Start the office, answer until the input ends, stop the office."""
    program, folder = sys.argv[1], Path(sys.argv[2])
    pipe = f"engine-{uuid4().hex}"
    office = start_office(program, folder, pipe)
    atexit.register(kill_if_alive, office)  # runs after a traceback is written
    desktop = connect(office, pipe)
    write_line({"ok": "ready"})
    for request in requests():
        write_line(answer(desktop, request))
    stop_office(office, desktop)
    shutil.rmtree(folder, ignore_errors=True)  # the caller may not be there to do it


if __name__ == "__main__":
    main()
