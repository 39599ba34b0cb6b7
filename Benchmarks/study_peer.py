#!/usr/bin/env python3
"""Stores codings made by hand in the simplest way: Python's sqlite3 with one table.

usage: study_peer.py import DATABASE FOLDER | frequencies DATABASE | tag DATABASE DOCUMENT PASSAGE CODE
"""
import json
import pathlib
import sqlite3
import sys
import uuid

FIELDS = ["id", "document", "hash", "passage", "start", "end", "code", "coder", "quote", "before", "after", "state", "score", "at"]


def connect(path):
    database = sqlite3.connect(path)
    # The same durability as Tema's.
    database.execute("PRAGMA synchronous = EXTRA")
    return database


def insert(database, rows):
    with database:
        database.executemany(f"INSERT INTO codings VALUES ({', '.join('?' * len(FIELDS))})", rows)


def read(folder):
    for path in sorted(pathlib.Path(folder).glob("codings/*/*.jsonl")):
        with open(path) as lines:
            for line in lines:
                coding = json.loads(line)
                yield [coding[field] for field in FIELDS]


def main(command, path, *rest):
    database = connect(path)
    if command == "import":
        columns = ", ".join(f'"{field}"' for field in FIELDS)
        database.execute(f"CREATE TABLE codings ({columns})")
        database.execute("CREATE UNIQUE INDEX ids ON codings (id)")
        database.execute('CREATE INDEX places ON codings (document, "start", "end")')
        insert(database, read(rest[0]))
    elif command == "frequencies":
        rows = database.execute(
            "SELECT code, count(*), count(DISTINCT document) FROM (SELECT DISTINCT code, document, passage FROM codings) "
            "GROUP BY code ORDER BY code")
        for row in rows:
            print(*row, sep=",")
    else:
        document, passage, code = rest
        coding = {field: "" for field in FIELDS} | {"id": uuid.uuid4().hex, "document": document, "passage": int(passage), "code": code}
        insert(database, [[coding[field] for field in FIELDS]])
        print(coding["id"])


main(*sys.argv[1:])
