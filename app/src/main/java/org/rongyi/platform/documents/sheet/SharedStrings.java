package org.rongyi.platform.documents.sheet;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * The texts of a workbook, which cells name by number. They come before the cells and may be as many, so they are laid
 * on disk: one file of texts, one of the offsets where each ends, both mapped and left to the page cache. The files
 * are unlinked as soon as they are open, so that no text outlives the process.
 */
final class SharedStrings implements Closeable {

    static final SharedStrings NONE = new SharedStrings(Arena.ofAuto(), MemorySegment.NULL, MemorySegment.NULL, 0);

    private static final ValueLayout.OfLong OFFSET = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int BUFFER = 1 << 16;

    private final Arena arena;
    private final MemorySegment texts;
    private final MemorySegment ends;
    private final long count;

    private SharedStrings(Arena arena, MemorySegment texts, MemorySegment ends, long count) {
        this.arena = arena;
        this.texts = texts;
        this.ends = ends;
        this.count = count;
    }

    /** Reads the part to its end and spills it beside the upload. */
    static SharedStrings spill(GuardedZip.Entry entry, Path upload) throws IOException {
        try (var part = new XmlPart(entry);
                var textFile = unlinked(upload);
                var endFile = unlinked(upload)) {
            long end = 0;
            long count = 0;
            try (var texts = new BufferedOutputStream(Channels.newOutputStream(textFile), BUFFER);
                    var ends =
                            new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(endFile), BUFFER))) {
                while (part.find("si")) {
                    var bytes = part.richText().getBytes(StandardCharsets.UTF_8);
                    texts.write(bytes);
                    end += bytes.length;
                    ends.writeLong(end);
                    count++;
                }
                texts.flush();
                ends.flush();
                return map(textFile, endFile, end, count);
            }
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // the arena is closed with the strings it holds
    private static SharedStrings map(FileChannel texts, FileChannel ends, long bytes, long count) throws IOException {
        if (count == 0) {
            return NONE;
        }
        var arena = Arena.ofConfined();
        try {
            var textMap = bytes == 0 ? MemorySegment.NULL : texts.map(FileChannel.MapMode.READ_ONLY, 0, bytes, arena);
            var endMap = ends.map(FileChannel.MapMode.READ_ONLY, 0, count * Long.BYTES, arena);
            return new SharedStrings(arena, textMap, endMap, count);
        } catch (IOException e) {
            arena.close();
            throw e;
        }
    }

    private static FileChannel unlinked(Path upload) throws IOException {
        return FileChannel.open(
                upload.resolveSibling(".texts-" + UUID.randomUUID()),
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    String get(int number) {
        if (number < 0 || number >= count) {
            throw Unreadable.broken(new IndexOutOfBoundsException(number));
        }
        long start = number == 0 ? 0 : ends.get(OFFSET, (number - 1L) * Long.BYTES);
        long end = ends.get(OFFSET, (long) number * Long.BYTES);
        return new String(texts.asSlice(start, end - start).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (this != NONE) {
            arena.close();
        }
    }
}
