package org.migrationadvisor.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.migrationadvisor.rulebook.folder.RulesFolder;

/**
 * The yardstick for a whole run: reads the list of {@link ListGenerator}, applies {@link HandWrittenRules} and writes
 * the bytes that the advisor writes, with nothing that this list does not need: no other format, no broken row.
 */
public final class HandWritten {
    private static final int CUSTOMERS_PER_BLOCK = 512;

    private final HandWrittenMessages messages;
    private final Map<String, String[]> products = new HashMap<>();
    private final String fingerprint;

    private HandWritten(Path rules) throws IOException {
        RulesFolder folder = RulesFolder.read(rules);
        fingerprint = folder.fingerprint();
        messages = new HandWrittenMessages(folder, fingerprint);
        try (CsvReader<NamedCsvRecord> table = CsvReader.builder().ofNamedCsvRecord(rules.resolve("offers.csv"))) {
            table.forEach(row -> {
                String[] product = {row.getField("sku_id"), row.getField("part_number"), row.getField("name")};
                products.put(product[0].toLowerCase(Locale.ROOT), product);
                products.put(product[1].toLowerCase(Locale.ROOT), product);
            });
        }
    }

    /** Arguments: list, output file, rules folder, threads. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        HandWritten program = new HandWritten(Path.of(arguments[2]));
        TreeMap<String, List<String>> customers = read(Path.of(arguments[0]));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])), 1 << 16)) {
            out.write(HandWrittenMessages.HEADER.getBytes(StandardCharsets.UTF_8));
            program.write(customers, Integer.parseInt(arguments[3]), out);
        }
    }

    /** Rows stay whole until their customer's turn: a million rows of twenty cells keep the garbage collector busy. */
    private static TreeMap<String, List<String>> read(Path list) throws IOException {
        TreeMap<String, List<String>> customers = new TreeMap<>();
        byte[] buffer = new byte[1 << 16];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean header = true;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(list))) {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                int start = 0;
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n') {
                        line.write(buffer, start, i - start);
                        if (!header) {
                            String row = line.toString(StandardCharsets.UTF_8);
                            customers
                                    .computeIfAbsent(row.substring(0, row.indexOf(',')), id -> new ArrayList<>(4))
                                    .add(row);
                        }
                        header = false;
                        line.reset();
                        start = i + 1;
                    }
                }
                line.write(buffer, start, count - start);
            }
        }
        return customers;
    }

    private static String[] cells(String line) {
        String[] cells = new String[20];
        int start = 0;
        for (int i = 0; i < 20; i++) {
            int end = line.indexOf(',', start);
            end = end < 0 ? line.length() : end;
            cells[i] = start == end ? null : line.substring(start, end);
            start = end + 1;
        }
        return cells;
    }

    private void write(TreeMap<String, List<String>> customers, int threads, OutputStream out)
            throws IOException, InterruptedException, ExecutionException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            write(customers, threads, workers, out);
        } finally {
            workers.shutdownNow();
        }
    }

    private void write(TreeMap<String, List<String>> customers, int threads, ExecutorService workers, OutputStream out)
            throws IOException, InterruptedException, ExecutionException {
        Deque<Future<byte[]>> ahead = new ArrayDeque<>();
        List<List<String>> block = new ArrayList<>();
        for (List<String> rows : customers.values()) {
            block.add(rows);
            if (block.size() == CUSTOMERS_PER_BLOCK) {
                List<List<String>> full = block;
                ahead.add(workers.submit(() -> advise(full)));
                block = new ArrayList<>();
                if (ahead.size() > threads * 4) {
                    out.write(ahead.remove().get());
                }
            }
        }
        List<List<String>> last = block;
        ahead.add(workers.submit(() -> advise(last)));
        for (Future<byte[]> text : ahead) {
            out.write(text.get());
        }
    }

    private byte[] advise(List<List<String>> customers) {
        StringBuilder out = new StringBuilder(1 << 16);
        for (List<String> lines : customers) {
            List<String[]> rows = lines.stream().map(HandWritten::cells).toList();
            messages.append(HandWrittenRules.apply(facts(rows)), rows.get(0)[0], rows.get(0)[1], out);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<Object> facts(List<String[]> rows) {
        int moving = 0;
        for (String[] row : rows) {
            moving += "csp".equals(row[6]) ? 0 : 1;
        }
        String[] first = rows.get(0);
        HandWrittenFact.Customer customer = new HandWrittenFact.Customer(orUnknown(first[3]), rows.size(), moving);
        List<Object> facts = new ArrayList<>(rows.size() + 1);
        facts.add(customer);
        rows.forEach(row -> facts.add(subscription(customer, row)));
        return facts;
    }

    private HandWrittenFact subscription(HandWrittenFact.Customer customer, String[] row) {
        String[] offer = row[7] == null ? null : products.get(row[7].toLowerCase(Locale.ROOT));
        String[] target = row[17] == null ? null : products.get(row[17].toLowerCase(Locale.ROOT));
        Integer seats = number(row[8]);
        LocalDate end = date(row[11]);
        return new HandWrittenFact(
                customer,
                row[5],
                orUnknown(row[6]),
                row[7],
                offer == null ? row[7] : offer[2],
                match(row[7], offer),
                row[17] == null ? offer == null ? row[7] : offer[2] : target == null ? row[17] : target[2],
                match(row[17], target),
                compared(row, offer, target),
                seats,
                number(row[9]),
                row[18] == null ? seats : number(row[18]),
                orUnknown(row[10]),
                end,
                end == null ? null : (Integer) (int) (end.toEpochDay() - ListGenerator.AS_OF.toEpochDay()),
                orUnknown(row[12]),
                orUnknown(row[13]),
                orUnknown(row[14]),
                row[15] == null ? null : HandWrittenMessages.price(row[15]),
                row[16],
                date(row[19]));
    }

    private static String match(String given, String[] product) {
        return given == null ? "not-given" : product == null ? "not-found" : "found";
    }

    private static String compared(String[] row, String[] offer, String[] target) {
        if (row[17] == null) {
            return row[7] == null ? "unclear" : "same";
        }
        if (offer != null && target != null) {
            return offer[0].equals(target[0]) ? "same" : "different";
        }
        return row[17].equalsIgnoreCase(row[7]) ? "same" : "unclear";
    }

    private static String orUnknown(String text) {
        return text == null ? "unknown" : text;
    }

    private static Integer number(String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    private static LocalDate date(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
