# ruff: noqa: E501
"""The grammar of statements: what a program does with frames, columns and small values."""

from __future__ import annotations

from benchmarks.fuzz import columns, corners, everyday, frames, idioms, pieces, views
from benchmarks.fuzz.draw import rules

SYMBOLS = {
    "statement": rules("""
        25 ‹idiom›
        45 ‹everyday›
        50 ‹piece›
        60 ‹corner›
        20 ‹view›
        22 ‹new d› = ‹frame_›
        22 ‹f›[‹target›] = ‹any_column›
        5 ‹new s› = ‹any_column›
        9 ‹new r› = ‹small›
        9 print(‹printed›)
        5 ‹located›
        4 ‹in_place›
        2 ‹new d› = ‹f›
        2 ‹f› = ‹frame_›
        3 ‹loop›
        3 ‹called›
        2 ‹branch›
        3 ‹from_series›
        1 del ‹f›[‹label›]
        1 ‹f›[‹label number›] ‹+¦-¦*¦/›= ‹1¦2¦‹number 0››
        1 ‹f›.columns = [c.‹upper()¦lower()¦strip()¦replace("a", "_")› for c in ‹f›.columns]
        1 ‹f›.columns = ‹f›.columns.str.‹upper()¦lower()¦replace(" ", "_")›
        1 ‹f›[‹c=labels number›] = ‹f›[‹c›]‹.fillna(0)¦ * 2¦.abs()¦.apply(lambda s: s.fillna(s.mean()))›
        1 ‹new c› = ‹labels›
        1 ‹f›.insert(‹0¦1›, 'first_col', ‹any_column 1›)
        1 ‹new r› = ‹f›.pop(‹label›)
        1 ‹new d› = ‹f›[‹c1¦c2›]
        1 ‹new d› = ‹f›.set_index(‹a=label›).loc[‹value a›‹¦:›]
        1 ‹new r› = ‹f›[‹label number›].‹mean¦max¦sum›()⏎‹f›['cmp'] = ‹f›[‹label number›] > ‹f›[‹label number›].mean()
        1 ‹new d› = pd.DataFrame({'p': ‹any_column 1›, 'q': ‹any_column 1›})
        1 mask = ‹truth›⏎‹new d› = ‹f›[‹¦~›mask]
        1 mask = ‹truth›⏎‹f›.loc[mask, ‹target›] = ‹0¦'m'¦‹number 0››
    """),
    "target": rules("""
        4 ‹label›
        8 ‹'new'¦'x2'¦'flag'¦'y'¦'z'¦'out'¦'grp'¦'month'›
    """),
    "printed": rules("""
        3 ‹f›‹¦.head()¦.head(2)¦.tail(2)¦.shape¦.dtypes›
        4 ‹small›
        2 ‹frame_›
        1 f"{len(‹f›)} rows, {‹f›[‹label number›].sum()}"
        1 f"mean {‹f›[‹label number›].mean():.2f}"
        1 ‹any_column 1›
        1 'max', (‹number 0›).max()
        1 ‹f›.to_string(‹¦index=False›)
        1 "n:", len(‹f›[‹truth›])
    """),
    "located": rules("""
        2 ‹f›.loc[‹truth›, ‹a=label›] = ‹‹value a›¦‹value a›¦np.nan¦‹number 1›¦0¦'set'¦None›
        2 ‹f›.loc[‹truth›, ‹target›] = ‹1¦'set'¦0.5›
        1 ‹f›.loc[‹truth›, ‹labels number›] = ‹0¦-1¦np.nan›
        1 ‹f›.loc[‹f›[‹a=label›].isna(), ‹a›] = ‹value a›
        1 ‹f›.at[0, ‹a=label›] = ‹value a›
        1 ‹f›.iloc[0, 0] = ‹f›.iloc[-1, 0]
        1 ‹f›.loc[0, ‹a=label›] = ‹value a›
        1 ‹f›.loc[‹truth›, ‹a=label number›] = ‹f›[‹a›] * 2
        1 ‹f›.loc[‹truth›, ‹label number›] += 1
        1 ‹f›.loc[len(‹f›)] = ‹f›.iloc[0]
        1 ‹f›[‹truth›] = 0
    """),
    "in_place": rules("""
        2 ‹f›.sort_values(‹label›‹¦, ascending=False›, inplace=True)
        1 ‹f›.dropna(‹¦subset=[‹label›], ›inplace=True)
        1 ‹f›.fillna(‹0¦{‹label›: 1}›, inplace=True)
        1 ‹f›.reset_index(drop=True, inplace=True)
        1 ‹f›.reset_index(inplace=True)
        1 ‹f›.rename(columns={‹label›: 'renamed'}, inplace=True)
        1 ‹f›.drop(columns=[‹label›], inplace=True)
        1 ‹f›.drop_duplicates(‹¦subset=‹labels›, ›inplace=True)
        1 ‹f›.set_index(‹label›, inplace=True)
        1 ‹f›.drop(‹f›[‹truth›].index, inplace=True)
        1 ‹f›[‹a=label›].fillna(‹value a›, inplace=True)
        1 ‹f›[‹label number›].replace(0, 5, inplace=True)
        1 ‹f›.replace(‹0, 1¦np.nan, 0¦'a', 'b'›, inplace=True)
        1 ‹f›.sort_index(inplace=True)
    """),
    "loop": rules("""
        2 for c in ‹labels number›:⏎    ‹f›[c] = ‹f›[c]‹.fillna(0)¦ * 2¦.fillna(‹f›[c].mean())¦.clip(0, 2)¦.astype(str)›
        2 for c in ‹labels number›:⏎    ‹f›[c + '‹_x¦_2›'] = ‹f›[c] ‹/ 2¦> 1¦- ‹f›[c].mean()¦/ ‹f›[c].max()›
        1 for c in ‹labels›:⏎    print(c, ‹f›[c].‹count¦max¦nunique›())
        1 for c in ‹f›.columns:⏎    print(c, ‹f›[c].‹isna().sum()¦nunique()¦count()¦dtype›)
        1 for c in ‹f›.select_dtypes('number').columns:⏎    ‹f›[c] = ‹f›[c].fillna(‹f›[c].median())
        1 for c in ‹f›.columns:⏎    if ‹f›[c].dtype == 'object':⏎        ‹f›[c] = ‹f›[c].fillna('none')
        1 for i in range(2):⏎    ‹f›[f'lag{i}'] = ‹f›[‹label number›].shift(i)
        1 for name, part in ‹f›.groupby(‹label›):⏎    print(name, len(part), part[‹label number›].sum())
        1 for _, row in ‹f›.iterrows():⏎    print(row[‹label›])
        1 for u in ‹f›[‹a=label›].unique():⏎    print(u, len(‹f›[‹f›[‹a›] == u]))
        1 sums = {}⏎for c in ‹labels number›:⏎    sums[c] = ‹f›[c].sum()
        1 parts = []⏎for u in ‹f›[‹a=label›].dropna().unique():⏎    parts.append(‹f›[‹f›[‹a›] == u].head(1))⏎‹new d› = pd.concat(parts)
        1 tot = [‹f›[c].max() for c in ‹labels›]
        1 for a, b in zip(‹f›[‹label›], ‹f›[‹label›]):⏎    print(a, b)
        1 while len(‹f›) > 3:⏎    ‹f› = ‹f›.iloc[:-1]
        1 for t in (‹f›, ‹frame›):⏎    t['looped'] = ‹1¦len(t)›
    """),
    "called": rules("""
        2 def band(x):⏎    if pd.isna(x):⏎        return 'none'⏎    if x > 1:⏎        return 'high'⏎    return 'low'⏎⏎⏎‹f›['band'] = ‹f›[‹label number›].apply(band)
        1 def double(x):⏎    return x * 2⏎⏎⏎‹f›['twice'] = ‹‹f›[‹label number›].apply(double)¦double(‹f›[‹label number›])›
        2 def clean(frame, col):⏎    out = frame.copy()⏎    out[col] = out[col].fillna(0)⏎    return out⏎⏎⏎‹new d› = clean(‹f›, ‹label number›)
        2 def add_total(frame, a, b):⏎    frame['total'] = frame[a] + frame[b]⏎    return frame⏎⏎⏎‹‹new d› = ¦‹f› = ¦›add_total(‹f›‹¦.copy()›, ‹label number›, ‹label number›)
        1 def top(frame, by, n=2):⏎    return frame.sort_values(by, ascending=False).head(n)⏎⏎⏎‹new d› = top(‹f›, ‹label›‹¦, n=1¦, 3›)
        1 def ratio(a, b):⏎    return a / b⏎⏎⏎‹f›['ratio'] = ‹ratio(‹f›[‹label number›], ‹f›[‹label number›])¦‹f›.apply(lambda r: ratio(r[‹label number›], r[‹label number›]), axis=1)›
        1 def summary(frame):⏎    return frame[‹a=label number›].sum(), frame[‹a›].mean()⏎⏎⏎‹new r›, ‹new r›b = summary(‹f›)
        1 def prepare(t):⏎    t = t.dropna()⏎    t['prep'] = t[‹label number›] * 2⏎    return t⏎⏎⏎‹new d› = prepare(‹f›)
        1 def norm(s):⏎    return (s - s.mean()) / s.std()⏎⏎⏎‹f›['nrm'] = ‹norm(‹f›[‹label number›])¦‹f›.groupby(‹keys›)[‹label number›].transform(norm)›
    """),
    "branch": rules("""
        2 if ‹check›:⏎    ‹f›['br'] = ‹any_column 1›
        1 if ‹check›:⏎    ‹f›['br'] = ‹any_column 1›⏎else:⏎    ‹f›['br'] = 0
        1 if ‹check›:⏎    ‹f› = ‹frame_›
        1 if ‹check›:⏎    ‹f› = ‹f›.dropna()⏎else:⏎    ‹f› = ‹f›.head(3)
        1 if ‹check›:⏎    ‹f›[‹label›] = ‹any_column 1›
        1 ‹new r› = 'yes' if ‹check› else 'no'
        1 try:⏎    ‹f›['br'] = ‹f›[‹'nope'¦‹label››] ‹+ 1¦.astype(int)›⏎except Exception:⏎    ‹f›['br'] = 0
        1 assert ‹f›[‹label›].notna().‹any¦all›()
    """),
    "check": rules("""
        1 ‹col›.isna().any()
        1 len(‹f›) ‹>¦<› 3
        1 ‹f›[‹label number›].sum() > 2
        1 ‹f›.empty
        1 True
        1 ‹'v'¦'k'¦'n'› in ‹f›.columns
        1 ‹f›[‹label›].nunique() > 1
    """),
    "from_series": rules("""
        2 ‹new d› = ‹series›.‹to_frame()¦reset_index()¦to_frame(name="val")¦reset_index(drop=True).to_frame()¦reset_index(name='nm')¦unstack()›
        2 ‹new r› = ‹series›.‹sum()¦max()¦nunique()¦iloc[0]¦count()¦tolist()¦to_dict()¦isna().sum()¦mean()¦index.tolist()¦index[0]›
        2 print(‹series›‹¦.head(2)¦.tolist()¦.value_counts()¦.index.tolist()›)
        2 ‹new s› = ‹s=series›‹.dropna()¦.fillna(0)¦ * 2¦.sort_values()¦.head(2)¦[‹s›.notna()]¦.astype(str)¦.sort_index()¦.reset_index(drop=True)¦.shift()¦.rename("q")¦[‹s› > 1]¦.sort_values(ascending=False)¦.map({1: 'one'})¦.cumsum()¦ + ‹series›¦ / ‹s›.sum()›
        1 ‹s=series›.name = 'named'
        1 for i, v in ‹series›.items():⏎    print(i, v)
        1 ‹s=series›.iloc[0] = ‹s›.iloc[-1]
        1 ‹s=series›[‹s› ‹>¦<› 1] = ‹0¦np.nan›
        1 ‹f›['from_s'] = ‹series›
        1 ‹f›['from_v'] = ‹captured›.values
        1 ‹new d› = ‹f›.loc[‹captured› ‹>¦==› 1]
        1 ‹f›['mp'] = ‹f›[‹label›].map(‹series›)
    """),
}

GRAMMAR = {**columns.SYMBOLS, **frames.SYMBOLS, **idioms.SYMBOLS, **everyday.SYMBOLS, **pieces.SYMBOLS, **corners.SYMBOLS, **views.SYMBOLS, **SYMBOLS}
LEAVES = columns.LEAVES
