package service;

import java.time.LocalDate;
import java.util.List;
import org.migrationadvisor.MigrationAdvisor;
import org.migrationadvisor.Recommendation;
import org.migrationadvisor.facts.Customer;
import org.migrationadvisor.facts.Relationship;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says over HTTP what to do for a customer, by relationship. */
@SpringBootApplication
public class Service {

    public static void main(String[] args) {
        SpringApplication.run(Service.class, args);
    }

    @Bean
    MigrationAdvisor advisor() {
        return MigrationAdvisor.bundled();
    }

    @RestController
    static class Codes {
        private final MigrationAdvisor advisor;

        Codes(MigrationAdvisor advisor) {
            this.advisor = advisor;
        }

        @GetMapping("/codes")
        List<String> codes(@RequestParam("relationship") Relationship relationship) {
            Customer customer = Customer.builder("c1").relationship(relationship).build();
            return advisor.advise(customer, LocalDate.of(2026, 11, 20)).recommendations().stream()
                    .map(Recommendation::code)
                    .toList();
        }
    }
}
