package org.migrationadvisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationadvisor.catalog.Workloads.Tier;

/** Holds the program to the table of moves in {@code docs/moves.md}, and the table to the published plan lists. */
class MovesTest {
    private static final Path TABLE = Path.of("docs/moves.md");
    private static final Pattern ROW =
            Pattern.compile("\\| (.+) `(.+)` \\| (.+) `(.+)` \\| ([^|]*)\\| ([^|]*)\\| ([^|]*)\\|");
    private static final Path LIST =
            Path.of("../shared/data/licensing/Product names and service plan identifiers for licensing.csv");
    private static final Catalog CATALOG = Catalogs.ofTheRules();

    private record Move(
            String section,
            String fromName,
            String from,
            String toName,
            String to,
            List<String> lost,
            List<String> less,
            List<String> uncertain) {

        @Override
        public String toString() {
            return section + ": " + from + " → " + to;
        }

        Product source() {
            return Catalogs.product(CATALOG, from);
        }

        Product target() {
            return Catalogs.product(CATALOG, to);
        }

        OfferComparison compared() {
            return CATALOG.compare(source(), target(), Catalogs.AS_OF);
        }
    }

    static List<Move> moves() throws IOException {
        List<Move> moves = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(TABLE)) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (row.matches()) {
                moves.add(new Move(
                        section,
                        row.group(1),
                        row.group(2),
                        row.group(3),
                        row.group(4),
                        items(row.group(5)),
                        items(row.group(6)),
                        items(row.group(7))));
            }
        }
        return moves;
    }

    private static List<String> items(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split("; "));
    }

    @Test
    void theTableHasMovesOfEveryKindAndEveryRowOfItIsRead() throws IOException {
        List<Move> moves = moves();

        assertThat(moves).hasSizeGreaterThanOrEqualTo(70).doesNotHaveDuplicates();
        assertThat(moves)
                .extracting(Move::section)
                .containsOnly("Up", "From Business to Enterprise and back", "Down", "Without Teams", "Sideways");
        assertThat(Files.readAllLines(TABLE).stream().filter(line -> line.matches("\\|.*`.*")))
                .hasSameSizeAs(moves);
    }

    @ParameterizedTest
    @MethodSource("moves")
    void theProgramReportsWhatTheTableSays(Move move) {
        OfferComparison comparison = move.compared();

        assertThat(comparison.known()).isTrue();
        assertThat(comparison.losses()).isEqualTo(move.lost());
        assertThat(comparison.downgrades()).isEqualTo(move.less());
        assertThat(comparison.doubtfulLosses()).isEqualTo(move.uncertain());
        assertThat(move.source().name()).isEqualTo(move.fromName());
        assertThat(move.target().name()).isEqualTo(move.toName());
    }

    @Test
    void noMoveUpTakesAnythingAway() throws IOException {
        assertThat(moves())
                .filteredOn(move -> move.section().equals("Up"))
                .isNotEmpty()
                .allSatisfy(move -> assertThat(List.of(move.lost(), move.less(), move.uncertain()))
                        .allMatch(List::isEmpty));
    }

    /** Of the plans that only the first list has, each is reported unless there is a reason why it is not missed. */
    @ParameterizedTest
    @MethodSource("moves")
    void whatIsReportedIsWhatThePublishedListOfTheNewOfferLacks(Move move) throws IOException {
        assumeTrue(Files.exists(LIST), "the published list is not here");
        LicensingList list = LicensingList.read(new CatalogFile("list.csv", Files.readString(LIST)));
        Set<String> has = plans(list, move.from());
        Set<String> gets = plans(list, move.to());
        Set<String> gone = new TreeSet<>(has);
        gone.removeAll(gets);
        Workloads families = Catalogs.workloads();
        boolean included = CATALOG.included(move.target()).contains(move.source());

        assertThat(gone).containsAll(reported(move, true));
        assertThat(gone).allSatisfy(plan -> {
            Tier tier = families.of(List.of(plan)).values().iterator().next();
            Tier best = families.of(has).get(tier.family());
            Tier next = families.of(gets).get(tier.family());
            boolean replaced = next != null && (next.rank() >= tier.rank() || !tier.main());
            boolean missed = tier.equals(best)
                    && !included
                    && !replaced
                    && !Workloads.isPartOf(tier, gets)
                    && tier.unnoticed(Catalogs.AS_OF) == null;
            assertThat(reported(move, true).contains(plan)
                            || reported(move, false).contains(plan))
                    .isEqualTo(missed);
        });
    }

    private static Set<String> plans(LicensingList list, String partNumber) {
        return list.products().stream()
                .filter(product -> product.partNumber().equals(partNumber))
                .flatMap(product -> product.plans().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> reported(Move move, boolean certain) {
        return Stream.of(Verdict.LOST, Verdict.DOWNGRADED)
                .flatMap(verdict -> move.compared().changes(verdict, certain).stream())
                .flatMap(change -> Stream.ofNullable(change.from()))
                .map(OfferComparison.Plan::name)
                .toList();
    }
}
