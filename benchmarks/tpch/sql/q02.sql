WITH offers AS (
    SELECT s_acctbal, s_name, n_name, p_partkey, p_mfgr, s_address, s_phone, s_comment, ps_supplycost
    FROM part JOIN partsupp ON p_partkey = ps_partkey JOIN supplier ON s_suppkey = ps_suppkey
         JOIN nation ON s_nationkey = n_nationkey JOIN region ON n_regionkey = r_regionkey
    WHERE p_size = 15 AND p_type LIKE '%BRASS' AND r_name = 'EUROPE'
)
SELECT s_acctbal, s_name, n_name, offers.p_partkey, p_mfgr, s_address, s_phone, s_comment
FROM offers JOIN (SELECT p_partkey, min(ps_supplycost) AS least FROM offers GROUP BY p_partkey) AS best
     ON offers.p_partkey = best.p_partkey AND ps_supplycost = least
ORDER BY s_acctbal DESC, n_name, s_name, p_partkey
LIMIT 100
