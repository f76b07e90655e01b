/** Files of a rules folder that are no rules: policy, codes, products and contradictions. */
@NullMarked
package org.migrationadvisor.rulebook.loading;

import org.jspecify.annotations.NullMarked;
