"""Reads CSV files, and the JSON files beside them, with programs that are not ours.

    python3 .ci/readers.py FILE... > results

One JSON object a line: {"reader", "file", "header", "rows"}, all cells as text, or {"reader", "file", "error"}. The readers are
Python's csv (strict), csvkit's csvjson, Python's json (numbers as they are written), and the bytes themselves. Miller has a
process of its own. csvkit runs inside this one, since it is the start of its programs that takes long.
"""
import contextlib
import csv
import io
import json
import sys
import unicodedata

from csvkit.utilities.csvjson import CSVJSON

CRLF = b"\r\n"
FORMULA = "=+-@\t\r"  # with these a spreadsheet begins to calculate


def look_at_bytes(path):
    """What no reader of tables says: encoding, mark, ends of lines, composed letters."""
    with open(path, "rb") as f:
        raw = f.read()
    if raw.startswith(b"\xef\xbb\xbf"):
        raise ValueError("begins with a byte-order mark")
    text = raw.decode("utf-8")
    rest = raw.replace(CRLF, b"")
    if not raw.endswith(CRLF) or b"\r" in rest or b"\n" in rest:
        raise ValueError("a line does not end with CRLF")
    if not unicodedata.is_normalized("NFC", text):
        raise ValueError("letters are not composed (NFC)")
    return {}


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as f:
        header, *rows = csv.reader(f, strict=True)
    return {"header": header, "rows": rows}


def csvjson(path):
    """csvkit takes words such as "none", which is a kind of target, for nothing, unless --blanks says that a cell is a cell."""
    output = io.StringIO()
    CSVJSON(["--no-inference", "--blanks", "--snifflimit", "0", path], output_file=output).run()
    return table(json.loads(output.getvalue(), object_pairs_hook=list))


def read_json(path):
    with open(path[: -len(".csv")] + ".json", encoding="utf-8") as f:
        records = json.load(f, object_pairs_hook=list, parse_float=Number, parse_int=Number)
    texts = {(n, t) for r in records for n, v in r for t in (v if isinstance(v, list) else [v]) if type(t) is str}
    return {**table(records), "formulas": sorted((n, t) for n, t in texts if t == "" or t[0] in FORMULA)}


class Number(str):
    """A number as it is written, so that digits are compared and not values."""


def table(records):
    return {"header": [n for n, _ in records[0]] if records else [], "rows": [[cell(v) for _, v in r] for r in records]}


def cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ";".join(value) if isinstance(value, list) else str(value)


READERS = {"bytes": look_at_bytes, "python": read_csv, "csvjson": csvjson, "json": read_json}


def main(paths):
    for path in paths:
        for name, reader in READERS.items():
            try:
                with contextlib.redirect_stderr(io.StringIO()):
                    result = reader(path)
            except (Exception, SystemExit) as problem:
                result = {"error": f"{type(problem).__name__}: {problem}"}
            print(json.dumps({"reader": name, "file": path, **result}, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
