package org.rongyi.platform.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Sealed files as they lie on the disk, for who copies them whole: nothing is opened, no key is needed. */
public final class FileCopies {

    /** Held by a session for as long as it copies: nothing is swept meanwhile, by no process on the database. */
    public static final String SHARED_LOCK = "select pg_advisory_lock_shared(20217, 1)";

    /** What the database says there is, in the order of names. */
    public static final String NAMED = "select id from documents.file order by id";

    private final FileShelf shelf;

    public FileCopies(Path files) {
        this.shelf = new FileShelf(files);
    }

    /** The sealed bytes, whose number the channel tells; empty when the file is not there. */
    public Optional<FileChannel> open(FileId id) throws IOException {
        return shelf.open(id);
    }

    /** Puts the sealed bytes in their place, whole and on the disk, or not at all. */
    public void put(FileId id, InputStream content) throws IOException {
        shelf.write(id, channel -> content.transferTo(Channels.newOutputStream(channel)));
    }
}
