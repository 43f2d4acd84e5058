# ruff: noqa: E501
"""The grammar of corners: typed and mixed columns, labels that repeat, infinities, odd names, other names of objects."""

from __future__ import annotations

from benchmarks.fuzz.draw import rules

SYMBOLS = {
    "corner": rules("""
        4 ‹typed›
        4 ‹by_labels›
        3 ‹ratios›
        3 ‹odd_names›
        4 ‹same_objects›
        3 ‹told_types›
        3 ‹mixed›
        3 ‹calendar›
        3 ‹way_out›
        2 ‹methods›
    """),
    "typed": rules("""
        2 ‹f›[‹a=label number›] = ‹f›[‹a›].round().astype('Int64')⏎‹f›['ty'] = ‹f›[‹a›] ‹> 1¦+ 1¦== 1¦// 2¦/ 2¦.fillna(0)¦.isna()›
        1 ‹f›['it'] = ‹f›[‹label number›].round().astype('Int64')⏎‹new r› = ‹f›['it'].‹max()¦sum()¦iloc[0]¦iloc[-1]¦mean()¦nunique()¦value_counts()¦tolist()¦isna().sum()¦unique()›
        2 ‹f›[‹a=label text›] = ‹f›[‹a›].astype('category')⏎‹new r› = ‹f›[‹a›].‹cat.categories.tolist()¦cat.codes.tolist()¦value_counts()¦unique()¦nunique()¦value_counts().index.tolist()¦isna().sum()›
        1 ‹f›['ct'] = ‹f›[‹label text›].astype('category')⏎‹new d› = ‹f›.groupby('ct', observed=‹True¦False›)[‹label number›].‹sum¦mean¦count¦max¦size›()
        1 ‹f›['ct'] = pd.Categorical(‹f›[‹label text›], categories=['b', 'a', 'c'], ordered=‹True¦False›)⏎‹new d› = ‹f›.sort_values('ct')‹¦.head(2)¦.dropna()›⏎print(‹f›['ct'])
        1 ‹new d› = ‹f›.convert_dtypes()‹¦.dtypes.astype(str)¦.head(2)¦.isna().sum()¦.fillna({‹label number›: 0})›
        1 ‹f›['st'] = ‹f›[‹label text›].astype('string')⏎‹f›['tt'] = ‹f›['st'] ‹== 'a'¦+ 'x'¦!= 'a'¦.str.upper()¦.str.len()¦.fillna('?')¦.str.contains('a')›
        1 ‹f›['bo'] = (‹f›[‹label number›] > 1).astype('boolean')⏎‹new r› = ‹f›['bo'].‹sum()¦mean()¦any()¦value_counts()¦iloc[0]›
        1 ‹f›[‹a=label number›] = ‹f›[‹a›].astype('‹float32¦float16¦object¦Float64›')⏎‹new r› = ‹f›[‹a›].‹sum()¦max()¦dtype¦mean()¦tolist()›
        1 ‹f›['i8'] = ‹f›[‹label number›].fillna(0).clip(-100, 100).astype('‹int8¦int32¦uint8¦int16›')⏎‹new r› = (‹f›['i8'] ‹* 2¦+ 1¦- 200¦.abs()¦ ** 2›).‹sum()¦max()¦dtype›
        1 ‹f›['ob'] = ‹f›[‹label bool›].astype(object)⏎‹new d› = ‹f›[‹f›['ob'] == ‹True¦False›]
    """),
    "by_labels": rules("""
        1 ‹new d› = ‹f›.set_index(‹a=label›)⏎‹new r› = ‹new d›.index.‹is_unique¦tolist()¦name¦nunique()¦isna().sum()¦dtype¦max()¦duplicated().sum()¦unique().tolist()¦size›
        1 by_ = ‹f›.set_index(‹a=label›)⏎by_['n_'] = by_[‹label number›] * 2⏎‹new d› = by_.reset_index()‹¦.head(2)¦.drop(columns=‹a›)›
        1 by_ = ‹f›.set_index(‹a=label›)⏎‹new d› = by_[~by_.index.duplicated(‹¦keep='last'›)]
        1 by_ = ‹f›.set_index([‹a=label›, ‹label›])⏎‹new r› = by_.index.get_level_values(‹0¦1¦‹a››).‹tolist()¦unique().tolist()¦nunique()›
        1 by_ = ‹f›.groupby([‹a=label›, ‹label›])[‹label number›].sum()⏎‹new d› = by_.‹reset_index()¦unstack()¦groupby(level=0).max()¦groupby(level=1).sum()¦sort_values()¦loc[lambda s: s > 0]¦droplevel(0)¦swaplevel().sort_index()¦index.get_level_values(0).tolist()¦xs(‹value a›)›
        1 s_ = ‹f›.set_index(‹label›)[‹label number›]⏎‹new s› = s_ ‹+¦-¦*› s_
        1 s_ = ‹f›.groupby(‹a=label›)[‹label number›].sum()⏎t_ = ‹f›[‹f›[‹label number›] > 0].groupby(‹a›)[‹label number›].count()⏎‹new s› = (s_ ‹/¦-¦+› t_)‹¦.fillna(0)¦.dropna()¦.sort_values()›
        1 ‹f›.index = ‹range(10, 10 + len(‹f›))¦[f'r{i}' for i in range(len(‹f›))]¦pd.Index(range(len(‹f›)), name='ix')¦‹f›.index[::-1]›⏎‹new d› = ‹f›.‹head(2)¦sort_index()¦loc[‹f›.index[0]:]¦reset_index()¦iloc[::-1]¦sort_values(‹label›)›
        1 ‹new d› = pd.concat([‹f›, ‹f›.head(1)]).‹loc[0]¦reset_index(drop=True)¦loc[[0]]¦index.tolist()¦drop(0)¦sort_index()¦groupby(level=0).first()›
        1 ‹new d› = ‹f›.drop_duplicates(‹label›).set_index(‹a=label›).‹reindex([‹value a›, ‹value a›])¦loc[‹value a›]¦sort_index()¦T¦to_dict('index')¦sort_index(ascending=False).head(2)›
        1 ‹new d› = ‹f›.reset_index().merge(‹f›.reset_index(), on='index', suffixes=('', '_o'))
        1 ‹new d› = ‹f›.join(‹f›[[‹label number›]].rename(columns=lambda c: c + '_j'))
        1 ‹new r› = ‹f›.index[‹f›[‹label number›] > ‹0¦1›].tolist()
        1 ‹new r› = [(i, v) for i, v in ‹f›[‹label›].items()]
        1 ‹f›.loc[‹f›.index[‹0¦-1¦:2¦[0]›], ‹label›] = ‹0¦None¦np.nan¦'z'›
        1 ‹new d› = ‹f›.rename_axis('ax').reset_index()‹¦.set_index('ax')›
        1 named_ = ‹f›[‹label›]⏎‹f›.index.name = 'nm'⏎‹new d› = named_.‹reset_index()¦to_frame()¦head(1)›
    """),
    "ratios": rules("""
        2 ‹f›['ra'] = ‹f›[‹label number›] / ‹f›[‹label number›]⏎‹new d› = ‹f›.groupby(‹label›)['ra'].‹std¦mean¦sum¦max¦median¦var¦min¦count¦sem›()‹¦.fillna(0)¦.isna()¦.dropna()¦.reset_index()›
        1 ‹f›['ra'] = ‹f›[‹label number›] / ‹f›[‹label number›]⏎‹f›['rs'] = ‹f›.groupby(‹label›)['ra'].‹transform('std')¦transform('mean')¦transform('sum')¦rank()¦cumsum()¦shift()¦diff()¦transform(lambda s: s - s.mean())›‹¦.fillna(0)¦.isna()›
        1 ‹f›['ra'] = np.log(‹f›[‹label number›])⏎‹new d› = ‹f›.groupby(‹label›)['ra'].agg(['mean', 'std', 'max'])‹¦.fillna(-1)¦.dropna()›
        1 ‹f›['ra'] = ‹f›[‹label number›] / ‹f›[‹label number›]⏎‹new r› = ‹f›['ra'].‹mean()¦std()¦sum()¦max()¦skew()¦var()¦median()¦isna().sum()¦rank().tolist()¦cumsum().tolist()¦diff().tolist()¦round(1).tolist()¦describe()¦nunique()¦value_counts()¦quantile(0.5)¦abs().max()¦idxmax()›
        1 ‹f›['ra'] = (‹f›[‹label number›] / ‹f›[‹label number›]).replace([np.inf, -np.inf], ‹np.nan¦0›)⏎‹new d› = ‹f›.groupby(‹label›)['ra'].‹mean¦sum¦count›()
        1 ‹f›['ra'] = ‹f›[‹label number›] ‹//¦%› ‹f›[‹label number›]⏎‹f›['rb'] = ‹f›['ra'].‹isna()¦fillna(0).astype(str)¦abs()¦round()¦clip(0, 5)›
        1 ‹f›['z_'] = (‹f›[‹a=label number›] - ‹f›[‹a›].mean()) / ‹f›[‹a›].std()⏎‹new d› = ‹f›[‹f›['z_'].abs() ‹<¦>› 1]
        1 ‹f›['ra'] = ‹f›[‹label number›] / ‹f›[‹label number›]⏎‹new d› = ‹f›.pivot_table(index=‹label›, values='ra', aggfunc='‹mean¦std¦sum¦max›')‹¦.fillna(0)¦.reset_index()›
        1 ‹f›['ra'] = ‹f›[‹label number›] / ‹f›[‹label number›]⏎‹new d› = ‹f›.sort_values('ra'‹¦, ascending=False›)‹¦.head(2)¦.dropna()›
        1 ‹f›['ra'] = 1 / ‹f›[‹label number›]⏎‹new d› = ‹f›[['ra', ‹label number›]].‹corr()¦sum()¦mean()¦max()¦std()¦isna().sum()¦agg(['min', 'max'])¦cov()›
    """),
    "odd_names": rules("""
        1 ‹new d› = ‹f›.rename(columns={‹label›: ‹'a b'¦'A'¦'select'¦'x.y'¦'b`c'¦'ü'¦'0'¦'None'¦'count(1)'›})‹¦.dropna()¦.head(2)¦.drop_duplicates()›
        1 ‹f› = ‹f›.rename(columns={‹label number›: ‹'x.y'¦'a b'¦'from'›})⏎‹new d› = ‹f›.groupby(‹label›)[‹label number›].‹sum¦max¦mean›()
        1 ‹f›[‹'K'¦'V'¦'N'¦'G'¦'Name'›] = ‹any_column 1›⏎‹new d› = ‹f›.sort_values(‹label›)
        1 ‹f›[‹'a.b'¦'c d'¦'order'¦'e`f'›] = ‹number 1›⏎‹new d› = ‹f›[‹f›[‹label number›] > 0].‹dropna()¦fillna(0)¦drop_duplicates(‹label›)¦groupby(‹label›).size()¦nlargest(2, ‹label number›)›
        1 ‹f›['x.y'] = ‹f›[‹label›]⏎‹new d› = ‹f›.merge(‹f›[['x.y']].drop_duplicates(), on='x.y')
        1 ‹f›.columns = [c.‹title()¦upper()› for c in ‹f›.columns]⏎‹f›[‹label›.lower()] = 1
        1 ‹f›['x.y'] = ‹f›[‹label number›]⏎‹f›['w_'] = ‹f›.groupby(‹label›)['x.y'].‹shift()¦rank()¦cumsum()¦transform('max')›
        1 ‹new d› = ‹f›.melt(id_vars=[‹label›]).rename(columns={'variable': 'Variable'})
    """),
    "same_objects": rules("""
        1 for n_, t_ in ‹zip(['p', 'q'], [‹f›, ‹frame›])¦enumerate([‹f›, ‹frame›])¦{'p': ‹f›, 'q': ‹frame›}.items()›:⏎    print(n_, ‹len(t_)¦t_.head(1)¦t_.isna().sum().sum()›)⏎last_ = t_⏎last_['l_'] = 1⏎‹new r› = ‹f›.shape
        1 some_ = ‹f› if ‹check› else ‹frame›⏎some_[‹'s_'¦‹label››] = ‹1¦'x'›⏎‹new r› = ‹f›.shape
        1 some_ = ‹f›⏎some_‹.loc[‹truth 1›, ‹label›] = 0¦['s_'] = 2¦.drop(columns=[‹label›], inplace=True)¦.sort_values(‹label›, inplace=True)¦.index.name = 'si'¦.iloc[0, 0] = ‹f›.iloc[-1, 0]›⏎‹new d› = ‹f›.head(3)
        1 def pick_(t, same):⏎    return t if same else t.copy()⏎⏎⏎got_ = pick_(‹f›, ‹True¦False›)⏎got_['g_'] = 1⏎‹new r› = ‹f›.shape
        1 def touch_(t):⏎    t.loc[t[‹label number›] > 0, ‹label›] = ‹0¦'t'›⏎    return t‹¦.head(1)¦.copy()›⏎⏎⏎‹new d› = touch_(‹f›‹¦.copy()›)
        1 part_ = ‹f›.‹head(2)¦iloc[:2]¦tail(1)¦copy()¦loc[:1]¦reset_index(drop=True)¦dropna()›⏎part_['p_'] = 1⏎part_.loc[part_.index[0], ‹label›] = ‹0¦'p'›⏎‹new r› = ‹f›[‹label›].tolist()
        1 col_ = ‹f›[‹a=label number›]⏎‹f›.loc[‹truth 1›, ‹a›] = 0⏎‹new r› = col_.sum()
        1 col_ = ‹f›[‹a=label›]⏎‹f›‹[‹a›] = 0¦.drop(columns=[‹a›], inplace=True)¦.dropna(inplace=True)¦.sort_values(‹a›, inplace=True)¦.reset_index(drop=True, inplace=True)›⏎‹new r› = col_.tolist()
        1 cond_ = ‹f›[‹a=label number›] > 0⏎‹f›[‹a›] = ‹f›[‹a›] ‹- 1¦* -1¦.fillna(5)›⏎‹new d› = ‹f›[cond_]
        1 store_ = {}⏎store_['t'] = ‹f›⏎store_['t']['st_'] = 1⏎‹new r› = ‹f›.shape
        1 class Box:⏎    def __init__(self, t):⏎        self.t = t⏎⏎    def add(self, c):⏎        self.t[c] = self.t[‹label number›] * 2⏎        return self.t⏎⏎⏎box_ = Box(‹f›‹¦.copy()›)⏎‹new d› = box_.add('bx')⏎‹new r› = ‹f›.shape
        1 grp_ = ‹f›.groupby(‹label›)⏎‹f›['new_'] = ‹number 1›⏎‹new r› = grp_.‹size().max()¦ngroups¦size().to_dict()›
        1 tot_ = 0⏎def count_(t):⏎    global tot_⏎    tot_ += len(t)⏎    return t‹¦.head(1)›⏎⏎⏎‹new d› = count_(‹f›)⏎print(tot_)
    """),
    "told_types": rules("""
        1 print(‹f›.dtypes, ‹f›.shape, list(‹f›))
        1 ‹f›.info()
        1 print(‹f›[‹label›].‹dtype¦head(1)¦iloc[0]¦unique()[:2]¦values[:2]¦tolist()[:2]›, type(‹f›[‹label›].iloc[0]).__name__ if len(‹f›) else '')
        1 print([type(v).__name__ for v in ‹f›[‹label›].‹tolist()¦head(2)¦unique()¦dropna()›])
        1 print(repr(‹f›[‹label›].‹max()¦min()¦nunique()¦count()¦mode()¦iloc[-1]¦sum()›))
        1 print(‹f›[‹label number›].‹sum()¦max()¦mean()› ‹/¦//¦%¦*› ‹2¦len(‹f›)›)
        1 print(‹f›.select_dtypes(‹'number'¦'object'¦include=['float']¦exclude=['object']¦['int64', 'bool']›).columns.tolist())
        1 print(‹f›.notnull().‹sum()¦all().tolist()¦any(axis=1).sum()›, ‹f›.isnull().values.sum())
        1 print({c: str(t) for c, t in ‹f›.dtypes.items()})
        1 print(‹f›.‹describe()¦describe(include='all')¦mean(numeric_only=True)¦agg(['count'])¦nunique()¦memory_usage().shape¦transpose().shape¦quantile(0.5, numeric_only=True)›)
        1 print(f"{‹f›[‹label number›].max()} {‹f›[‹label number›].sum():.1f} {‹f›[‹label text›].iloc[0]!r} {‹f›[‹label›].isna().any()}")
        1 with pd.option_context('display.max_rows', 4):⏎    print(‹f›)
        1 ‹new r› = str(‹f›[‹label›].‹max()¦iloc[0]¦count()›) + '!'
        1 ‹new r› = '‹›' if ‹f›[‹label number›].max() > 1 else None
    """),
    "mixed": rules("""
        1 ‹f›['mx'] = [‹1, 'a'¦None, 'b'¦1.5, None¦True, 'x'¦'1', 2›][0]⏎‹f›.loc[‹truth 1›, 'mx'] = ‹'s'¦2¦None¦0.5¦True›⏎‹new r› = ‹f›['mx'].‹astype(str).tolist()¦tolist()¦isna().sum()¦nunique()¦dtype›
        1 ‹f›['mx'] = ‹f›[‹label›].astype(object).where(‹truth 1›, ‹0¦'m'¦None¦np.nan›)⏎‹new r› = ‹f›['mx'].‹tolist()¦isna().sum()¦nunique()¦value_counts()¦astype(str).tolist()¦fillna('f').tolist()›
        1 ‹f›['mx'] = np.where(‹truth 1›, ‹f›[‹label›], ‹None¦np.nan¦''¦0¦'w'›)⏎‹new r› = ‹f›['mx'].‹isna().sum()¦tolist()¦dtype¦nunique()›
        1 ‹f›['mx'] = ‹f›[‹label text›].map({'a': 1, 'b': ‹2¦'two'¦None¦2.5›})⏎‹f›['my'] = ‹f›['mx'].‹isna()¦fillna(‹0¦'?'›)¦astype(str)›
        1 ‹f›['mx'] = ‹f›[‹label›].apply(lambda v: ‹None if pd.isna(v) else v¦str(v)¦v if pd.notna(v) else 'none'¦[v]¦(v, 1)¦type(v).__name__¦v is None¦repr(v)›)
        1 ‹new d› = ‹f›.fillna(‹'x'¦0¦{‹label›: 'x', ‹label›: 0}¦''›)‹¦.astype(str)¦.dtypes.astype(str)›
        1 ‹new d› = ‹f›.replace({‹label›: {‹'a': 'q'¦1: 2¦0: None¦np.nan: 0›}})
        1 ‹new d› = ‹f›.where(‹f› ‹!=¦==› ‹0¦'a'›‹¦, None¦, 'o'›)
        1 ‹new d› = ‹f›.T.T‹¦.dtypes.astype(str)¦.infer_objects()›
        1 ‹new d› = pd.DataFrame([‹f›.iloc[0], ‹f›.iloc[-1]])‹¦.reset_index(drop=True)¦.dtypes.astype(str)›
        1 ‹new d› = pd.DataFrame(‹f›.‹to_dict('records')¦to_dict()¦values.tolist(), columns=‹f›.columns¦to_dict('list')›)
        1 ‹new d› = pd.concat([‹f›[‹labels›], ‹frame›[‹label›].rename('cc')], axis=1)
        1 ‹new d› = pd.concat([‹f›.assign(‹p=bare›=‹None¦0¦'x'›), ‹frame›])‹¦.reset_index(drop=True)¦.isna().sum()¦.dtypes.astype(str)›
        1 ‹f›['j1'] = ‹f›[‹label›].astype(str) + ‹'|' + ‹f›[‹label›].astype(str)¦'x'›
        1 ‹f›['h1'] = ‹f›[‹label number›].astype(str).str.‹len()¦split('.').str[0]¦zfill(6)¦contains('1')¦replace('.0', '', regex=False)›
    """),
    "calendar": rules("""
        1 ‹f›['c1'] = ‹f›[‹label time›].dt.‹strftime('%d.%m.%Y')¦day_name()¦to_period('Q').astype(str)¦isocalendar().week¦date¦time¦floor('h')¦microsecond¦month_name().str[:3]¦is_quarter_end›⏎‹new r› = ‹f›['c1'].‹nunique()¦isna().sum()¦astype(str).tolist()¦value_counts()¦iloc[0]›
        1 ‹f›['c2'] = ‹f›[‹label time›] ‹+¦-› pd.‹DateOffset(months=‹1¦-1¦13›)¦offsets.MonthEnd(‹0¦1¦-1›)¦offsets.MonthBegin(‹0¦1¦-1›)¦Timedelta('1D')¦offsets.Week()¦DateOffset(days=1, hours=2)¦offsets.QuarterEnd()¦offsets.YearEnd()¦offsets.BDay(‹1¦2›)›
        1 ‹f›['c3'] = (‹f›[‹label time›] - ‹pd.Timestamp('2024-01-01')¦‹f›[‹label time›]¦‹f›[‹label time›].min()›)⏎‹new r› = ‹f›['c3'].‹sum()¦mean()¦max()¦dt.days.tolist()¦dt.total_seconds().sum()¦isna().sum()¦astype(str).tolist()›
        1 ‹new d› = ‹f›.set_index(‹label time›).sort_index().‹loc['2024']¦loc['2024-01':]¦between_time('00:00', '12:30')¦index.year.tolist()¦index.strftime('%Y-%m').tolist()¦first('1D')¦loc[:'2024-02-29']›
        1 ‹new d› = ‹f›.set_index(‹label time›)[[‹label number›]].resample('‹D¦MS¦YE›').‹mean¦sum¦count¦last›().‹head(3)¦dropna()¦shape¦index.strftime('%m').unique().tolist()›
        1 ‹f›['c4'] = pd.to_datetime(‹f›[‹label time›].astype(str)‹¦, errors='coerce'›)
        1 ‹f›['c5'] = ‹f›[‹a=label time›].dt.year.astype(‹str¦'Int64'¦float›)⏎‹new r› = ‹f›['c5'].tolist()
        1 ‹new d› = pd.DataFrame({'d_': pd.date_range('2024-01-30', periods=‹3¦5›, freq='‹D¦ME¦W¦h›')})⏎‹new d›['m_'] = ‹new d›.iloc[:, 0].dt.month
        1 ‹new d› = ‹f›[‹f›[‹label time›].dt.‹year > 2023¦dayofweek.isin([5, 6])¦hour == 0¦day <= 15¦month != 1›]
        1 ‹new d› = ‹f›.sort_values(‹a=label time›).groupby(‹label›)[‹a›].‹min¦max¦first¦last¦nunique¦count¦diff¦shift›()
        1 ‹f›['c6'] = ‹f›[‹label time›].fillna(‹f›[‹label time›].‹min()¦max()¦mode()[0]›)
        1 ‹new d› = ‹f›.groupby(‹f›[‹label time›].dt.‹month¦dayofweek¦to_period('M')›)[‹label number›].‹mean¦sum¦count›()‹¦.reset_index()¦.to_dict()›
    """),
    "way_out": rules("""
        1 ‹f›.to_csv('out_.csv', index=‹True¦False›‹¦, sep=';'¦, na_rep='NULL'¦, float_format='%.2f'¦, columns=‹labels›¦, header=False¦, date_format='%Y%m%d'›)⏎print(open('out_.csv').read())
        1 ‹f›[‹truth 1›].to_csv('out_.csv', index=False)⏎‹new d› = pd.read_csv('out_.csv')
        1 ‹f›.to_json('out_.json', orient='‹records¦columns¦split›')⏎print(open('out_.json').read())
        1 ‹f›.groupby(‹keys›)[‹label number›].‹sum¦mean›().to_csv('out_.csv'‹¦, header=['tot']›)⏎print(open('out_.csv').read())
        1 ‹new r› = ‹f›.to_csv(index=‹True¦False›)
        1 ‹new r› = ‹f›.head(2).to_‹json(orient='records')¦string()¦dict('split')¦string(index=False)¦html()¦markdown()›
        1 with open('out_.txt', 'w') as fh_:⏎    for _, row_ in ‹f›.iterrows():⏎        fh_.write(f"{row_[‹label›]}|{row_[‹label›]}\\n")⏎print(open('out_.txt').read())
        1 with open('out_.txt', 'w') as fh_:⏎    fh_.write('\\n'.join(‹f›[‹label›].astype(str)))⏎print(open('out_.txt').read())
        1 print(‹f›.head(3).to_numpy().tolist())
        1 print(list(‹f›.itertuples(index=‹True¦False›, name=None))[:2])
        1 print(list(‹f›.head(2).iterrows())[0][1].‹tolist()¦dtype¦to_dict()›)
        1 print('\\n'.join(f'{k}: {v}' for k, v in ‹f›[‹label›].value_counts().items()))
        1 print(‹f›.sort_values(‹label›).iloc[0].to_dict())
    """),
    "methods": rules("""
        1 ‹new d› = ‹f›.nlargest(2, ‹labels number›)
        1 ‹new d› = ‹f›.nsmallest(‹1¦3›, ‹label number›‹¦, keep='all'¦, keep='last'›)
        1 ‹new d› = ‹f›.explode(‹label›)
        1 ‹new d› = ‹f›.sample(frac=1, random_state=‹0¦1›).sort_index()
        1 ‹new d› = ‹f›.select_dtypes('number').‹rolling(2).sum()¦cumsum()¦diff()¦rank()¦pct_change()¦shift()¦abs()¦round(1)¦clip(0, 1)¦div(2)¦sub(1)¦mul(‹label number› == 0)¦apply(np.sqrt)¦agg('sum')¦idxmax()¦max(axis=1)¦std()¦var()¦sem()¦median()¦prod()¦fillna(0).astype(int)›
        1 ‹new d› = ‹f›.groupby(‹keys›).‹ngroup()¦cumcount()¦nth(1)¦tail(1)¦head(1)¦first()¦last()¦size()¦nunique()¦count()¦sum(numeric_only=True)¦median(numeric_only=True)¦idxmax(numeric_only=True)›
        1 ‹new d› = ‹f›.groupby(‹label›)[‹label›].‹value_counts()¦unique()¦nunique()¦apply(lambda s: s.iloc[0])¦apply(lambda s: s.isna().sum())¦agg(lambda s: s.mode().iloc[0] if len(s.mode()) else None)¦agg('first')¦describe()¦apply(len)¦agg(['first', 'count'])¦sample(1, random_state=0)›
        1 ‹new d› = ‹f›.dropna(‹thresh=2¦how='all'¦axis=1¦subset=‹labels›, how='all'¦axis=1, how='all'›)
        1 ‹new d› = ‹f›.drop_duplicates(‹keep='last'¦keep=False¦subset=‹labels›, keep='last'¦ignore_index=True›)
        1 ‹new d› = ‹f›.sort_values(‹labels›, ascending=‹True¦False›, ignore_index=‹True¦False›‹¦, na_position='first'›)
        1 ‹new d› = ‹f›.filter(‹like='a'¦regex='^[a-k]'¦items=‹labels››)
        1 ‹new d› = ‹f›.eval('‹bare number› + ‹bare number›')
        1 ‹new d› = ‹f›.combine_first(‹frame›)
        1 ‹new d› = ‹f›.isin([‹0, 1¦'a', 'b'¦None›])
        1 ‹new r› = ‹f›.equals(‹f›.copy())
        1 ‹new d› = ‹f›.xs(‹0¦1›)
        1 ‹new d› = ‹f›.squeeze()
        1 ‹new d› = ‹f›.interpolate()
        1 ‹new d› = ‹f›.mode()‹¦.iloc[0]¦.head(1)›
        1 ‹f›['w1'] = ‹f›[‹label number›].‹ewm(alpha=0.5).mean()¦expanding().std()¦rolling(2).corr(‹f›[‹label number›])¦rolling(3).median()¦rolling(2).apply(lambda x: x.sum())¦expanding(2).sum()¦autocorr()›
        1 ‹new r› = ‹f›[‹label number›].‹autocorr()¦kurt()¦mad() if hasattr(pd.Series, 'mad') else 0¦argsort().tolist()¦cov(‹f›[‹label number›])¦dot(‹f›[‹label number›])¦searchsorted(1)¦mode().tolist()¦is_monotonic_increasing¦between(0, 2).sum()¦clip(0, 1).sum()¦nlargest(2).index.tolist()›
    """),
}
