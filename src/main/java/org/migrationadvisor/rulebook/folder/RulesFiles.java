package org.migrationadvisor.rulebook.folder;

/** Names of files in a rules folder. */
public final class RulesFiles {
    public static final String POLICY = "policy.yaml";
    public static final String CODES = "recommendations.yaml";

    /** The folder with a file of texts for each language. */
    public static final String MESSAGES = "messages/";

    private RulesFiles() {}

    /**
     * The file with the texts of a language.
     *
     * @param language its BCP 47 tag
     */
    public static String messages(String language) {
        return MESSAGES + language + ".yaml";
    }
}
