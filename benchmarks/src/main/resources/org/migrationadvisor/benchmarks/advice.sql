-- The rules of the folder benchmarks/rules as SQL, with their messages: the bytes that the advisor writes. ${...} is
-- filled in by DuckDb.java. Messages are written last, for rows that are in order.
COPY (
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
         {r: 'LIC-020', f: NULL,
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
  ),
  ready AS (
    SELECT customer_id,
           CASE WHEN bool_or(severity = 'blocker') THEN 'blocked'
                WHEN bool_or(severity = 'question') THEN 'unknown'
                WHEN bool_or(severity = 'action' AND coalesce(act_from <= DATE '${asOf}', true)) THEN 'ready'
                WHEN bool_or(act_from > DATE '${asOf}' OR act_by >= DATE '${asOf}') THEN 'waiting'
                ELSE 'done' END AS readiness
    FROM found
    GROUP BY customer_id
  ),
  in_order AS (
    SELECT * FROM found JOIN ready USING (customer_id)
    ORDER BY customer_id, place, act_by NULLS LAST, act_from NULLS LAST, subscription_id NULLS FIRST, rule
  )
  SELECT customer_id, customer_name, readiness, subscription_id, code, severity, actor, act_from, act_by,
    CASE rule
      WHEN 'REL-010' THEN 'Request a reseller relationship: in Partner Center choose Customers, then Request a reseller relationship, and send the invitation. Nothing can be ordered for this customer before it is accepted.'
      WHEN 'REL-020' THEN 'The invitation to the reseller relationship is not accepted yet. Remind the customer; a Global Administrator has to accept it. Do not order before.'
      WHEN 'REL-030' THEN 'It is not known whether there is a reseller relationship. Look the customer up in Partner Center under Customers, and note none, invited or accepted.'
      WHEN 'PRG-010' THEN 'Nothing moves automatically from ' || CASE prog
          WHEN 'web-direct' THEN 'the web (Microsoft 365 admin center)' WHEN 'ea' THEN 'an Enterprise Agreement'
          WHEN 'open' THEN 'Open License' WHEN 'other-csp' THEN 'another CSP partner'
          WHEN 'csp-legacy' THEN 'legacy CSP commerce' END
        || ' to CSP. Add the new subscription beside the original, which keeps running through its own channel until it ends.'
      WHEN 'PRG-020' THEN 'This is already your own CSP subscription: there is nothing to move.'
      WHEN 'PRG-030' THEN 'It is not known through which program ' || coalesce(offer, 'this subscription')
        || ' is bought. Ask who sends the invoice: Microsoft directly, a volume licensing agreement or another partner.'
      WHEN 'TIM-010' THEN days || if(days = 1, ' day is', ' days are') || ' left until ' || ends
        || '. Wait until the original is near its natural end: from ' || act_from || ' on it is, with 30 days left.'
      WHEN 'TIM-020' THEN CASE days WHEN 0 THEN 'The original ends today' WHEN 1 THEN 'The original ends tomorrow'
          ELSE 'The original ends in ' || days || ' days' END
        || ', on ' || ends || '. Let it run out instead of cancelling it. '
        || CASE auto_renew WHEN 'yes' THEN 'The customer has to turn auto-renewal off before then, or another term starts.'
          WHEN 'no' THEN 'Auto-renewal is off.'
          ELSE 'The customer should make sure that auto-renewal is off, or another term starts.' END
      WHEN 'TIM-030' THEN 'The customer can cancel the original at any time instead of letting it expire, but gets no refund: '
        || days || if(days = 1, ' paid day', ' paid days') || ' would be lost'
        || coalesce(', worth about ' || ((2 * 12 * replace(unit_price, '.', '')::HUGEINT * seats::INT * days + 365) // 730 / 100)::DECIMAL(18, 2)
          || ' ' || currency, '') || '.'
      WHEN 'TIM-040' THEN 'It is not known when this subscription ends. Ask for the end of its commitment: when to provision and how to let it end depend on it.'
      WHEN 'TIM-050' THEN 'It is not known whether this subscription is still there. Ask for its status in the Microsoft 365 admin center (active, trial, suspended, expired, disabled or deleted).'
      WHEN 'OFR-010' THEN 'It is not known which offer this is'
        || if(offer_match = 'not-found', ': ' || offer || ' is not in the offers table', '')
        || '. Ask for its licensing SKU; names alone do not tell offers apart.'
      WHEN 'OFR-020' THEN 'It is not clear which offer is wanted: ' || target_offer
        || ' is not in the offers table. Give its licensing SKU; names alone do not tell offers apart.'
      WHEN 'LIC-010' THEN 'It is the same offer: no license has to be reassigned, and no user notices the move.'
      WHEN 'LIC-020' THEN target_offer || ' is a different offer than ' || offer || ': update the license assignment of '
        || coalesce(assigned_seats || if(assigned_seats = '1', ' user', ' users'), 'all users, whose number is still to be asked for')
        || ' before the original ends.'
      WHEN 'LIC-030' THEN 'It is not known how many users have a license of ' || coalesce(offer, 'unknown')
        || '. Ask for the number of assigned licenses: each of these users gets a new assignment.'
      WHEN 'PRO-010' THEN 'Provision ' || coalesce(target_offer, 'the same offer') || ', '
        || coalesce(wanted || if(wanted = '1', ' seat', ' seats'), 'with the number of seats still to be asked for')
        || ', by ' || act_by || ', 7 days before the original ends or as soon after as possible.'
      WHEN 'PRO-020' THEN 'Provision ' || coalesce(target_offer, 'the same offer') || ', '
        || coalesce(wanted || if(wanted = '1', ' seat', ' seats'), 'with the number of seats still to be asked for')
        || ', at once: the original has ended.'
      WHEN 'PRO-030' THEN 'Provision ' || coalesce(target_offer, 'the same offer') || ', '
        || coalesce(wanted || if(wanted = '1', ' seat', ' seats'), 'with the number of seats still to be asked for')
        || '. The date depends on the end of the original, which is not known.'
      WHEN 'PRO-040' THEN 'It is not known how many seats are bought. Ask for the number, or decide how many to provision.'
      WHEN 'CON-010' THEN 'The new subscription is provisioned on ' || there || ', not after the original''s last day ' || ends
        || ': the service continues without interruption.'
      WHEN 'CON-020' THEN 'The original ended' || coalesce(' on ' || ends, '')
        || ' and the new subscription was not there by then' || coalesce('; it came on ' || there, '')
        || '. Users may be without the service.'
      WHEN 'CON-030' THEN CASE days WHEN 0 THEN 'The original ends today'
          ELSE 'Only ' || days || if(days = 1, ' day is left', ' days are left') END
        || ', fewer than the 7 needed, and the reseller relationship is not accepted. The new subscription cannot be there in time, so users may be without the service after '
        || ends || '.'
      WHEN 'CON-040' THEN 'The new subscription is planned for ' || there || ', but the original ends on ' || ends
        || '. Plan it for ' || ends || ' or before, or users will be without the service in between.'
    END AS message,
    rule AS rule_id, file AS rule_file, line AS rule_line, source, DATE '${asOf}' AS as_of, '${fingerprint}' AS rules
  FROM in_order
) TO '${output}' (HEADER, DELIMITER ',');
