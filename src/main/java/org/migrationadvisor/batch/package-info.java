/** Customer lists through the advisor, on several threads and in a fixed order. Prints nothing. */
@NullMarked
package org.migrationadvisor.batch;

import org.jspecify.annotations.NullMarked;
