package org.migrationadvisor.report;

import tools.jackson.core.JsonGenerator;

/** Writes some JSON; its errors are those of Jackson. */
@FunctionalInterface
public interface JsonStep {
    void write(JsonGenerator json);
}
