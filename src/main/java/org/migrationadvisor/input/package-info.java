/**
 * List files to facts, every error with file, line and column.
 *
 * <p>In this order: {@code FormatDetection} tells the format from the content; a {@code ListReader} per format pushes
 * raw rows, each cell as text with its place; {@code RowParser} alone turns texts into typed facts; {@code
 * CustomerAssembler} alone merges rows per customer, over all files. Only the last holds customers in memory.
 */
@NullMarked
package org.migrationadvisor.input;

import org.jspecify.annotations.NullMarked;
