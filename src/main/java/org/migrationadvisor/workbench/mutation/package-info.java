/** Measures the cases of a rules folder: changes the rules one small step at a time and sees whether a case notices. */
@NullMarked
package org.migrationadvisor.workbench.mutation;

import org.jspecify.annotations.NullMarked;
