package org.migrationadvisor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the program. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"advisor " + number()};
    }

    static String number() {
        Properties properties = new Properties();
        try (InputStream resource = Version.class.getResourceAsStream("/org/migrationadvisor/version.properties")) {
            properties.load(Objects.requireNonNull(resource, "version.properties"));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return properties.getProperty("version");
    }
}
