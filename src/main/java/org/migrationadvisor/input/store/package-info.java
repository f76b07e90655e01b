/** Rows kept on the disk while a list is sorted by customer. */
@NullMarked
package org.migrationadvisor.input.store;

import org.jspecify.annotations.NullMarked;
