package org.migrationadvisor.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationadvisor.catalog.Catalog;
import org.migrationadvisor.catalog.OfferComparison;
import org.migrationadvisor.catalog.Product;
import org.migrationadvisor.catalog.SaleStatus;
import org.migrationadvisor.catalog.Verdict;
import org.migrationadvisor.report.Line.Span;
import org.migrationadvisor.text.DisplayWidth;
import org.migrationadvisor.text.Ink;
import org.migrationadvisor.text.LineBreaker;
import org.migrationadvisor.text.SafeText;

/** Products for a person in a terminal. */
final class ProductTable implements ProductReport {

    private static final int INDENT = 2;
    private static final int HEAD = 14;
    private static final int MOST_SHOWN = 25;

    private final Writer out;
    private final int width;
    private final boolean colour;
    private final Catalog catalog;
    private final StringBuilder text = new StringBuilder();

    ProductTable(Writer out, ReportOptions options, Catalog catalog) {
        this.out = out;
        this.width = options.width();
        this.colour = options.colour();
        this.catalog = catalog;
    }

    @Override
    public void products(List<Product> products) throws IOException {
        if (products.size() == 1) {
            card(products.get(0));
        } else {
            products.stream().limit(MOST_SHOWN).forEach(this::entry);
            newLine();
            int left = products.size() - MOST_SHOWN;
            String more = left > 0 ? "; " + left + " more are not shown, give more words" : "";
            wrapped(products.size() + " products" + more + ". Give a part number or GUID to see all of one.", Ink.DIM);
        }
        emit();
    }

    private void entry(Product product) {
        flow(0, List.of(new Span(safe(product.name()), Ink.STRONG), new Span(safe(product.partNumber()), Ink.PLAIN)));
        List<Span> details = new ArrayList<>(List.of(new Span(product.skuId(), Ink.DIM)));
        seats(product).forEach(seats -> details.add(new Span(seats, Ink.DIM)));
        if (product.status() != SaleStatus.UNKNOWN) {
            details.add(new Span(status(product), Ink.YELLOW));
        }
        flow(INDENT, details);
    }

    private void card(Product product) {
        flow(0, List.of(new Span(safe(product.name()), Ink.STRONG), new Span(safe(product.partNumber()), Ink.PLAIN)));
        rule();
        detail("GUID", List.of(product.skuId()));
        detail("other names", product.otherNames());
        detail("legacy offers", product.legacyOfferIds());
        detail("new commerce", product.newCommerceIds());
        detail("segment", Stream.ofNullable(product.segment()).toList());
        detail("seats", seats(product));
        if (product.status() != SaleStatus.UNKNOWN) {
            detail("status", List.of(status(product)));
        }
        detail("instead", names(catalog.equivalents(product)));
        detail("includes", names(catalog.included(product)));
        detail("variants", names(catalog.variants(product)));
        detail("source", Stream.ofNullable(product.source()).toList());
        newLine();
        plans(product);
    }

    private void plans(Product product) {
        List<Catalog.Workload> workloads = catalog.workloads(product);
        if (workloads.isEmpty()) {
            wrapped(
                    "Its service plans are not known. Microsoft's list may have them: give it with --catalog.",
                    Ink.YELLOW);
            return;
        }
        int count = product.plans().size();
        line(0, Line.of(count + " service plan" + (count == 1 ? "" : "s") + ", by use", Ink.STRONG));
        int column = workloads.stream()
                .mapToInt(workload -> DisplayWidth.of(label(workload)))
                .max()
                .orElse(0);
        for (Catalog.Workload workload : workloads) {
            String plan = safe(workload.plan().name());
            if (INDENT + column + 2 + DisplayWidth.of(plan) <= width) {
                blanks(INDENT);
                cell(Line.of(label(workload), Ink.PLAIN), column + 2);
                Line.of(plan, Ink.DIM).appendTo(text, colour);
                newLine();
            } else {
                flow(INDENT, List.of(new Span(label(workload), Ink.PLAIN), new Span(plan, Ink.DIM)));
            }
        }
        catalog.shortList(product).ifPresent(this::note);
    }

    private static String label(Catalog.Workload workload) {
        String tier = workload.plan().tier();
        boolean same = tier.equalsIgnoreCase(workload.family());
        return safe(same ? workload.family() : workload.family() + " (" + tier + ")");
    }

    @Override
    public void comparison(OfferComparison comparison) throws IOException {
        Product from = comparison.from();
        Product to = comparison.to();
        flow(
                0,
                List.of(
                        new Span(safe(from.name()) + " → " + safe(to.name()), Ink.STRONG),
                        new Span(safe(from.partNumber()) + " → " + safe(to.partNumber()), Ink.PLAIN)));
        rule();
        if (from.skuId().equals(to.skuId())) {
            wrapped("It is the same offer: no license has to be reassigned.", Ink.GREEN);
        } else if (comparison.known()) {
            changes(comparison);
        } else {
            wrapped(
                    "The service plans of "
                            + (from.plans().isEmpty() ? safe(from.name()) : safe(to.name()))
                            + " are not known, so the two cannot be compared. Microsoft's list may have them: give it with"
                            + " --catalog.",
                    Ink.YELLOW);
        }
        detail("seats", seats(to));
        if (to.status() != SaleStatus.UNKNOWN) {
            detail("status", List.of(status(to)));
        }
        comparison.shortLists().forEach(this::note);
        emit();
    }

    private void changes(OfferComparison comparison) {
        verdict("lost", comparison.changes(Verdict.LOST, true), Ink.RED);
        verdict("downgraded", comparison.changes(Verdict.DOWNGRADED, true), Ink.YELLOW);
        verdict("upgraded", comparison.changes(Verdict.UPGRADED, true), Ink.GREEN);
        verdict("gained", comparison.changes(Verdict.GAINED, true), Ink.GREEN);
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.KEPT) {
                verdict(verdict.code() + "?", comparison.changes(verdict, false), Ink.MAGENTA);
            }
        }
        verdict("unnoticed", comparison.unnoticed(), Ink.DIM);
        verdict("kept", comparison.changes(Verdict.KEPT, true), Ink.DIM);
    }

    private void verdict(String head, List<OfferComparison.Change> changes, Ink ink) {
        if (changes.isEmpty()) {
            return;
        }
        List<Span> items = changes.stream()
                .map(change -> new Span(safe(change.text()), Ink.PLAIN))
                .toList();
        row(head, ink, items);
    }

    private void note(OfferComparison.ShortList list) {
        newLine();
        wrapped(
                "Not certain: the published list of " + safe(list.product().name()) + " has "
                        + list.product().plans().size() + " service plans, that of "
                        + safe(list.fuller().name()) + " "
                        + list.fuller().plans().size()
                        + ". It seems to be out of date, so what it lacks may be there (shortPlanListPercent in policy.yaml).",
                Ink.MAGENTA);
    }

    private static List<String> seats(Product product) {
        List<String> seats = new ArrayList<>();
        Optional.ofNullable(product.seatCap()).ifPresent(cap -> seats.add("at most " + cap + " seats per customer"));
        Optional.ofNullable(product.minimumSeats()).ifPresent(least -> seats.add("at least " + least + " seats"));
        Optional.ofNullable(product.minimumSeatsThreeYears())
                .ifPresent(least -> seats.add("at least " + least + " seats for three years"));
        return seats;
    }

    private static String status(Product product) {
        return switch (product.status()) {
            case CURRENT -> "can be bought";
            case END_OF_SALE -> "at the end of its sale: renews, but cannot be bought any more";
            case RETIRED -> "retired: can be neither bought nor renewed";
            case UNKNOWN -> "unknown";
        };
    }

    private static List<String> names(List<Product> products) {
        return products.stream()
                .map(product -> product.name() + " (" + product.partNumber() + ")")
                .toList();
    }

    private void detail(String head, List<String> values) {
        if (!values.isEmpty()) {
            row(
                    head,
                    Ink.DIM,
                    values.stream()
                            .map(value -> new Span(safe(value), Ink.PLAIN))
                            .toList());
        }
    }

    private void row(String head, Ink ink, List<Span> items) {
        List<Line> lines = Line.flow(items, width - INDENT - HEAD);
        for (int i = 0; i < lines.size(); i++) {
            blanks(INDENT);
            cell(i == 0 ? Line.of(head, ink) : Line.EMPTY, HEAD);
            lines.get(i).appendTo(text, colour);
            newLine();
        }
    }

    private void flow(int indent, List<Span> items) {
        Line.flow(items, width - indent).forEach(line -> line(indent, line));
    }

    private void wrapped(String sentence, Ink ink) {
        LineBreaker.lines(sentence, width - INDENT).forEach(line -> line(INDENT, Line.of(line, ink)));
    }

    private void line(int indent, Line line) {
        blanks(indent);
        line.appendTo(text, colour);
        newLine();
    }

    private void cell(Line line, int columns) {
        line.appendTo(text, colour);
        blanks(columns - line.width());
    }

    private void rule() {
        line(0, Line.of("─".repeat(width), Ink.DIM));
    }

    private void blanks(int count) {
        text.append(" ".repeat(Math.max(0, count)));
    }

    private void newLine() {
        text.append('\n');
    }

    private void emit() throws IOException {
        out.append(text);
        out.flush();
        text.setLength(0);
    }

    private static String safe(String words) {
        return SafeText.of(words);
    }
}
