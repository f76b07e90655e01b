package org.migrationadvisor.input.row;

import java.io.IOException;
import java.io.Reader;
import org.migrationadvisor.input.source.ListException;

/** Takes one format apart into raw rows, without holding the file in memory. */
public interface ListReader {

    /**
     * Pushes every row of the text to the sink.
     *
     * @param file the name for messages
     * @throws ListException if the file is refused as a whole
     */
    void read(String file, Reader text, RowSink sink) throws IOException;
}
