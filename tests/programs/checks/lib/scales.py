"""Functions of one column that need its rows."""


def centred(values):
    return values - values.mean()
