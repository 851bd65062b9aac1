"""The threads in which streams ask the database."""

import threading

import pytest
from django.db import connection

from households.live.work import Workers


@pytest.mark.django_db(transaction=True)
def test_a_connection_is_kept_only_while_more_work_waits():
    workers, gate, seen = Workers(threads=1), threading.Event(), []

    def ask(wait):
        seen.append((connection.connection is not None, threading.get_ident()))
        connection.ensure_connection()
        if wait:
            gate.wait(3)

    first, second = workers.submit(ask, True), workers.submit(ask, False)
    gate.set()
    first.result(3)
    second.result(3)
    workers.submit(ask, False).result(3)
    workers.stop()
    assert [connected for connected, _ in seen] == [False, True, False]
    assert len({thread for _, thread in seen}) == 1


def test_a_failure_is_the_caller_s_and_the_next_work_is_done():
    workers = Workers(threads=1)
    with pytest.raises(ZeroDivisionError):
        workers.submit(lambda: 1 / 0).result(3)
    assert workers.submit(lambda: 7).result(3) == 7
    workers.stop()
    with pytest.raises(RuntimeError):
        workers.submit(lambda: 7)
