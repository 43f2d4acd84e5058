import numpy as np


def revenue(frame, by):
    out = frame.groupby(by)["amount"].sum().reset_index()
    return out.sort_values(by)


def spread(values):
    return np.max(values) - np.min(values)
