"""Kills the server again and again while a page codes, and checks that no saved coding is lost and none is there twice.

usage: kills.py TEMA [NUMBER OF KILLS]

A coding is saved when the server has answered its request. After a kill the page sends what was not answered again, to
the next server. The seed of the random numbers is printed.
"""

import http.client
import json
import random
import sys
import tempfile
import threading
import time
from pathlib import Path

from serving import Client, Server, new_id, path, run


def main(tema: str, kills: int) -> None:
    seed = random.randrange(1 << 30)
    print(f"seed {seed}")
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        study = Path(folder) / "composed.tema"
        words = " ".join(f"word{number}" for number in range(20_000))
        (Path(folder) / "long.txt").write_text(words + "\n")
        (Path(folder) / "codebook.yaml").write_text("tema: 1\nid: composed\ntitle: Composed\nversion: \"1\"\ncodes:\n  - id: a\n  - id: b\n")
        run(tema, "init", study)
        run(tema, "import", study, Path(folder) / "long.txt", "--coder", "ann")
        run(tema, "codebook", "import", study, Path(folder) / "codebook.yaml", "--coder", "ann")
        saved, unsaved = set(), []
        place = 0
        for _ in range(kills):
            server = Server(tema, study, "--port", "0", "--coder", "ann")
            timer = threading.Timer(chance.uniform(0, 0.5), server.kill)
            timer.start()
            try:
                client = Client(server)
                document = client.get("/documents")["documents"][0]["id"]
                text = client.get(path("documents", document))
                while True:
                    if not unsaved:
                        start = text["passages"][0]["text"].index(" ", place) + 1
                        place = start
                        end = text["passages"][0]["text"].index(" ", start)
                        quote = text["passages"][0]["text"][start:end]
                        unsaved.append((new_id(), {
                            "document": document, "hash": text["hash"], "start": start, "end": end, "quote": quote,
                            "codes": ["a"]}))
                    coding, body = unsaved[0]
                    status, answer = client.send("PUT", path("codings", coding), body)
                    assert status in (200, 201), (status, answer)
                    saved.add(coding)
                    unsaved.pop(0)
            except (OSError, http.client.HTTPException, json.JSONDecodeError):
                pass
            timer.join()
            server.process.stdout.close()
            server.process.stderr.close()
        run(tema, "verify", study)
        rows = [json.loads(line) for line in run(tema, "codings", study, "--codings", "hand", "--format", "jsonl").splitlines()]
        found = [row["id"] for row in rows]
        lost = saved - set(found)
        twice = len(found) - len(set(found)) + len(found) - len({(row["start"], row["end"]) for row in rows})
        print(f"{kills} kills, {len(saved)} codings saved, {len(lost)} lost, {twice} twice")
        assert not lost and not twice and len(saved) > kills / 4
        assert set(found) <= saved | {coding for coding, _ in unsaved}


main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 25)
