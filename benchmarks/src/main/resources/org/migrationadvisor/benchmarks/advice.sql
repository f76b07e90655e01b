-- Findings with their messages: the bytes that the advisor writes. ${...} is filled in by DuckDb.java. Messages are
-- written last, for rows that are in order.
CREATE MACRO date_text(day) AS strftime(day, '%b %-d, %Y');
CREATE MACRO number_text(number) AS format('{:,}', number::BIGINT);
COPY (
  ${findings},
  ready AS (
    SELECT customer_id,
           CASE WHEN bool_or(severity = 'blocker') THEN 'blocked'
                WHEN bool_or(severity = 'question') THEN 'unknown'
                WHEN bool_or((severity = 'action' OR severity = 'warning' AND act_by <= DATE '${asOf}' + 7)
                  AND coalesce(act_from <= DATE '${asOf}', true)) THEN 'ready'
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
      WHEN 'TIM-010' THEN number_text(days) || if(days = 1, ' day is', ' days are') || ' left until ' || date_text(ends)
        || '. Wait until the original is near its natural end: from ' || date_text(act_from) || ' on it is, with 30 days left.'
      WHEN 'TIM-020' THEN CASE days WHEN 0 THEN 'The original ends today' WHEN 1 THEN 'The original ends tomorrow'
          ELSE 'The original ends in ' || number_text(days) || ' days' END
        || ', on ' || date_text(ends) || '. Let it run out instead of cancelling it. '
        || CASE auto_renew WHEN 'yes' THEN 'The customer has to turn auto-renewal off before then, or another term starts.'
          WHEN 'no' THEN 'Auto-renewal is off.'
          ELSE 'The customer should make sure that auto-renewal is off, or another term starts.' END
      WHEN 'TIM-030' THEN 'The customer can cancel the original at any time instead of letting it expire, but gets no refund: '
        || number_text(days) || if(days = 1, ' day', ' days') || ' would be lost'
        || coalesce(', of which about ' || currency || chr(160) || format('{:,.2f}', ((2 * 12 * replace(unit_price, '.', '')::HUGEINT * seats::INT
          * CASE WHEN state <> 'trial' AND NOT (term = 'P1Y' AND billing_cycle = 'annual')
              THEN days - if(billing_cycle = 'monthly', date_diff('day', as_of, last_day(as_of)), 0) END
          + 365) // 730 / 100)::DECIMAL(18, 2))
          || ' are still owed', '') || '.'
      WHEN 'TIM-040' THEN 'It is not known when this subscription ends. Ask for the end of its commitment: when to provision and how to let it end depend on it.'
      WHEN 'TIM-050' THEN 'It is not known whether this subscription is still there. Ask for its status in the Microsoft 365 admin center (active, trial, suspended, expired, disabled or deleted).'
      WHEN 'OFR-010' THEN 'It is not known which offer this is'
        || if(offer_match = 'not-found', ': ' || offer || ' is not in the offers table', '')
        || '. Ask for its licensing SKU; names alone do not tell offers apart.'
      WHEN 'OFR-020' THEN 'It is not clear which offer is wanted: ' || target_offer
        || ' is not in the offers table. Give its licensing SKU; names alone do not tell offers apart.'
      WHEN 'LIC-010' THEN 'It is the same offer: no license has to be reassigned, and no user notices the move.'
      WHEN 'LIC-020' THEN target_offer || ' is a different offer than ' || offer || ': update the license assignment of '
        || coalesce(number_text(assigned_seats) || if(assigned_seats = '1', ' user', ' users'), 'all users, whose number is still to be asked for')
        || ' before the original ends.'
      WHEN 'LIC-030' THEN 'It is not known how many users have a license of ' || coalesce(offer, 'unknown')
        || '. Ask for the number of assigned licenses: each of these users gets a new assignment.'
      WHEN 'PRO-010' THEN 'Provision ' || coalesce(target_offer, 'the same offer') || ', '
        || coalesce(number_text(wanted) || if(wanted = '1', ' seat', ' seats'), 'with the number of seats still to be asked for')
        || ', by ' || date_text(act_by) || ', 7 days before the original ends or as soon after as possible.'
      WHEN 'PRO-020' THEN 'Provision ' || coalesce(target_offer, 'the same offer') || ', '
        || coalesce(number_text(wanted) || if(wanted = '1', ' seat', ' seats'), 'with the number of seats still to be asked for')
        || ', at once: the original has ended.'
      WHEN 'PRO-030' THEN 'Provision ' || coalesce(target_offer, 'the same offer') || ', '
        || coalesce(number_text(wanted) || if(wanted = '1', ' seat', ' seats'), 'with the number of seats still to be asked for')
        || '. The date depends on the end of the original, which is not known.'
      WHEN 'PRO-040' THEN 'It is not known how many seats are bought. Ask for the number, or decide how many to provision.'
      WHEN 'CON-010' THEN 'The new subscription is provisioned on ' || date_text(there) || ', not after the original''s last day ' || date_text(ends)
        || ': the service continues without interruption.'
      WHEN 'CON-020' THEN 'The original ended' || coalesce(' on ' || date_text(ends), '')
        || ' and the new subscription was not there by then' || coalesce('; it came on ' || date_text(there), '')
        || '. Users may be without the service.'
      WHEN 'CON-030' THEN CASE days WHEN 0 THEN 'The original ends today'
          ELSE 'Only ' || number_text(days) || if(days = 1, ' day is left', ' days are left') END
        || ', fewer than the 7 needed, and the reseller relationship is not accepted. The new subscription cannot be there in time, so users may be without the service after '
        || date_text(ends) || '.'
      WHEN 'CON-040' THEN 'The new subscription is planned for ' || date_text(there) || ', but the original ends on ' || date_text(ends)
        || '. Plan it for ' || date_text(ends) || ' or before, or users will be without the service in between.'
    END AS message,
    rule AS rule_id, file AS rule_file, line AS rule_line, source, DATE '${asOf}' AS as_of, '${fingerprint}' AS rules
  FROM in_order
) TO '${output}' (HEADER, DELIMITER ',');
