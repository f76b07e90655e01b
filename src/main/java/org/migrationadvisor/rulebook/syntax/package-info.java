/** Rule files as text: source places, tokens, syntax trees and the problems found in them. Knows no fact and no code. */
@NullMarked
package org.migrationadvisor.rulebook.syntax;

import org.jspecify.annotations.NullMarked;
