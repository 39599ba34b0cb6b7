"""Attacks the server through sockets, and checks that it refuses and goes on working.

usage: attacks.py TEMA
"""

import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from serving import Client, Server, run, served


def exchange(server: Server, request: bytes, seconds: float = 5) -> bytes:
    """Sends bytes, and returns all that is answered until the server closes the connection or is silent."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=seconds) as connection:
        connection.sendall(request)
        answer = b""
        try:
            while part := connection.recv(1 << 16):
                answer += part
        except TimeoutError:
            pass
        return answer


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


def get(server: Server, head: str, path: str = "/api/v1/study") -> int:
    text = f"GET {path} HTTP/1.1\r\n{head}Authorization: Bearer {server.token()}\r\nConnection: close\r\n\r\n"
    return status(exchange(server, text.encode()))


def hosts(server: Server) -> None:
    port = server.port
    assert get(server, f"Host: 127.0.0.1:{port}\r\n") == 200
    assert get(server, f"host: localhost:{port}\r\n") == 200
    for head in [
        "", "Host: \r\n", "Host: 127.0.0.1\r\n", f"Host: evil.example:{port}\r\n", f"Host: LOCALHOST:{port}\r\n",
        f"Host: localhost.:{port}\r\n", f"Host: 127.0.0.1:{port}\r\nHost: evil.example\r\n",
        f"Host: evil.example\r\nHost: 127.0.0.1:{port}\r\n",
    ]:
        assert get(server, head) in (400, 421), head


def sizes(server: Server) -> None:
    head = f"Host: 127.0.0.1:{server.port}\r\nOrigin: http://127.0.0.1:{server.port}\r\n"
    assert get(server, head + f"X-Long: {'x' * 20_000}\r\n") in (0, 400, 431)
    assert get(server, head + "".join(f"X-{number}: x\r\n" for number in range(200))) in (0, 400, 431)
    request = (
        f"PUT /api/v1/done/x HTTP/1.1\r\n{head}Authorization: Bearer {server.token()}\r\n"
        "Content-Type: application/json\r\n")
    assert status(exchange(server, f"{request}Content-Length: 2000000000\r\n\r\n{{".encode())) == 413
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    chunked = exchange(server, f"{request}Transfer-Encoding: chunked\r\n\r\n".encode() + chunk * 20)
    assert status(chunked) in (0, 413), chunked[:100]


def slowness(server: Server) -> None:
    """Opens connections that send next to nothing. Others are answered in the meantime, and the slow ones are closed."""
    slow = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(40)]
    for connection in slow:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: 127")
    body = socket.create_connection(("127.0.0.1", server.port))
    body.sendall(
        f"PUT /api/v1/done/x HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nOrigin: http://127.0.0.1:{server.port}\r\n"
        f"Authorization: Bearer {server.token()}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n".encode())
    begun = time.monotonic()
    is_open = True
    while is_open and time.monotonic() - begun < 60:
        assert Client(server).send("GET", "/study")[0] == 200
        for connection in [slow[0], body]:
            try:
                connection.sendall(b" ")
            except OSError:
                pass
        body.settimeout(0.01)
        try:
            is_open = body.recv(1) not in (b"", b"H")
        except TimeoutError:
            pass
        except OSError:
            is_open = False
        time.sleep(1)
    assert not is_open, "a slow body was never refused"
    for connection in slow:
        connection.settimeout(40)
        try:
            while connection.recv(1 << 16):
                pass
        except ConnectionError:
            pass
        connection.close()


def ends(tema: str, study: Path) -> None:
    """Ends the server while streams are open."""
    server = Server(tema, study, "--port", "0")
    streams = []
    for _ in range(10):
        stream = socket.create_connection(("127.0.0.1", server.port))
        stream.sendall(
            f"GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {server.token()}\r\n\r\n".encode())
        assert stream.recv(100).startswith(b"HTTP/1.1 200")
        streams.append(stream)
    begun = time.monotonic()
    code = server.end()
    seconds = time.monotonic() - begun
    print(f"ended with {len(streams)} open streams after {seconds:.2f} s, exit code {code}")
    assert code == 0 and seconds < 1.5


def addresses(tema: str, study: Path, server: Server) -> None:
    """Checks that only loopback is listened on, and that other addresses need a certificate."""
    lines = Path("/proc/net/tcp").read_text().splitlines()[1:] + Path("/proc/net/tcp6").read_text().splitlines()[1:]
    listening = [line.split()[1] for line in lines if line.split()[3] == "0A"]
    own = [address for address in listening if address.endswith(f":{server.port:04X}")]
    assert own == [f"0100007F:{server.port:04X}"], own
    refused = subprocess.run([tema, "serve", str(study), "--no-open", "--listen", "0.0.0.0", "--host", "a.example"], capture_output=True, text=True)
    assert refused.returncode == 2 and "HTTPS" in refused.stderr, refused.stderr


def main(tema: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        study = Path(folder) / "composed.tema"
        run(tema, "init", study)
        with served(tema, study, "--port", "0") as server:
            old = server.token()
            hosts(server)
            sizes(server)
            addresses(tema, study, server)
            slowness(server)
        with served(tema, study, "--port", "0") as server:
            client = Client(server)
            client.token = old
            assert client.send("GET", "/study")[0] == 401, "an old link must not work"
        ends(tema, study)
    print("all attacks were refused")


main(sys.argv[1])
