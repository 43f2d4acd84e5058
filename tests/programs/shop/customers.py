"""Revenue by customer, and the spread of a list."""

from lib import cleaning, stats

orders = cleaning.load("data/orders.csv")
by_customer = stats.revenue(orders, "customer")
extent = stats.spread([3, 1, 7])
print(by_customer)
print(extent)
