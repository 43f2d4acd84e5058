"""Rules as objects, made of the settings of another module."""

from lib import conf


class Rule:
    name = "rule"

    @property
    def column(self):
        return f"is_{self.name}"

    def apply(self, df):
        return df.assign(**{self.column: self.check(df)})


class Low(Rule):
    name = "low"

    def __init__(self, lowest):
        self.lowest = lowest

    def check(self, df):
        return df["v"] < self.lowest


class Missing(Rule):
    name = "missing"

    def check(self, df):
        return df["v"].isna()


def rules_of(limits):
    return [Missing(), Low(limits.lowest)]


def checked(df, limits=conf.QUALITY):
    for rule in rules_of(limits):
        df = rule.apply(df)
    return df


def doubtful(df, limits=conf.QUALITY):
    columns = [rule.column for rule in rules_of(limits)]
    return df[df[columns].any(axis=1)]
