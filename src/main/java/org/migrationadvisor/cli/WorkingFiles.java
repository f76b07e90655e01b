package org.migrationadvisor.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The files that a run keeps beside its output until that is complete.
 *
 * @param partial what is written so far
 * @param journal how far that is sure
 * @param fresh the next journal, until it takes the place of the one before
 */
record WorkingFiles(Path partial, Path journal, Path fresh) {
    private static final Pattern NAME = Pattern.compile("\\..+\\.(partial|journal|journal-new)");

    static WorkingFiles of(Path target) {
        return new WorkingFiles(beside(target, ".partial"), beside(target, ".journal"), beside(target, ".journal-new"));
    }

    private static Path beside(Path target, String ending) {
        return target.resolveSibling("." + target.getFileName() + ending);
    }

    /** Whether a file has the name of such a file of any run. */
    static boolean isName(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    List<Path> all() {
        return List.of(partial, journal, fresh);
    }
}
