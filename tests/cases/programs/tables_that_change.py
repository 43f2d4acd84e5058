import pandas as pd


def read(name, **options):
    return pd.read_csv(f"{name}.csv", **options)


def read_all(*names, **options):
    return {name: read(name, **options) for name in names}


def again():
    print("again")
    return read_all("orders", "shops")


pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.0, None, 3.0, 4.0]}).to_csv("orders.csv", index=False)
pd.DataFrame({"k": ["a", "b"], "region": ["n", None]}).to_csv("shops.csv", index=False)
NAMES = ["orders", "shops"]
tables = {n: read(n) for n in NAMES}
found = again()
found["orders"]["w"] = 1
print(found["orders"].shape)
same = {n: tables[n] for n in NAMES}
same["orders"]["w"] = 2
print(tables["orders"].columns.tolist())
# output
import pandas as pd


def read(name, **options):
    return pd.read_csv(f"{name}.csv", **options)


def read_all(*names, **options):
    return {name: read(name, **options) for name in names}


def again():
    print("again")
    return read_all("orders", "shops")


pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.0, None, 3.0, 4.0]}).to_csv("orders.csv", index=False)
pd.DataFrame({"k": ["a", "b"], "region": ["n", None]}).to_csv("shops.csv", index=False)
NAMES = ["orders", "shops"]
tables = {n: read(n) for n in NAMES}
found = again()
found["orders"]["w"] = 1
print(found["orders"].shape)
same = {n: tables[n] for n in NAMES}
same["orders"]["w"] = 2
print(tables["orders"].columns.tolist())
