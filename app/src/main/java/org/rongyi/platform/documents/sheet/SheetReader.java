package org.rongyi.platform.documents.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads an uploaded spreadsheet row by row in constant memory, whatever its size: Excel (.xlsx) or CSV, told apart by
 * content and never by name. Of a workbook the first visible sheet is read. Empty rows are left out.
 */
public final class SheetReader {

    /** Excel's own limit. */
    public static final int MAX_ROWS = 1_048_576;

    static final int MAX_COLUMNS = 1_000;

    private static final int OLE2_DIRECTORY_BYTES = 4096;

    private SheetReader() {}

    /** Receives the rows. Its exceptions pass through the reader unchanged. */
    public interface RowSink {

        /** Whether this is the header row; rows above it (a title, the unit) are left out. */
        default boolean isHeader(List<String> titles) {
            return true;
        }

        /** The header, once. False ends the reading. */
        boolean header(List<String> titles);

        /** A row below the header that is not empty. False ends the reading. */
        boolean row(Row row);
    }

    /** How a reading ended. */
    public sealed interface Reading {}

    /** @param complete false when the sink ended it */
    public record Read(int rows, boolean complete) implements Reading {}

    /** The file cannot be read, or not on; rows may have been delivered. The reason is for the person. */
    public record Refused(String reason) implements Reading {}

    /** Reads the file; spilled text lies beside it and is gone when this returns, even by a crash. */
    public static Reading read(Path file, RowSink sink) {
        var head = new HeaderSearch(sink);
        try {
            switch (Kind.of(file)) {
                case XLSX -> Xlsx.read(file, head::row);
                case TEXT -> Csv.read(file, head::row);
            }
            head.end();
            return head.isHeaderFound() ? new Read(head.rows(), !head.isStopped()) : new Refused("文件里没有内容");
        } catch (Unreadable e) {
            return new Refused(e.reason());
        } catch (IOException e) {
            throw new UncheckedIOException("上传的文件读取失败", e);
        }
    }

    /** Where the rows of one format go. */
    @FunctionalInterface
    interface Rows {
        boolean accept(Row row);
    }

    private enum Kind {
        XLSX,
        TEXT;

        static Kind of(Path file) throws IOException {
            byte[] start;
            try (var in = Files.newInputStream(file)) {
                start = in.readNBytes(16);
            }
            if (start.length == 0) {
                throw new Unreadable("文件是空的");
            }
            if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
                throw new Unreadable(oleReason(file));
            }
            if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 'P', 'K', 5, 6)) {
                if (start.length > 6 && (start[6] & 1) != 0) {
                    throw new Unreadable("文件加了密码，请去掉密码后再上传");
                }
                return XLSX;
            }
            if (startsWith(start, '%', 'P', 'D', 'F') || startsWith(start, '{', '\\', 'r', 't', 'f')) {
                throw new Unreadable("这不是表格文件，请上传 .xlsx 或 .csv");
            }
            return TEXT;
        }

        /** Excel keeps both its old format and an encrypted new one in an OLE2 container. */
        private static String oleReason(Path file) throws IOException {
            try (var channel = Files.newByteChannel(file)) {
                var header = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
                while (header.hasRemaining() && channel.read(header) >= 0) {}
                int sectorBytes = 1 << Math.clamp(header.getShort(30), 9, 12);
                channel.position(Math.max(0, (header.getInt(48) + 1L) * sectorBytes));
                var directory = ByteBuffer.allocate(OLE2_DIRECTORY_BYTES);
                while (directory.hasRemaining() && channel.read(directory) >= 0) {}
                var names = new String(directory.array(), StandardCharsets.UTF_16LE);
                return names.contains("EncryptedPackage") || names.contains("EncryptionInfo")
                        ? "文件加了密码，请去掉密码后再上传"
                        : "这是旧版 Excel（.xls）文件，请另存为 .xlsx 后再上传";
            }
        }

        private static boolean startsWith(byte[] start, int... magic) {
            for (int i = 0; i < magic.length; i++) {
                if (i >= start.length || (start[i] & 0xFF) != magic[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
