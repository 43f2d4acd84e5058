"""Frequent idioms of pandas, each a piece of a script between ``# --- name`` lines."""

import numpy as np
import pandas as pd

sales = pd.read_parquet("sales.parquet")
stores = pd.read_parquet("stores.parquet")

# --- read_csv | every cell by pandas' markers of missing values
read = pd.read_csv("sales.csv")
result = read["quantity"].sum()

# --- len
result = len(sales)

# --- several statistics
price = sales["price"]
result = [price.mean(), price.std(), price.min(), price.max(), len(sales), sales["quantity"].sum()]

# --- describe
result = sales[["price", "quantity"]].describe()

# --- sum of a column
result = sales["price"].sum()

# --- mean of columns
result = sales[["price", "quantity", "product"]].mean()

# --- median
result = sales["price"].median()

# --- missing by column
result = sales.isnull().sum()

# --- nunique
result = sales["product"].nunique()

# --- unique | in order of first appearance
result = sales["store"].dropna().unique()

# --- value_counts
result = sales["store"].value_counts()

# --- value_counts first | ties in order of first appearance
result = sales["note"].value_counts().head(3)

# --- corr | missing for constants, infinite values
result = sales[["price", "quantity", "product"]].corr()

# --- head | the first rows of the file, not any
result = sales.head(10)

# --- filter
result = sales[sales["price"] > 50]

# --- two conditions
result = sales[(sales["price"] > 50) & (sales["store"] == "store 007") | (sales["quantity"] < 2)]

# --- query
result = sales.query("price > 50 and quantity < 5")

# --- isin
result = sales[sales["product"].isin([1, 20, 300, 4000])]

# --- filter then count
result = len(sales[sales["price"].isna()])

# --- filter by mean
result = sales[sales["price"] > sales["price"].mean()]

# --- arithmetic
sales["total"] = sales["price"] * sales["quantity"]
result = sales

# --- loc with mask
sales.loc[sales["quantity"] > 10, "price"] = 0.0
result = sales

# --- fillna
sales["price"] = sales["price"].fillna(sales["price"].mean())
result = sales

# --- dropna
result = sales.dropna()

# --- astype
sales["code"] = sales["code"].astype(int)
result = sales

# --- to_numeric
sales["code"] = pd.to_numeric(sales["code"], errors="coerce")
result = sales

# --- apply lambda
sales["level"] = sales["price"].apply(lambda p: "high" if p > 100 else "low")
result = sales

# --- where
sales["level"] = np.where(sales["quantity"] > 10, "many", "few")
result = sales

# --- map with dict
sales["kind"] = sales["note"].map({"gift": "free", "RETURNED": "back"})
result = sales

# --- replace
sales["note"] = sales["note"].replace({"gift": "free", "RETURNED": "back"})
result = sales

# --- strip and lower
sales["note"] = sales["note"].str.strip().str.lower()
result = sales

# --- contains
result = sales[sales["note"].str.contains("paid", case=False)]

# --- year and month
sales["year"] = sales["day"].dt.year
sales["month"] = sales["day"].dt.month
result = sales

# --- cut
sales["band"] = pd.cut(sales["price"], bins=[0, 20, 50, 100], labels=["low", "middle", "high"])
result = sales.groupby("band", observed=True)["quantity"].sum()

# --- rename and drop
result = sales.rename(columns={"price": "unit_price"}).drop(columns=["note", "code"])

# --- get_dummies
result = pd.get_dummies(sales, columns=["note"])

# --- sort_values
result = sales.sort_values(["store", "price"])

# --- sort_values head | ties in order of the file
result = sales.sort_values("price", ascending=False).head(10)

# --- nlargest | ties in order of the file
result = sales.nlargest(10, "price")

# --- drop_duplicates
result = sales[["store", "product"]].drop_duplicates()

# --- drop_duplicates subset | the first row of each
result = sales.drop_duplicates(subset=["store"])

# --- groupby sum
result = sales.groupby("store")["price"].sum()

# --- groupby agg
result = sales.groupby("store").agg(total=("price", "sum"), mean=("price", "mean"), rows=("sale", "count"))

# --- groupby two keys
result = sales.groupby(["store", "product"])["quantity"].sum().reset_index()

# --- groupby size sorted
result = sales.groupby("product").size().reset_index(name="rows").sort_values("rows", ascending=False)

# --- groupby apply
result = sales.groupby("store").apply(lambda g: (g["price"] * g["quantity"]).sum())

# --- groupby transform
sales["share"] = sales["price"] / sales.groupby("product")["price"].transform("sum")
result = sales

# --- groupby nunique
result = sales.groupby("store")["product"].nunique()

# --- pivot_table
result = sales.pivot_table(index="store", columns="note", values="price", aggfunc="mean")

# --- crosstab
result = pd.crosstab(sales["store"], sales["online"])

# --- resample | months without a row
result = sales.set_index("day")["price"].resample("ME").sum()

# --- merge
result = sales.merge(stores, on="store")

# --- merge left
result = sales.merge(stores, on="store", how="left")

# --- merge then groupby
result = sales.merge(stores, on="store").groupby("region")["price"].mean()

# --- concat
result = pd.concat([sales, sales], ignore_index=True)

# --- melt
result = sales.melt(id_vars=["sale"], value_vars=["price", "quantity"])

# --- cumsum | a running sum over all rows in their order
sales["running"] = sales["quantity"].cumsum()
result = sales

# --- shift by group
sales = sales.sort_values(["store", "day", "sale"])
sales["before"] = sales.groupby("store")["price"].shift()
result = sales

# --- rolling mean by day
daily = sales.groupby("day")["price"].sum()
result = daily.rolling(7).mean().reset_index()

# --- to_dict of groups
result = list(sales.groupby("store")["quantity"].sum().to_dict().values())
