"""Starts `tema serve`, and talks to it as the page does."""

import http.client
import json
import secrets
import signal
import subprocess
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit


class Server:
    """A running workspace."""

    def __init__(self, tema: str, study: Path, *options: str):
        self.process = subprocess.Popen(
            [tema, "serve", str(study), "--no-open", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.links = {}
        lines = len(options[options.index("--coders") + 1].split(",")) if "--coders" in options else 1
        for _ in range(lines):
            name, _, link = self.process.stdout.readline().rstrip("\n").rpartition("\t")
            self.links[name] = link
        if not link:
            raise RuntimeError(self.process.stderr.read())
        self.link = link
        self.host = urlsplit(link).netloc
        self.port = urlsplit(link).port

    def token(self, coder: str = "") -> str:
        return urlsplit(self.links[coder]).fragment.removeprefix("token=")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=10)


@contextmanager
def served(tema: str, study: Path, *options: str):
    server = Server(tema, study, *options)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.kill()


class Client:
    """A coder's page without a browser."""

    def __init__(self, server: Server, coder: str = ""):
        self.server, self.token = server, server.token(coder)
        self.connection = http.client.HTTPConnection(server.host, timeout=20)

    def send(self, method: str, path: str, body=None, **headers):
        """Returns the status and the JSON of the answer."""
        fields = {"Authorization": f"Bearer {self.token}"}
        if method != "GET":
            fields |= {"Origin": f"http://{self.server.host}", "Content-Type": "application/json"}
        text = None if body is None else json.dumps(body)
        self.connection.request(method, "/api/v1" + path, text, fields | headers)
        answer = self.connection.getresponse()
        content = answer.read()
        is_json = answer.headers.get_content_type() == "application/json"
        return answer.status, json.loads(content) if is_json else content

    def get(self, path: str):
        status, answer = self.send("GET", path)
        assert status == 200, (path, status, answer)
        return answer


def new_id() -> str:
    return secrets.token_hex(16)


def path(*parts: str) -> str:
    return "/" + "/".join(quote(part, safe="") for part in parts)


def run(tema: str, *arguments: str) -> str:
    """Runs a command of tema, and returns what it prints."""
    return subprocess.run([tema, *map(str, arguments)], check=True, capture_output=True, text=True).stdout
