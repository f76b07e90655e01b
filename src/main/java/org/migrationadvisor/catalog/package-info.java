/** The products that offers are resolved to. */
@NullMarked
package org.migrationadvisor.catalog;

import org.jspecify.annotations.NullMarked;
