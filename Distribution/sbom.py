"""Write the software bill of materials of the static program as CycloneDX (JSON).

Usage: python3 Distribution/sbom.py VERSION FILE...

The parts and their licences are those of LICENSES/parts.tsv. Swift packages have the versions of the build, C
libraries those of sources.txt, and the system is asked for the others. FILEs are the files of the release, whose
hashes are listed. Reads SOURCE_DATE_EPOCH.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import os
import re
import subprocess
import urllib.parse
import uuid
from pathlib import Path
from typing import Any

from licences import ROOT, parts

SOURCES = Path(__file__).with_name("sources.txt")


def packages() -> dict[str, tuple[str, str, str]]:
    """Return the address, the version and the revision of each Swift package by the name of its checkout."""
    state = json.loads((ROOT / ".build/workspace-state.json").read_text(encoding="utf-8"))
    found = {}
    for each in state["object"]["dependencies"]:
        checkout = each["state"]["checkoutState"]
        address = each["packageRef"]["location"].removeprefix("https://").removesuffix(".git")
        found[each["subpath"]] = (address, checkout["version"], checkout["revision"])
    return found


def libraries() -> dict[str, str]:
    """Return Debian's versions of the C libraries by the names of their source packages."""
    pattern = re.compile(r"/([^/]+)/[^/_]+_([^/_]+?)(?:_amd64\.deb|\.dsc)$", re.MULTILINE)
    return dict(pattern.findall(SOURCES.read_text(encoding="utf-8")))


def printed(*words: str) -> str:
    """Return what a command prints."""
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


def component(part: dict[str, str], swift: str) -> dict[str, Any]:
    """Return a part as a component."""
    origin, kind = part["origin"], part["kind"]
    if kind == "package":
        place, version, revision = packages()[origin]
        address = f"pkg:swift/{place}@{version}?vcs_revision={revision}"
    elif kind == "toolchain":
        version, address = swift, f"pkg:generic/{origin}@{swift}"
    else:
        version = libraries()[origin] if kind != "system" else printed("dpkg-query", "-W", "-f=${Version}", origin)
        address = f"pkg:deb/debian/{origin}@{urllib.parse.quote(version)}"
    return {
        "type": "library",
        "bom-ref": part["part"],
        "name": part["part"],
        "version": version,
        "licenses": [{"expression": part["licence"]}],
        "purl": address,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("version")
    parser.add_argument("files", type=Path, nargs="*")
    options = parser.parse_args()
    swift = re.search(r"Swift version (\S+)", printed("swift", "--version"))
    components = [component(part, swift[1] if swift else "") for part in parts()]
    moment = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    files = [
        {
            "type": "file",
            "bom-ref": path.name,
            "name": path.name,
            "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}],
        }
        for path in options.files
    ]
    content = json.dumps(components + files, sort_keys=True)
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, content)}",
        "version": 1,
        "metadata": {
            "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": "tema",
                "name": "tema",
                "version": options.version,
                "licenses": [{"expression": "Apache-2.0"}],
            },
        },
        "components": components + files,
        "dependencies": [{"ref": "tema", "dependsOn": [part["bom-ref"] for part in components]}],
    }
    print(json.dumps(bill, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
