/**
 * List files to facts, every error with file, line and column.
 *
 * <p>In this order, each in a package of its own: {@code source} opens and unpacks what is given; here the format is
 * told from the content; {@code table} and {@code json} push raw rows, each cell as text with its place; {@code row} alone
 * turns texts into typed facts; {@code store} keeps rows on the disk where they do not fit into memory; {@code merge}
 * makes customers of them, over all files.
 */
@NullMarked
package org.migrationadvisor.input;

import org.jspecify.annotations.NullMarked;
