# ruff: noqa: E501
"""The grammar of idioms: the pieces of several steps that real notebooks and jobs are made of."""

from __future__ import annotations

from benchmarks.fuzz.draw import rules

SYMBOLS = {
    "idiom": rules("""
        6 ‹pipeline›
        5 ‹explored›
        4 ‹cleaned›
        4 ‹derived›
        4 ‹looped›
        3 ‹reported›
    """),
    "pipeline": rules("""
        3 ‹new d› = ‹f›.groupby(‹keys›)[‹label number›].‹sum¦mean¦max¦count›().reset_index().sort_values(‹label number›, ascending=False).head(‹1¦2¦3›)
        3 ‹new d› = ‹f›.groupby(‹keys›).agg({‹label number›: [‹"sum", "mean"¦"min", "max"¦"count", "std"›]})‹¦.reset_index()¦.droplevel(0, axis=1)¦.round(1)›
        2 ‹new d› = (‹f›[‹truth›]⏎    .groupby(‹keys›, as_index=False)⏎    .agg(total=(‹label number›, "sum"), rows=(‹label›, "count"))⏎    .sort_values(‹"total"¦["total", "rows"]¦"rows"›, ascending=‹True¦False›))
        2 ‹new d› = ‹f›.groupby(‹keys›).size().reset_index(name='n_rows').sort_values(‹'n_rows'¦['n_rows', ‹label›]›, ascending=False)
        2 ‹new d› = ‹f›.merge(‹g=frame›, on=‹on›, how='‹left¦outer›', indicator=True)⏎‹new d›b = ‹f›.merge(‹g›, on=‹on›, how='outer', indicator=True).query("_merge == '‹left_only¦both¦right_only›'").drop(columns='_merge')
        2 ‹new d› = ‹f›.assign(half=lambda t: t[‹label number›] / 2, flag=lambda t: t[‹label number›] > ‹0¦1›).query("half > ‹0¦1›")
        2 ‹new d› = ‹f›.pivot_table(index=‹label›, columns=‹label text›, values=‹label number›, aggfunc="‹sum¦mean¦count›", fill_value=0).reset_index()
        1 ‹new d› = ‹f›.pivot_table(index=‹label›, columns=‹label text›, values=‹label number›, aggfunc="sum").fillna(0).‹round(1)¦astype(int)¦sum(axis=1)¦T¦reset_index().rename_axis(None, axis=1)›
        2 ‹new d› = ‹f›.melt(id_vars=[‹a=label›], value_vars=‹labels number›).groupby([‹a›, 'variable'])['value'].‹sum¦mean¦max›().reset_index()
        1 ‹new d› = ‹f›.groupby([‹label›, ‹label text›])[‹label number›].sum().unstack(fill_value=0)‹¦.reset_index()¦.sum(axis=1)›
        1 ‹new d› = pd.concat([‹f›, ‹g=frame›], ignore_index=True).groupby(‹label›)[‹label number›].‹sum¦mean›()‹¦.reset_index()›
        1 ‹new d› = ‹f›.drop_duplicates(subset=[‹label›], keep='‹first¦last›').sort_values(‹label›)‹¦.reset_index(drop=True)›
        1 ‹new d› = ‹f›.sort_values([‹a=label›, ‹label›], ascending=[True, False]).groupby(‹a›).‹head(1)¦first()¦head(2).reset_index(drop=True)¦tail(1)›
        1 ‹new d› = ‹f›.groupby(pd.cut(‹f›[‹label number›], bins=[-10, 0, 2, 100]), observed=‹True¦False›)[‹label number›].‹mean¦count¦sum›()
        1 ‹new d› = ‹f›.set_index(‹label time›).resample('‹ME¦D¦W›').agg({‹label number›: "‹sum¦mean¦max›"})‹¦.reset_index()›
        1 ‹new d› = ‹f›.set_index(‹label time›)[‹label number›].resample('‹ME¦QE¦YE›').‹sum¦mean¦count›()‹¦.reset_index()¦.cumsum()¦.fillna(0)›
        1 ‹new d› = ‹f›.sort_values(‹label time›).set_index(‹label time›)[[‹label number›]].rolling(‹2¦3›).mean()
        1 ‹new d› = ‹f›.groupby(‹f›[‹label time›].dt.‹year¦month¦date¦to_period("M")›)[‹label number›].‹sum¦mean¦count›()‹¦.reset_index()›
        1 ‹new d› = pd.crosstab(‹f›[‹label›], ‹f›[‹label text›]).‹reset_index()¦T¦sum(axis=1)¦div(2)¦loc[:, ::-1]›
        1 ‹new d› = ‹f›.groupby(‹label›).apply(lambda g: pd.Series({'n': len(g), 'm': g[‹label number›].‹mean¦sum¦max›()}))‹¦.reset_index()›
        1 ‹new d› = ‹f›[[‹a=label›, ‹label number›]].dropna().groupby(‹a›).agg(['‹min¦sum›', '‹max¦mean›'])
        1 ‹new d› = ‹f›.copy()⏎‹f›.loc[‹truth›, ‹label number›] = 0
    """),
    "explored": rules("""
        2 ‹new r› = ‹f›.isnull().sum() / len(‹f›) * 100
        2 print(‹f›.describe()‹¦.loc["mean", ‹label number›]¦.T¦.round(2)›)
        2 print(‹f›[‹label›].value_counts(‹normalize=True¦dropna=False¦¦›).head(‹2¦3›))
        1 ‹new r› = ‹f›[‹label text number›].value_counts().index[0]
        1 top = ‹f›[‹a=label text number›].value_counts().head(‹1¦2›).index‹.tolist()¦›⏎‹new d› = ‹f›[‹f›[‹a›].isin(top)]
        2 ‹new d› = ‹f›[‹f›[‹a=label number›] ‹==¦>=¦<› ‹f›[‹a›].‹max()¦mean()¦min()¦median()¦quantile(0.75)›]
        2 q1, q3 = ‹f›[‹a=label number›].quantile(0.25), ‹f›[‹a›].quantile(0.75)⏎iqr = q3 - q1⏎‹new d› = ‹f›[(‹f›[‹a›] >= q1 - 1.5 * iqr) & (‹f›[‹a›] <= q3 + 1.5 * iqr)]
        1 ‹new r› = ‹f›.groupby(‹label›)[‹label number›].mean().‹sort_values(ascending=False).head(2)¦idxmax()¦max()¦to_dict()¦round(2)¦nlargest(1)›
        1 ‹new r› = ‹f›.corr(numeric_only=True)[‹label number›].sort_values()
        1 print(‹f›.shape, ‹f›.columns.tolist(), len(‹f›.drop_duplicates()))
        1 ‹new r› = ‹f›[‹label number›].agg(['mean', '‹max¦min¦std›', 'count'])
        1 ‹new r› = (‹f›[‹label number›] > ‹0¦1›).mean()
        1 ‹new r› = ‹f›.loc[‹f›[‹label number›].idxmax(), ‹label›]
        1 ‹new r› = ‹f›.select_dtypes(include=‹'number'¦'object'¦['number', 'bool']›).columns.tolist()
        1 ‹new r› = ‹f›[‹label›].nunique() / len(‹f›)
        1 ‹new r› = ‹f›.groupby(‹label›)[‹label›].nunique().max()
        1 ‹new r› = dict(‹f›[‹label text›].value_counts())
        1 ‹new r› = ‹f›.iloc[‹0¦-1›][[‹label›, ‹label›]].tolist()
    """),
    "cleaned": rules("""
        2 ‹f›.columns = ‹f›.columns.str.strip().str.lower().str.replace(' ', '_')
        2 ‹f›[‹a=label text›] = ‹f›[‹a›].str.strip().str.‹lower¦upper¦title›()
        2 ‹f›[‹a=label number›] = ‹f›[‹a›].fillna(‹f›[‹a›].‹mean¦median¦max›())
        1 ‹f›[‹a=label text›] = ‹f›[‹a›].fillna(‹f›[‹a›].mode()[0])
        1 ‹f›[‹a=label number›] = ‹f›.groupby(‹label text›)[‹a›].transform(lambda s: s.fillna(s.‹mean¦median›()))
        1 ‹f› = ‹f›.dropna(subset=[‹label›]).drop_duplicates()‹¦.reset_index(drop=True)›
        1 ‹f›[‹a=label text›] = pd.to_numeric(‹f›[‹a›], errors='coerce')‹¦.fillna(0)¦.astype("Int64")›
        1 ‹f›[‹a=label text›] = ‹f›[‹a›].replace({‹'a': 'A', 'b': 'B'¦'': None¦'nan': np.nan›})
        1 ‹f›[‹a=label text›] = ‹f›[‹a›].str.replace(‹r'[^a-z]', '', regex=True¦'a', '-'¦r'\\s+', ' ', regex=True›)
        1 ‹f›[‹a=label text›] = pd.to_datetime(‹f›[‹a›], errors='coerce')‹¦.dt.year›
        1 ‹f›[‹a=label number›] = ‹f›[‹a›].clip(lower=‹f›[‹a›].quantile(0.05), upper=‹f›[‹a›].quantile(0.95))
        1 ‹f›[‹a=label number›] = np.where(‹f›[‹a›].isna(), ‹0¦‹f›[‹a›].mean()›, ‹f›[‹a›])
        1 ‹f› = ‹f›.rename(columns={‹label›: 'renamed'}).fillna({‹label number›: 0})
        1 ‹f› = ‹f›.astype({‹a=label number›: float})⏎‹f›[‹a›] = ‹f›[‹a›].round(1)
        1 ‹f›[‹labels number›] = ‹f›[‹label number›].fillna(0)
        1 ‹f›[‹a=label›] = ‹f›[‹a›].astype('category')⏎‹new r› = ‹f›[‹a›].‹cat.categories.tolist()¦value_counts()¦nunique()›
        1 ‹f›[‹a=label number›] = ‹f›[‹a›].apply(lambda v: ‹v if v > 0 else 0¦np.nan if v < 0 else v¦round(v, 1)¦abs(v)›)
    """),
    "derived": rules("""
        2 ‹f›['share'] = ‹f›[‹a=label number›] / ‹f›[‹a›].sum()‹¦ * 100›
        2 ‹f›['share'] = ‹f›[‹a=label number›] / ‹f›.groupby(‹keys›)[‹a›].transform('sum')
        2 ‹f›['zscore'] = (‹f›[‹a=label number›] - ‹f›[‹a›].mean()) / ‹f›[‹a›].std()
        1 ‹f›['scaled'] = (‹f›[‹a=label number›] - ‹f›[‹a›].min()) / (‹f›[‹a›].max() - ‹f›[‹a›].min())
        2 ‹f›['band'] = pd.cut(‹f›[‹label number›], bins=‹[-10, 0, 1, 1000]¦3›, labels=['low', 'mid', 'high'])
        1 ‹f›['quart'] = pd.qcut(‹f›[‹label number›].rank(method='first'), ‹2¦4›, labels=False)
        2 ‹f›['when_year'] = ‹f›[‹label time›].dt.‹year¦month¦dayofweek¦hour›
        1 ‹f›['period'] = ‹f›[‹label time›].dt.to_period('M').astype(str)
        1 ‹f›['weekend'] = ‹f›[‹label time›].dt.dayofweek.isin([5, 6])‹¦.astype(int)›
        1 ‹f›['age'] = (pd.Timestamp('2024-06-01') - ‹f›[‹label time›]).dt.days
        2 ‹f› = ‹f›.sort_values([‹a=label›, ‹label›])⏎‹f›['prev'] = ‹f›.groupby(‹a›)[‹label number›].shift(1)⏎‹f›['delta'] = ‹f›[‹label number›] - ‹f›['prev']
        1 ‹f›['running'] = ‹f›.groupby(‹keys›)[‹label number›].cumsum()
        1 ‹f›['first_seen'] = ‹f›.groupby(‹keys›).cumcount() == 0
        1 ‹f›['smooth'] = ‹f›.groupby(‹label›)[‹label number›].transform(lambda s: s.rolling(2, min_periods=1).mean())
        1 ‹f›['place'] = ‹f›.groupby(‹label›)[‹label number›].rank(ascending=False, method='‹dense¦min¦first›')
        1 ‹f›['code'] = ‹f›[‹label text›].map({'a': 1, 'b': 2})‹¦.fillna(0).astype(int)¦.fillna(-1)›
        1 ‹f›['code'], names_ = pd.factorize(‹f›[‹label text›])
        1 ‹f›['code'] = ‹f›[‹label text›].astype('category').cat.codes
        1 ‹f›['label'] = ‹f›.apply(lambda row: ‹f"{row[‹label text›]}-{row[‹label number›]}"¦'hi' if row[‹label number›] > 1 else 'lo'¦row[‹label number›] * 2 if row[‹label number›] > 0 else 0›, axis=1)
        1 ‹f›['label'] = np.select([‹f›[‹a=label number›] > 2, ‹f›[‹a›] > 0], ['high', 'some'], default='none')
        1 ‹f›['both'] = ‹f›[‹label text›] + '_' + ‹f›[‹label number›].astype(str)
        1 ‹f›['words'] = ‹f›[‹label text›].str.split(' ').str.len()
        1 ‹f›[['left', 'right']] = ‹f›[‹label text›].str.split('‹_¦,¦ ›', n=1, expand=True)
        1 ‹f›['total'] = ‹f›[‹labels number›].sum(axis=1)
        1 ‹f›['best'] = ‹f›[‹labels number›].‹max(axis=1)¦idxmax(axis=1)¦mean(axis=1)›
        1 ‹f›['rolling'] = ‹f›[‹label number›].rolling(‹2¦3›, min_periods=1).‹mean¦sum¦max¦std›()
        1 ‹f›['growth'] = ‹f›[‹label number›].pct_change().fillna(0)
        1 ‹f›['gap'] = ‹f›[‹label time›].diff().dt.‹days¦total_seconds()›
        1 ‹f›['log'] = np.log1p(‹f›[‹label number›].clip(lower=0))
    """),
    "looped": rules("""
        2 _rows = []⏎for _key, _part in ‹f›.groupby(‹label›):⏎    _rows.append({'key': _key, 'n': len(_part), 'total': _part[‹label number›].sum()})⏎‹new d› = pd.DataFrame(_rows)
        1 found = {}⏎for key, part in ‹f›.groupby(‹label›):⏎    found[key] = part[‹label number›].‹mean¦max¦sum¦count›()⏎print(found)
        1 _out = []⏎for _, _row in ‹f›.iterrows():⏎    _out.append(_row[‹label number›] * 2 if _row[‹label number›] > 1 else 0)⏎‹f›['out'] = _out
        1 out = []⏎for row in ‹f›[['‹a=bare number›']].itertuples():⏎    out.append(row.‹a›)⏎print(out)
        1 for col in ‹f›.select_dtypes(include='number').columns:⏎    ‹f›[col] = (‹f›[col] - ‹f›[col].mean()) / ‹f›[col].std()
        1 for col in ‹f›.select_dtypes(include='object').columns:⏎    ‹f›[col] = ‹f›[col].str.strip().fillna('missing')
        1 for col in ‹labels number›:⏎    ‹f›[f'{col}_log'] = np.log1p(‹f›[col].abs())
        1 for k in [1, 2]:⏎    ‹f›[f'lag_{k}'] = ‹f›.groupby(‹label›)[‹label number›].shift(k)
        1 for col in ‹f›.columns:⏎    if ‹f›[col].isnull().any():⏎        print(f'{col}: {‹f›[col].isnull().sum()} missing ({‹f›[col].isnull().mean():.1%})')
        1 stats = {c: ‹f›[c].‹mean¦max¦sum›() for c in ‹labels number›}⏎print(stats)
        1 frames_ = [‹f›[‹f›[‹a=label number›] > t].assign(t=t) for t in (0, 1)]⏎‹new d› = pd.concat(frames_, ignore_index=True)
        1 i = 0⏎while i < 2:⏎    ‹f›['step'] = ‹f›[‹label number›] + i⏎    i += 1
        1 total = 0⏎for v in ‹f›[‹label number›].fillna(0):⏎    total += v⏎print(total)
    """),
    "reported": rules("""
        2 print(f"{‹f›[‹label number›].‹sum¦mean¦max¦std¦median›():‹.2f¦.1f¦,.0f¦.3e¦›}", f"{len(‹f›)} rows")
        2 print("total: %.2f" % ‹f›[‹label number›].sum())
        1 print('{} of {}'.format(‹f›[‹label›].notna().sum(), ‹f›.shape[0]))
        1 print(f"{‹f›[‹label›].nunique()} different, most often {‹f›[‹label text number›].mode()[0]}")
        1 print(f"share: {(‹truth›).mean():.1%}")
        1 print(‹f›.groupby(‹label›)[‹label number›].‹sum¦mean¦count›()‹¦.to_string()¦.round(1)¦.sort_values()›)
        1 print(‹f›.groupby(‹label›)[‹label number›].agg(['mean', 'count'])‹¦.round(2)›)
        1 print(‹f›[‹labels›].head(‹1¦3›).to_string(index=False))
        1 print(‹f›[‹label number›].‹max() - ‹f›[‹label number›].min()¦mean() / 2¦sum() > 3›)
        1 print(sorted(‹f›[‹label text›].dropna().unique()), list(‹f›[‹label number›].head(2)))
        1 print(‹f›.to_dict('records')[:1])
        1 print(‹f›[‹label time›].min(), ‹f›[‹label time›].max())
    """),
}
