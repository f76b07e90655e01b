-- The rules of the folder benchmarks/rules as SQL: what they find, with what else is known of it. ${...} is filled in by
-- DuckDb.java.
WITH offers AS (
  SELECT lower(part_number) AS id, lower(sku_id) AS sku, name
  FROM read_csv('${offers}', all_varchar = true)
  UNION ALL
  SELECT lower(sku_id), lower(sku_id), name FROM read_csv('${offers}', all_varchar = true)
),
rules AS (
  SELECT * FROM (VALUES ${rules}) AS t(rule, code, severity, actor, place, file, line, source)
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
         coalesce(target_seats, seats) AS wanted,
         coalesce(o.name, offer_id) AS offer,
         CASE WHEN target_offer_id IS NULL THEN coalesce(o.name, offer_id) ELSE coalesce(t.name, target_offer_id) END
           AS target_offer
  FROM list l
  LEFT JOIN offers o ON o.id = lower(l.offer_id)
  LEFT JOIN offers t ON t.id = lower(l.target_offer_id)
),
of_subscriptions AS (
  SELECT facts.*, unnest([
    if(moving, {r: 'PRG-010', f: NULL::DATE, b: NULL::DATE}, NULL),
    if(prog = 'csp', {r: 'PRG-020', f: NULL, b: NULL}, NULL),
    if(prog = 'unknown', {r: 'PRG-030', f: NULL, b: NULL}, NULL),
    if(moving AND there <= ends, {r: 'CON-010', f: NULL, b: NULL}, NULL),
    if(moving AND ended AND (there IS NULL OR there > ends),
       {r: 'CON-020', f: NULL, b: NULL}, NULL),
    if(moving AND NOT ended AND days < 7 AND rel IN ('none', 'invited') AND there IS NULL,
       {r: 'CON-030', f: NULL, b: ends}, NULL),
    if(moving AND NOT ended AND there > ends, {r: 'CON-040', f: NULL, b: ends}, NULL),
    if(moving AND target = 'same', {r: 'LIC-010', f: NULL, b: NULL}, NULL),
    if(moving AND target = 'different',
       {r: 'LIC-020', f: CASE WHEN ends IS NOT NULL THEN greatest(as_of, ends - 7)::DATE END,
        b: CASE WHEN ends IS NOT NULL THEN greatest(as_of, ends) END}, NULL),
    if(open_program AND target = 'different' AND assigned_seats IS NULL,
       {r: 'LIC-030', f: NULL, b: NULL}, NULL),
    if(open_program AND (offer_match = 'not-given' OR offer_match = 'not-found' AND target = 'unclear'),
       {r: 'OFR-010', f: NULL, b: NULL}, NULL),
    if(open_program AND target = 'unclear' AND target_match = 'not-found',
       {r: 'OFR-020', f: NULL, b: NULL}, NULL),
    if(moving AND rel = 'accepted' AND there IS NULL AND target <> 'unclear' AND NOT ended AND ends IS NOT NULL,
       {r: 'PRO-010', f: greatest(as_of, ends - 30)::DATE,
        b: greatest(as_of, ends - 7)::DATE}, NULL),
    if(moving AND rel = 'accepted' AND there IS NULL AND target <> 'unclear' AND ended,
       {r: 'PRO-020', f: as_of, b: as_of}, NULL),
    if(moving AND rel = 'accepted' AND there IS NULL AND target <> 'unclear' AND NOT ended AND ends IS NULL,
       {r: 'PRO-030', f: NULL, b: NULL}, NULL),
    if(open_program AND there IS NULL AND wanted IS NULL,
       {r: 'PRO-040', f: NULL, b: NULL}, NULL),
    if(moving AND state <> 'unknown' AND NOT ended AND days > 30,
       {r: 'TIM-010', f: ends - 30, b: NULL}, NULL),
    if(moving AND state <> 'unknown' AND NOT ended AND days <= 30,
       {r: 'TIM-020', f: NULL, b: ends}, NULL),
    if(moving AND state <> 'unknown' AND NOT ended AND days > 30,
       {r: 'TIM-030', f: NULL, b: NULL}, NULL),
    if(open_program AND ends IS NULL AND (NOT ended OR there IS NOT NULL),
       {r: 'TIM-040', f: NULL, b: NULL}, NULL),
    if(open_program AND state = 'unknown' AND NOT ended,
       {r: 'TIM-050', f: NULL, b: NULL}, NULL)
  ]) AS found
  FROM facts
),
of_customers AS (
  SELECT customer_id, any_value(customer_name) AS customer_name,
         CASE any_value(rel)
           WHEN 'none' THEN {r: 'REL-010', f: NULL::DATE, b: NULL::DATE}
           WHEN 'invited' THEN {r: 'REL-020', f: NULL, b: NULL}
           WHEN 'unknown' THEN {r: 'REL-030', f: NULL, b: NULL}
         END AS found
  FROM list
  WHERE prog <> 'csp'
  GROUP BY customer_id
),
found AS (
  SELECT all_found.*, found.f AS act_from, found.b AS act_by, rules.*
  FROM (SELECT * FROM of_subscriptions UNION ALL BY NAME SELECT * FROM of_customers) AS all_found
  JOIN rules ON rules.rule = found.r
)
