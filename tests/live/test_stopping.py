"""Stopping a real server with screens connected: it ends their streams, and then itself, at once."""

import os
import re
import signal
import socket
import subprocess
import sys
import time

import pytest

REQUEST = b"GET /live/h/7/?page=home&revision=40 HTTP/1.1\r\nHost: localhost\r\nCookie: rungs=ann\r\n\r\n"


@pytest.fixture
def server(tmp_path):
    log = tmp_path / "log"
    command = [sys.executable, "-m", "uvicorn", "tests.live.served:application", "--port", "0"]
    with log.open("w") as out:
        env = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
        process = subprocess.Popen(command, stdout=out, stderr=out, env=env)
    try:
        deadline = time.monotonic() + 20
        while not (found := re.search(r"running on http://127.0.0.1:(\d+)", log.read_text())):
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < deadline
            time.sleep(0.02)
        yield process, int(found[1])
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_server_stops_within_a_second_and_ends_each_stream_whole(server, number):
    process, port = server
    screens = []
    for _ in range(50):
        screen = socket.create_connection(("127.0.0.1", port), timeout=5)
        screen.sendall(REQUEST)
        screens.append(screen)
    for screen in screens:
        received = b""
        while b"retry:" not in received:
            chunk = screen.recv(4096)
            assert chunk, received
            received += chunk
    began = time.monotonic()
    process.send_signal(number)
    process.wait(5)
    assert time.monotonic() - began < 1
    for screen in screens:
        rest = b""
        while chunk := screen.recv(4096):
            rest += chunk
        assert rest.endswith(b"0\r\n\r\n")
        screen.close()
