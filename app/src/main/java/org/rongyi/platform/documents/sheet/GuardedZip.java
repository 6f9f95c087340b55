package org.rongyi.platform.documents.sheet;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip file from a stranger: bounded in its directory, in what each entry unpacks to, and in the ratio of both. */
final class GuardedZip implements Closeable {

    private static final int MAX_ENTRIES = 10_000;
    private static final long MAX_DIRECTORY_BYTES = 4L << 20;
    private static final long MAX_ENTRY_BYTES = 8L << 30;
    /** Below this size nothing is suspicious; above it real sheets shrink to a twentieth at best. */
    private static final long FREE_BYTES = 32L << 20;

    private static final int MAX_RATIO = 150;
    private static final int MAX_TOKEN_BYTES = 8 << 20;

    private static final int END_RECORD = 0x06054B50;
    private static final int END_RECORD_BYTES = 22;

    private final ZipFile zip;

    private GuardedZip(ZipFile zip) {
        this.zip = zip;
    }

    static GuardedZip open(Path file) throws IOException {
        checkDirectory(file);
        try {
            return new GuardedZip(new ZipFile(file.toFile()));
        } catch (ZipException e) {
            throw Unreadable.broken(e);
        }
    }

    /** ZipFile keeps the whole directory in memory: its size is read first. */
    private static void checkDirectory(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            int length = (int) Math.min(channel.size(), 0xFFFF + END_RECORD_BYTES);
            var tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(channel.size() - length);
            while (tail.hasRemaining() && channel.read(tail) >= 0) {}
            for (int at = length - END_RECORD_BYTES; at >= 0; at--) {
                if (tail.getInt(at) == END_RECORD) {
                    int entries = Short.toUnsignedInt(tail.getShort(at + 10));
                    long bytes = Integer.toUnsignedLong(tail.getInt(at + 12));
                    if (entries > MAX_ENTRIES || bytes > MAX_DIRECTORY_BYTES) {
                        throw bomb();
                    }
                    return;
                }
            }
            throw Unreadable.broken(new ZipException("no end of directory"));
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    Optional<Entry> find(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Entry(zip.getInputStream(entry), entry.getCompressedSize()));
        } catch (ZipException e) {
            throw Unreadable.broken(e);
        }
    }

    Entry get(String name) throws IOException {
        return find(name).orElseThrow(() -> Unreadable.broken(new ZipException("no entry " + name)));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Unreadable bomb() {
        return new Unreadable("文件解压后大得不正常，已拒绝读取");
    }

    /** One entry, counted while it unpacks. */
    static final class Entry extends FilterInputStream {

        private final long packed;
        private long unpacked;
        private long sinceToken;

        private Entry(InputStream in, long packed) {
            super(in);
            this.packed = packed;
        }

        /** A piece of the content was understood; no single one may be endless. */
        void token() {
            sinceToken = 0;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count;
            try {
                count = super.read(target, offset, length);
            } catch (ZipException | EOFException e) {
                throw Unreadable.broken(e);
            }
            if (count > 0) {
                unpacked += count;
                sinceToken += count;
                if (unpacked > MAX_ENTRY_BYTES || (unpacked > FREE_BYTES && unpacked / MAX_RATIO > packed)) {
                    throw bomb();
                }
                if (sinceToken > MAX_TOKEN_BYTES) {
                    throw new Unreadable("文件里有一项内容长得不正常，已拒绝读取");
                }
            }
            return count;
        }
    }
}
