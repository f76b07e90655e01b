-- The rules of the folder benchmarks/rules as SQL, without messages. ${...} is filled in by DuckDb.java.
COPY (
  WITH offers AS (
    SELECT lower(part_number) AS id, lower(sku_id) AS sku FROM read_csv('${offers}', all_varchar = true)
    UNION ALL
    SELECT lower(sku_id), lower(sku_id) FROM read_csv('${offers}', all_varchar = true)
  ),
  list AS (
    SELECT *,
           coalesce(relationship, 'unknown') AS rel,
           coalesce(program, 'unknown') AS prog,
           coalesce(status, 'unknown') AS state,
           end_date::DATE AS ends,
           target_provisioned_on::DATE AS there,
           DATE '${asOf}' AS as_of
    FROM read_csv('${list}', all_varchar = true, header = true)
  ),
  facts AS (
    SELECT l.*,
           date_diff('day', as_of, ends) AS days,
           prog NOT IN ('csp', 'unknown') AS moving,
           prog <> 'csp' AS open_program,
           state IN ('expired', 'disabled', 'deleted') OR coalesce(ends < as_of, false) AS ended,
           CASE WHEN offer_id IS NULL THEN 'not-given' WHEN o.sku IS NULL THEN 'not-found' ELSE 'found' END AS offer_match,
           CASE WHEN target_offer_id IS NULL THEN 'not-given' WHEN t.sku IS NULL THEN 'not-found' ELSE 'found' END
             AS target_match,
           CASE WHEN target_offer_id IS NULL THEN if(offer_id IS NULL, 'unclear', 'same')
                WHEN o.sku IS NOT NULL AND t.sku IS NOT NULL THEN if(o.sku = t.sku, 'same', 'different')
                WHEN lower(target_offer_id) = lower(offer_id) THEN 'same'
                ELSE 'unclear' END AS target,
           coalesce(target_seats, seats) AS wanted
    FROM list l
    LEFT JOIN offers o ON o.id = lower(l.offer_id)
    LEFT JOIN offers t ON t.id = lower(l.target_offer_id)
  ),
  of_subscriptions AS (
    SELECT customer_id, subscription_id, unnest([
      if(moving, {c: 'MOVE_MANUALLY', r: 'PRG-010', f: NULL::DATE, b: NULL::DATE, o: 720}, NULL),
      if(prog = 'csp', {c: 'NOTHING_TO_MOVE', r: 'PRG-020', f: NULL, b: NULL, o: 730}, NULL),
      if(prog = 'unknown', {c: 'CLARIFY_PROGRAM', r: 'PRG-030', f: NULL, b: NULL, o: 210}, NULL),
      if(moving AND there <= ends, {c: 'CONTINUES_WITHOUT_INTERRUPTION', r: 'CON-010', f: NULL, b: NULL, o: 700}, NULL),
      if(moving AND ended AND (there IS NULL OR there > ends),
         {c: 'SERVICE_GAP_RISK', r: 'CON-020', f: NULL, b: NULL, o: 300}, NULL),
      if(moving AND NOT ended AND days < 7 AND rel IN ('none', 'invited') AND there IS NULL,
         {c: 'SERVICE_GAP_RISK', r: 'CON-030', f: NULL, b: ends, o: 300}, NULL),
      if(moving AND NOT ended AND there > ends, {c: 'SERVICE_GAP_RISK', r: 'CON-040', f: NULL, b: ends, o: 300}, NULL),
      if(moving AND target = 'same', {c: 'NO_LICENSE_REASSIGNMENT', r: 'LIC-010', f: NULL, b: NULL, o: 710}, NULL),
      if(moving AND target = 'different',
         {c: 'UPDATE_LICENSE_ASSIGNMENT', r: 'LIC-020', f: NULL,
          b: CASE WHEN ends IS NOT NULL THEN greatest(as_of, ends) END, o: 500}, NULL),
      if(open_program AND target = 'different' AND assigned_seats IS NULL,
         {c: 'CLARIFY_ASSIGNED_SEATS', r: 'LIC-030', f: NULL, b: NULL, o: 270}, NULL),
      if(open_program AND (offer_match = 'not-given' OR offer_match = 'not-found' AND target = 'unclear'),
         {c: 'CLARIFY_OFFER', r: 'OFR-010', f: NULL, b: NULL, o: 240}, NULL),
      if(open_program AND target = 'unclear' AND target_match = 'not-found',
         {c: 'CLARIFY_TARGET_OFFER', r: 'OFR-020', f: NULL, b: NULL, o: 250}, NULL),
      if(moving AND rel = 'accepted' AND there IS NULL AND target <> 'unclear' AND NOT ended AND ends IS NOT NULL,
         {c: 'PROVISION_SUBSCRIPTION', r: 'PRO-010', f: greatest(as_of, ends - 30)::DATE,
          b: greatest(as_of, ends - 7)::DATE, o: 400}, NULL),
      if(moving AND rel = 'accepted' AND there IS NULL AND target <> 'unclear' AND ended,
         {c: 'PROVISION_SUBSCRIPTION', r: 'PRO-020', f: as_of, b: as_of, o: 400}, NULL),
      if(moving AND rel = 'accepted' AND there IS NULL AND target <> 'unclear' AND NOT ended AND ends IS NULL,
         {c: 'PROVISION_SUBSCRIPTION', r: 'PRO-030', f: NULL, b: NULL, o: 400}, NULL),
      if(open_program AND there IS NULL AND wanted IS NULL,
         {c: 'CLARIFY_SEATS', r: 'PRO-040', f: NULL, b: NULL, o: 260}, NULL),
      if(moving AND state <> 'unknown' AND NOT ended AND days > 30,
         {c: 'WAIT_FOR_EXPIRY', r: 'TIM-010', f: ends - 30, b: NULL, o: 610}, NULL),
      if(moving AND state <> 'unknown' AND NOT ended AND days <= 30,
         {c: 'LET_EXPIRE', r: 'TIM-020', f: NULL, b: ends, o: 620}, NULL),
      if(moving AND state <> 'unknown' AND NOT ended AND days > 30,
         {c: 'AVOID_EARLY_CANCELLATION', r: 'TIM-030', f: NULL, b: NULL, o: 600}, NULL),
      if(open_program AND ends IS NULL AND (NOT ended OR there IS NOT NULL),
         {c: 'CLARIFY_END_DATE', r: 'TIM-040', f: NULL, b: NULL, o: 230}, NULL),
      if(open_program AND state = 'unknown' AND NOT ended,
         {c: 'CLARIFY_STATUS', r: 'TIM-050', f: NULL, b: NULL, o: 220}, NULL)
    ]) AS found
    FROM facts
  ),
  of_customers AS (
    SELECT customer_id, NULL AS subscription_id,
           CASE any_value(rel)
             WHEN 'none' THEN {c: 'REQUEST_RESELLER_RELATIONSHIP', r: 'REL-010', f: NULL::DATE, b: NULL::DATE, o: 100}
             WHEN 'invited' THEN {c: 'AWAIT_RELATIONSHIP_ACCEPTANCE', r: 'REL-020', f: NULL, b: NULL, o: 110}
             WHEN 'unknown' THEN {c: 'CLARIFY_RELATIONSHIP', r: 'REL-030', f: NULL, b: NULL, o: 200}
           END AS found
    FROM list
    WHERE prog <> 'csp'
    GROUP BY customer_id
  )
  SELECT customer_id, subscription_id, found.c AS code, found.r AS rule_id, found.f AS act_from, found.b AS act_by
  FROM (SELECT * FROM of_subscriptions UNION ALL SELECT * FROM of_customers)
  WHERE found IS NOT NULL
  ORDER BY customer_id, found.o, found.b NULLS LAST, found.f NULLS LAST, subscription_id NULLS FIRST
) TO '${output}' (HEADER, DELIMITER ',');
