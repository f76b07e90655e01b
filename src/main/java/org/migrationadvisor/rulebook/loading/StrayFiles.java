package org.migrationadvisor.rulebook.loading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationadvisor.rulebook.folder.RulesFiles;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;

/**
 * Tells of files in a rules folder that nothing reads. One that seems to be meant for a file that is read keeps the rules
 * from loading: what stands in it would be missing silently. A backup beside its original is harmless, and so are all
 * others; notes for people and what editors leave behind for a moment are not told of at all.
 */
public final class StrayFiles {
    private static final Set<String> NAMED = Set.of(
            RulesFiles.POLICY,
            RulesFiles.CODES,
            TablesFile.NAME,
            OwnColumns.NAME,
            ContradictionsFile.NAME,
            CatalogFiles.OFFERS,
            CatalogFiles.PLANS,
            CatalogFiles.FAMILIES);
    private static final Pattern MESSAGES = Pattern.compile("messages/[^/]+\\.yaml");
    private static final Pattern FOR_PEOPLE = Pattern.compile(
            "(?i)(.*/)?(.+\\.(md|markdown|adoc)|(readme|licen[cs]e|notice|changelog|contributing|authors)(\\.txt)?)");
    private static final Pattern OF_EDITORS =
            Pattern.compile("(.*/)?(~\\$.+|#.+#|.+\\.sw[a-z]|4913|Thumbs\\.db|desktop\\.ini)|__MACOSX/.*");
    private static final Pattern ENDING =
            Pattern.compile("(.+?)\\.(drl|cases\\.ya?ml|ya?ml|csv)(?![a-z])[^/]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BACKUP = Pattern.compile("(?i).*(~|\\.(bak|orig|old|save))");

    private final RulesFolder folder;
    private final Problems problems;

    private StrayFiles(RulesFolder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    public static void tell(RulesFolder folder, Problems problems) {
        StrayFiles stray = new StrayFiles(folder, problems);
        Set<String> names = new TreeSet<>(folder.unread());
        folder.filesEnding("").stream()
                .map(SourceFile::name)
                .filter(name -> !isRead(name))
                .forEach(names::add);
        names.stream()
                .filter(name -> !FOR_PEOPLE.matcher(name).matches()
                        && !OF_EDITORS.matcher(name).matches())
                .forEach(stray::tell);
    }

    private static boolean isRead(String name) {
        return name.endsWith(".drl")
                || name.endsWith(".cases.yaml")
                || NAMED.contains(name)
                || TablesFile.isTable(name)
                || MESSAGES.matcher(name).matches();
    }

    private void tell(String name) {
        SourceFile known = folder.file(name);
        SourceFile file = known == null ? new SourceFile(name, "") : known;
        Span start = new Span(0, 1);
        Optional<String> meant = meant(name);
        boolean isThere = meant.isPresent() && folder.file(meant.get()) != null;
        if (meant.isEmpty() || (isThere && BACKUP.matcher(name).matches())) {
            problems.warning(
                    ProblemKind.UNREAD_FILE,
                    file,
                    start,
                    "found a file that is not read, expected rules in .drl files, cases in .cases.yaml files, texts in"
                            + " messages/LANGUAGE.yaml, or one of "
                            + String.join(", ", new TreeSet<>(NAMED)),
                    "take it out of the rules folder, or put a dot before its name");
            return;
        }
        problems.error(
                ProblemKind.UNREAD_FILE,
                file,
                start,
                "found a file that is not read, but looks like `" + meant.get() + "` under another name",
                isThere
                        ? "`" + meant.get()
                                + "` is there too: see which one is right, and take the other one out of the"
                                + " rules folder"
                        : "rename it to `" + meant.get() + "`, or take it out of the rules folder");
    }

    /** The name of a file that is read for which a file was probably meant. */
    private static Optional<String> meant(String name) {
        Matcher matcher = ENDING.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String stem = matcher.group(1);
        String ending = matcher.group(2).toLowerCase(Locale.ROOT).replaceFirst("yml$", "yaml");
        String candidate = stem + "." + ending;
        if (isRead(candidate)) {
            return Optional.of(candidate);
        }
        String lower = candidate.toLowerCase(Locale.ROOT);
        List<String> contained = NAMED.stream()
                .filter(named -> lower.endsWith(named.substring(named.lastIndexOf('.')))
                        && lower.contains(named.substring(0, named.lastIndexOf('.'))))
                .sorted()
                .toList();
        return contained.stream().findFirst();
    }
}
