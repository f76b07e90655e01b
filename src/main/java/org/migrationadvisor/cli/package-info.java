/** The command line: the only package that prints and that decides on an exit status. */
@NullMarked
package org.migrationadvisor.cli;

import org.jspecify.annotations.NullMarked;
