"""Compares what the server answers to a blind coder before and after another coder has worked. It must be the same.

usage: blind.py TEMA
"""

import json
import re
import socket
import sys
import tempfile
import time
from pathlib import Path

from serving import Client, Server, new_id, path, run, served

TEXT = "We lost the small boat in the storm.\n\nNobody asked us.\n\nThe fish will come back.\n"
CODES = "tema: 1\nid: composed\ntitle: Composed\nversion: \"1\"\ncodes:\n  - {id: loss, indicators: [storm]}\n  - {id: hope}\n"
CANARY = "canary-of-ann"
OPTIONS = ["", "?codings=hand", "?coder=ann", "?coders=ann,ben", "?by=document", "?code=hope", "?level=code&codings=final"]
ROUTES = [
    "/study", "/codebook", "/documents", "/documents/sea", "/documents/sea/codings", "/memos", "/memos?target=document&subject=sea",
    "/memos?target=code&subject=hope", "/memos?target=study&subject=", f"/search?q={CANARY}", "/search?q=boat", "/quotes", "/quotes?code=hope",
    "/quotes?coder=ann", "/quotes?codings=hand", "/quotes?codings=final", "/disagreements", "/disagreements?unit=sentence&coders=ann,ben",
    "/history", "/history?mine=1", "/history?before=1000", "/suggestions?code=hope", "/suggestions?code=loss",
    *[f"/export/quotes?format={format}{more}" for format in ["csv", "html"] for more in ["", "&coder=ann"]],
    *[f"/agreement{options}" for options in OPTIONS],
    *[f"/tables/{name}{options}" for name in ["frequencies", "cooccurrence", "compare", "saturation", "combinations"] for options in OPTIONS],
    *[
        f"/charts/{name}{options}" for options in OPTIONS
        for name in ["frequencies", "cooccurrence", "network", "compare", "saturation", "portrait", "combinations", "flows"]
    ],
]


def seen(client: Client, routes: list[str]) -> dict[str, str]:
    """Returns the answers by route, without the number of the study's last action and without times."""
    answers = {}
    for route in routes:
        status, answer = client.send("GET", route)
        text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else json.dumps(answer, sort_keys=True)
        answers[route] = f"{status} " + re.sub(r'"(action|last)": (\d+|"[^"]*")', r'"\1": 0', text)
    return answers


def work(client: Client) -> list[str]:
    """Does each kind of work as ann, and returns what must not be seen."""
    text = client.get("/documents/sea")
    ids = [new_id() for _ in range(3)]
    for coding, start, end, code in [(ids[0], 0, 7, "loss"), (ids[1], 12, 22, "hope")]:
        quote = text["passages"][0]["text"][start:end]
        body = {"document": "sea", "hash": text["hash"], "start": start, "end": end, "quote": quote, "codes": [code], "memo": CANARY}
        status, answer = client.send("PUT", path("codings", coding), body)
        assert status == 201, answer
    for target, subject in [("document", "sea"), ("code", "hope"), ("study", ""), ("coding", ids[0])]:
        status, answer = client.send("PUT", path("memos", new_id()), {"target": target, "subject": subject, "text": CANARY})
        assert status in (200, 201), answer
    for body in [("PUT", "/decisions", {"document": "sea", "passage": 0, "code": "loss", "verdict": "accepted"}), ("PUT", "/done/sea", {"done": True})]:
        status, answer = client.send(*body)
        assert status == 200, answer
    return [ids[0], ids[1], CANARY]


def study_of_three(tema: str, folder: Path, has_coded: bool) -> Path:
    """Makes a blind study of ann, ben and the coordinator cleo. Ben may have coded before."""
    study = folder / "composed.tema"
    (folder / "sea.txt").write_text(TEXT)
    (folder / "codebook.yaml").write_text(CODES)
    run(tema, "init", study)
    for arguments in [
        ["import", study, folder / "sea.txt"], ["codebook", "import", study, folder / "codebook.yaml"], ["code", study],
        ["coders", study, "--add", "cleo", "--role", "coordinator"], ["coders", study, "--add", "ann"], ["coders", study, "--add", "ben"],
        ["assign", study, "--to", "ann", "sea"], ["assign", study, "--to", "ben", "sea"], ["blind", study, "--on"],
    ]:
        run(tema, *arguments, "--coder", "cleo")
    if has_coded:
        run(tema, "tag", study, "sea", "--passage", "2", "--code", "hope", "--coder", "ben")
    return study


def listen(server: Server, coder: str) -> socket.socket:
    stream = socket.create_connection(("127.0.0.1", server.port))
    stream.sendall(f"GET /api/v1/events HTTP/1.1\r\nHost: {server.host}\r\nAuthorization: Bearer {server.token(coder)}\r\n\r\n".encode())
    return stream


def check(tema: str, folder: Path, has_coded: bool) -> str:
    """Lets ann work while ben looks, and then opens the document to ben."""
    study = study_of_three(tema, folder, has_coded)
    with served(tema, study, "--port", "0", "--coders", "ann,ben,cleo") as server:
        ann, ben, cleo = (Client(server, name) for name in ["ann", "ben", "cleo"])
        stream = listen(server, "ben")
        before = seen(ben, ROUTES)
        secrets = work(ann)
        routes = ROUTES + [f"/memos?target=coding&subject={secrets[0]}"]
        after = seen(ben, routes)
        differing = [f"{route}\n  before {before[route][:300]}\n  after  {after[route][:300]}" for route in ROUTES if before[route] != after[route]]
        assert not differing, "\n".join([f"ben {'has' if has_coded else 'has not'} coded", *differing])
        found = [route for route in routes for secret in secrets if secret in after[route].replace(f"q={CANARY}", "")]
        assert not found, found
        time.sleep(1)
        stream.setblocking(False)
        heard = stream.recv(1 << 20).decode()
        assert not [secret for secret in [*secrets, '"ann"'] if secret in heard], heard
        assert cleo.send("PUT", "/rules/open/sea", {"open": True})[0] == 200
        opened = seen(ben, ROUTES)
        changed = [route for route in ROUTES if opened[route] != after[route]]
        assert CANARY in opened["/documents/sea/codings"] and len(changed) >= 8, changed
        return f"{len(routes)} answers and the events show a blind coder nothing; {len(changed)} differ after the document is opened"


def main(tema: str) -> None:
    for has_coded in [False, True]:
        with tempfile.TemporaryDirectory() as folder:
            print(check(tema, Path(folder), has_coded))


main(sys.argv[1])
