/**
 * What lists carry: the table of all fields, and the customers and subscriptions whose values it describes. Everything
 * else reads, checks, merges, stores and searches fields by this table. A fact that is null, or {@code unknown} where it
 * is one of several values, is not known.
 */
@NullMarked
package org.migrationadvisor.facts;

import org.jspecify.annotations.NullMarked;
