package org.migrationadvisor.rulebook.syntax;

import java.util.List;

/**
 * A rule file cut into tokens.
 *
 * @param tokens the tokens, the last one at the end of the file
 * @param comments the places of the comments, with their marks
 * @param broken the places at which no token could be read, which has been told
 * @param isTooLarge whether it has more tokens than it may have, which has been told
 */
record Lexed(List<Token> tokens, List<Span> comments, List<Span> broken, boolean isTooLarge) {}
