/** Lists that are JSON: the canonical shape, JSON Lines, Partner Center and Graph. */
@NullMarked
package org.migrationadvisor.input.json;

import org.jspecify.annotations.NullMarked;
