/** One row of a list in any format: its cells, its place, and the facts they are read into or the reason why not. */
@NullMarked
package org.migrationadvisor.input.row;

import org.jspecify.annotations.NullMarked;
