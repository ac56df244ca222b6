"""Fills in forms with LibreOffice as people do: what is typed is read by the rules of the locale.

    /usr/bin/python3 .ci/forms.py LOCALE < jobs.json > results.json

A job is {"open", "save", "csv", "type": [{"row", "column", "text"}]}: the form is opened, each text is typed into the cell of the row
whose id begins with "row" and the column whose English header is "column", and the form is saved as .xlsx, and its first sheet of rows as
CSV where "csv" is given. A result is {"visible": sheets, "locked": whether sheets and ids are protected, "open": whether the cells that
are typed into are not, "rules": how many cells check what is typed}.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sheet.ValidationType import ANY

LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale"
oor:op="fuse"><value>%s</value></prop></item></oor:items>"""


def properties(**named):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in named.items())


def connect(profile):
    pipe = "minhbach-%d" % os.getpid()
    office = subprocess.Popen(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore", "--nologo",
                               "--accept=pipe,name=%s;urp;" % pipe], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(240):
        try:
            remote = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            return office, remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        except NoConnectException:
            time.sleep(0.25)
    office.kill()
    raise SystemExit("LibreOffice does not answer")


def used(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return cursor.RangeAddress.EndRow + 1, cursor.RangeAddress.EndColumn + 1


def find(document, row, column):
    for sheet in document.Sheets:
        rows, columns = used(sheet)
        for r in range(1, rows):
            if not sheet.getCellByPosition(0, r).String.startswith(row):
                continue
            for c in range(columns):
                if sheet.getCellByPosition(c, 0).String.split("\n")[-1] == column:
                    return sheet.getCellByPosition(c, r)
    raise SystemExit("there is no cell for %s, %s" % (row, column))


def rules(document):
    """How many cells that may be filled in check what is typed."""
    n = 0
    for sheet in document.Sheets:
        rows, columns = used(sheet)
        for r in range(1, rows):
            n += sum(sheet.getCellByPosition(c, r).Validation.Type != ANY for c in range(columns))
    return n


def locked(document):
    """Whether every sheet is protected, and the id of a row locked."""
    return all(s.isProtected() for s in document.Sheets) and document.Sheets.getByIndex(1).getCellByPosition(0, 1).CellProtection.IsLocked


def opened(document, typed):
    """Whether the cells into which people type are open."""
    return all(not find(document, t["row"], t["column"]).CellProtection.IsLocked for t in typed)


def work(desktop, job):
    document = desktop.loadComponentFromURL("file://" + job["open"], "_blank", 0, properties(Hidden=True))
    try:
        for typed in job.get("type", []):
            cell = find(document, typed["row"], typed["column"])
            cell.FormulaLocal = typed["text"]
        result = {"visible": [s.Name for s in document.Sheets if s.IsVisible], "locked": locked(document), "open": opened(document, job.get("type", [])), "rules": rules(document)}
        document.storeToURL("file://" + job["save"], properties(FilterName="Calc MS Excel 2007 XML"))
        if "csv" in job:
            document.storeToURL("file://" + job["csv"], properties(
                FilterName="Text - txt - csv (StarCalc)", FilterOptions="59,34,76,1,,0,false,true,true,false,false,2"))
        return result
    finally:
        document.close(True)


def main(locale):
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(folder + "/user")
        with open(folder + "/user/registrymodifications.xcu", "w", encoding="utf-8") as f:
            f.write(LOCALE % locale)
        office, desktop = connect(folder)
        try:
            json.dump([work(desktop, job) for job in json.load(sys.stdin)], sys.stdout)
        finally:
            desktop.terminate()
            office.wait(60)


main(*sys.argv[1:])
