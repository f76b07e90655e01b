@NullMarked
package org.migrationadvisor.input;

import org.jspecify.annotations.NullMarked;
