WITH revenue AS (  -- products of cents have four digits: rounded, both uses see the same sum
    SELECT l_suppkey, round(sum(l_extendedprice * (1 - l_discount)), 4) AS total_revenue
    FROM lineitem
    WHERE l_shipdate >= TIMESTAMP_NTZ '1996-01-01' AND l_shipdate < TIMESTAMP_NTZ '1996-04-01'
    GROUP BY l_suppkey
)
SELECT s_suppkey, s_name, s_address, s_phone, total_revenue
FROM supplier JOIN revenue ON s_suppkey = l_suppkey
WHERE total_revenue = (SELECT max(total_revenue) FROM revenue)
ORDER BY s_suppkey
