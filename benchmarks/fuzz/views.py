# ruff: noqa: E501
"""The grammar of views, names of shared labels, units of times, options and tables of several levels."""

from __future__ import annotations

from benchmarks.fuzz.draw import rules

SYMBOLS = {
    "view": rules("""
        3 ‹viewed›
        3 ‹named›
        3 ‹unit›
        2 ‹none_put›
        2 ‹leveled›
        1 ‹option›
    """),
    "viewed": rules("""
        2 view_ = ‹f›‹.values¦.T¦.to_numpy()¦.head(2)¦.iloc[:2]¦.iloc[1:]¦.iloc[0]¦[:2]›⏎‹f›.iloc[0, 0] = ‹f›.iloc[-1, 0]⏎print(view_)
        2 view_ = ‹f›‹.head(2)¦.iloc[:2]¦[1:]¦.tail(2)›⏎col_ = view_[‹label number›]⏎col_.iloc[0] = ‹0¦-1›⏎print(view_)
        1 by_ = ‹f›.set_index(‹a=label›)⏎row_ = by_.loc[‹value a›]⏎by_.loc[‹value a›, ‹label number›] = ‹0¦5›⏎print(row_)
        1 by_ = ‹f›.set_index(‹a=label›)⏎row_ = by_.loc[‹value a›]⏎row_[‹label number›] = ‹0¦5›⏎print(by_)
        1 cells_ = ‹f›[‹label number›].‹values¦to_numpy()¦to_numpy().copy()›⏎cells_[0] = ‹0¦7›⏎print(‹f›)
        1 alias_ = ‹f›⏎view_ = alias_.head(2)⏎‹f›.loc[‹truth›, ‹label number›] = ‹0¦3›⏎print(view_, alias_)
    """),
    "named": rules("""
        2 kept_ = ‹f›‹.isna()¦[‹label›]¦[[‹label›]]¦.copy()¦.map(lambda x: x)¦.head(2)›⏎‹f›.index.‹name = 'nm'¦names = ['nm']¦rename('nm', inplace=True)¦set_names(['nm'], inplace=True)›⏎print(kept_)
        1 labels_ = ‹f›.index⏎labels_.name = 'nm'⏎print(‹f›)
        1 s_ = ‹f›[‹label number›].rename('q')⏎‹new d› = ‹s_.to_frame()¦pd.concat([s_, ‹f›], axis=1)¦s_.reset_index()›⏎s_.name = 'w'⏎print(s_)
        1 ‹f›.columns.name = 'cn'⏎print(‹f›.‹head(2)¦isna().sum()¦T¦describe()›)
    """),
    "unit": rules("""
        2 ‹f›['stamp'] = ‹pd.Timestamp('2024-02-29')¦pd.Timestamp('2024-01-31 10:00')¦pd.to_datetime('2024-01-01')¦np.datetime64('2024-01-01')›⏎print(‹f›['stamp']‹¦.dtype¦.astype('int64')¦.head(2)¦.unique()¦.values¦.max()›)
        1 ‹f›['stamp'] = pd.Timestamp('2024-02-29')⏎‹f›['later'] = ‹f›['stamp'] + pd.to_timedelta(‹f›[‹label number›].fillna(0).clip(-100, 100), unit='D')⏎print(‹f›.dtypes)
        1 ‹f›['stamp'] = pd.Timestamp('2024-02-29')⏎‹new d› = ‹f›.groupby(‹label›)['stamp'].‹max()¦min()¦count()›⏎print(‹new d›)
    """),
    "none_put": rules("""
        2 ‹f›['np_'] = ‹f›[‹label›].‹where¦mask›(‹truth›, None)⏎print(‹f›['np_']‹¦.tolist()¦.head(2)›)
        1 ‹new d› = ‹f›.where(‹f›.notna(), None)⏎print(‹new d›)
    """),
    "leveled": rules("""
        1 by_ = ‹f›.set_index([‹label›, ‹label›])⏎print(by_‹¦.head(2)¦.sort_index()¦.index.names¦.reset_index()›)
        1 wide_ = ‹f›.pivot_table(index=‹label›, columns=‹label text›, values=‹label number›, aggfunc=['sum', 'count'])⏎print(wide_‹¦.T¦.stack(future_stack=True)¦.columns.tolist()›)
        1 agg_ = ‹f›.groupby(‹label›).agg({‹label number›: ['min', 'max']})⏎agg_.columns = ['_'.join(c) for c in agg_.columns]⏎print(agg_‹¦.reset_index()›)
        1 by_ = ‹f›.set_index([‹label›, ‹label text›])[‹a=label number›]⏎‹new d› = by_[by_ > 0].groupby(level=[0, 1]).sum().unstack()
    """),
    "option": rules("""
        1 pd.set_option('display.‹max_rows¦max_columns¦width›', ‹5¦50¦100›)⏎print(‹f›)
        1 pd.set_option('display.precision', ‹1¦3›)⏎print(‹f›.describe())
        1 with pd.option_context('display.max_rows', 3):⏎    print(‹f›)
        1 ‹f›.to_csv('out_.csv', sep='\\t', index=False)⏎‹new d› = pd.read_table('out_.csv')
    """),
}
