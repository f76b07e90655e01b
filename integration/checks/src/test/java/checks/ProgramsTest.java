package checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the programs of the folders beside this one, each with what Maven gave it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ProgramsTest {
    private static final Pattern STARTED = Pattern.compile("Tomcat started on port ([0-9]+)");

    @Test
    void aPlainMainGetsWhatAdviceNeedsAndNothingElse() throws Exception {
        assertThat(fileNames(Path.of("../plain/target/libraries")))
                .containsExactly(
                        "drools-base-10.2.0.jar",
                        "drools-canonical-model-10.2.0.jar",
                        "drools-compiler-10.2.0.jar",
                        "drools-core-10.2.0.jar",
                        "drools-kiesession-10.2.0.jar",
                        "drools-model-compiler-10.2.0.jar",
                        "drools-util-10.2.0.jar",
                        "drools-wiring-api-10.2.0.jar",
                        "drools-wiring-static-10.2.0.jar",
                        "fastcsv-4.4.0.jar",
                        "jspecify-1.0.0.jar",
                        "kie-api-10.2.0.jar",
                        "kie-internal-10.2.0.jar",
                        "kie-memory-compiler-10.2.0.jar",
                        "migration-advisor-0.1.0.jar",
                        "slf4j-api-2.0.17.jar",
                        "snakeyaml-engine-3.2.jar");
    }

    @Test
    void aPlainMainIsAdvised() throws Exception {
        String classPath = "../plain/target/plain.jar" + File.pathSeparator + "../plain/target/libraries/*";

        assertThat(run("-cp", classPath, "plain.Main")).contains("REQUEST_RESELLER_RELATIONSHIP");
    }

    @Test
    void aModularProgramWithEverythingOnItsModulePathIsAdvised() throws Exception {
        String modulePath = "../modular/target/modular.jar" + File.pathSeparator + "../modular/target/libraries";

        assertThat(run("-p", modulePath, "--add-modules", "ALL-MODULE-PATH", "-m", "modular/modular.Main"))
                .contains("org.migrationadvisor", "UNKNOWN");
    }

    @Test
    void aSpringBootServiceStartsWithItsOwnLoggingAndAdvises() throws Exception {
        Process service = java("-jar", "../service/target/service.jar", "--server.port=0", "--server.address=127.0.0.1");
        try (BufferedReader log = log(service)) {
            List<String> lines = new ArrayList<>();
            String port = null;
            for (String line = log.readLine(); line != null && port == null; line = log.readLine()) {
                lines.add(line);
                Matcher started = STARTED.matcher(line);
                port = started.find() ? started.group(1) : null;
            }

            assertThat(lines).noneMatch(line -> line.contains("SLF4J"));
            assertThat(port).describedAs(String.join("\n", lines)).isNotNull();
            assertThat(get("http://127.0.0.1:" + port + "/codes?relationship=NONE"))
                    .contains("\"REQUEST_RESELLER_RELATIONSHIP\"");
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private static String get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** The lines that a program prints; it must end well. */
    private static List<String> run(String... arguments) throws IOException, InterruptedException {
        Process program = java(arguments);
        try (BufferedReader log = log(program)) {
            List<String> lines = log.lines().toList();
            assertThat(program.waitFor()).describedAs(String.join("\n", lines)).isZero();
            return lines;
        }
    }

    private static Process java(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static BufferedReader log(Process program) {
        return new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    }

    private static List<String> fileNames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
