SELECT c_name, c_custkey, o_orderkey, o_orderdate, o_totalprice, sum_qty
FROM (SELECT l_orderkey, sum(l_quantity) AS sum_qty FROM lineitem GROUP BY l_orderkey HAVING sum(l_quantity) > 300)
     JOIN orders ON o_orderkey = l_orderkey JOIN customer ON c_custkey = o_custkey
ORDER BY o_totalprice DESC, o_orderdate
LIMIT 100
