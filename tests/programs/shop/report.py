"""Revenue by country."""
import lib.stats as stats
from config import LIMIT, ORDERS
from lib.cleaning import load

orders = load(ORDERS)
by_country = stats.revenue(orders, "country")
large = orders[orders["amount"] > LIMIT]
print(by_country)
print(len(large))
