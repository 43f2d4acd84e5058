"""Frames that lists and dicts hold as well: a change of one outside of the loop over them is put into those, too."""
import pandas as pd

train = pd.DataFrame(
    {
        "age": [22.0, None, 30.5, None, 41.0, 8.0, 9.0],
        "sex": ["m", "f", "m", "f", "m", "f", "f"],
        "c": [1, 2, 2, 2, 1, 1, 2],
    }
)
test = pd.DataFrame(
    {
        "age": [None, 19.0, 70.0, 4.0, 5.0],
        "sex": ["f", "m", "f", "m", "f"],
        "c": [2, 1, 2, 2, 1],
        "fare": [1.5, None, 3.0, -0.0, None],
    }
)
combine = [train, test]
named = {"train": train, "test": test}
for dataset in combine:
    dataset["sex"] = dataset["sex"].map({"f": 1, "m": 0}).astype(int)
train["double"] = train["age"] * 2
print(combine[0])
print(named["train"])
for dataset in combine:
    for i in range(0, 2):
        for j in range(0, 2):
            guess = dataset[(dataset["sex"] == i) & (dataset["c"] == j + 1)]["age"].dropna()
            middle = guess.median()
            dataset.loc[dataset.age.isnull() & (dataset.sex == i) & (dataset.c == j + 1), "age"] = int(middle / 0.5 + 0.5) * 0.5
    dataset["age"] = dataset["age"].astype(int)
print(train)
print(test)
test["fare"] = test["fare"].fillna(0)
print(combine[1])
print(dataset)
for column in ["age", "c"]:
    train[column] = train[column] + 1
print(combine[0]["age"].sum(), named["train"]["c"].sum())
train = train.drop("double", axis=1)
print(combine[0].columns.tolist(), train.columns.tolist())
# output
"""Frames that lists and dicts hold as well: a change of one outside of the loop over them is put into those, too."""
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import lit, present, scalar, to_pandas

spark = SparkSession.builder.getOrCreate()

train = spark.createDataFrame(pd.DataFrame(
    {
        "age": [22.0, None, 30.5, None, 41.0, 8.0, 9.0],
        "sex": ["m", "f", "m", "f", "m", "f", "f"],
        "c": [1, 2, 2, 2, 1, 1, 2],
    }
).reset_index(names="_row"))
test = spark.createDataFrame(pd.DataFrame(
    {
        "age": [None, 19.0, 70.0, 4.0, 5.0],
        "sex": ["f", "m", "f", "m", "f"],
        "c": [2, 1, 2, 2, 1],
        "fare": [1.5, None, 3.0, -0.0, None],
    }
).reset_index(names="_row"))
combine = [train, test]
named = {"train": train, "test": test}
for number, dataset in enumerate(combine):
    dataset = dataset.withColumn(
        "sex",
        present(F.when(F.col("sex") == "f", 1).when(F.col("sex") == "m", 0).cast("bigint")),
    )
    combine[number] = dataset
train, test = combine
named["train"] = combine[0]
named["test"] = combine[1]
train = train.withColumn("double", F.col("age") * 2)
combine[0] = train
named["train"] = train
print(to_pandas(combine[0].orderBy("_row"), index=["_row"]))
print(to_pandas(named["train"].orderBy("_row"), index=["_row"]))
for number, dataset in enumerate(combine):
    for i in range(0, 2):
        for j in range(0, 2):
            guess = (
                dataset.filter((F.col("sex") == i) & (F.col("c") == j + 1))
                .select("_row", "age")
                .dropna(subset=["age"])
            )
            middle = scalar(guess.agg(F.median("age")))
            dataset = dataset.withColumn(
                "age",
                F.when(
                    F.col("age").isNull() & (F.col("sex") == i) & (F.col("c") == j + 1),
                    lit(int(middle / 0.5 + 0.5) * 0.5),
                )
                .otherwise(F.col("age")),
            )
    dataset = dataset.withColumn("age", present(F.col("age")).cast("bigint"))
    combine[number] = dataset
train, test = combine
named["train"] = combine[0]
named["test"] = combine[1]
print(to_pandas(train.orderBy("_row"), index=["_row"]))
print(to_pandas(test.orderBy("_row"), index=["_row"]))
test = test.withColumn("fare", F.coalesce(F.col("fare"), F.lit(0)))
dataset = test
combine[1] = test
named["test"] = test
print(to_pandas(combine[1].orderBy("_row"), index=["_row"]))
print(to_pandas(dataset.orderBy("_row"), index=["_row"]))
for column in ["age", "c"]:
    train = train.withColumn(column, F.col(column) + 1)
    combine[0] = train
    named["train"] = train
print(
    scalar(combine[0].agg(F.coalesce(F.sum("age"), F.lit(0)))),
    scalar(named["train"].agg(F.coalesce(F.sum("c"), F.lit(0)))),
)
train = train.drop("double")
print(["age", "sex", "c", "double"], ["age", "sex", "c"])
