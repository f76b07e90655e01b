package org.migrationadvisor;

/**
 * Is told what became of a change in a watched rules folder. Called on the watching thread, one call at a time, after
 * {@link WatchedAdvisor#advisor()} answers accordingly.
 */
public interface ReloadListener {

    /**
     * The changed rules are in use.
     *
     * @param fingerprint of these rules, as {@link MigrationAdvisor#fingerprint()}
     */
    default void loaded(String fingerprint) {}

    /**
     * The changed rules cannot be used; the last good ones stay in use.
     *
     * @param reason mostly a {@link org.migrationadvisor.rulebook.folder.RulebookException} with every problem and its place,
     *     or an {@link java.io.IOException} if the folder or a file in it cannot be read, such as when it was deleted; a
     *     {@link LimitReachedException} if the memory did not suffice
     */
    default void refused(Exception reason) {}
}
