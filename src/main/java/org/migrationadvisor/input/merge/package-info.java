/** The rows of one customer, from any number of files, made into one customer. */
@NullMarked
package org.migrationadvisor.input.merge;

import org.jspecify.annotations.NullMarked;
