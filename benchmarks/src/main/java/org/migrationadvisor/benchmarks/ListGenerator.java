package org.migrationadvisor.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Writes customer lists of any size: the same rows for the same seed, with every value that decides advice and with
 * unknown ones, three rows for a customer on average. Rows of one customer stand together, or all rows are shuffled;
 * either way it is the same list.
 */
public final class ListGenerator {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    private static final String HEADER = "customer_id,customer_name,country,relationship,agreement_accepted,"
            + "subscription_id,program,offer_id,seats,assigned_seats,status,end_date,term,billing_cycle,auto_renew,"
            + "unit_price,currency,target_offer_id,target_seats,target_provisioned_on\n";
    private static final String[] RELATIONSHIPS = {"none", "invited", "accepted", "accepted", "accepted", "unknown"};
    private static final String[] PROGRAMS = {"web-direct", "ea", "open", "other-csp", "csp-legacy", "csp", "unknown"};
    private static final String[] OFFERS = {"SPE_E3", "SPB", "ENTERPRISEPACK", "SPE_E5", "CONTOSO-1", ""};
    private static final String[] STATUSES = {"active", "active", "active", "trial", "suspended", "expired", "unknown"};
    private static final String[] ANSWERS = {"yes", "no", "unknown"};
    private static final String[] COUNTRIES = {"DE", "AT", "CH", "FR", ""};

    /** In five customers that follow each other: the number of rows before each. */
    private static final int[] ROWS_BEFORE = {0, 1, 3, 6, 10};

    private static final int ROWS_OF_FIVE = 15;

    private final long seed;

    ListGenerator(long seed) {
        this.seed = seed;
    }

    /** Arguments: number of rows, {@code sorted} or {@code shuffled}, seed, file. */
    public static void main(String[] arguments) throws IOException {
        long rows = Long.parseLong(arguments[0]);
        boolean shuffled = arguments[1].equals("shuffled");
        new ListGenerator(Long.parseLong(arguments[2])).write(rows, shuffled, Path.of(arguments[3]));
    }

    void write(long rows, boolean shuffled, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            StringBuilder row = new StringBuilder(256);
            long stride = stride(rows);
            for (long i = 0; i < rows; i++) {
                row.setLength(0);
                append(shuffled ? shuffled(i, rows, stride) : i, row);
                out.append(row);
            }
        }
    }

    /** Which row is the i-th in shuffled order: a permutation, since the stride and the number share no divisor. */
    private static long shuffled(long i, long rows, long stride) {
        return i * stride % rows;
    }

    private static long stride(long rows) {
        long stride = (long) (rows * 0.6180339887498949) | 1;
        while (divisor(stride, rows) != 1) {
            stride += 2;
        }
        return stride;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    private void append(long row, StringBuilder out) {
        int inFive = (int) (row % ROWS_OF_FIVE);
        int customerInFive = 4;
        while (ROWS_BEFORE[customerInFive] > inFive) {
            customerInFive--;
        }
        long customer = row / ROWS_OF_FIVE * 5 + customerInFive;
        int subscription = inFive - ROWS_BEFORE[customerInFive];
        String id = Long.toString(customer + 1_000_000_000L).substring(1);
        SplittableRandom ofCustomer = new SplittableRandom(seed * 31 + customer);
        out.append("tenant-").append(id).append(",Customer ").append(customer).append(',');
        cell(out, any(COUNTRIES, ofCustomer));
        cell(out, any(RELATIONSHIPS, ofCustomer));
        cell(out, any(ANSWERS, ofCustomer));
        SplittableRandom random = new SplittableRandom(~seed * 31 + row);
        cell(out, "sub-" + subscription);
        cell(out, any(PROGRAMS, random));
        cell(out, any(OFFERS, random));
        int seats = random.nextInt(1, 400);
        cell(out, maybe(seats, random));
        cell(out, maybe(random.nextInt(seats + 1), random));
        cell(out, any(STATUSES, random));
        cell(out, maybe(AS_OF.plusDays(random.nextInt(-20, 180)), random));
        cell(out, random.nextBoolean() ? "P1Y" : "P1M");
        cell(out, random.nextBoolean() ? "annual" : "monthly");
        cell(out, any(ANSWERS, random));
        boolean priced = random.nextInt(6) > 0;
        cell(out, priced ? random.nextInt(1, 60) + "." + random.nextInt(10, 100) : "");
        cell(out, priced ? "EUR" : "");
        cell(out, random.nextInt(4) == 0 ? any(OFFERS, random) : "");
        cell(out, random.nextInt(5) == 0 ? Integer.toString(random.nextInt(1, 400)) : "");
        out.append(
                        random.nextInt(4) == 0
                                ? AS_OF.plusDays(random.nextInt(-40, 60)).toString()
                                : "")
                .append('\n');
    }

    private static void cell(StringBuilder out, String text) {
        out.append(text).append(',');
    }

    private static String maybe(Object value, SplittableRandom random) {
        return random.nextInt(8) == 0 ? "" : value.toString();
    }

    private static String any(String[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }
}
