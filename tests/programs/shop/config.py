"""Settings of all jobs."""
import os

DATA = "data"
ORDERS = os.path.join(DATA, "orders.csv")
COUNTRIES = {"de": "Germany", "fr": "France"}
LIMIT = 20
