/** Where lists come from: files, archives and standard input, decoded, bounded and kept for reading again. */
@NullMarked
package org.migrationadvisor.input.source;

import org.jspecify.annotations.NullMarked;
