# ruff: noqa: E501
"""The grammar of everyday idioms: masks, joins, groups, texts, dates and labels as notebooks write them."""

from __future__ import annotations

from benchmarks.fuzz.draw import rules

SYMBOLS = {
    "everyday": rules("""
        5 ‹masked›
        4 ‹summarized›
        4 ‹joined›
        4 ‹labelled›
        4 ‹texts›
        4 ‹dated›
        4 ‹conditional›
        4 ‹ordered›
        4 ‹aligned›
        3 ‹counted›
        3 ‹stacked›
        3 ‹arrays›
        3 ‹went_over›
        3 ‹changed_by›
        3 ‹shown›
    """),
    "masked": rules("""
        2 m1 = ‹f›[‹a=label›].‹isna¦notna›()⏎m2 = ‹compared›⏎‹new d› = ‹f›[‹¦~›m1 ‹&¦|› ‹¦~›m2]
        2 m1 = ‹compared›⏎m2 = ‹truth 1›⏎‹f›.loc[‹¦~›m1 ‹&¦|› ‹¦~›m2, ‹target›] = ‹0¦'m'¦np.nan›
        1 m1 = ‹compared›⏎‹new r› = (‹~m1¦m1 | ~m1¦m1 & ‹truth 1››).‹sum¦mean¦any¦all›()
        1 ‹f›['ok'] = ‹~(‹compared›)¦(‹compared›) & ~(‹compared›)¦~‹f›[‹label›].isna() | (‹compared›)›
        1 ‹new d› = ‹f›[‹f›[‹label bool›].fillna(‹False¦True›)]
        1 ‹new d› = ‹f›[‹f›[‹label bool›] ‹== True¦!= False¦== False›]
        1 ‹new d› = ‹f›[~‹f›[‹a=label text›].str.‹contains('a', na=False)¦startswith('b', na=False)¦contains(r'^\\d+$', na=True)›]
        1 ‹new d› = ‹f›[~‹f›[‹a=label number text›].isin([‹values a›]) & ‹f›[‹a›].notna()]
        1 ‹new d› = ‹f›[(‹f›[‹a=label number›] ‹>=¦>› ‹0¦1›) & (‹f›[‹a›] ‹<¦<=› ‹2¦3›)]‹¦.copy()¦.reset_index(drop=True)›
        1 ‹f›['kind'] = 'none'⏎‹f›.loc[‹truth 1›, 'kind'] = 'some'⏎‹f›.loc[‹compared›, 'kind'] = 'many'
        1 ‹f›.loc[‹truth 1›, [‹label number›, ‹label number›]] = ‹0¦[0, 1]¦np.nan›
        1 ‹f›.loc[‹f›[‹a=label number›] ‹>¦<› ‹f›[‹a›].‹mean()¦quantile(0.75)¦median()›, ‹a›] = ‹f›[‹a›].‹mean()¦median()¦max()›
        1 ‹f›[‹a=label number›] = ‹f›[‹a›].‹where¦mask›(‹f›[‹a›] ‹>¦<=› 0‹¦, 0¦, ‹f›[‹a›].mean()›)
        1 ‹new d› = ‹f›[‹f›[‹labels›].‹isna().any(axis=1)¦notna().all(axis=1)¦isnull().sum(axis=1) > 1¦eq(0).any(axis=1)›]
        1 ‹new d› = ‹f›.query('‹bare number› > @‹lim¦lim + 1›') if (lim := ‹0¦1›) is not None else ‹f›
        1 ‹new r› = ‹f›[‹compared›][‹label number›].agg([‹'sum', 'mean'¦'min', 'max', 'count'›])
        1 ‹new r› = len(‹f›[‹truth 1›]) / len(‹f›)
    """),
    "summarized": rules("""
        2 ‹new d› = ‹f›.groupby(‹keys›).agg(total=(‹label number›, "‹sum¦mean›"), n=(‹label›, "‹count¦size¦nunique›")).reset_index().sort_values(‹['total', 'n']¦'total'¦['n', 'total']›, ascending=‹False¦True›)‹¦.head(2)¦.reset_index(drop=True)›
        2 ‹new d› = ‹f›.groupby(‹keys›).agg({‹label number›: ['‹sum¦mean›', '‹max¦count›']})⏎‹new d›b = ‹f›.copy()
        1 agg_ = ‹f›.groupby(‹label›).agg({‹label number›: ['min', 'max'], ‹label›: ['count']})⏎agg_.columns = ['_'.join(c) for c in agg_.columns]⏎‹new d› = agg_.reset_index()
        1 agg_ = ‹f›.groupby(‹label›)[‹label number›].agg(['sum', 'mean', 'std'])⏎agg_.columns = ['s', 'm', 'd']⏎‹new d› = agg_‹¦.reset_index()¦.sort_values('m')›
        1 ‹new d› = ‹f›.groupby(‹label›, group_keys=False).apply(lambda g: g.‹nlargest(1, ‹label number›)¦head(1)¦sort_values(‹label›).tail(1)¦nsmallest(2, ‹label number›)›)
        1 ‹new r› = ‹f›.groupby(‹label›).apply(lambda g: (g[‹a=label number›] * g[‹b=label number›]).sum() / g[‹b›].sum())
        1 ‹f›['r'] = ‹f›.groupby(‹label›)[‹label number›].‹pct_change()¦transform('rank')¦rolling(2).mean().reset_index(level=0, drop=True)¦rolling(3, min_periods=1).sum().reset_index(0, drop=True)¦transform(lambda s: s.rank(pct=True))¦cumsum().shift()¦transform(lambda s: s.diff().fillna(0))›
        1 ‹f›['nth'] = ‹f›.groupby(‹keys›).cumcount() + 1⏎‹new d› = ‹f›[‹f›['nth'] ‹== 1¦<= 2¦> 1›]
        1 ‹new d› = ‹f›.groupby(‹keys›)[‹label number›].‹describe()¦quantile([0.25, 0.75])¦agg(["first", "last"])¦agg([np.mean, "max"])›‹¦.reset_index()¦.unstack()›
        1 ‹new d› = ‹f›.groupby([‹label›, ‹label text›]).size().‹unstack(fill_value=0)¦unstack()¦reset_index(name='n')¦to_frame('n').reset_index()›
        1 ‹new d› = ‹f›.groupby(by=‹label›, as_index=‹False¦True›)[‹labels number›].‹mean¦sum¦max›()‹¦.round(1)¦.sort_values(‹label›)›
        1 ‹new d› = ‹f›.set_index(‹label›).groupby(level=0)[‹label number›].‹sum()¦mean()¦count()›
        1 ‹f›[‹a=label number›] = ‹f›[‹a›].fillna(‹f›.groupby(‹keys›)[‹a›].transform('‹mean¦median¦max›'))
        1 ‹f›['dev'] = ‹f›[‹a=label number›] - ‹f›.groupby(‹keys›)[‹a›].transform('‹mean¦min¦median›')⏎‹new d› = ‹f›[‹f›['dev'].abs() > 1]
        1 ‹new d› = ‹f›[‹f›[‹a=label number›] == ‹f›.groupby(‹label›)[‹a›].transform('‹max¦min›')]
        1 ‹new d› = ‹f›.loc[‹f›.groupby(‹label›)[‹label number›].‹idxmax¦idxmin›()‹¦.dropna()›]‹¦.reset_index(drop=True)›
        1 ‹new d› = ‹f›.groupby(‹keys›)[‹label›].‹apply(list)¦agg(list)¦nunique()¦apply(set).apply(len)›‹¦.reset_index()›
        1 ‹new d› = ‹f›.groupby((‹f›[‹a=label›] != ‹f›[‹a›].shift()).cumsum())[‹label number›].‹sum¦count¦first›()
        1 ‹new r› = ‹f›.groupby(‹a=label›)[‹label number›].sum()⏎‹new r›b = ‹f›[‹a›].map(‹f›.groupby(‹a›)[‹label number›].mean())
        1 ‹new d› = ‹f›.groupby(‹keys›, as_index=False).‹first()¦last()¦max()¦nth(0)¦tail(1)¦head(1)›
        1 ‹new d› = ‹f›.groupby(‹label›).filter(lambda g: ‹len(g) >= 2¦g[‹label number›].max() > 1¦g[‹label›].nunique() > 1›)
    """),
    "joined": rules("""
        2 ‹new d› = pd.merge(‹f›, ‹g=frame›, left_on=‹label›, right_on=‹label@g›, how=‹how›, suffixes=('_a', '_b'))‹¦.fillna(0)¦.reset_index(drop=True)¦.drop_duplicates()¦.head(3)›
        2 ‹new d› = ‹f›.merge(‹g=frame›, on=‹on›, how='‹outer¦left›', suffixes=('', '_r'), indicator=‹True¦'src'›)‹¦.sort_values(‹label›)›
        1 ‹new d› = ‹f›.merge(‹f›.groupby(‹a=label›)[‹label number›].‹mean¦sum¦max›().rename('avg_')‹.reset_index(), on=‹a›¦, left_on=‹a›, right_index=True›, how='left')⏎‹new d›b = ‹f›.copy()
        1 ‹new d› = ‹f›.merge(‹g=frame›.drop_duplicates(‹r=label@g›), left_on=‹label›, right_on=‹r›, how='left', suffixes=('', '_z'))
        1 ‹new d› = ‹f›.merge(‹g=frame›.groupby(‹r=label@g›).size().reset_index(name='hits'), left_on=‹label›, right_on=‹r›, how='‹left¦inner›')‹¦.fillna({'hits': 0})›
        1 ‹f›['mapped'] = ‹f›[‹label›].map(‹g=frame›.drop_duplicates(‹r=label@g›).set_index(‹r›)[‹label@g›])‹¦.fillna(0)¦.fillna('none')›
        1 ‹f›['mapped'] = ‹f›[‹label›].map(dict(zip(‹g=frame›[‹label@g›], ‹g›[‹label@g›])))
        1 ‹new d› = ‹f›[~‹f›[‹label›].isin(‹g=frame›[‹label@g›])]
        1 ‹new d› = ‹f›.merge(‹g=frame›[[‹r=label@g›, ‹label@g›]].dropna(), left_on=‹label›, right_on=‹r›)
        1 ‹new d› = ‹f›.set_index(‹a=label›)[[‹label number›]].join(‹g=frame›.set_index(‹label@g›)[[‹label@g›]], how='‹left¦inner¦outer›', lsuffix='_l', rsuffix='_r')‹¦.reset_index()¦.sort_index()›
        1 ‹new d› = ‹f›.merge(‹f›, on=‹label›, suffixes=('_1', '_2'))‹¦.query("index >= 0")¦.drop_duplicates()›
        1 ‹new d› = ‹f›.merge(‹g=frame›, how='cross')‹¦.head(5)¦.shape›
    """),
    "labelled": rules("""
        1 ‹new d› = ‹f›.set_index(‹a=label›).loc[[‹value a›]].reset_index()
        1 ‹new r› = ‹f›.set_index(‹a=label›)[‹label›].‹loc[‹value a›]¦get(‹value a›)¦to_dict()¦sort_index()¦index.tolist()›
        1 ‹new d› = ‹f›.set_index([‹a=label›, ‹label›])‹.sort_index()¦›.‹loc[‹value a›]¦xs(‹value a›)¦reset_index(level=0)¦reset_index(level=1, drop=True)›
        1 ‹new d› = ‹f›.set_index(‹a=label›).sort_index().loc[‹value a›:‹value a›]
        1 ‹f›.index = ‹f›[‹label›]⏎‹new d› = ‹f›.‹head(2)¦sort_index()¦reset_index(drop=True)›
        1 ‹f›.index.name = 'pos'⏎‹new d› = ‹f›.reset_index()
        1 ‹new d› = ‹f›.reset_index().rename(columns={'index': 'pos'})‹¦.set_index('pos')¦.tail(2)›
        1 ‹new d› = ‹f›.rename(index={0: 10, 1: 11})
        1 ‹new d› = ‹f›.reindex(‹[0, 1, 20]¦range(3)¦‹f›.index[::-1]›‹¦, fill_value=0›)
        1 ‹new d› = ‹f›.loc[‹0:2¦[0]¦:1›, ‹labels›]
        1 ‹new r› = ‹f›.loc[‹f›.index[‹0¦-1›], ‹label›]
        1 ‹new d› = ‹f›.drop(‹f›.index[‹0¦-1¦[0]›])
        1 ‹new d› = ‹f›[‹f›.index.isin([0, 2, 4])]
        1 ‹new d› = ‹f›.sort_values(‹label›).loc[‹[0]¦0:›]
        1 ‹new d› = ‹f›.groupby(‹keys›)[‹label number›].sum().‹loc[lambda s: s > 1]¦reset_index().iloc[1:]¦sort_values().index.tolist()¦rename_axis('kk').reset_index(name='vv')¦sort_values(ascending=False).reset_index()›
        1 ‹new d› = ‹f›.T‹.head(2)¦.reset_index()¦.iloc[:, :1]›
        1 ‹f›.at[‹f›.index[0], ‹a=label›] = ‹value a›
        1 ‹new r› = ‹f›.iloc[‹0¦-1›, ‹0¦-1›]
        1 ‹f›.columns = [f'c{i}' for i in range(‹f›.shape[1])]
        1 ‹new d› = ‹f›.add_suffix('_s').join(‹f›[[‹label›]])
    """),
    "texts": rules("""
        1 ‹f›['slug'] = ‹f›[‹label text›].str.lower().str.replace(r'[^a-z0-9]+', '_', regex=True).str.strip('_')
        1 ‹f›['num'] = ‹f›[‹label text›].str.extract(r'‹(\\d+)¦(-?\\d+\\.?\\d*)¦_(\\d)›', expand=False).astype(float)‹¦.fillna(0)›
        1 ‹f›[['h', 't']] = ‹f›[‹label text›].str.extract(r'‹^(.)(.*)$¦([a-z]+)[_ ]?(\\w*)›')
        1 ‹new d› = ‹f›[‹f›[‹label text›].str.contains(r'‹^\\d+$¦[A-Z]¦a|b¦\\s¦^.$›', na=False)]
        1 ‹f›['parts'] = ‹f›[‹label text›].str.split('‹,¦_¦ ›').str‹[0]¦[-1]¦[1]›.str.‹strip()¦upper()¦len()›
        1 ‹new d› = ‹f›.assign(p=‹f›[‹label text›].str.split('‹,¦ ›')).explode('p')‹¦.reset_index(drop=True)¦.groupby('p').size()›
        1 ‹f›['words'] = ‹f›[‹label text›].str.‹split().str.len()¦count(r'\\d')¦findall(r'[a-z]').str.len()¦len().fillna(0).astype(int)›
        1 ‹f›['short'] = ‹f›[‹label text›].str‹[:2].str.upper()¦.title().str[:3]¦.strip().str[-1]¦.upper().str.ljust(4, '.')›
        1 ‹f›['joined'] = ‹f›[‹label text›].fillna('') + '-' + ‹f›[‹label›].astype(str)
        1 ‹f›['joined'] = ‹f›[‹label text›].str.cat(‹f›[‹label text›], sep='/', na_rep='?')
        1 ‹new d› = ‹f›[‹label text›].str.get_dummies('‹,¦ ›')
        1 ‹f›['is_'] = ‹f›[‹label text›].str.lower().isin(['a', 'b'])‹¦.astype(int)›
        1 ‹f›['code'] = ‹f›[‹label number›].‹fillna(0).astype(int).astype(str).str.zfill(3)¦astype(str).str.len()¦astype(str).str.replace('.0', '', regex=False)¦map('{:.2f}'.format)¦map(lambda v: f'{v:05.1f}')›
        1 ‹f›['first'] = ‹f›[‹label text›].apply(lambda s: ‹s.split()[0] if isinstance(s, str) and s.split() else None¦len(s.strip()) if pd.notna(s) else 0¦str(s).lower().startswith('a')¦s.replace(' ', '') if isinstance(s, str) else s›)
        1 ‹f›['norm'] = ‹f›[‹label text›].replace({r'^a': 'z', r'\\s+': ' '}, regex=True)
        1 ‹f›['lab'] = ‹f›[‹label text›].map({'a': 'first', 'b': 'second'}).fillna(‹'other'¦‹f›[‹label text›]›)
        1 ‹f›['lab'] = ‹f›[‹label text number›].map(lambda v: {'a': 1, 1: 2}.get(v, ‹0¦-1¦None›))
        1 ‹new r› = ‹f›[‹label text›].str.‹len().max()¦upper().value_counts()¦cat(sep='|')¦isnumeric().sum()¦strip().nunique()›
        1 ‹f›['masked'] = ‹f›[‹label text›].str.slice_replace(1, 2, '*')
    """),
    "dated": rules("""
        1 ‹f›['ym'] = ‹f›[‹label time›].dt.‹strftime('%Y-%m')¦to_period('M').astype(str)¦to_period('Q').astype(str)¦year.astype(str)¦strftime('%b %d, %Y')¦strftime('%A')›
        1 ‹f›['ym'] = ‹f›[‹a=label time›].dt.year * 100 + ‹f›[‹a›].dt.month
        1 ‹f›['days'] = (‹f›[‹a=label time›] - ‹f›[‹a›].‹min()¦max()¦shift()›).dt.‹days¦total_seconds() / 3600¦days.fillna(0).astype(int)›
        1 ‹new d› = ‹f›[(‹f›[‹a=label time›] >= '2024-01-01') & (‹f›[‹a›] < ‹'2024-03-01'¦pd.Timestamp('2024-02-29')¦pd.Timestamp(2024, 6, 1)›)]
        1 ‹new d› = ‹f›[‹f›[‹label time›].dt.‹year == 2024¦month.isin([1, 2])¦dayofweek < 5¦date == pd.Timestamp('2024-01-31').date()›]
        1 ‹new d› = ‹f›.set_index(‹label time›).sort_index().loc['2024‹¦-01¦-01':'2024-02›']
        1 ‹new d› = ‹f›.groupby([‹f›[‹a=label time›].dt.year‹¦.rename('y')›, ‹f›[‹a›].dt.month.rename('m')])[‹label number›].‹sum¦mean¦count›()‹¦.reset_index()¦.unstack(fill_value=0)›
        1 ‹new d› = ‹f›.groupby(‹f›[‹label time›].dt.‹date¦to_period('M')¦day_name()¦hour¦normalize()›).‹size()¦agg(n=(‹label›, 'count'))¦agg({‹label number›: 'sum'})›
        1 ‹f›['d'] = pd.to_datetime(‹f›[‹label time›].dt.‹date¦strftime('%Y-%m-01')¦normalize()›)
        1 ‹f›['d'] = pd.to_datetime(‹f›[‹label text›], format='%Y-%m-%d', errors='coerce')‹¦.dt.month¦.isna()¦.fillna(pd.Timestamp('2000-01-01'))›
        1 ‹f›['wk'] = ‹f›[‹label time›].dt.‹isocalendar().week¦isocalendar().year¦weekday >= 5¦quarter.map({1: 'Q1', 2: 'Q2'})¦is_month_end¦days_in_month›
        1 ‹f›['next'] = ‹f›[‹label time›] ‹+¦-› ‹pd.Timedelta(days=7)¦pd.DateOffset(months=1)¦pd.offsets.MonthEnd(0)¦pd.offsets.MonthBegin(1)¦pd.to_timedelta(‹f›[‹label number›].fillna(0).clip(0, 100), unit='D')›
        1 ‹f› = ‹f›.sort_values(‹a=label time›)⏎‹f›['gap'] = ‹f›.groupby(‹label›)[‹a›].diff().dt.days
        1 ‹new r› = ‹f›[‹label time›].‹min().year¦max().strftime('%Y-%m-%d')¦dt.year.value_counts()¦dt.date.nunique()¦max() - pd.Timestamp('2024-01-01')¦dt.month.mode()¦dt.normalize().unique()›
        1 ‹new d› = ‹f›.set_index(‹label time›)[‹label number›].resample('‹MS¦D¦W¦QS›').‹sum()¦mean()¦count()¦ffill()›‹¦.reset_index()¦.head(3)›
        1 ‹new d› = ‹f›.groupby([‹label›, pd.Grouper(key=‹label time›, freq='‹ME¦MS¦YE›')])[‹label number›].‹sum¦count›()‹¦.reset_index()¦.unstack(0)›
    """),
    "conditional": rules("""
        2 ‹f›['lvl'] = np.where(‹compared›, ‹'a'¦1¦np.nan›, np.where(‹truth 1›, ‹'b'¦2›, ‹'c'¦0¦'nan'›))
        1 ‹f›['lvl'] = np.select([‹f›[‹a=label number›] > 2, ‹f›[‹a›] > 0, ‹f›[‹a›].isna()], [‹'x', 'y', 'z'¦3, 2, 1›], default=‹'w'¦0¦np.nan›)
        1 ‹f›['val'] = np.where(‹f›[‹a=label number›].isna(), ‹0¦‹f›[‹label number›]¦‹f›[‹a›].mean()›, ‹f›[‹a›])
        1 def grade(row):⏎    if row[‹a=label number›] > 2:⏎        return 'a'⏎    elif pd.isna(row[‹a›]):⏎        return 'none'⏎    elif row[‹label number›] < 0:⏎        return 'neg'⏎    return 'b'⏎⏎⏎‹f›['grade'] = ‹f›.apply(grade, axis=1)
        1 ‹f›['calc'] = ‹f›.apply(lambda row: ‹row[‹label number›] / row[‹label number›] if row[‹label number›] else 0¦row[‹labels number›].sum()¦min(row[‹label number›], 2)¦abs(row[‹label number›] - row[‹label number›])¦row[‹label text›] if row[‹label number›] > 0 else 'none'¦round(row[‹label number›] * 1.5, 1)¦len(str(row[‹label›]))¦f"{row[‹label›]}"›, axis=1)
        1 def scale(v, k=2):⏎    return v * k if v > 0 else v⏎⏎⏎‹f›['scaled'] = ‹f›[‹label number›].apply(scale‹¦, k=3¦, args=(5,)›)
        1 ‹f›['bin'] = pd.cut(‹f›[‹label number›], ‹3¦[0, 1, 2, 5]¦bins=[-1, 0, 3, 10]›‹, labels=False¦, labels=['x', 'y', 'z']¦, right=False, labels=['x', 'y', 'z']›)
        1 ‹new r› = pd.cut(‹f›[‹label number›], ‹[-5, 0, 2, 10]¦3¦[0, 1, 100]›).value_counts(‹¦sort=False¦normalize=True›)‹¦.sort_index()›
        1 ‹f›['q'] = pd.qcut(‹f›[‹label number›], ‹2¦4¦[0, 0.5, 1]›, ‹labels=False, duplicates='drop'¦duplicates='drop'¦labels=['lo', 'hi']›)
        1 ‹f›['rk'] = ‹f›[‹label number›].rank(‹method='dense', ascending=False¦method='min'¦pct=True¦ascending=False, na_option='bottom'¦method='first'›)‹¦.astype('Int64')¦.fillna(0).astype(int)›
        1 ‹f›['cl'] = ‹np.clip(‹f›[‹label number›], 0, 2)¦np.nan_to_num(‹f›[‹label number›])¦‹f›[‹label number›].clip(upper=‹f›[‹label number›])¦np.sign(‹f›[‹label number›].fillna(0))¦np.round(‹f›[‹label number›], 1)¦‹f›[‹label number›].round(1).astype(str)›
        1 ‹f›['flag'] = (‹f›[‹label number›] > ‹1¦0›).‹astype(int)¦map({True: 'yes', False: 'no'})¦astype(str)¦replace({True: 1, False: 0})›
        1 ‹f›[‹a=label text›] = ‹f›[‹a›].apply(lambda x: ‹x.strip() if isinstance(x, str) else x¦'?' if pd.isnull(x) else x.upper()¦None if x == 'a' else x›)
        1 ‹f› = ‹f›.fillna({‹label text›: 'none', ‹label number›: 0})‹¦.astype({‹label number›: float})›
        1 ‹f›[‹a=labels number›] = ‹f›[‹a›].‹fillna(‹f›[‹a›].mean())¦apply(pd.to_numeric, errors='coerce')¦clip(0, 5)¦astype(float).round(1)¦div(‹f›[‹label number›], axis=0)¦sub(‹f›[‹a›].min())¦rank()¦ffill().bfill()›
        1 ‹f›[‹a=label number›] = ‹f›[‹a›].‹fillna(‹f›[‹label number›])¦combine_first(‹f›[‹label number›])¦ffill().bfill()¦interpolate().round(2)¦fillna(method='ffill')¦replace([np.inf, -np.inf], np.nan).fillna(0)›
        1 ‹f›['type'] = ‹f›[‹label text›].astype('category').cat.codes‹¦ + 1¦.replace(-1, np.nan)›
        1 ‹f›['any_'] = ‹f›[‹labels number›].‹gt(1).any(axis=1)¦max(axis=1)¦idxmax(axis=1)¦mean(axis=1).round(1)¦sum(axis=1, min_count=1)¦nunique(axis=1)¦std(axis=1)›
    """),
    "ordered": rules("""
        1 ‹new d› = ‹f›.sort_values(‹label›‹¦, ascending=False›).‹iloc[0]¦iloc[[0]]¦iloc[:2]¦tail(2)¦head(1)¦iloc[1:3].reset_index(drop=True)¦iloc[::2]›
        1 ‹new r› = ‹f›.sort_values([‹label›, ‹label›]).iloc[‹0¦-1›][‹label›]
        1 ‹new r› = ‹f›.sort_values(‹label›).tail(2)[‹label›].tolist()
        1 ‹new d› = ‹f›.sort_values(‹label text›, key=lambda s: s.str.‹lower()¦len()›)
        1 ‹new d› = ‹f›.sort_values(‹label number›, key=‹abs¦lambda s: -s›)‹¦.head(2)›
        1 ‹f›['run'] = ‹f›.sort_values(‹label›)[‹label number›].‹cumsum¦shift¦diff¦cummax¦pct_change›()
        1 ‹f›['run'] = ‹f›.sort_values([‹label›, ‹label›]).groupby(‹label›)[‹label number›].‹cumsum¦shift¦diff¦cumcount¦rank›()
        1 ‹new d› = ‹f›.sort_values([‹a=label›, ‹label number›], ascending=[True, False]).drop_duplicates(‹subset=[‹a›]¦‹a›, keep='last'¦subset=‹a›, keep=False›)‹¦.reset_index(drop=True)›
        1 ‹f› = ‹f›.sort_values(‹labels›‹¦, ignore_index=True›)⏎‹f›['chg'] = ‹f›[‹label number›].‹diff().fillna(0)¦pct_change().round(2)¦shift(1).fillna(0)¦rolling(2).mean()¦cumsum() / ‹f›[‹label number›].sum()¦expanding().max()›
        1 ‹f›['blk'] = (‹f›[‹a=label›] != ‹f›[‹a›].shift()).cumsum()
        1 ‹new d› = ‹f›.nlargest(2, [‹label number›, ‹label number›])
        1 ‹new r› = ‹f›[‹label number›].‹nlargest(2).tolist()¦sort_values(ascending=False).iloc[0]¦sort_values().values[:2]¦drop_duplicates().tolist()¦cumsum().iloc[-1]¦idxmax()¦argsort().tolist()›
        1 ‹new r› = ‹f›.duplicated(‹¦subset=‹labels›¦‹label›, keep=False›).sum()
        1 ‹new d› = ‹f›[~‹f›.duplicated(subset=‹labels›, keep='‹first¦last›')]
        1 ‹f›['prev'] = ‹f›.groupby(‹keys›)[‹label›].shift(‹1¦-1›)⏎‹f›['same'] = ‹f›['prev'] == ‹f›[‹label›]
        1 ‹new d› = ‹f›.iloc[::-1].‹reset_index(drop=True)¦drop_duplicates(‹labels›)¦head(2)¦groupby(‹label›).first()›
        1 ‹new d› = ‹f›.sort_index(ascending=False).‹head(2)¦cumsum(numeric_only=True)¦iloc[0:1]›
    """),
    "aligned": rules("""
        1 s_ = ‹f›[‹a=label number›]⏎‹f›[‹a›] = ‹f›[‹a›] * 2⏎‹f›['was'] = ‹f›[‹a›] - s_
        1 s_ = ‹f›[‹a=label number›].‹mean¦max¦sum›()⏎‹f›[‹a›] = ‹f›[‹a›].fillna(0)⏎‹f›['rel'] = ‹f›[‹a›] - s_
        1 sub_ = ‹f›[‹truth 1›]⏎‹f›['part'] = sub_[‹label number›]‹¦ * 2¦.fillna(0)›
        1 ‹f›['part'] = ‹f›[‹compared›][‹label number›].‹rank()¦cumsum()¦sub(1)¦dropna()¦reset_index(drop=True)›
        1 ‹f›['oth'] = ‹g=frame›[‹label@g›]
        1 ‹f›['oth'] = ‹f›[‹label number›] + ‹g=frame›[‹label@g number›]
        1 s1 = ‹f›.groupby(‹k=label›)[‹label number›].sum()⏎s2 = ‹f›.groupby(‹k›)[‹label number›].‹mean¦count¦max›()⏎‹new r› = ‹s1 / s2¦s1 - s2¦s1.add(s2, fill_value=0)¦pd.DataFrame({'a': s1, 'b': s2})¦pd.concat([s1, s2], axis=1)¦(s1 > s2).sum()›
        1 s1 = ‹f›.groupby(‹label›)[‹label number›].sum()⏎s2 = ‹g=frame›.groupby(‹label@g›)[‹label@g number›].sum()⏎‹new r› = ‹s1 + s2¦s1.add(s2, fill_value=0)¦s1.sub(s2)¦s1.reindex(s2.index)¦s1.combine_first(s2)›
        1 before_ = ‹f›.copy()⏎‹f›[‹a=label number›] = ‹f›[‹a›].fillna(0)⏎‹new r› = (before_[‹a›] != ‹f›[‹a›]).sum()
        1 same_ = ‹f›⏎same_['via'] = ‹1¦‹number 1››⏎‹new r› = ‹f›.shape
        1 ‹new d› = ‹f›[‹labels›]⏎‹f›['later'] = 1⏎‹new r› = list(‹new d›.columns) if '‹new d›' in globals() else []
        1 counts_ = ‹f›[‹a=label›].value_counts()⏎‹f›['freq'] = ‹f›[‹a›].map(counts_)‹¦ / len(‹f›)›
        1 ‹new d› = ‹f›[‹f›[‹a=label›].isin(‹f›[‹a›].value_counts()‹[lambda c: c > 1].index¦.head(1).index¦.loc[lambda c: c >= 2].index›)]
        1 ‹new r› = ‹f›[‹label number›].‹corr¦cov›(‹f›[‹label number›]‹¦.fillna(0)›)
        1 ‹f›.loc[‹f›[‹a=label›].isna(), ‹a›] = ‹f›[‹label›]
        1 part_ = ‹f›.loc[‹compared›, [‹label›, ‹label number›]].copy()⏎part_['extra_'] = ‹1¦'e'›⏎‹new d› = ‹f›.merge(part_, how='left')
        1 ‹f›['mx'] = ‹f›[‹labels number›].max(axis=1) - ‹f›[‹labels number›].min(axis=1)
    """),
    "counted": rules("""
        1 ‹new r› = ‹f›[‹label number›].value_counts(bins=‹2¦3›)
        1 ‹new d› = ‹f›[‹label›].value_counts(‹¦normalize=True¦dropna=False¦normalize=True, dropna=False¦ascending=True›).‹reset_index()¦to_frame()¦rename_axis('k_').reset_index(name='n_')¦sort_index()¦head(2)¦round(2)›
        1 ‹new r› = ‹f›[‹label›].value_counts(‹¦normalize=True›).‹iloc[0]¦index[0]¦to_dict()¦sum()¦get('a', 0)¦items().__class__.__name__¦idxmax()¦values[0]›
        1 ‹new d› = ‹f›.value_counts(‹[‹label›, ‹label›]¦‹labels›, normalize=True¦‹label›, ascending=True›)‹¦.reset_index()¦.reset_index(name='n_')›
        1 ‹new d› = ‹f›.groupby(‹label›)[‹label›].value_counts(‹¦normalize=True¦dropna=False›)‹¦.unstack(fill_value=0)¦.rename('n_').reset_index()›
        1 ‹new r› = ‹f›[‹label›].‹nunique(dropna=False)¦mode().tolist()¦unique()[:2]¦describe()¦isna().sum() / len(‹f›)¦isin([1, 'a']).sum()¦drop_duplicates().sort_values().tolist()›
        1 ‹new d› = pd.DataFrame({'missing': ‹f›.isna().sum(), 'share': ‹f›.isna().mean()})‹¦.sort_values('missing', ascending=False)¦.reset_index()›
        1 ‹new d› = ‹f›.agg({‹label number›: ['sum', 'mean'], ‹label number›: ['max']})
        1 ‹new r› = ‹f›.‹nunique().sort_values()¦isnull().any()¦count().to_dict()¦dtypes.astype(str).to_dict()¦isnull().mean().round(2)¦describe().loc['max']¦corr(numeric_only=True).round(2)›
        1 ‹new d› = ‹f›.describe(‹percentiles=[0.1, 0.9]¦include='all'¦include='object'¦›).T
        1 ‹new r› = {c: ‹f›[c].‹nunique()¦isna().sum()¦iloc[0]¦max()› for c in ‹f›.‹columns¦select_dtypes('number')›}
        1 ‹new r› = pd.crosstab(‹f›[‹label›], ‹f›[‹label›]‹¦, margins=True¦, normalize='columns'¦, values=‹f›[‹label number›], aggfunc='sum'¦, dropna=False›)
    """),
    "stacked": rules("""
        1 ‹new d› = pd.concat({'a': ‹f›, 'b': ‹g=frame›})‹.reset_index(level=0)¦.reset_index(drop=True)¦.loc['a']›
        1 ‹new d› = pd.concat([‹f›, ‹g=frame›], keys=['x', 'y'], names=['src', None]).reset_index(level='src')
        1 ‹new d› = pd.concat([‹f›.reset_index(drop=True), ‹g=frame›.reset_index(drop=True).add_prefix('r_')], axis=1)
        1 ‹new d› = pd.concat([‹f›[[‹label›]].assign(src=‹'l'¦1›), ‹g=frame›[[‹label@g›]].assign(src=‹'r'¦2›)]‹, ignore_index=True¦¦, sort=False›)
        1 ‹new d› = pd.concat([‹f›, pd.DataFrame([{‹label›: ‹1¦'new'¦None›, 'extra': 1}])], ignore_index=True)
        1 ‹new d› = pd.concat([g for _, g in ‹f›.groupby(‹label›)]‹, ignore_index=True¦›)
        1 ‹new d› = ‹f›.pivot_table(index=‹label›, columns=‹label text›, values=‹label number›, aggfunc=‹'sum'¦['sum', 'count']¦'mean'¦len›‹, fill_value=0¦, margins=True, margins_name='All_'¦, dropna=False¦¦, observed=True›)
        1 ‹new d› = ‹f›.pivot_table(index=[‹label›, ‹label›], values=‹labels number›, aggfunc=‹'mean'¦'sum'¦{‹label number›: 'sum'}¦['min', 'max']›)‹¦.reset_index()¦.round(1)›
        1 wide_ = ‹f›.pivot_table(index=‹label›, columns=‹label text›, values=‹label number›)⏎wide_.columns = [f'v_{c}' for c in wide_.columns]⏎‹new d› = wide_.reset_index()
        1 ‹new d› = ‹f›.melt(id_vars=‹labels›, var_name='what', value_name='val')‹¦.dropna()¦.sort_values(['what', 'val'])¦.groupby('what')['val'].count()›
        1 ‹new d› = ‹f›.set_index([‹label›, ‹label text›])[‹label number›].‹unstack()¦unstack(level=0)¦groupby(level=1).sum()¦sort_index()›
        1 ‹new d› = ‹f›[‹labels number›].stack()‹.reset_index()¦.groupby(level=1).sum()¦›
        1 ‹new d› = pd.get_dummies(‹f›, columns=[‹label text›], ‹prefix='p'¦drop_first=True¦dtype=float¦prefix_sep='=', dummy_na=True›)
        1 ‹new d› = ‹f›.join(pd.get_dummies(‹f›[‹label text›], prefix='is'))‹¦.drop(columns=[‹label›])›
        1 ‹new d› = pd.DataFrame(‹f›.groupby(‹label›)[‹label number›].sum().‹sort_values(ascending=False)¦nlargest(2)¦cumsum()›)
        1 ‹new d› = pd.DataFrame({'k_': ‹f›[‹a=label›].unique()})‹¦.merge(‹f›, left_on='k_', right_on=‹a›, how='left')›
        1 ‹new d› = ‹f›.append(‹f›) if hasattr(‹f›, 'append') else pd.concat([‹f›] * 2)
    """),
    "arrays": rules("""
        1 ‹f›['arr'] = ‹f›[‹label number›].values ‹* 2¦- ‹f›[‹label number›].values¦[::-1]¦/ 2›
        1 ‹new r› = ‹f›[‹label number›].‹values[0]¦to_numpy().tolist()¦values.sum()¦to_numpy()[-1]¦values.max()¦values.mean()¦dropna().values.tolist()›
        1 ‹new r› = np.‹mean¦sum¦std¦max¦median¦nansum¦nanmax¦var›(‹f›[‹label number›]‹¦.dropna()¦.values›)
        1 ‹new r› = np.‹percentile¦quantile›(‹f›[‹label number›].dropna(), ‹0.5¦[0.25, 0.5]›)
        1 vals_, cnt_ = np.unique(‹f›[‹label number text›].dropna(), return_counts=True)⏎‹new r› = dict(zip(vals_.tolist(), cnt_.tolist()))
        1 ‹new r› = ‹f›[‹labels number›].‹values.tolist()¦to_numpy().sum()¦values.shape¦mean().mean()¦sum().sum()¦corr().iloc[0, -1]¦to_dict('list')¦max().max()›
        1 ‹f›['lg'] = np.‹log(‹f›[‹label number›].abs() + 1)¦sqrt(‹f›[‹label number›].clip(lower=0))¦exp(-‹f›[‹label number›].clip(-5, 5))¦where(‹f›[‹label number›] > 0, np.log(‹f›[‹label number›]), 0)¦power(‹f›[‹label number›], 2)¦floor(‹f›[‹label number›])¦hypot(‹f›[‹label number›], 1)›
        1 ‹f›['out_'] = np.abs(‹f›[‹a=label number›] - ‹f›[‹a›].mean()) > 2 * ‹f›[‹a›].std()
        1 ‹new r› = ‹f›[‹label›].‹tolist()[:2]¦to_list()[-1:]¦unique().tolist()¦iloc[0]¦iat[0]¦squeeze()¦empty¦shape[0]¦size›
        1 ‹new r› = sum(‹f›[‹label number›].fillna(0)) ‹/ len(‹f›)¦+ 0¦> 1›
        1 ‹new r› = [round(v, 1) for v in ‹f›[‹label number›].dropna()]
        1 ‹new r› = max(‹f›[‹label number›].dropna(), default=0)
        1 ‹new r› = ‹f›[‹label›].isnull().values.any()
        1 ‹new r› = ‹f›.iloc[0].to_dict()
        1 ‹new r› = ‹f›.to_dict(orient='‹records¦list¦index›')
        1 ‹new r› = ‹f›.get(‹‹label›¦'nope'›) is None
    """),
    "went_over": rules("""
        1 for _i, _row in ‹f›.iterrows():⏎    if _row[‹label number›] > 1:⏎        ‹f›.at[_i, 'hit'] = ‹1¦'y'¦_row[‹label number›] * 2›
        1 _sum = 0⏎for _i in range(len(‹f›)):⏎    if pd.notna(‹f›[‹a=label number›].iloc[_i]):⏎        _sum += ‹f›[‹a›].iloc[_i]⏎print(_sum)
        1 for _k, _g in ‹f›.groupby([‹label›, ‹label›]):⏎    print(_k, _g.shape, _g[‹label number›].‹mean¦max¦sum›())
        1 _stats = []⏎for _c in ‹labels number›:⏎    _stats.append({'col': _c, 'mean': ‹f›[_c].mean(), 'n': ‹f›[_c].count()})⏎‹new d› = pd.DataFrame(_stats)
        1 for _c in ‹f›.columns:⏎    if ‹f›[_c].dtype == 'float64':⏎        ‹f›[_c] = ‹f›[_c].‹fillna(‹f›[_c].median())¦round(1)¦clip(lower=0)›⏎    elif ‹f›[_c].dtype == 'object':⏎        ‹f›[_c] = ‹f›[_c].fillna(‹''¦'unknown'›)
        1 for _c in [c for c in ‹f›.columns if c.startswith(‹'v'¦'n'¦'x'›)]:⏎    ‹f›[_c + '_z'] = ‹f›[_c]‹.isna()¦.rank()¦.astype(str)¦.shift()›
        1 _dfs = {}⏎for _v in ‹f›[‹a=label›].dropna().unique():⏎    _dfs[_v] = ‹f›[‹f›[‹a›] == _v]⏎    print(_v, len(_dfs[_v]))
        1 _names = []⏎for _n in ‹f›[‹label text›]:⏎    if isinstance(_n, str) and len(_n) > 1:⏎        _names.append(_n.upper())⏎print(_names)
        1 for _a, _b in zip(‹f›[‹label›].head(2), ‹f›[‹label›].head(2)):⏎    print(_a, _b)
        1 for _c, _s in ‹f›.items():⏎    print(_c, _s.‹isna().sum()¦nunique()¦count()›)
        1 for _t in ‹f›.itertuples(index=False):⏎    print(_t[0])
        1 _parts = []⏎for _q in [‹0, 1¦1, 2¦0.5›]:⏎    _p = ‹f›[‹f›[‹label number›] > _q].copy()⏎    _p['q'] = _q⏎    _parts.append(_p)⏎‹new d› = pd.concat(_parts)‹¦.reset_index(drop=True)›
        1 for _w in (‹2¦1, 2›,):⏎    ‹f›[f'ma_{_w}'] = ‹f›[‹label number›].rolling(_w).mean()
        1 ‹f›['idx_'] = [i * 2 for i in range(len(‹f›))]
        1 ‹f›['lst'] = [‹v if v == v else 0¦str(v)¦v is None› for v in ‹f›[‹label›]]
    """),
    "changed_by": rules("""
        1 def mark(frame):⏎    frame['mark'] = frame[‹label number›] > 1⏎⏎⏎mark(‹f›)
        1 def tidy(frame):⏎    frame = frame.dropna(subset=[‹label›])⏎    frame = frame.rename(columns={‹label›: 'tidied'})⏎    return frame.reset_index(drop=True)⏎⏎⏎‹new d› = tidy(‹f›)
        1 def fill(frame, cols, value=0):⏎    for col in cols:⏎        frame[col] = frame[col].fillna(value)⏎    return frame⏎⏎⏎‹‹f› = ¦‹new d› = ¦›fill(‹f›‹¦.copy()›, ‹labels number›)
        1 def drop_it(frame, col):⏎    frame.drop(columns=[col], inplace=True)⏎⏎⏎drop_it(‹f›, ‹label›)
        1 def shares(frame, by, col):⏎    out = frame.groupby(by)[col].sum()⏎    return out / out.sum()⏎⏎⏎‹new r› = shares(‹f›, ‹label›, ‹label number›)
        1 def bounds(s):⏎    return s.min(), s.max()⏎⏎⏎lo_, hi_ = bounds(‹f›[‹a=label number›])⏎‹f›['unit'] = (‹f›[‹a›] - lo_) / (hi_ - lo_)
        1 def pick(frame, cond):⏎    return frame[cond]⏎⏎⏎‹new d› = pick(‹f›, ‹truth 1›)
        1 def parse(text):⏎    try:⏎        return float(text)⏎    except (TypeError, ValueError):⏎        return ‹0.0¦None¦np.nan›⏎⏎⏎‹f›['parsed'] = ‹f›[‹label text›].apply(parse)
        1 def label_of(v):⏎    if pd.isnull(v):⏎        return 'missing'⏎    return 'big' if v > 2 else 'small'⏎⏎⏎‹f›['lab'] = ‹f›[‹label number›].map(label_of)⏎‹new r› = ‹f›['lab'].value_counts()
        1 ‹new d› = ‹f›.pipe(lambda t: t.assign(‹p=bare number›=t[‹label number›].fillna(0)))‹¦.pipe(lambda t: t.head(2))›
        1 ‹new d› = (‹f›⏎    .assign(a_=lambda t: t[‹label number›].fillna(0), b_=lambda t: t['a_'] * 2)⏎    .loc[lambda t: t['b_'] > ‹0¦1›]⏎    .sort_values('b_'))
    """),
    "shown": rules("""
        1 print(f"{‹f›[‹label number›].‹sum()¦mean()¦min()›:,.2f} | {‹f›[‹label number›].max():>8} | {len(‹f›):,}")
        1 print(f"{‹f›[‹label time›].min():%Y-%m-%d} to {‹f›[‹label time›].max()}")
        1 print(‹f›[‹label time›].‹min().date()¦max().year¦dt.year.unique()›)
        1 print(f"{‹f›[‹label›].value_counts().to_dict()} {‹f›[‹label›].nunique()!r}")
        1 print("mean", round(‹f›[‹label number›].mean(), 2), "sd", round(‹f›[‹label number›].std(), 2))
        1 print(‹f›.groupby(‹label›).agg({‹label number›: '‹mean¦sum¦max›'}).‹round(2)¦sort_values(‹label number›)¦head(2)›)
        1 print(‹f›.loc[‹compared›, ‹labels›]‹¦.to_string()¦.head(2)¦.reset_index(drop=True)›)
        1 print(‹f›.describe().‹loc['mean']¦round(1)¦T›)
        1 print(‹f›[‹label›].‹head(3)¦value_counts()¦unique()¦tolist()¦describe()¦dtype¦isna().sum()›)
        1 print(‹f›.sort_values(‹labels›).head(3)‹¦.to_string(index=False)¦.values.tolist()›)
        1 print(*‹f›[‹label›].dropna().head(3), sep=', ')
        1 print("Top:", ‹f›[‹label text›].value_counts().head(1).index.tolist(), "of", ‹f›.shape[0])
        1 print('%d rows, %.1f%% missing' % (len(‹f›), ‹f›[‹label›].isna().mean() * 100))
        1 print(‹f›.pivot_table(index=‹label›, values=‹label number›, aggfunc='sum')‹¦.to_string()›)
        1 print(pd.crosstab(‹f›[‹label›], ‹f›[‹label text bool›]))
    """),
}
