from lib.sources import Meters, Readings, load
from lib.writing import Writer, tidy

meters = Meters().table()
readings = Readings().table()
prices = load("data/prices.csv")
joined = readings.merge(meters, on="meter", how="left").merge(prices, on="region", how="left")
joined["cost"] = joined["kwh"] * joined["price"]
by_region = joined.groupby("region", as_index=False)["cost"].sum()
print(by_region)
opened = load("data/meters.csv")

tidy_meters = tidy(meters, ["meter", "region"])
tidy_readings = tidy(readings, ["meter", "day", "kwh"])
writer = Writer()
writer.write(tidy_meters, "meters")
writer.write(tidy_readings, "readings")
writer.write(by_region, "costs")
print(writer.written)
