package org.migrationadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code explain} says which recommendation decides how far a customer is, and how far it would be without it. */
class ExplainReadinessTest {
    private static final String HEADER =
            "customer_id,relationship,subscription_id,program,offer_id,seats,status,end_date,target_provisioned_on\n";

    @TempDir
    private Path folder;

    private Cli.Outcome explain(String rows, String... more) throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), HEADER + rows);
        String[] args = new String[more.length + 6];
        System.arraycopy(
                new String[] {"explain", list.toString(), "--as-of", "2026-11-20", "--customer", "c1"}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        return Cli.run(args);
    }

    private String why(String rows) throws IOException {
        String text = explain(rows).out();
        return text.substring(text.indexOf('\n') + 1, text.indexOf("\n\n"));
    }

    @Test
    void aBlockerComesBeforeEverythingElse() throws IOException {
        assertThat(why("c1,invited,s1,ea,SPE_E3,25,active,2027-03-30,\n")).isEqualTo("""
                        blocked: AWAIT_RELATIONSHIP_ACCEPTANCE comes before everything else.
                        Without it the customer would be waiting: the next date is that of WAIT_FOR_EXPIRY for s1,
                        2027-02-28.""");
    }

    @Test
    void aQuestionAsksForAFactThatDecides() throws IOException {
        assertThat(why("""
                        c1,accepted,s1,unknown,SPE_E3,25,active,2026-12-30,
                        c1,accepted,s2,ea,SPE_E3,25,active,2026-12-01,
                        """)).isEqualTo("""
                        unknown: CLARIFY_PROGRAM for s1 asks for a fact that decides the advice.
                        Without it the customer would be ready: PROVISION_SUBSCRIPTION for s2 can be done now.""");
    }

    @Test
    void aWarningThatIsNearIsNotHidden() throws IOException {
        assertThat(why("c1,accepted,s1,ea,SPE_E3,25,active,2026-11-25,2026-12-01\n"))
                .isEqualTo("""
                        ready: SERVICE_GAP_RISK for s1 is due by 2026-11-25.
                        Without it the customer would be waiting: the next date is that of LET_EXPIRE for s1, 2026-11-25.""");
    }

    @Test
    void waitingNamesTheNextDate() throws IOException {
        assertThat(why("c1,accepted,s1,ea,SPE_E3,25,active,2027-03-30,\n")).isEqualTo("""
                        waiting: the next date is that of PROVISION_SUBSCRIPTION for s1, 2027-02-28.
                        Without it the customer would be waiting: the next date is that of WAIT_FOR_EXPIRY for s1,
                        2027-02-28.""");
    }

    @Test
    void nothingIsLeftOfWhatIsTheirOwn() throws IOException {
        assertThat(why("c1,accepted,s1,csp,SPE_E3,25,active,2027-03-30,\n"))
                .isEqualTo("done: nothing is left to do or to wait for.");
    }

    @Test
    void programsGetTheSame() throws IOException {
        String blocked = explain("c1,invited,s1,ea,SPE_E3,25,active,2027-03-30,\n", "--format", "json")
                .out();
        String done = explain("c1,accepted,s1,csp,SPE_E3,25,active,2027-03-30,\n", "--format", "json")
                .out();

        assertThat(blocked).contains("""
                  "readiness": {
                    "state": "blocked",
                    "code": "AWAIT_RELATIONSHIP_ACCEPTANCE",
                    "subscriptionId": null,
                    "day": null
                  },
                  "readinessWithout": {
                    "state": "waiting",
                    "code": "WAIT_FOR_EXPIRY",
                    "subscriptionId": "s1",
                    "day": "2027-02-28"
                  },
                """).contains("""
                      "code": "WAIT_FOR_EXPIRY",
                      "subscriptionId": "s1",
                      "actor": "customer",
                      "actFrom": "2027-02-28",
                      "actBy": null,
                """);
        assertThat(done).contains("""
                  "readiness": {
                    "state": "done",
                    "code": null,
                    "subscriptionId": null,
                    "day": null
                  },
                  "readinessWithout": null,
                """);
    }
}
