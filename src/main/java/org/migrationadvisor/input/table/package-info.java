/** Lists that are tables: CSV and workbooks. */
@NullMarked
package org.migrationadvisor.input.table;

import org.jspecify.annotations.NullMarked;
