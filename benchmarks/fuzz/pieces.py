# ruff: noqa: E501
"""The grammar of pieces of programs: functions, containers of frames, shared objects, chains and files on the way."""

from __future__ import annotations

from benchmarks.fuzz.draw import rules

SYMBOLS = {
    "piece": rules("""
        4 ‹through_functions›
        4 ‹in_containers›
        4 ‹shared_objects›
        4 ‹chained›
        4 ‹by_group›
        3 ‹by_mask›
        3 ‹tables_joined›
        2 ‹written_and_read›
        2 ‹told›
    """),
    "through_functions": rules("""
        2 def add_ratio(t, a, b):⏎    t = t.copy()⏎    t['ratio'] = t[a] / t[b]⏎    t.loc[t[b] == 0, 'ratio'] = ‹0¦np.nan›⏎    return t⏎⏎⏎‹‹f›¦‹new d›› = add_ratio(‹f›, ‹label number›, ‹label number›)
        2 def split_by(t, col, limit):⏎    return t[t[col] > limit], t[t[col] <= limit]⏎⏎⏎hi_, ‹new d› = split_by(‹f›, ‹label number›, ‹0¦1›)⏎print(len(hi_))
        1 def counts_of(t, cols):⏎    return {c: t[c].‹nunique()¦isna().sum()¦count()¦max()› for c in cols}⏎⏎⏎‹new r› = counts_of(‹f›, ‹labels›)
        1 def make_filter(limit):⏎    def keep(t):⏎        return t[t[‹label number›] ‹>¦<› limit]⏎    return keep⏎⏎⏎‹new d› = make_filter(‹0¦1›)(‹f›)
        1 LIMIT = ‹0¦1¦2›⏎def above(v):⏎    return ‹'yes' if v > LIMIT else 'no'¦v > LIMIT¦v - LIMIT¦None if v > LIMIT else v›⏎⏎⏎‹f›['above'] = ‹f›[‹label number›].apply(above)
        1 LIMIT = 1⏎‹f›['above'] = ‹f›[‹label number›].apply(lambda v: v * LIMIT)⏎LIMIT = 2⏎‹f›['again'] = ‹f›[‹label number›].apply(lambda v: v * LIMIT)
        1 def top_of(t, by, n=1):⏎    return t.groupby(by)[‹label number›].sum().sort_values(ascending=False).head(n)⏎⏎⏎‹new r› = top_of(‹f›, ‹label›‹¦, n=2›)
        1 def report(t, *, name='t', digits=1):⏎    print(name, t.shape, t[‹label number›].‹sum¦mean¦max›().round(digits))⏎⏎⏎report(‹f›‹¦, name='x'¦, digits=2›)
        1 def fix(t):⏎    t[‹a=label number›] = t[‹a›].fillna(0)⏎    part = t[t[‹a›] > 0]⏎    return part.shape[0], t⏎⏎⏎‹new r›, fixed_ = fix(‹f›)⏎fixed_['f_'] = 1
        1 def steps(t):⏎    for step in (lambda x: x.dropna(subset=[‹label›]), lambda x: x.head(3)):⏎        t = step(t)⏎    return t⏎⏎⏎‹new d› = steps(‹f›)
        1 def maybe(t, go=‹True¦False›):⏎    if not go:⏎        return t⏎    t = t[t[‹label›].notna()]⏎    return t.reset_index(drop=True)⏎⏎⏎‹new d› = maybe(‹f›‹¦, go=False¦, True›)
        1 class Cleaner:⏎    def __init__(self, t):⏎        self.t = t‹¦.copy()›⏎⏎    def clean(self, col):⏎        self.t[col] = self.t[col].fillna(0)⏎        return self⏎⏎    def total(self, col):⏎        return self.t[col].sum()⏎⏎⏎cleaner_ = Cleaner(‹f›).clean(‹a=label number›)⏎‹new r› = cleaner_.total(‹a›)
        1 def named(row, sep='-'):⏎    return sep.join([str(row[‹label›]), str(row[‹label›])])⏎⏎⏎‹f›['named'] = ‹f›.apply(named, axis=1‹¦, sep='/'›)
        1 def add_flag(t):⏎    t['flag_'] = t[‹label number›] > 0⏎⏎⏎add_flag(‹f›)⏎‹new r› = ‹f›['flag_'].sum()
    """),
    "in_containers": rules("""
        2 frames_ = {'a': ‹f›, 'b': ‹frame›}⏎for name_, t_ in frames_.items():⏎    print(name_, ‹t_.shape¦len(t_)¦t_.columns.tolist()¦t_.isna().sum().sum()›)
        2 for t_ in [‹f›, ‹frame›]:⏎    t_['in_list'] = ‹len(t_)¦'x'¦t_.shape[1]›
        1 for name_, t_ in zip(['one', 'two'], [‹f›, ‹frame›]):⏎    print(name_, ‹len(t_)¦t_.shape›)
        1 for i_, t_ in enumerate([‹f›, ‹frame›]):⏎    print(i_, ‹len(t_)¦t_.shape¦t_.head(1)›)
        1 pair_ = [‹f›, ‹frame›]⏎pair_[0]['p_'] = 1⏎print(pair_[1].shape, ‹f›.shape)
        1 by_ = {v: g for v, g in ‹f›.groupby(‹label›)}⏎‹new r› = {k: len(g) for k, g in by_.items()}
        1 heads_ = [t.head(1) for t in (‹f›, ‹frame›)]⏎‹new d› = pd.concat(heads_‹¦, ignore_index=True›)
        1 results_ = {}⏎for c_ in ‹labels number›:⏎    results_[c_] = {'mean': ‹f›[c_].mean(), 'n': ‹f›[c_].count()}⏎‹new d› = pd.DataFrame(results_)‹¦.T¦.round(2)›
        1 acc_ = []⏎for v_ in ‹f›[‹a=label›].dropna().unique()[:3]:⏎    part_ = ‹f›[‹f›[‹a›] == v_].copy()⏎    part_['of'] = v_⏎    acc_.append(part_)⏎‹new d› = pd.concat(acc_) if acc_ else ‹f›.head(0)
        1 config_ = {'by': ‹label›, 'col': ‹label number›}⏎‹new d› = ‹f›.groupby(config_['by'])[config_['col']].‹sum¦mean¦max›()‹¦.reset_index()›
        1 cols_ = ‹labels number›⏎aggs_ = {c: '‹sum¦mean¦max›' for c in cols_}⏎‹new d› = ‹f›.groupby(‹label text bool›).agg(aggs_)
        1 keep_ = [c for c in ‹f›.columns if ‹f›[c].‹isna().sum() == 0¦nunique() > 1¦dtype != 'object'›]⏎‹new d› = ‹f›[keep_]
        1 a_, b_ = ‹f›, ‹frame›⏎a_['ab_'] = 1⏎‹new r› = b_.shape
        1 boxes_ = [‹f›]⏎boxes_.append(‹frame›)⏎‹new r› = [len(t) for t in boxes_]
        1 stages_ = {'raw': ‹f›}⏎stages_['clean'] = stages_['raw'].dropna()⏎stages_['clean']['z_'] = 1⏎print(stages_['raw'].shape, stages_['clean'].shape)
    """),
    "shared_objects": rules("""
        2 orig_ = ‹f›⏎‹f› = ‹f›[‹truth 1›]⏎orig_['o_'] = 1⏎‹new r› = (orig_.shape, ‹f›.shape)
        2 col_ = ‹f›[‹a=label number›]⏎‹f›[‹a›] = col_.fillna(0)⏎‹new r› = col_.isna().sum()
        1 view_ = ‹f›[‹labels›]⏎view_['v_'] = 1⏎‹new r› = ‹f›.shape
        1 view_ = ‹f›[‹truth 1›]‹¦.copy()›⏎view_[‹label number›] = 0⏎‹new r› = ‹f›[‹label number›].sum()
        1 keep_ = ‹f›[‹label number›] > ‹0¦1›⏎‹f›['k_'] = keep_⏎‹f› = ‹f›[keep_]⏎‹new r› = ‹f›['k_'].all()
        1 was_ = len(‹f›)⏎‹f› = ‹f›.drop_duplicates(‹¦‹labels››)⏎print(was_ - len(‹f›), 'dropped')
        1 mean_ = ‹f›[‹a=label number›].mean()⏎‹f›[‹a›] = ‹f›[‹a›].fillna(mean_)⏎‹new r› = ‹f›[‹a›].mean() ‹- mean_¦== mean_›
        1 names_ = ‹f›.columns⏎‹f›['added_'] = 1⏎‹new r› = len(names_)
        1 t_ = ‹f›⏎t_ = t_.rename(columns={‹label›: 'tt'})⏎t_['u_'] = 1⏎‹new r› = ('u_' in ‹f›.columns, t_.shape)
        1 g_ = ‹f›.groupby(‹label›)⏎‹f›['gg_'] = g_[‹label number›].transform('‹sum¦mean›')⏎‹new r› = g_.size().‹max()¦to_dict()›
        1 g_ = ‹f›.groupby(‹label›)⏎‹new d› = g_[‹label number›].‹sum¦mean›().reset_index()⏎‹new r› = g_[‹label›].‹nunique¦count¦first›()
        1 s_ = ‹f›[‹label number›].copy()⏎s_[s_ ‹<¦>› 1] = ‹0¦np.nan›⏎‹f›['s_'] = s_
        1 s_ = ‹f›.set_index(‹label›)[‹label number›]⏎s_.name = 'sn'⏎‹new d› = s_.reset_index()
        1 ‹f›.index.name = 'ix'⏎‹new d› = ‹f›[‹labels›]
        1 idx_ = ‹f›[‹truth 1›].index⏎‹f›.loc[idx_, ‹target›] = ‹1¦'i'›
        1 idx_ = ‹f›[‹truth 1›].index⏎‹new d› = ‹f›.drop(idx_)‹¦.reset_index(drop=True)›
    """),
    "chained": rules("""
        2 ‹new d› = (‹f›⏎    .rename(columns={‹label›: 'rn_'})⏎    .dropna(‹¦how='all'›)⏎    .assign(n_=lambda t: ‹range(len(t))¦len(t)¦t.index›)⏎    .reset_index(drop=True))
        2 ‹new d› = (‹f›.groupby(‹label›)⏎    .agg(lo=(‹label number›, 'min'), hi=(‹label number›, 'max'), n=(‹label›, 'size'))⏎    .assign(span=lambda t: t['hi'] - t['lo'])⏎    .query('‹n > 1¦span > 0¦hi >= lo›')⏎    .sort_values(‹'span'¦['n', 'span']›, ascending=False))
        1 ‹new d› = ‹f›.groupby(‹label›)[‹label number›].agg(['mean', 'std', 'count']).reset_index().rename(columns={'mean': 'avg', 'std': 'sd'})‹¦.fillna(0)¦.round(2)›
        1 ‹new d› = ‹f›[‹f›[‹a=label›].notna()].groupby(‹a›, as_index=False)[‹label number›].‹sum¦mean›().merge(‹f›[[‹a›]].drop_duplicates(), on=‹a›, how='left')
        1 ‹new r› = ‹f›[‹label›].value_counts().rename_axis('val').reset_index(name='n').‹head(2)¦sort_values('val')¦set_index('val')['n'].to_dict()¦query('n > 1')›
        1 ‹new d› = ‹f›[‹label›].value_counts(‹¦normalize=True›).to_frame('cnt').‹reset_index()¦T¦head(2)¦round(2)¦sort_index()›
        1 ‹new d› = ‹f›.assign(‹p=bare›=lambda t: t[‹label number›].fillna(0)).loc[lambda t: t['‹p›'] ‹>¦==› 0, [‹label›]]
        1 ‹new d› = ‹f›.sort_values([‹a=label›, ‹label›], ascending=[False, True], na_position='‹first¦last›').groupby(‹a›).‹head(1)¦tail(1)¦nth(0)¦first()¦cumcount()›
        1 ‹new d› = ‹f›.melt(id_vars=‹label›, value_vars=‹labels number›).dropna().groupby('variable')['value'].‹mean¦max¦sum¦describe›()
        1 ‹new d› = ‹f›.pivot_table(index=‹label›, columns=‹label text›, values=‹label number›, aggfunc='‹sum¦mean¦count›').fillna(0).‹reset_index()¦rename_axis(columns=None)¦add_prefix('c_')¦stack()¦idxmax(axis=1)¦sort_index(ascending=False)¦cumsum(axis=1)¦apply(lambda r: r / r.sum(), axis=1)¦loc[:, lambda t: t.sum() > 0]›
        1 ‹new d› = ‹f›.groupby([‹label›, ‹label text›])[‹label number›].‹sum¦mean¦count›().unstack().‹fillna(0)¦add_suffix('_u').reset_index()¦mean()¦T¦max(axis=1)¦isna().sum()›
        1 ‹new d› = ‹f›.set_index(‹label›)[[‹label number›]].‹groupby(level=0).mean()¦sort_index(ascending=False)¦rename_axis('nx').reset_index()¦squeeze()¦T›
        1 ‹new r› = ‹f›.groupby(‹label›)[‹label number›].‹sum().nlargest(2).index.tolist()¦mean().round(1).to_dict()¦max().sort_values().iloc[-1]¦apply(list).to_dict()¦size().idxmax()¦sum().div(‹f›[‹label number›].sum())¦sum().rank(ascending=False)¦cumsum().max()›
        1 ‹new d› = ‹f›.drop(columns=[‹label›]).describe().‹loc[['mean', 'max']]¦T[['min', 'max']]¦round(1).reset_index()¦iloc[1:3]›
        1 ‹new d› = ‹f›.head(‹2¦3›).append(‹f›.tail(1)) if hasattr(‹f›, 'append') else pd.concat([‹f›.head(2), ‹f›.tail(1)]).drop_duplicates()
        1 ‹new d› = ‹f›.where(‹f›.notna(), ‹None¦0¦'gone'›)
        1 ‹new d› = ‹f›.astype(str).‹apply(lambda s: s.str.upper())¦replace('nan', '')¦agg(' '.join, axis=1)¦nunique()›
        1 ‹new d› = ‹f›.apply(lambda s: ‹s.fillna(s.mean()) if s.dtype != 'object' else s¦s.isna().mean()¦s.astype(str).str.len().max()¦s.value_counts().iloc[0]›)
        1 ‹new d› = ‹f›[‹labels number›].apply(lambda r: ‹r.max() - r.min()¦r.sum() > 1¦r.fillna(0).mean()¦r.isna().any()›, axis=1)
    """),
    "by_group": rules("""
        2 for c_ in ‹labels number›:⏎    ‹f›[c_] = ‹f›.groupby(‹label text bool›)[c_].transform(‹lambda s: s.fillna(s.mean())¦'mean'¦lambda s: s - s.mean()¦'sum'›)
        2 ‹f›['sh_'] = ‹f›[‹a=label number›] / ‹f›.groupby(‹keys›)[‹a›].transform('‹sum¦max¦mean¦count›')‹¦ * 100›
        1 ‹f›['rk_'] = ‹f›.groupby(‹keys›)[‹label number›].rank(‹ascending=False¦method='dense'¦method='min', ascending=False¦pct=True¦method='first'›)⏎‹new d› = ‹f›[‹f›['rk_'] <= ‹1¦2›]
        1 ‹f› = ‹f›.sort_values(‹labels›)⏎‹f›['pv_'] = ‹f›.groupby(‹label›)[‹label number›].‹shift¦diff¦pct_change¦cumsum¦cumcount›()⏎‹new r› = ‹f›['pv_'].‹isna().sum()¦max()¦count()›
        1 ‹f›['mv_'] = ‹f›.groupby(‹label›)[‹label number›].transform(lambda s: s.‹rolling(2).sum()¦rolling(3, min_periods=1).mean()¦expanding().max()¦shift().fillna(0)¦ffill()¦rank()¦cumsum() - s›)
        1 stats_ = ‹f›.groupby(‹a=label›)[‹label number›].agg(['min', 'max'])⏎stats_.columns = ['lo_', 'hi_']⏎‹new d› = ‹f›.merge(stats_, left_on=‹a›, right_index=True, how='‹left¦inner›')
        1 stats_ = ‹f›.groupby(‹a=label›).agg({‹label number›: ['mean', 'count']})⏎stats_.columns = ['_'.join(c) for c in stats_.columns]⏎‹new d› = ‹f›.merge(stats_.reset_index(), on=‹a›, how='left')
        1 big_ = ‹f›[‹a=label›].value_counts()⏎big_ = big_[big_ ‹> 1¦>= 2¦== 1›].index⏎‹new d› = ‹f›[‹f›[‹a›].isin(big_)]
        1 for k_, p_ in ‹f›.groupby(‹label›):⏎    print(f"{k_}: {len(p_)} {p_[‹label number›].‹mean()¦sum()¦max()›:.1f}")
        1 ‹new d› = ‹f›.groupby(‹label›).apply(lambda g: pd.Series({'n': g[‹label›].count(), 'w': (g[‹a=label number›] * g[‹label number›]).sum(), 'm': g[‹a›].‹max¦mean¦sum›()}))‹¦.reset_index()›
        1 ‹new d› = ‹f›.groupby(‹label›)[‹labels number›].agg(‹'sum'¦['sum', 'mean']¦lambda s: s.max() - s.min()¦np.mean›)
        1 ‹f›['bin_'] = pd.cut(‹f›[‹label number›], ‹[-100, 0, 1, 100]¦[0, 1, 2, 5]›, labels=['lo', 'mid', 'hi']‹¦, right=False›)⏎‹new d› = ‹f›.groupby('bin_', observed=‹True¦False›)[‹label number›].‹count¦mean¦sum›()‹¦.reset_index()›
        1 ‹f›['mp_'] = ‹f›[‹a=label›].map(‹f›.groupby(‹a›)[‹label number›].‹mean¦count¦sum¦max›())
        1 ‹f›['first_'] = ~‹f›[‹label›].duplicated()⏎‹new d› = ‹f›.groupby('first_')[‹label number›].‹sum¦count›()
        1 ‹new d› = ‹f›.groupby(‹f›[‹label number›] > ‹0¦1›).‹size()¦agg({‹label number›: 'sum'})¦agg(n=(‹label›, 'nunique'))›
        1 ‹new d› = ‹f›.groupby(‹label›).agg(a_=(‹label number›, lambda s: (s > 0).sum()), b_=(‹label›, 'first')).reset_index()
    """),
    "by_mask": rules("""
        2 m_ = ‹truth 1›⏎‹f›.loc[m_, ‹a=label number›] = ‹f›.loc[m_, ‹a›] ‹* 2¦+ 1¦- ‹f›[‹a›].mean()¦.fillna(0)›
        2 ‹f›['st_'] = 'low'⏎‹f›.loc[‹f›[‹a=label number›] > 1, 'st_'] = 'high'⏎‹f›.loc[‹f›[‹a›].isna(), 'st_'] = 'none'⏎‹new r› = ‹f›['st_'].value_counts().to_dict()
        1 ‹f›['st_'] = np.nan⏎‹f›.loc[‹truth 1›, 'st_'] = ‹1¦0.5›⏎‹f›['st_'] = ‹f›['st_'].fillna(0)‹¦.astype(int)›
        1 lo_, hi_ = ‹f›[‹a=label number›].quantile([0.25, 0.75])⏎‹new d› = ‹f›[‹f›[‹a›].between(lo_, hi_)]
        1 ‹f›[‹a=label number›] = ‹f›[‹a›].mask(‹f›[‹a›] ‹< 0¦> 2¦== 0›‹¦, 0¦, ‹f›[‹a›].median()›)
        1 ‹f›['fl_'] = ((‹f›[‹label number›] > 0) & (‹f›[‹label›].notna())).‹astype(int)¦map({True: 'y', False: 'n'})¦cumsum()›
        1 ‹f›['fl_'] = ‹f›[‹label text›].isin(‹['a', 'b']¦‹frame›[‹label text›]›)‹¦.astype(int)›
        1 ‹new d› = ‹f›[‹f›[‹label text›].str.‹len() > 1¦startswith('a')¦contains('a|b')¦lower() == 'a'¦strip() != ''›.fillna(False)]
        1 ‹new r› = ‹f›[‹truth 1›].‹shape[0]¦empty¦index.tolist()¦iloc[:, 0].tolist()› if len(‹f›) else 0
        1 ‹f› = ‹f›[~‹f›[‹a=label number›].isin([0, 1])‹¦ | ‹f›[‹a›].isna()›]
        1 ‹f›.loc[~(‹truth 1›), ‹label›] = np.nan
        1 ‹f›[‹target›] = np.where(‹f›[‹a=label text›] == ‹value a›, ‹f›[‹label number›], ‹0¦np.nan¦-‹f›[‹label number›]›)
        1 ‹f› = ‹f›.query("‹bare number› == ‹bare number› ‹and¦or› ‹bare number› > ‹0¦1›")
    """),
    "tables_joined": rules("""
        1 lookup_ = dict(zip(‹g=frame›[‹label@g›], ‹g›[‹label@g›]))⏎‹f›['lk_'] = ‹f›[‹label›].map(lookup_)‹¦.fillna('?')¦.isna()›
        1 both_ = ‹f›.merge(‹g=frame›, on=‹on›, how='left', indicator=True, suffixes=('', '_r'))⏎‹new r› = both_['_merge'].value_counts().‹to_dict()¦loc['both']¦sort_index().tolist()›
        1 small_ = ‹g=frame›.drop_duplicates(subset=[‹r=label@g›])⏎‹f› = ‹f›.merge(small_[[‹r›, ‹label@g›]].rename(columns={‹r›: 'key_'}), left_on=‹label›, right_on='key_', how='left')
        1 ‹new d› = ‹f›.merge(‹g=frame›, on=‹on›, how='‹outer¦right¦inner›').‹sort_values(‹label›)¦reset_index(drop=True)¦drop_duplicates()¦fillna(0)¦isna().sum()¦head(3)¦groupby(‹label›).size()›
        1 miss_ = set(‹f›[‹label text number›].dropna()) - set(‹g=frame›[‹label@g›].dropna())⏎‹new r› = len(miss_)
        1 ‹new d› = ‹f›[‹f›[‹label›].isin(‹g=frame›[‹label@g›]‹¦.unique()¦.dropna()¦.tolist()›)].‹copy()¦reset_index(drop=True)¦shape¦head(2)›
        1 agg_ = ‹g=frame›.groupby(‹r=label@g›, as_index=False)[‹label@g number›].‹sum¦mean¦count›()⏎‹new d› = ‹f›.merge(agg_, left_on=‹label›, right_on=‹r›, how='left', suffixes=('', '_agg'))
        1 ‹new d› = ‹f›.join(‹g=frame›.groupby(‹r=label@g›).size().rename('sz_'), on=‹label›)‹¦.fillna({'sz_': 0})›
        1 ‹new d› = pd.concat([‹f›.assign(src='f'), ‹g=frame›.assign(src='g')]‹, ignore_index=True¦, sort=False¦, join='inner'›).groupby('src').‹size()¦count()¦nunique()›
        1 ‹new d› = ‹f›.merge(‹f›.groupby(‹a=label›)[‹label number›].max().reset_index(name='mx_'), on=‹a›)⏎‹new d› = ‹new d›
    """),
    "written_and_read": rules("""
        2 ‹f›.to_csv('out_.csv', index=False)⏎‹new d› = pd.read_csv('out_.csv')
        1 ‹f›.to_csv('out_.csv')⏎‹new r› = open('out_.csv').readline()
        1 ‹f›[‹labels›].to_csv('out_.csv', index=False‹¦, sep=';'¦, na_rep='NA'¦, header=False¦, float_format='%.2f'›)
        1 ‹f›.to_parquet('out_.parquet')⏎‹new d› = pd.read_parquet('out_.parquet')‹¦[‹labels›]›
        1 ‹f›.groupby(‹label›)[‹label number›].sum().‹reset_index()¦to_frame()›.to_csv('agg_.csv'‹, index=False¦›)
        1 ‹f›.to_json('out_.json', orient='records')⏎‹new r› = len(open('out_.json').read()) > 2
    """),
    "told": rules("""
        1 print("Shape:", ‹f›.shape, "Missing:", ‹f›.isnull().sum().sum(), "Dup:", ‹f›.duplicated().sum())
        1 print(‹f›[‹label number›].describe().‹round(2)¦to_string()¦loc[['min', 'max']]›)
        1 print(f"{‹f›[‹label number›].mean():.2f} ± {‹f›[‹label number›].std():.2f}", f"n={‹f›[‹label›].count()}")
        1 print(‹f›.groupby(‹label›)[‹label number›].‹mean¦sum¦max¦count›().‹round(2).to_dict()¦sort_values(ascending=False).head(2)¦reset_index().to_string(index=False)›)
        1 print(‹f›.sort_values(‹labels›)‹.head(2)¦.tail(2)¦›.to_string(‹¦index=False¦header=False›))
        1 for c_ in ‹labels›:⏎    print(f"{c_:<10}|{‹f›[c_].nunique():>4}|{‹f›[c_].isna().mean():6.1%}")
        1 print(‹f›[‹label text›].value_counts().head(2).to_dict(), ‹f›[‹label text›].dropna().unique()[:2])
        1 print(‹f›.dtypes.to_dict()‹¦, ‹f›.dtypes.value_counts().to_dict()›)
        1 print(‹f›.nlargest(1, ‹label number›)[[‹label›, ‹label number›]].values.tolist())
        1 print(list(‹f›.itertuples(index=False, name=None))[:2])
        1 print(pd.DataFrame({'a': ‹f›[‹label number›].head(2), 'b': ‹f›[‹label›].head(2)}))
        1 print("yes" if ‹f›[‹label›].‹isna().any()¦nunique() > 2¦duplicated().any()› else "no", ‹f›[‹label›].iloc[-1] if len(‹f›) else None)
        1 print(‹f›.iloc[0] if len(‹f›) else 'empty', ‹f›[‹label›].tolist()[-1:])
    """),
}
