/**
 * List files to facts, every error with file, line and column.
 *
 * <p>In this order: {@code Content} unpacks a source; {@code FormatDetection} tells the format from the content; a
 * reader per family of formats pushes raw rows, each cell as text with its place, by the mappings in {@code TableFormat}
 * and {@code JsonShape}; {@code RowParser} alone turns texts into typed facts; {@code CustomerAssembler} alone merges
 * rows per customer, over all files, with {@code Joins} and {@code SubscriptionMerger}. Only the last holds customers in
 * memory.
 */
@NullMarked
package org.migrationadvisor.input;

import org.jspecify.annotations.NullMarked;
