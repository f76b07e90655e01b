package org.migrationadvisor.workbench.diff;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.migrationadvisor.Readiness;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.text.Counted;
import org.migrationadvisor.text.Utf8;

/**
 * One page with the counts first and then the customers, without a script or another file. The customers wait in a
 * temporary file until the counts are known.
 */
final class DiffHtml implements DiffReport {
    private final OutputStream out;
    private final AdviceComparison comparison;
    private final FileChannel waiting;
    private final Writer customers;

    DiffHtml(OutputStream out, AdviceComparison comparison) throws IOException {
        this.out = out;
        this.comparison = comparison;
        this.waiting = FileChannel.open(
                Files.createTempFile("advisor-diff", ".html"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        this.customers = Utf8.writer(Channels.newOutputStream(waiting));
    }

    @Override
    public void write(CustomerDiff diff) throws IOException {
        Customer customer = diff.customer();
        StringBuilder html = new StringBuilder("<section class=\"card customer\">\n<div class=\"head\"><h3>");
        html.append(customer.name() == null ? "" : Html.text(customer.name()) + " ");
        html.append("<code class=\"dim\">").append(Html.text(customer.id())).append("</code></h3>\n<p>");
        html.append(readiness(diff.before(), diff.after())).append("</p></div>\n");
        diff.bySubscription().forEach((title, changes) -> {
            html.append("<h4>")
                    .append(title.isEmpty() ? "The customer" : Html.text(title))
                    .append("</h4>\n<table class=\"changes\">\n<thead><tr>");
            html.append("<th scope=\"col\" class=\"which\">AdviceChange</th><th scope=\"col\">Recommendation</th>");
            html.append("<th scope=\"col\" class=\"what\">Cause</th></tr></thead>\n<tbody>\n");
            changes.forEach(change -> change(change, html));
            html.append("</tbody>\n</table>\n");
        });
        customers.write(html.append("</section>\n").toString());
    }

    private static String readiness(Readiness before, Readiness after) {
        if (before == after) {
            return "Readiness: " + after.code();
        }
        return "Readiness: <del>" + before.code() + "</del> <ins>" + after.code() + "</ins>";
    }

    private void change(AdviceChange change, StringBuilder html) {
        Recommendation told = change.recommendation();
        Cause cause = comparison.rules().cause(change);
        String kind = change.kind().code();
        html.append("<tr><td><span class=\"kind ")
                .append(kind)
                .append("\">")
                .append(kind)
                .append("</span></td>\n<td>");
        html.append("<code>").append(Html.text(told.code())).append("</code> ");
        html.append("<span class=\"dim\">").append(facts(change)).append("</span>");
        html.append("<p>").append(message(change)).append("</p></td>\n<td>");
        html.append("<code>").append(Html.text(cause.place())).append("</code>");
        html.append("<p class=\"dim\">").append(Html.text(cause.why())).append("</p></td></tr>\n");
    }

    private static String facts(AdviceChange change) {
        List<String> facts = new ArrayList<>();
        for (AdviceChange.Part part : AdviceChange.Part.values()) {
            String before = part.of(change.before());
            String after = part.of(change.after());
            String told = part.of(change.recommendation());
            boolean differs = change.kind() == AdviceChange.Kind.CHANGED && !before.equals(after);
            if (part != AdviceChange.Part.MESSAGE && (differs || !told.isEmpty())) {
                facts.add(label(part) + (differs ? Html.edited(orNone(before), orNone(after)) : Html.text(told)));
            }
        }
        return String.join(" · ", facts);
    }

    private static String label(AdviceChange.Part part) {
        return switch (part) {
            case ACT_FROM -> "from ";
            case ACT_BY -> "by ";
            default -> "";
        };
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }

    private static String message(AdviceChange change) {
        Recommendation before = change.before();
        Recommendation after = change.after();
        return before == null || after == null
                ? Html.text(change.recommendation().message())
                : Html.edited(before.message(), after.message());
    }

    @Override
    public void end(DiffTally tally) throws IOException {
        try (waiting) {
            customers.flush();
            Writer page = Utf8.writer(out);
            page.write(top(tally));
            page.flush();
            waiting.position(0);
            Channels.newInputStream(waiting).transferTo(out);
            page.write("</section>\n</main>\n</body>\n</html>\n");
            page.flush();
        }
    }

    private String top(DiffTally tally) {
        StringBuilder html =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<title>What changes for the customers</title>\n<style>\n").append(DiffStyle.CSS);
        html.append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#customers\">To the customers</a>\n<main>\n");
        html.append("<h1>").append(title(tally)).append("</h1>\n");
        side("Before", comparison.before(), html);
        side("After", comparison.after(), html);
        html.append("<ul class=\"tiles\">\n");
        tile(tally.changed(), "customers with changes, of " + Counted.number(tally.customers()), html);
        for (AdviceChange.Kind kind : AdviceChange.Kind.values()) {
            tile(tally.count(kind), "recommendations " + kind.code(), html);
        }
        html.append("</ul>\n");
        rules(html);
        counts(tally, html);
        html.append("<section id=\"customers\">\n<h2>Customers</h2>\n");
        return html.append(tally.changed() == 0 ? "<p>Nothing changes for any customer.</p>\n" : "")
                .toString();
    }

    private static String title(DiffTally tally) {
        return tally.changed() == 0
                ? "Nothing changes for the customers"
                : "Something changes for " + Counted.number(tally.changed()) + " of "
                        + Counted.of(tally.customers(), "customer");
    }

    private static void side(String name, Side side, StringBuilder html) {
        html.append("<p><span class=\"dim\">").append(name).append(":</span> ").append(Html.text(side.name()));
        html.append(" as of ").append(side.asOf()).append(" <span class=\"dim\">rules <code>");
        html.append(side.rulebook().fingerprint(), 0, 12).append("</code></span></p>\n");
    }

    private static void tile(long count, String what, StringBuilder html) {
        html.append("<li><b>")
                .append(Counted.number(count))
                .append("</b> ")
                .append(Html.text(what))
                .append("</li>\n");
    }

    private void rules(StringBuilder html) {
        List<String> lines = comparison.rules().lines();
        if (!lines.isEmpty()) {
            html.append(
                    "<h2>What is different about the rules</h2>\n<ul class=\"card\" style=\"padding-left: 2.5rem\">\n");
            html.append(lines.stream()
                    .map(line -> "<li>" + Html.text(line) + "</li>\n")
                    .collect(Collectors.joining()));
            html.append("</ul>\n");
        }
    }

    private static void counts(DiffTally tally, StringBuilder html) {
        if (tally.changed() == 0) {
            return;
        }
        html.append(
                "<h2>Counts</h2>\n<div class=\"card scroll\">\n<table>\n<caption>Recommendations by code</caption>\n");
        html.append("<thead><tr><th scope=\"col\">Code</th>");
        for (AdviceChange.Kind kind : AdviceChange.Kind.values()) {
            html.append("<th scope=\"col\" class=\"number\">")
                    .append(kind.code())
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        tally.codes().forEach((code, counts) -> {
            html.append("<tr><th scope=\"row\"><code>").append(Html.text(code)).append("</code></th>");
            for (AdviceChange.Kind kind : AdviceChange.Kind.values()) {
                html.append("<td class=\"number\">")
                        .append(Counted.number(counts.getOrDefault(kind, 0L)))
                        .append("</td>");
            }
            html.append("</tr>\n");
        });
        html.append("</tbody>\n</table>\n");
        tally.moves().forEach((move, count) -> html.append("<p>")
                .append(Counted.of(count, "customer"))
                .append(": ")
                .append(readiness(move.before(), move.after()))
                .append("</p>\n"));
        html.append("</div>\n");
    }
}
