package org.migrationadvisor.input.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationadvisor.facts.Answer;
import org.migrationadvisor.facts.BillingAccount;
import org.migrationadvisor.facts.EndOfTermAction;
import org.migrationadvisor.facts.FactFields;
import org.migrationadvisor.facts.FactTable;
import org.migrationadvisor.facts.Offer;
import org.migrationadvisor.facts.Subscription;
import org.migrationadvisor.input.row.CustomerRow;
import org.migrationadvisor.input.row.Place;
import org.migrationadvisor.input.row.RowKind;

class RowCodecTest {

    @TempDir
    private Path folder;

    @Test
    void aRowComesBackFromItsBytesAsItWas() throws IOException {
        RowKind kind = RowKind.plain(FactTable.STANDARD.spelledAsKeys(), null);
        CustomerRow.Fact fact = new CustomerRow.Fact(
                FactFields.CUSTOMER_NAME, "Zo\u00eb \ud83d\ude00 \ud800 \uffff", "name", new Place("b.json", 1L << 40));
        Subscription full = Subscription.builder("s")
                .offer(new Offer("id", "name"))
                .seats(Integer.MAX_VALUE)
                .assignedSeats(0)
                .startDate(LocalDate.of(1, 1, 1))
                .endDate(LocalDate.of(9998, 12, 31))
                .unitPrice(new BigDecimal("0.10"))
                .targetOffer(new Offer(null, "x".repeat(100_000)))
                .billingAccount(BillingAccount.MCA)
                .endOfTermAction(EndOfTermAction.EXTEND)
                .purchasedOn(LocalDate.of(2024, 2, 29))
                .paidThrough(LocalDate.of(2026, 11, 30))
                .promotion(Answer.NO)
                .sourcePartner("Fabrikam, Łódź")
                .build();
        List<StoredRow> rows = List.of(
                new StoredRow(
                        7,
                        new CustomerRow(
                                "c",
                                new Place("a.csv", 2),
                                List.of(fact),
                                kind,
                                new CustomerRow.SubscriptionRow("", full),
                                LocalDate.EPOCH)),
                new StoredRow(8, new CustomerRow("d", new Place("a.csv", 3), List.of(), kind, null, null), true));

        RowCodec codec = new RowCodec(FactTable.STANDARD);
        ByteWriter writer = new ByteWriter();
        ByteReader reader = new ByteReader();
        Path file = folder.resolve("rows");
        try (var out = Files.newOutputStream(file)) {
            for (StoredRow row : rows) {
                codec.write(row, writer);
                ByteWriter.number(writer.size(), out);
                writer.moveTo(out);
            }
        }
        List<StoredRow> found = new ArrayList<>();
        try (var in = Files.newInputStream(file)) {
            while (reader.fill(in)) {
                found.add(codec.read(reader));
            }
        }

        assertThat(found).isEqualTo(rows);
    }
}
