package org.migrationadvisor.rulebook.loading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationadvisor.rulebook.folder.RulesFolder;
import org.migrationadvisor.rulebook.semantics.Table;
import org.migrationadvisor.rulebook.semantics.TableRow;
import org.migrationadvisor.rulebook.semantics.Vocabulary;
import org.migrationadvisor.rulebook.syntax.ProblemKind;
import org.migrationadvisor.rulebook.syntax.Problems;
import org.migrationadvisor.rulebook.syntax.SourceFile;
import org.migrationadvisor.rulebook.syntax.Span;
import org.migrationadvisor.rulebook.syntax.Yaml;
import org.migrationadvisor.text.Suggestion;

/**
 * Reads {@code tables.yaml} and the tables that it declares.
 *
 * @param tables the tables in the order of the file
 * @param broken the names of tables that are declared and could not be read, which has then been told
 */
public record TablesFile(List<Table> tables, Set<String> broken) {
    /** The file that declares the tables. */
    public static final String NAME = "tables.yaml";

    public static final TablesFile NONE = new TablesFile(List.of(), Set.of());

    private static final int MOST_TABLES = 100;
    private static final int MOST_ROWS = 200_000;

    /** Whether a file of this path holds a table, once it is declared. */
    public static boolean isTable(String name) {
        return name.startsWith(TableDeclaration.FOLDER) && name.endsWith(".csv");
    }

    /**
     * Reads the tables of a folder; what is wrong with them is told.
     *
     * @param vocabulary the facts, of whose fields columns can be
     */
    public static TablesFile read(RulesFolder folder, Vocabulary vocabulary, Problems problems) {
        Set<String> declared = new HashSet<>();
        SourceFile file = folder.file(NAME);
        Yaml.Entry root = file == null ? null : new Yaml(file, problems).root();
        List<Yaml.Entry> entries = root == null ? List.of() : root.entries();
        List<Table> tables = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        int rows = 0;
        for (Yaml.Entry entry : entries) {
            if (tables.size() + broken.size() == MOST_TABLES) {
                entry.wrongName(
                        ProblemKind.TOO_LARGE,
                        "found more than " + MOST_TABLES + " tables, expected at most so many",
                        null);
                break;
            }
            TableDeclaration.fileOf(entry).ifPresent(declared::add);
            TableDeclaration declaration = isFree(entry, vocabulary) ? TableDeclaration.read(entry, vocabulary) : null;
            SourceFile csv = declaration == null ? null : file(folder, declaration);
            if (declaration == null || csv == null) {
                broken.add(entry.name());
                continue;
            }
            Table table = table(declaration, csv, problems);
            rows += table.rows().size();
            if (rows > MOST_ROWS) {
                entry.wrongName(
                        ProblemKind.TOO_LARGE,
                        "found more than " + MOST_ROWS + " rows in the tables up to this one, expected at most so many",
                        null);
                broken.add(entry.name());
                break;
            }
            tables.add(table);
        }
        if (file == null || root != null) {
            undeclared(folder, declared, problems);
        }
        return new TablesFile(List.copyOf(tables), Set.copyOf(broken));
    }

    private static boolean isFree(Yaml.Entry entry, Vocabulary vocabulary) {
        boolean taken = vocabulary.type(entry.name()) != null;
        if (taken) {
            entry.wrongName(
                    ProblemKind.DUPLICATE_NAME,
                    "found the name `" + entry.name() + "`, which is a fact, expected one of its own",
                    null);
        }
        return !taken;
    }

    private static @Nullable SourceFile file(RulesFolder folder, TableDeclaration declared) {
        SourceFile file = folder.file(declared.file());
        if (file == null) {
            List<String> there = folder.filesEnding(".csv").stream()
                    .map(SourceFile::name)
                    .filter(TablesFile::isTable)
                    .toList();
            declared.fileEntry()
                    .wrong(
                            ProblemKind.MISSING_FILE,
                            "found no file `" + declared.file() + "` in the rules folder, expected the rows of "
                                    + declared.name(),
                            Suggestion.didYouMean(declared.file(), there));
        }
        return file;
    }

    private static Table table(TableDeclaration declared, SourceFile csv, Problems problems) {
        List<TableRow> rows = TableReader.read(declared, csv, problems);
        Table table =
                new Table(declared.name(), csv.name(), declared.columns(), declared.key(), declared.validity(), rows);
        if (!problems.isFull(csv)) {
            new TableReview(declared, table, csv, problems).run();
        }
        return table;
    }

    private static void undeclared(RulesFolder folder, Set<String> declared, Problems problems) {
        folder.filesEnding(".csv").stream()
                .filter(file -> isTable(file.name()) && !declared.contains(file.name()))
                .forEach(file -> problems.warning(
                        ProblemKind.UNREAD_FILE,
                        file,
                        new Span(0, 1),
                        "found a table that " + NAME + " does not declare, so that no rule can read it",
                        "declare it there, or take it out of the rules folder"));
    }
}
