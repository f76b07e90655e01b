/** A rules folder as bytes: walked, bounded, watched and fingerprinted. */
@NullMarked
package org.migrationadvisor.rulebook.folder;

import org.jspecify.annotations.NullMarked;
