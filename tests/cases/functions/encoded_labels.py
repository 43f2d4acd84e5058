import numpy as np
import pandas as pd
from sklearn.preprocessing import LabelEncoder

df = pd.DataFrame({"k": ["b", "a", "öl", "b", "Z"], "n": [30, 1, 2, 2, 30], "s": ["x", np.nan, "y", "x", np.nan], "v": [1.5, 2.0, 0.0, 1.0, 2.0]})
encoder = LabelEncoder()
df["k_code"] = encoder.fit_transform(df["k"])
print(list(encoder.classes_))
for c in ["n", "s"]:
    df[c] = LabelEncoder().fit_transform(df[c])
print(df)
few = df[df["v"] > 1].copy()
few["again"] = encoder.fit_transform(few["k"])
print(encoder.inverse_transform([0, 1]))
print(few.groupby("again")["v"].sum())
df["v_code"] = encoder.fit_transform(df["v"])
print(df)
print(LabelEncoder().fit(df["v_code"]).classes_)
# output
import numpy as np
import pandas as pd
from sklearn.preprocessing import LabelEncoder
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pandas_parity import label_codes, to_pandas

spark = SparkSession.builder.getOrCreate()

df = spark.createDataFrame(
    pd.DataFrame({"k": ["b", "a", "öl", "b", "Z"], "n": [30, 1, 2, 2, 30], "s": ["x", np.nan, "y", "x", np.nan], "v": [1.5, 2.0, 0.0, 1.0, 2.0]})
    .reset_index(names="_row")
)
encoder = LabelEncoder()
df = df.withColumn("k_code", label_codes(encoder, df, "k"))
print(list(encoder.classes_))
for c in ["n", "s"]:
    df = df.withColumn(c, label_codes(LabelEncoder(), df, c))
print(to_pandas(df.orderBy("_row"), index=["_row"]))
few = df.filter(F.col("v") > 1)
few = few.withColumn("again", label_codes(encoder, few, "k"))
print(encoder.inverse_transform([0, 1]))
print(
    to_pandas(
        few.groupBy("again")
        .agg(F.coalesce(F.sum("v"), F.lit(0.0)).alias("v"))
        .orderBy("again"),
        index=["again"],
    )["v"]
)
df = to_pandas(df.orderBy("_row"), index=["_row"])
df["v_code"] = encoder.fit_transform(df["v"])
print(df)
print(LabelEncoder().fit(df["v_code"]).classes_)
