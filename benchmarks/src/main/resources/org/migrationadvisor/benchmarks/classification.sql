-- Findings without messages. ${...} is filled in by DuckDb.java.
COPY (
  ${findings}
  SELECT customer_id, subscription_id, code, rule AS rule_id, act_from, act_by
  FROM found
  ORDER BY customer_id, place, act_by NULLS LAST, act_from NULLS LAST, subscription_id NULLS FIRST
) TO '${output}' (HEADER, DELIMITER ',');
