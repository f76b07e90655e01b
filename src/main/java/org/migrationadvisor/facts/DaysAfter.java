package org.migrationadvisor.facts;

import org.jspecify.annotations.Nullable;

/**
 * A date as so many days after another; fewer than 0 are before it.
 *
 * @param field the name of the field of the same fact that has the other date; null for the as-of date
 */
public record DaysAfter(@Nullable String field, int days) {}
