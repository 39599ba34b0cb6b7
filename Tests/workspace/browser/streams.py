"""Prints how fast changes reach 50 open pages while a coder makes 20 codings a second. It needs no browser.

usage: streams.py TEMA
"""

import json
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

from composed import CODES, composed
from serving import Client, Server, new_id, path, served


def spread(name: str, values: list[float]) -> None:
    ordered = sorted(values)
    print(f"{name}: median {statistics.median(ordered):.0f} ms, p95 {ordered[int(0.95 * (len(ordered) - 1))]:.0f}, most {ordered[-1]:.0f}")


def streams(server: Server) -> None:
    """Writes 20 codings a second for five seconds, while 50 pages listen."""
    sent: dict[str, float] = {}
    heard: list[float] = []

    def listen() -> None:
        client = Client(server, "ben")
        client.connection.request("GET", "/api/v1/events", headers={"Authorization": f"Bearer {client.token}"})
        answer = client.connection.getresponse()
        try:
            while line := answer.readline():
                now = time.monotonic()
                if line.startswith(b"data:"):
                    heard.extend(1000 * (now - sent[one["id"]]) for one in json.loads(line[5:]).get("codings", []) if one["id"] in sent)
        except OSError:
            pass

    for _ in range(50):
        threading.Thread(target=listen, daemon=True).start()
    time.sleep(2)
    client = Client(server, "ann")
    text = client.get("/documents/market")
    quote, answers = text["passages"][0]["text"], []
    for number in range(100):
        identifier = new_id()
        begun = sent[identifier] = time.monotonic()
        body = {"document": "market", "hash": text["hash"], "start": 0, "end": number % 11 + 1, "quote": quote[: number % 11 + 1], "codes": [CODES[number // 11 % 9][0]]}
        assert client.send("PUT", path("codings", identifier), body)[0] in (200, 201)
        answers.append(1000 * (time.monotonic() - begun))
        time.sleep(max(0, 0.05 - (time.monotonic() - begun)))
    time.sleep(2)
    spread("answer to a write, with 50 streams", answers)
    spread(f"from a write to its event in the 50 streams ({len(heard):,} events)", heard)


with tempfile.TemporaryDirectory() as folder:
    with served(sys.argv[1], composed(sys.argv[1], Path(folder)), "--port", "0", "--coders", "ann,ben") as server:
        streams(server)
