"""Asks the questions one after the other, and says how long each took."""

import argparse
import functools
import time
from functools import partial

from lib.loaders import load_customers, load_lines, load_orders
from lib.queries import q01, q02, q03, q04


def timethis(query):
    @functools.wraps(query)
    def wrapped(*args, **kwargs):
        start = time.time()
        result = query(*args, **kwargs)
        seconds = time.time() - start
        assert seconds >= 0, f"{query.__name__.upper()} took {seconds}"
        return result

    return wrapped


def repeated(times):
    def decorate(query):
        def again(*args, **kwargs):
            for _ in range(times):
                result = query(*args, **kwargs)
            return result

        return again

    return decorate


@timethis
def ask_01(folder):
    print(q01(load_lines(folder)))


@timethis
def ask_02(folder):
    return q02(load_lines(folder), load_orders(folder), load_customers(folder))


@repeated(2)
@timethis
def ask_03(folder, scale=1):
    return q03(load_lines(folder), load_orders(folder)) * scale


ask_04 = timethis(q04)
QUERIES = {"q01": ask_01, "q02": ask_02}


def run_queries(folder: str, queries):
    for number, query in enumerate(queries, 1):
        query(folder)
        print("done", number)


def main():
    parser = argparse.ArgumentParser(description="questions")
    parser.add_argument("--folder", type=str, default="data")
    args = parser.parse_args()
    run_queries(args.folder, [ask_01, ask_02])
    for name, query in QUERIES.items():
        print(name)
        query(args.folder)
    top = QUERIES["q02"](args.folder)
    print(top)
    total = ask_03(args.folder, scale=2)
    print(round(total, 6))
    parts = ask_04(load_lines(args.folder), least=100)
    print(len(parts))
    few = partial(q02, load_lines(args.folder), segment="B")
    return top, few(load_orders(args.folder), load_customers(args.folder))


if __name__ == "__main__":
    TOP, FEW = main()
