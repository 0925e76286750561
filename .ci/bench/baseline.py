"""What a script does without Concord: read a survey export with csv, keep it in
SQLite, and index its comments with FTS5. Prints the seconds of each as JSON.

usage: baseline.py FILE.csv DATABASE
"""
import csv
import json
import sqlite3
import sys
import time

csv.field_size_limit(10**9)
begun = time.perf_counter()
db = sqlite3.connect(sys.argv[2])
db.execute("CREATE TABLE respondents (id INTEGER PRIMARY KEY, name TEXT UNIQUE, cohort TEXT, session TEXT)")
db.execute("CREATE TABLE comments (id INTEGER PRIMARY KEY, respondent INTEGER, text TEXT)")
with open(sys.argv[1], encoding="utf-8", newline="") as f:
    for n, row in enumerate(csv.DictReader(f), 1):
        db.execute("INSERT INTO respondents VALUES (?, ?, ?, ?)", (n, row["respondent"], row["cohort"], row["session"]))
        db.execute("INSERT INTO comments VALUES (?, ?, ?)", (n, n, row["comment"]))
db.commit()
stored = time.perf_counter()
db.execute("CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='porter unicode61')")
db.execute("INSERT INTO words (rowid, text) SELECT id, text FROM comments")
db.commit()
db.close()
json.dump({"store": stored - begun, "index": time.perf_counter() - stored}, sys.stdout)
