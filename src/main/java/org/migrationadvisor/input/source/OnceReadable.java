package org.migrationadvisor.input.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard input or a pipe, whose bytes come only once and are copied for that. What is no list by its first bytes is
 * refused before the copy, since it may never end.
 */
final class OnceReadable extends InputStream {

    /** Opens what can be opened once. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Opener opener;
    private @Nullable InputStream bytes;

    /** @param opener asked when the first byte is */
    OnceReadable(String name, Opener opener) {
        this.name = name;
        this.opener = opener;
    }

    private InputStream bytes() throws IOException {
        if (bytes == null) {
            InputStream opened = opener.open();
            byte[] head = opened.readNBytes(Content.HEAD);
            ForeignContent.refuseUnlessPacked(name, head);
            bytes = new SequenceInputStream(new ByteArrayInputStream(head), opened);
        }
        return bytes;
    }

    @Override
    public int read() throws IOException {
        return bytes().read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return bytes().read(target, offset, length);
    }
}
