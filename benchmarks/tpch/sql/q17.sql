WITH lines AS (
    SELECT p_partkey, l_quantity, l_extendedprice
    FROM lineitem JOIN part ON p_partkey = l_partkey
    WHERE p_brand = 'Brand#23' AND p_container = 'MED BOX'
)
SELECT coalesce(sum(l_extendedprice), 0) / 7.0D AS avg_yearly
FROM lines JOIN (SELECT p_partkey, avg(l_quantity) AS mean FROM lines GROUP BY p_partkey) AS means USING (p_partkey)
WHERE l_quantity < 0.2D * mean
