SELECT s_name, s_address
FROM supplier JOIN nation ON s_nationkey = n_nationkey
WHERE n_name = 'CANADA' AND s_suppkey IN (
    SELECT ps_suppkey
    FROM partsupp JOIN (
        SELECT l_partkey, l_suppkey, sum(l_quantity) AS sold
        FROM lineitem
        WHERE l_shipdate >= TIMESTAMP_NTZ '1994-01-01' AND l_shipdate < TIMESTAMP_NTZ '1995-01-01'
        GROUP BY l_partkey, l_suppkey
    ) ON ps_partkey = l_partkey AND ps_suppkey = l_suppkey
    WHERE ps_availqty > 0.5D * sold AND ps_partkey IN (SELECT p_partkey FROM part WHERE p_name LIKE 'forest%')
)
ORDER BY s_name
