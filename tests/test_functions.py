"""Functions of cells over adversarial columns: what is translated gives what Python gives, or both raise."""

from __future__ import annotations

from typing import Any

import pytest

from tests.differential import differences, run
from translator import translate_source

SETUP = """\
import datetime
import math
import re
import numpy as np
import pandas as pd
LIMIT = 2
TABLE = {"a": 1, "b": 2}
NAMES = {1: "one", 2: "two"}
WANTED = ["a", "é"]
df = pd.DataFrame({
    "f": [1.5, np.nan, 0.0, -0.0, -2.5, 2.675, 1e9, 1e-7],
    "g": [0.0, 1.0, 2.0, -3.0, 0.5, 3.0, 100.0, -0.5],
    "i": [3, 0, 2, -1, 3, 7, 100, -100],
    "j": [1, 2, 3, 4, 5, 6, 7, 8],
    "s": ["a", None, "", " b ", "é1", "A,b", "12", "NaN"],
    "u": ["a", "b", "c", "a", "x y", "12", "-3", "1.5"],
    "n": ["a", np.nan, "b", "", "1", "z", "a", "b"],
    "b": [True, False, True, True, False, False, True, False],
    "t": pd.to_datetime(["2024-02-29 23:59:59", None, "1969-12-31", "2000-01-01 00:00:01", "2023-06-15", None,
                         "1999-12-31", "2024-12-30"], format="ISO8601"),
})
"""


def bodies(text: str) -> list[str]:
    return [body.strip() for body in text.replace("\n", " ").split(" ; ") if body.strip()]


def functions(text: str) -> list[str]:
    return text.split("# ---\n")


NUMBERS = bodies("""
x + 1 ; x * 2.5 ; 1 - x ; x / 4 ; 4 / x ; x // 3 ; x % 3 ; -x ; x ** 2 ; abs(x) ; round(x) ; round(x, 1) ;
round(x, 2) ; int(x) ; float(x) ; x > 1 ; x == 0 ; x != 0 ; not x > 1 ; not x ; x and x > 2 ; x or 5 ;
1 if x else 0 ; 0 < x < 3 ; x in [1, 2, 3] ; x not in (0, 1.5) ; max(x, 0) ; min(x, 1, 2) ; max(0, x) ;
1 if x > 1 else 0 ; 'hi' if x > 1 else 'lo' ; x if x > 0 else 0 ; x if x > 0 else None ; np.nan if x == 0 else x ;
None if x > 1 else 1 ; 1 / x if x != 0 else 0.0 ; 1 / x if x > 0 else np.nan ; np.sqrt(x) ; np.log(x) ;
np.log1p(x) if x > 0 else 0.0 ; math.floor(x) ; math.ceil(x) ; np.floor(x) ; x if not pd.isnull(x) else -1.0 ;
pd.isnull(x) ; x is None ; x == x ; x != x ; np.isnan(x) ; f'{x:.1f}' ; f'{x:.2f}%' ; str(int(x)) ;
NAMES.get(x, 'other') ; NAMES[x] if x in NAMES else 'none' ; x > LIMIT or x < -LIMIT ; isinstance(x, float) ;
isinstance(x, (int, float)) and x > 1 ; (x - 1) * 100 / 7 ; np.round(x, 1) ; True if x > 0 else False ;
x * x > 4 and x < 50 ; 'a' if x < 0 else 'b' if x < 1 else 'c' if x < 2 else None
""")
TEXTS = bodies("""
x.lower() ; x.upper().strip() ; x.strip() ; x == 'a' ; x != 'a' ; x + '!' ; '<' + x ; len(x) ; len(x) > 1 ; x[0] ;
x[:1] ; x[1:] ; x[-1] ; x.split(',')[0] ; x.split(',')[-1] ; x.split(',')[1] ; x.replace('a', 'z') ;
x.startswith('a') ; x.endswith(('b', ' ')) ; 'a' in x ; x in 'abc' ; x in WANTED ; x in {'a', 'b'} ;
x not in TABLE ; TABLE.get(x) ; TABLE.get(x, 0) ; TABLE[x] ; str(x) ; f'{x}-{x}' ; '{}'.format(x) ; int(x) ;
float(x) ; x or 'none' ; x and x[0] ; 1 if x else 0 ; not x ; x is None ; pd.isnull(x) ;
'' if pd.isnull(x) else x.upper() ; x if isinstance(x, str) else '?' ; isinstance(x, float) ; x > 'b' ; x == 1 ;
x if x is not None else 'gone' ; None if x == 'a' else x ; x.title() ; x.capitalize() ; x.isdigit() ; x.zfill(3) ;
x.count('a') ; x.find('b') ; x.swapcase() ; x.isalpha() ; x.isupper() ; x.isspace() ; x.removeprefix('a') ;
len(x.split(',')) ; re.sub('[ab]', '-', x) ; 1 if re.search('[0-9]', x) else 0 ;
'm' if re.match('[a-c]', x) else None ; len(x.strip().lower()) if x else 0
""")
TIMES = bodies("""
x.year ; x.month > 6 ; x.day ; x.hour ; x.weekday() ; x.isoweekday() ; x.dayofweek ; x.quarter ; x.date() ;
x.strftime('%Y-%m-%d') ; x.day_name() ; x.normalize() ; pd.isnull(x) ; x is None ; x == x ;
1 if x.month in (12, 1, 2) else 0 ; None if pd.isnull(x) else x.year ; x.year if not pd.isnull(x) else 0 ;
str(x) ; x > pd.Timestamp('2000-01-01') ; x ; (x - pd.Timestamp('2000-01-01')).days ; x + pd.Timedelta(days=1) ;
(x - pd.Timestamp('2000-01-01 12:00')).total_seconds() / 3600 ; x.date().year ;
'new' if x >= datetime.datetime(2020, 1, 1) else 'old'
""")
BOOLEANS = bodies("""
not x ; 1 if x else 0 ; x and True ; x or False ; x == True ; int(x) ; str(x) ; f'{x}' ; 'y' if x else 'n'
""")
BODIES = functions("""
def f(x):
    try:
        return float(x)
    except (ValueError, TypeError):
        return None
# ---
def f(x):
    try:
        return int(x)
    except ValueError:
        return -1
# ---
def f(x):
    try:
        y = int(x)
    except:
        return 'bad'
    return 'good'
# ---
def f(x):
    try:
        return x.split(',')[1]
    except (IndexError, AttributeError):
        return ''
# ---
def f(x):
    try:
        return TABLE[x]
    except KeyError:
        return 0
# ---
def f(x):
    try:
        return 10 / x
    except ZeroDivisionError:
        return 0.0
# ---
def f(x):
    y = 0
    if x == 'a':
        y = 1
    elif x != x:
        y = 2
    return y
# ---
def f(x):
    for w in WANTED:
        if w == x:
            return w
    return None
# ---
def g(x, k=2):
    return x * k

def f(x):
    if x > 1:
        return g(x)
    return g(x, k=3) + 1
# ---
def f(x):
    if x == 'a':
        raise ValueError('no')
    return 1
""")
PROGRAMS = [
    *((c, f"df['{c}'].apply(lambda x: {body})", "") for c in "fgij" for body in NUMBERS),
    *((c, f"df['{c}'].apply(lambda x: {body})", "") for c in "sun" for body in TEXTS),
    *(("t", f"df['t'].apply(lambda x: {body})", "") for body in TIMES),
    *(("b", f"df['b'].apply(lambda x: {body})", "") for body in BOOLEANS),
    *((c, f"df['{c}'].map(f)", body) for c in "fisun" for body in BODIES),
    *((c, f"df['{c}'].apply({name})", "") for c in "fius" for name in ("str", "int", "float", "abs", "len", "np.sqrt")),
]
ROWS = bodies("""
r['f'] + r['i'] ; r['f'] / r['g'] ; r['i'] / r['j'] ; r['i'] if r['f'] > 0 else r['j'] ;
r['i'] > r['j'] or r['f'] < 0 ; r['g'] if pd.isnull(r['f']) else r['f'] ; min(r['f'], r['g']) ;
round(r['f'] / r['j'], 2) ; r.i * 2 ; r['i'] // 2 ; r['i'] % 7 ; np.log(r['j']) ; isinstance(r['i'], float) ;
abs(r['i'] - r['j']) ; r.get('zz', 1) ; r['j'] ** 2 ; 1 if r['i'] in (3, 7) else 0 ; r['f'] == r['g'] ;
'x' if r['f'] != r['g'] else 'y'
""")
FRAMES = [
    *(f"df.apply(lambda r: {body}, axis=1)" for body in ROWS),
    *(f"df[['f', 'g', 'i', 'j']].apply(lambda r: {body}, axis=1)" for body in ROWS),
    *(f"df[['i', 'j']].apply(lambda r: {b}, axis=1)" for b in ROWS if "'f'" not in b and "'g'" not in b),
]


def raises(text: str) -> bool:
    try:
        names, _ = run(text)
        names["df"].toPandas()
    except Exception:
        return True
    return False


def check(program: str) -> bool:
    """Compare a program with its translation; whether it was translated."""
    translation = translate_source(program)
    assert translation.outcome == "translated"
    if ".apply(" in translation.text.split("# here")[1] or ".map(" in translation.text.split("# here")[1]:
        return False
    try:
        run(program)
    except Exception:
        assert raises(translation.text), f"only the original raises: {program.split('# here')[1]}"
        return True
    found, compared = differences(program, translation)
    assert not found, program.split("# here")[1] + "\n" + translation.text.split("# here")[1] + "\n".join(found)
    assert compared
    return True


def chunks(items: list[Any]) -> list[list[Any]]:
    return [items[i : i + 20] for i in range(0, len(items), 20)]


@pytest.mark.parametrize("programs", chunks(PROGRAMS), ids=lambda c: f"{c[0][1][:40]}")
def test_cells(programs: list[tuple[str, str, str]], session: Any) -> None:
    for _, call, function in programs:
        check(f"{SETUP}{function}# here\ndf['out'] = {call}\n")


@pytest.mark.parametrize("calls", chunks(FRAMES), ids=lambda c: c[0][:60])
def test_rows(calls: list[str], session: Any) -> None:
    for call in calls:
        check(f"{SETUP}# here\ndf['out'] = {call}\n")
