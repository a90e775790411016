"""The services of the scaled mode, where this machine has them: a database and a queue of a test's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest
import redis

# Where they are looked for; a run of the whole suite in the scaled mode names its own.
POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"
REDIS = "redis://127.0.0.1:6379"
CLAIM = "rectoverso-tests"
LASTS = 600  # seconds after which a queue that a killed run left claimed is free again


@contextmanager
def services() -> Iterator[dict[str, str]]:
    """DATABASE_URL and REDIS_URL of a fresh database and an empty queue, both gone afterwards. Skips the test
    where a service cannot be had.
    """
    with _database() as database, _queue() as queue:
        yield {"DATABASE_URL": database, "REDIS_URL": queue}


@contextmanager
def _database() -> Iterator[str]:
    asked = os.environ.get("DATABASE_URL", "")
    server = asked if asked.startswith("postgres") else POSTGRES
    name = f"rectoverso_{uuid4().hex}"
    try:
        connection = psycopg.connect(server, autocommit=True, connect_timeout=2)
        connection.execute(f'CREATE DATABASE "{name}"')
    except psycopg.Error as error:
        pytest.skip(f"PostgreSQL cannot be had: {error}")
    with connection:
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def _queue() -> Iterator[str]:
    """One of the numbered databases of Redis that nothing lies in: claimed, so that no other run takes it."""
    server = os.environ.get("REDIS_URL") or REDIS
    for number in range(15, 0, -1):
        address = urlsplit(server)._replace(path=f"/{number}").geturl()
        with redis.Redis.from_url(address, socket_connect_timeout=2) as client:
            try:
                claimed = not client.dbsize() and client.set(CLAIM, "1", nx=True, ex=LASTS)
            except redis.RedisError as error:
                pytest.skip(f"Redis cannot be had: {error}")
            if claimed:
                try:
                    yield address
                finally:
                    client.flushdb()
                return
    pytest.skip("Redis has no database that is empty")
