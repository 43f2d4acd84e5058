# ruff: noqa: E501
"""The grammar of columns: expressions that give a Series over the rows of a frame."""

from __future__ import annotations

from benchmarks.fuzz.draw import rules

LEAVES = {
    "number": "‹col number›",
    "text": "‹col text›",
    "time": "‹col time›",
    "truth": "‹compared›",
}
"""Where an expression ends when it is deep enough."""

SYMBOLS = {
    "any_column": rules("""
        6 ‹number›
        4 ‹text›
        3 ‹truth›
        2 ‹time›
        1 ‹captured›
        1 ‹0¦'x'¦None¦1.5¦np.nan¦True¦pd.Timestamp("2024-02-29")›
    """),
    "number": rules("""
        8 (‹number›) ‹+¦-¦*¦/¦//¦%› ‹2¦0.5¦-1¦3¦10¦0›
        7 (‹number›) ‹+¦-¦*¦/¦//¦%› (‹number›)
        2 ‹1¦0¦100¦2› ‹-¦/¦//¦%¦+¦*› (‹number›)
        1 (‹number›) ** ‹2¦0.5¦3¦0¦-1›
        1 -(‹number›)
        1 ‹captured›
        2 (‹number›).‹abs()¦round()¦round(1)¦round(-1)¦clip(0, 3)¦clip(lower=1)›
        3 (‹x=number›).fillna(‹0¦-1¦1.5¦(‹x›).mean()¦(‹x›).median()¦‹number 0››)
        3 (‹number›).‹shift()¦shift(-1)¦diff()¦shift(2)¦diff(2)¦shift(1, fill_value=0)¦diff(-1)›
        3 (‹number›).‹cumsum¦cummax¦cummin¦cumprod›()
        2 (‹number›).‹ffill()¦bfill()¦pct_change()¦ffill(limit=1)¦interpolate()›
        3 (‹number›).rank(‹¦method="min"¦method="dense"¦ascending=False¦pct=True¦method="first"¦method="max", ascending=False¦na_option="bottom"›)
        3 (‹number›).‹window›.‹mean¦sum¦min¦max¦count¦std¦median¦var›()
        3 np.‹abs¦sqrt¦log1p¦exp¦log¦sign¦floor¦ceil¦square¦log10¦round¦isnan›(‹number›)
        3 np.where(‹truth›, ‹number›, ‹0¦-1¦np.nan¦‹number 0››)
        2 np.‹maximum¦minimum›(‹number›, ‹0¦1.5¦‹number 0››)
        1 np.select([‹truth›, ‹truth›], [‹1¦2.5¦‹number 0››, ‹0¦-3›]‹¦, default=9¦, default=np.nan›)
        3 (‹number›).‹where¦mask›(‹truth›‹¦, 0¦, ‹number 0››)
        3 (‹number›).‹apply¦map›(‹number_lambda›)
        2 (‹number›).‹map¦replace›({‹1: 10, 2: 20¦0: -1¦1.5: 0, 2.5: 1¦0: None¦2: 'two'›})
        1 (‹number›).replace(‹0, 1¦[0, 1], 5¦1, np.nan¦np.nan, 0¦[1, 2], [2, 1]¦[np.inf, -np.inf], np.nan›)
        2 (‹number›).astype(‹float¦int¦"int64"¦"float64"¦"Int64"¦"float32"›)
        2 (‹truth›).astype(‹int¦float›)
        2 ((‹x=number›) - (‹x›).‹mean¦min¦median›()) / (‹x›).‹std¦max¦sum›()
        5 ‹grouped_number›
        2 (‹text›).str.‹len()¦count("a")¦find("b")¦count("[ab]")›
        2 pd.to_numeric(‹text›, errors="coerce")
        3 (‹time›).dt.‹year¦month¦day¦hour¦dayofweek¦weekday¦quarter¦dayofyear¦days_in_month¦minute¦isocalendar().week¦second›
        1 (‹time› - ‹time 0›).dt.‹days¦total_seconds()¦seconds›
        1 (‹number 0›).combine_first(‹number›)
        1 (‹number›).‹add¦sub¦mul¦div¦floordiv¦mod¦pow¦rsub¦rdiv›(‹2¦0¦‹number 0››‹¦, fill_value=0›)
        1 ‹f›[‹labels number›].‹sum¦mean¦max¦min¦std¦count¦median¦prod¦nunique›(axis=1)
        1 ‹f›.apply(lambda row: ‹row_lambda›, axis=1)
        1 ‹f›[‹labels›].isna().sum(axis=1)
        1 (‹col text›).map((‹col text›).value_counts())
        1 ‹f›[‹a=label text number›].map(‹f›.groupby(‹a›)[‹label number›].‹mean¦sum¦count›())
        1 (‹x=number›).‹gt¦lt¦ge›(‹0¦1›) * (‹x›)
    """),
    "window": rules("""
        2 rolling(2)
        2 rolling(3)
        2 rolling(3, min_periods=1)
        2 expanding()
        1 expanding(2)
        1 rolling(2, center=True)
        1 rolling(window=4, min_periods=2)
        1 rolling(3, center=True, min_periods=1)
        1 ewm(span=2)
    """),
    "number_lambda": rules("""
        1 lambda x: x * 2 + 1
        1 lambda x: x if x > 1 else 0
        1 lambda v: 1 if v >= 2 else (0 if v < 0 else -1)
        1 lambda x: ‹abs(x)¦x ** 2¦round(x, 1)¦x / 4¦x // 2¦x % 3¦-x¦float(x)¦int(x)¦str(x)¦max(x, 1)¦round(x)›
        1 lambda x: 0 if pd.isna(x) else x
        1 lambda x: x in (1, 2)
        1 lambda x: ‹'hi'¦1¦None¦np.nan› if x ‹>¦<¦==¦!=› ‹1¦0¦2.5› else ‹'lo'¦x¦0.5¦0›
        1 lambda x: f'{x:.1f}'
        1 lambda x: ‹not x > 1¦x == 2 or x < 0¦x > 0 and x < 3¦0 < x < 3›
        1 ‹np.sqrt¦abs¦str¦float¦np.abs›
        1 lambda x: np.nan if ‹x < 1¦pd.isnull(x)¦x == 0› else ‹x¦1 / x¦x * 10›
        1 lambda x: None if x == 0 else x
    """),
    "row_lambda": rules("""
        1 row[‹label number›] ‹+¦-¦*¦/› row[‹label number›]
        1 row[‹a=label number›] * 2 if row[‹label number›] > 1 else row[‹a›]
        1 max(row[‹label number›], row[‹label number›])
        1 'big' if row[‹label number›] > 1 and row[‹a=label text number›] == ‹value a› else 'small'
        1 row[‹a=label number›] if row[‹a›] > row[‹label number›] else 0
        1 str(row[‹label number›]) + str(row[‹label text›])
        1 row[‹label text›] + '_' + row[‹label text›]
    """),
    "grouped_number": rules("""
        5 ‹f›.groupby(‹keys›‹grouping›)[‹label number›].transform(‹"mean"¦"sum"¦"max"¦"count"¦"nunique"¦"first"¦"std"¦"median"¦"size"¦"min"¦"last"›)
        5 ‹f›.groupby(‹keys›‹grouping›)[‹label number›].‹cumsum¦shift¦diff¦cummax¦rank¦ffill¦cumcount¦pct_change¦bfill¦cummin¦cumprod›()
        2 ‹f›.groupby(‹keys›‹grouping›).‹cumcount¦ngroup›()
        1 ‹f›.groupby(‹keys›).cumcount(ascending=False)
        3 ‹f›.groupby(‹keys›‹grouping›)[‹label number›].transform(lambda s: ‹s - s.mean()¦s.fillna(s.mean())¦(s - s.min()) / (s.max() - s.min())¦s.sum()¦s.rank()¦s.shift()¦s.fillna(0)¦s.cumsum()›)
        2 ‹f›.groupby(‹keys›‹grouping›)[‹label number›].rank(‹method="dense"¦ascending=False¦pct=True¦method="first"¦method="min"›)
        1 ‹f›.groupby(‹keys›)[‹label›].transform(‹"count"¦"nunique"¦"size"›)
        1 ‹f›.groupby(‹keys›)[‹label number›].‹shift(-1)¦shift(1, fill_value=0)¦diff(2)›
        1 ‹f›[‹label number›].groupby(‹col text›).transform(‹"sum"¦"mean"›)
        1 ‹f›[‹x=label number›] / ‹f›.groupby(‹keys›)[‹x›].transform("sum")
    """),
    "grouping": rules("""
        6 ‹›
        1 , dropna=False
        1 , sort=False
    """),
    "truth": rules("""
        2 (‹truth›) & (‹truth›)
        2 (‹truth›) | (‹truth›)
        2 ~(‹truth›)
        1 (‹truth›) ^ (‹truth›)
        9 ‹compared›
        3 (‹number›) ‹>¦<¦>=¦<=¦==¦!=› ‹0¦1¦2.5¦(‹number 0›)›
        1 ‹text› ‹==¦!=¦<› ‹text 0›
        2 ‹col›.‹isna()¦notna()¦isnull()¦duplicated()¦duplicated(keep="last")¦duplicated(keep=False)›
        2 ‹¦~›‹f›[‹a=label number text time›].isin([‹values a›‹¦¦, np.nan¦, None›])
        1 ‹col›.isin(‹f›[‹truth 0›][‹label›])
        2 (‹number›).between(‹0, 2¦1, 3, inclusive="left"¦-1, 1.5, inclusive="neither"›)
        1 ‹col time›.between("2024-01-01", ‹"2024-03-01"¦"2024-02-29"›)
        3 ‹¦~›‹text 1›.str.‹text_test›
        2 ‹¦~›‹col bool›
        1 (‹time 0›).dt.‹is_month_end¦is_month_start¦is_leap_year¦is_year_end¦is_quarter_start›
        1 ‹f›.duplicated(‹¦‹labels›¦keep=False¦‹labels›, keep="last"›)
        1 (‹number›).‹gt¦lt¦ge¦eq¦ne›(‹1¦0¦‹number 0››)
        1 ‹f›[‹labels›].‹isna()¦notna()›.‹any¦all›(axis=1)
        1 (‹f›[‹labels number›] > ‹0¦1›).‹any¦all›(axis=1)
        1 ‹col number text›.astype(bool)
        1 np.logical_‹and¦or›(‹truth›, ‹truth›)
        1 np.isnan(‹number›)
        1 (‹col›).apply(pd.isna)
        1 ‹f›[‹label number›] > ‹f›.groupby(‹keys›)[‹label number›].transform("mean")
        1 ‹f›.index ‹>¦<¦==› ‹1¦2›
    """),
    "compared": rules("""
        9 ‹f›[‹a=label number text time›] ‹==¦!=¦>¦<¦>=¦<=› ‹value a›
        1 ‹col number› ‹==¦!=¦>¦<¦>=¦<=› ‹col number›
    """),
    "text_test": rules("""
        2 contains(‹'a'¦'a', na=False¦'A', case=False¦'.', regex=False¦'^a|b$'¦'.'¦'b', na=True¦'[0-9]'¦' '¦'é'›)
        2 ‹startswith¦endswith›(‹'a'¦'b'¦('a', 'b')¦'1', na=False›)
        1 ‹match('a')¦fullmatch('[a-z]+')¦match('.b')¦fullmatch('a|b')›
        1 ‹isdigit¦isupper¦isalpha¦islower¦isnumeric¦isspace¦isalnum¦isdecimal¦istitle›()
    """),
    "text": rules("""
        10 (‹text›).str.‹text_method›
        3 (‹text›) + ‹"_x"¦"-"¦(‹text 0›)›
        2 ‹"p_"¦"é"› + (‹text›)
        2 (‹text›).fillna(‹"?"¦""¦"a"¦‹text 0››)
        2 (‹number›).astype(‹str¦"str"¦"string"›)
        1 (‹col›).astype(‹str¦"string"›)
        2 (‹text›).‹map¦replace›({‹"a": "x", "b": "y"¦"a": 1¦"b": "a"¦"a": None¦"a": "b", "b": "a"¦"1": 1, "2": 2›})
        1 (‹text›).replace(‹"a", "z"¦["a", "b"], "c"¦"a", np.nan¦"^a", "q", regex=True¦np.nan, "none"›)
        3 (‹text›).‹apply¦map›(‹text_lambda›)
        3 np.where(‹truth›, ‹"yes"¦"a"¦‹text››, ‹"no"¦"b"¦""¦None›)
        1 np.select([‹truth›, ‹truth›], ["one", "two"], default=‹"other"¦""›)
        2 (‹time›).dt.‹strftime("%Y-%m")¦day_name()¦month_name()¦strftime("%d/%m/%y")¦strftime("%Y-%m-%d %H:%M")¦date.astype(str)¦strftime("%j %a %b")›
        2 pd.cut(‹number›, bins=‹[-10, 0, 1, 5]¦[-np.inf, 0, np.inf, 1e9]¦[0, 1, 2, 3]›, labels=["lo", "mid", "hi"]‹¦, right=False¦, include_lowest=True›)
        1 pd.qcut(‹number 0›, ‹2¦4›‹¦, labels=False¦, duplicates="drop"›)
        2 (‹text›).‹where¦mask›(‹truth›‹¦, "z"›)
        1 (‹text›).‹shift()¦ffill()¦shift(-1)¦bfill()›
        1 (‹text›).str.cat(‹text 0›‹¦, sep="-"¦, sep="|", na_rep="?"›)
        1 (‹text›).astype('category')
        1 ‹f›.groupby(‹keys›)[‹label text›].transform(‹"first"¦"max"¦"last"¦"min"›)
        1 ‹f›.apply(lambda row: ‹row_lambda›, axis=1)
    """),
    "text_method": rules("""
        4 ‹upper¦lower¦title¦strip¦capitalize¦swapcase¦casefold¦rstrip¦lstrip›()
        3 replace(‹'a', 'o'¦'[ab]', '', regex=True¦'.', '', regex=False¦' ', '_'¦'A', 'b', case=False¦'B$', 'c', regex=True¦r'(\\d)', r'<\\1>', regex=True¦'a', ''›)
        3 ‹[:2]¦[0]¦[-1]¦[1:]¦[::-1]¦[-2:]¦[5]¦[1:3]¦slice(0, 2)¦get(0)¦get(3)¦slice(-1)›
        2 ‹zfill(3)¦pad(4)¦ljust(3, '.')¦rjust(3)¦center(5)¦repeat(2)¦zfill(5)¦pad(5, side="right", fillchar="*")›
        3 split(‹¦','¦'_'¦'.'¦' '¦'a'›).str‹[0]¦[-1]¦[1]¦.get(0)¦.len()›
        1 split(‹'_'¦' '›, n=1).str[‹0¦1›]
        2 extract(‹r'(\\d+)'¦'([a-z])'¦'^(.)'¦'(a)(b)?'›‹, expand=False¦, expand=False¦›)
        1 ‹lstrip('a')¦rstrip('b')¦strip('ab ')¦removeprefix('a')¦removesuffix('b')›
        1 ‹len().astype(str)¦len()¦findall('a').str.len()¦partition(' ')[0]¦slice_replace(0, 1, 'X')¦join('-')¦wrap(3)›
    """),
    "text_lambda": rules("""
        1 lambda s: s.‹upper()¦strip().lower()¦replace('a', '')¦startswith('a')¦split()[0]¦title()¦zfill(3)›
        1 lambda s: ‹s[0]¦s[:1]¦s[-1]¦len(s)¦s + '!'¦f'<{s}>'¦'a' in s¦s == 'a'¦str(s).upper()¦s * 2›
        1 lambda s: ‹'A'¦1¦None› if s == 'a' else ‹s¦'other'¦0›
        1 lambda s: s if isinstance(s, str) else ''
        1 lambda s: 'x' if pd.isna(s) else s
        1 lambda s: 1 if s in ('a', 'b') else 0
        1 ‹len¦str¦str.lower¦str.strip¦str.upper›
    """),
    "time": rules("""
        3 (‹time›).dt.‹normalize()¦floor("D")¦floor("h")¦ceil("D")¦round("h")›
        3 (‹time› ‹+¦-› pd.Timedelta(‹days=1¦hours=5¦days=30¦"36h"›))
        2 pd.to_datetime(‹text 0›, errors="coerce")
        2 (‹time›).‹shift()¦fillna(pd.Timestamp("2020-01-01"))¦ffill()¦bfill()›
        1 pd.to_datetime((‹time›).dt.strftime("%Y-%m-%d"))
        2 (‹time› ‹+¦-› pd.DateOffset(‹months=1¦days=2¦years=1›))
        1 (‹time›).where(‹truth›)
        2 (‹time› ‹+¦-› pd.to_timedelta(‹number 0›, unit=‹'D'¦'h'›))
        1 (‹time›).dt.to_period("M").dt.to_timestamp()
        1 ‹f›.groupby(‹keys›)[‹label time›].transform(‹"min"¦"max"¦"first"›)
    """),
}
