# ruff: noqa: E501
"""The grammar of frames: expressions that give a frame, and small values taken from one."""

from __future__ import annotations

from benchmarks.fuzz.draw import rules

SYMBOLS = {
    "frame_": rules("""
        8 ‹step›
        2 ‹step›‹method›
        1 ‹step›‹method›‹method›
    """),
    "step": rules("""
        9 ‹f›[‹truth›]
        16 ‹f›‹method›
        10 ‹grouped›
        7 ‹merged›
        4 ‹concatenated›
        5 ‹reshaped›
        3 ‹f›.loc[‹truth›, ‹labels›]
        1 ‹f›.loc[‹truth›]
        3 ‹f›.assign(z0=‹any_column 1›‹¦, z1=lambda t: t[‹label number›] ‹+ 1¦> 0¦/ 2¦.fillna(0)››)
        2 ‹f›.query("‹query›")
        2 ‹f›[‹truth›].‹copy()¦reset_index(drop=True)¦head(2)›
        1 ‹f›.iloc[:, ‹:2¦[0]¦1:¦-1:›]
        1 ‹f›[‹truth›][‹labels›]
        1 ‹f›.where(‹truth›)
    """),
    "query": rules("""
        3 ‹bare number› ‹>¦<=¦==¦!=› ‹0¦1¦2.5¦‹bare number››
        1 ‹bare text› ‹==¦!=¦>› '‹a¦b›'
        1 ‹bare text› in ['a', 'b']
        1 ‹bare number› > 0 ‹and¦or¦&¦|› ‹bare number› < 2
        1 not (‹bare number› > 1)
        1 ‹bare text›.str.contains('a')
        1 ‹bare number›.isna()
    """),
    "method": rules("""
        4 [‹labels›]
        2 .drop(columns=‹labels›)
        1 .drop(‹label›, axis=1)
        2 .rename(columns={‹label›: ‹'r'¦'renamed'¦'v'¦'k2'›})
        5 .sort_values(‹‹label›¦‹labels››‹¦, ascending=False›‹¦¦, na_position="first"¦, ignore_index=True¦, kind="stable"›)
        1 .sort_values([‹label›, ‹label›], ascending=[‹True¦False›, ‹True¦False›])
        3 .‹head¦tail›(‹¦1¦2¦3¦-1›)
        2 .iloc[‹0:2¦1:¦-2:¦::2¦:3¦[0]¦::-1¦:-1¦1:3›]
        2 .‹nlargest¦nsmallest›(‹1¦2¦3›, ‹label number›‹¦¦, keep="all"¦, keep="last"›)
        3 .drop_duplicates(‹¦‹labels›¦subset=‹labels›, keep="last"¦‹labels›, keep=False¦‹labels›, ignore_index=True›)
        3 .dropna(‹¦subset=‹labels›¦how="all"¦thresh=2¦axis=1¦ignore_index=True›)
        3 .fillna(‹0¦"?"¦{‹label›: 0}¦-1¦‹f›.mean(numeric_only=True)¦{‹label text›: "x", ‹label number›: 1}›)
        3 .reset_index(‹¦drop=True¦drop=True¦names="pos"›)
        3 .set_index(‹‹label›¦‹labels›¦‹label›, drop=False›)
        1 .sort_index(‹¦ascending=False¦axis=1›)
        2 .astype({‹label›: ‹str¦float¦int¦"category"¦"string"¦"Int64"¦bool›})
        1 .replace(‹0, 1¦{"a": "z"}¦{0: None}¦np.nan, 0¦["a", "b"], "c"¦{‹label number›: {1: 9}}¦np.inf, np.nan›)
        1 .select_dtypes(‹"number"¦include=["object"]¦exclude=["number"]¦"float64"›)
        1 .copy()
        1 .add_‹prefix¦suffix›('_p')
        1 .filter(‹like="a"¦regex="^[kv]"¦items=‹labels››)
        1 .describe(‹¦¦include="all"¦include=["object"]›)
        1 .‹isna¦notna›()
        1 .‹shift¦diff¦cumsum¦ffill¦bfill¦abs¦rank¦round¦cummax¦convert_dtypes¦infer_objects›()
        1 .reindex(columns=[‹label›, 'extra'])
        1 .set_index(‹label›).sort_index()
        1 .rename(columns=‹str.upper¦lambda c: c + "_n"¦str.lower›)
        1 .‹where¦mask›(‹f›[‹label number›] > 1‹¦, 0¦, -1›)
        1 .value_counts(‹¦‹labels›¦‹labels›, dropna=False¦normalize=True¦‹labels›, sort=False›)
        1 .eval('q = ‹bare number› * 2')
        1 .clip(‹0, 2¦lower=0›)
        1 .isin([‹0, 1¦"a"¦"a", "b", 2›])
        1 .rename_axis('ax')
        1 .quantile([‹0.5¦0.25, 0.75›], numeric_only=True)
        1 .agg(‹["min", "max"]¦"sum"¦{‹label number›: ["sum", "mean"]}¦{‹label number›: "max", ‹label›: "count"}›)
        1 .pipe(lambda t: t[t[‹label number›] > 0])
        1 ‹.T¦.squeeze()¦.nunique()¦.mode()¦.stack()¦.to_dict()¦.explode(‹label›)¦.sample(frac=1, random_state=1).sort_index()›
        1 .loc[:, ‹labels›]
        1 .drop(‹0¦[0, 1]¦index=[0]›)
        1 .apply(lambda c: ‹c.max()¦c.fillna(c.mode()[0])¦c.isna().sum()¦c * 2¦c.nunique()›)
        1 .‹map¦applymap›(lambda v: ‹str(v)¦v¦0 if pd.isna(v) else v›)
    """),
    "statistic": rules("""
        1 ‹sum¦mean¦min¦max¦count¦std¦median¦first¦last¦nunique¦size¦var¦prod¦sum¦mean¦sum›
    """),
    "groups": rules("""
        8 ‹f›.groupby(‹keys›‹¦, as_index=False¦, as_index=False¦, sort=False¦, dropna=False¦, observed=True›)
        1 ‹f›.groupby(‹col›)
        1 ‹f›.groupby((‹time 0›).dt.‹year¦month¦date›)
        1 ‹f›.groupby([‹label›, (‹truth 0›)])
    """),
    "grouped": rules("""
        7 ‹reduced_groups›
        3 ‹reduced_groups›‹.reset_index()¦.reset_index()¦.sort_values(ascending=False)¦.reset_index(name='c')¦.to_frame()¦.unstack()¦.unstack(fill_value=0)¦.sort_index()¦.head(2)¦.fillna(0)¦.rename('rr')¦.sort_values(ascending=False).head(2)¦.round(1)¦.reset_index(drop=True)¦.nlargest(2)›
    """),
    "reduced_groups": rules("""
        5 ‹groups›[‹label number›].‹statistic›()
        2 ‹groups›[‹label›].‹count¦nunique¦first¦last¦size¦min¦max¦value_counts¦unique›()
        3 ‹groups›[‹labels number›].‹statistic›()
        2 ‹groups›.‹size¦count¦nunique¦first¦last›()
        2 ‹groups›.‹sum¦mean¦max¦min¦std¦median›(numeric_only=True)
        1 ‹groups›.‹max¦min¦sum›()
        4 ‹groups›.agg({‹label number›: "‹statistic›", ‹label›: "‹count¦nunique¦first¦max¦last›"})
        4 ‹groups›.agg(total=(‹label number›, "‹statistic›"), other=(‹label›, "‹count¦nunique¦last¦min¦first›"))
        3 ‹groups›[‹label number›].agg(["‹statistic›", "‹statistic›"])
        1 ‹groups›[‹label number›].agg("‹statistic›")
        1 ‹groups›[‹label number›].agg(‹np.mean¦np.sum¦sum¦max¦len¦"mean"›)
        2 ‹groups›.agg({‹label number›: ["‹statistic›", "‹statistic›"]})
        2 ‹groups›[‹label number›].agg(lambda s: ‹s.max() - s.min()¦s.sum() / len(s)¦s.iloc[0]¦(s > 1).sum()¦s.isna().sum()¦s.nunique()¦s.quantile(0.5)›)
        1 ‹groups›.agg(lo=(‹label number›, lambda s: ‹s.min()¦s.max() - s.min()¦(s > 0).mean()›))
        1 ‹groups›[‹label number›].apply(lambda s: ‹s.sum()¦s.max() - s.min()¦s.head(1)¦(s > 1).mean()¦s.count()›)
        1 ‹groups›.apply(lambda g: ‹g[‹label number›].sum()¦len(g)¦g[‹label number›].max() - g[‹label number›].min()¦(g[‹label number›] * g[‹label number›]).sum()¦g.head(1)›)
        2 ‹groups›.‹head¦tail›(‹1¦2¦›)
        1 ‹groups›.nth(‹0¦1¦-1›)
        1 ‹groups›[‹label number›].quantile(‹¦0.25¦0.9›)
        1 ‹groups›.filter(lambda g: ‹len(g) > 1¦g[‹label number›].sum() > 2¦g[‹label number›].mean() > 1›)
        1 ‹groups›[‹labels number›].transform("‹mean¦sum¦count›")
        1 ‹groups›[‹label number›].‹idxmax¦idxmin¦cumsum¦rank¦describe¦shift¦sem¦skew›()
        1 ‹groups›[‹label number›].‹nlargest¦nsmallest›(1)
        1 ‹groups›[‹label number›].‹rolling(2)¦rolling(3, min_periods=1)¦expanding()›.‹mean¦sum¦max›()
        1 ‹groups›.‹cumsum¦shift¦diff¦ffill›()
        1 ‹groups›[‹label text›].agg(‹", ".join¦lambda s: "-".join(s.dropna())¦list¦set¦"first"›)
        1 ‹f›.loc[‹groups›[‹label number›].‹idxmax¦idxmin›()]
        1 ‹groups›.ngroups
        1 ‹groups›.get_group(‹'a'¦1¦('a',)›)
    """),
    "how": rules("""
        1 ‹'inner'¦'left'¦'left'¦'right'¦'outer'¦'inner'›
    """),
    "merged": rules("""
        3 pd.merge(‹f›, ‹g=frame›, on=‹on›, how=‹how›‹¦¦, suffixes=('_l', '_r')¦, indicator=True›)
        3 ‹f›.merge(‹g=frame›, on=‹on›, how=‹how›‹¦¦, suffixes=('', '_y')¦, validate="m:m"¦, sort=True›)
        2 ‹f›.merge(‹g=frame›‹¦, how=‹how››)
        1 ‹f›.merge(‹g=frame›, ‹on›, how=‹how›)
        2 ‹f›.merge(‹g=frame›, left_on=‹label›, right_on=‹label@g›, how=‹how›)
        1 ‹f›.merge(‹g=frame›, left_on=[‹label›, ‹label›], right_on=[‹label@g›, ‹label@g›], how=‹how›)
        1 ‹f›.merge(‹g=frame›, left_on=‹label›, right_index=True, how=‹how›)
        1 ‹f›.merge(‹g=frame›, left_index=True, right_index=True, how=‹how›)
        1 ‹f›.join(‹g=frame›.set_index(‹r=label@g›), on=‹label›‹¦, how="inner"¦, rsuffix="_r"›)
        1 ‹f›.join(‹g=frame›, ‹rsuffix="_r"¦lsuffix="_l", rsuffix="_r"¦how="outer", rsuffix="_r"¦how="inner", lsuffix="_l"›)
        1 ‹f›.merge(‹g=frame›, how='cross')
        2 ‹f›.merge(‹f›.groupby(‹a=keys›)‹.size().reset_index(name="cnt")¦[‹label number›].mean().reset_index()¦.agg(m=(‹label number›, "max")).reset_index()¦.agg(m=(‹label number›, "max"))›, on=‹a›, how=‹how›)
        1 ‹f›.set_index(‹label›).join(‹g=frame›.set_index(‹label@g›), how=‹how›, lsuffix='_l')
        1 ‹f›.merge(‹g=frame›[[‹r=label@g›]].drop_duplicates(), left_on=‹label›, right_on=‹r›)
        1 ‹f›[‹f›[‹label›].isin(‹g=frame›[‹label@g›])]
        1 ‹f›.merge(‹g=frame›.rename(columns={‹label@g›: 'rk'}), left_on=‹label›, right_on='rk', how=‹how›)
    """),
    "concatenated": rules("""
        3 pd.concat([‹f›, ‹g=frame›]‹¦, ignore_index=True¦, ignore_index=True¦, axis=1¦, sort=True¦, join='inner'¦, keys=['p', 'q']›)
        1 pd.concat([‹f›[‹truth›], ‹f›[‹truth›]]‹¦, ignore_index=True›)
        1 pd.concat([‹f›.head(2), ‹f›.tail(1)]‹¦, ignore_index=True›)
        1 pd.concat([‹f›[‹labels›], ‹g=frame›[‹labels@g›]]‹¦, ignore_index=True¦, axis=1›)
        1 pd.concat([‹f›, pd.get_dummies(‹f›[‹label text›])], axis=1)
        1 pd.concat([‹f›, ‹f›.assign(‹bare›=‹0¦'x'¦None›)]‹¦, ignore_index=True›)
    """),
    "reshaped": rules("""
        3 ‹f›.pivot_table(index=‹keys›, columns=‹label text bool number›, values=‹label number›, aggfunc="‹sum¦mean¦count¦max¦min¦median¦size›"‹¦, fill_value=0¦, margins=True›)
        1 ‹f›.pivot_table(index=‹keys›, values=‹label number›, aggfunc=‹"sum"¦["sum", "max"]¦"mean"¦np.sum›)
        1 pd.pivot_table(‹f›, values=‹label number›, index=[‹label›], columns=[‹label text›])
        1 ‹f›.pivot_table(index=‹label›, values=‹labels number›)
        2 ‹f›.melt(id_vars=‹a=label›‹¦, value_vars=[‹label number›]¦, var_name="what", value_name="val"›)
        1 pd.melt(‹f›, id_vars=[‹label›], value_vars=‹labels number›)
        1 pd.crosstab(‹f›[‹label›], ‹f›[‹label text bool›]‹¦, normalize=True¦, margins=True¦, normalize="index"›)
        1 pd.get_dummies(‹f›‹¦, columns=[‹label text›]¦[‹label text›]¦, columns=[‹label text›], drop_first=True¦, columns=[‹label text›], dtype=int¦, dummy_na=True›)
        1 ‹f›.groupby([‹label›, ‹label text›])[‹label number›].‹sum¦mean¦count›().unstack(‹¦fill_value=0›)
        1 ‹f›.pivot(index=‹label›, columns=‹label text›, values=‹label number›)
        1 ‹f›.set_index(‹label›)[‹labels number›].stack()
        2 ‹f›.set_index(‹label time›).resample(‹'D'¦'ME'¦'YE'¦'W'¦'QE'›)[‹label number›].‹sum¦mean¦count¦max¦first›()
        1 ‹f›.groupby(pd.Grouper(key=‹label time›, freq=‹'ME'¦'YE'›))[‹label number›].‹sum¦mean¦count›()
        1 ‹f›[‹labels number›].‹window›.‹mean¦sum›()
        1 ‹f›[‹all number›].corr()
        1 ‹f›.groupby(‹keys›)[‹label text›].value_counts(‹¦normalize=True›)‹¦.unstack()¦.reset_index(name='cn')›
        1 ‹f›[‹label text›].str.split(‹' '¦'_'¦','›, expand=True)
        1 ‹f›[‹label text›].str.extract('(a)(.)?')
    """),
    "small": rules("""
        6 (‹number›).‹sum¦mean¦min¦max¦std¦median¦count¦var¦prod¦nunique¦skew¦sem›()
        2 (‹number›).quantile(‹0.25¦0.9¦¦[0.1, 0.5]›)
        2 len(‹f›)
        1 ‹f›.shape
        2 ‹col›.‹nunique()¦count()¦isna().sum()¦notna().any()¦isna().mean()¦nunique(dropna=False)¦is_unique¦hasnans¦dtype¦size¦is_monotonic_increasing¦empty›
        3 ‹col›.value_counts(‹¦normalize=True¦dropna=False¦ascending=True¦sort=False›)
        1 ‹col›.value_counts().‹to_dict()¦head(1)¦index[0]¦reset_index()¦max()¦idxmax()¦sort_index()¦index.tolist()¦nlargest(1)›
        2 ‹col›.‹unique()¦unique().tolist()¦tolist()¦drop_duplicates()¦mode()¦to_list()¦values¦to_dict()¦mode()[0]¦max()¦min()›
        2 (‹number›).‹iloc[0]¦iloc[-1]¦head(2)¦idxmax()¦idxmin()¦tail(1)¦argmax()¦nlargest(2)¦nsmallest(1)¦loc[0]¦iloc[1:3]›
        2 (‹truth›).‹sum()¦any()¦all()¦mean()¦value_counts()›
        2 ‹f›.‹sum(numeric_only=True)¦mean(numeric_only=True)¦isna().sum()¦nunique()¦count()¦max(numeric_only=True)¦isnull().sum().sum()¦dtypes¦std(numeric_only=True)¦median(numeric_only=True)¦isna().mean()¦notna().sum()›
        2 np.‹mean¦sum¦max¦std¦median¦unique¦nanmean¦percentile›(‹number›‹›)
        1 sorted(‹col›.dropna().unique())
        1 ‹f›[‹truth›][‹label number›].‹sum¦mean¦max¦count›()
        1 ‹f›.loc[‹truth›, ‹label›].‹iloc[0]¦nunique()¦tolist()¦max()¦value_counts()¦unique()›
        1 ‹f›.iloc[0][‹label›]
        1 (‹number›).‹describe()¦agg(["min", "max"])¦sort_values()¦sort_values(ascending=False)¦dropna()¦sort_index()¦round(1).tolist()›
        1 ‹f›[‹label number›].‹corr¦cov›(‹f›[‹label number›])
        1 list(‹f›.columns)
        1 ‹f›.‹columns.tolist()¦index.tolist()¦empty¦to_dict("records")¦values.tolist()¦index¦size¦to_dict("list")¦ndim¦columns›
        1 ' '.join((‹text 1›).dropna())
        1 ‹f›.‹max()¦min()¦iloc[0]¦iloc[-1].tolist()¦sum()¦mode()¦loc[0]¦any()¦nunique(axis=1)¦idxmax(numeric_only=True)›
        1 set(‹col text›)
        1 dict(zip(‹col›, ‹col›))
        1 ‹f›.set_index(‹label›)[‹label›].to_dict()
        1 [x for x in ‹col› if x == x]
        1 ‹f›.groupby(‹keys›).ngroups
        1 (‹text›).str.‹contains('a', na=False).sum()¦len().max()¦cat(sep=',')¦upper().unique()›
        1 (‹time›).‹min¦max›()
        1 ((‹time›).max() - (‹time 0›).min()).days
        1 ‹f›[‹label number›].sum() / len(‹f›)
        1 round((‹number›).mean(), 2)
        1 int((‹truth›).sum())
        1 max(‹col number›)
        1 ‹f›.at[0, ‹label›]
        1 ‹f›.sort_values(‹label›).iloc[0][‹label›]
    """),
}
