package org.migrationadvisor.workbench;

import java.util.List;
import java.util.Map;
import org.migrationadvisor.rulebook.folder.RulesFolder;

/**
 * What a folder gets when something new is begun in it. It loads with it, and its cases pass; what a person has to write
 * is marked with {@code ???}.
 *
 * @param created the new files with their text, by path relative to the rules folder
 * @param changed the files that are longer now, with their whole new text
 */
public record NewFiles(Map<String, String> created, Map<String, String> changed) {

    /** Thrown where nothing can begin so. The message says what was found and what was expected. */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /** The same, if no file is in the way. */
    NewFiles notIn(RulesFolder folder) throws RefusedException {
        for (String file : created.keySet()) {
            if (folder.file(file) != null) {
                throw new RefusedException(file + ": found this file already, expected to create it");
            }
        }
        return this;
    }

    /** The folder with the new files in it. */
    public RulesFolder addedTo(RulesFolder folder) {
        RulesFolder with = folder;
        for (Map<String, String> files : List.of(created, changed)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                with = with.with(file.getKey(), file.getValue());
            }
        }
        return with;
    }
}
