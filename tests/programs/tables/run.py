from lib.sources import Meters, Readings, load

meters = Meters().table()
readings = Readings().table()
prices = load("data/prices.csv")
joined = readings.merge(meters, on="meter", how="left").merge(prices, on="region", how="left")
joined["cost"] = joined["kwh"] * joined["price"]
by_region = joined.groupby("region", as_index=False)["cost"].sum()
print(by_region)
opened = load("data/meters.csv")
