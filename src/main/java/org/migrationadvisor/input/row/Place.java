package org.migrationadvisor.input.row;

/** A line of a file, counted from 1. */
public record Place(String file, long line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
