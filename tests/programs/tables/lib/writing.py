"""Steps that tables of several layouts go through."""


def tidy(df, keys, keep=None):
    """Rows with all keys, each once."""
    df = df.dropna(subset=keys)
    df = df.drop_duplicates()
    return df.sort_values(keys)


class Writer:
    def __init__(self):
        self.written = []

    def write(self, df, name):
        df.to_csv(f"{name}.csv", index=False)
        self.written.append((name, len(df), len(df.columns)))
