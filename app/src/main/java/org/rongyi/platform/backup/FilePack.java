package org.rongyi.platform.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.platform.documents.FileCopies;
import org.rongyi.platform.documents.FileId;

/**
 * Many sealed files in one stream: a line {@code id length}, the bytes, and a line with their SM3, so that damage is
 * found in its file. They are read and written piece by piece.
 */
final class FilePack {

    private static final int LONGEST_LINE = 200;

    private FilePack() {}

    /** Writes those that are there; answers the names of those that are not. */
    static List<String> write(List<String> ids, FileCopies files, OutputStream out) throws IOException {
        var missing = new ArrayList<String>();
        for (var id : ids) {
            var found = files.open(new FileId(id));
            if (found.isEmpty()) {
                missing.add(id);
                continue;
            }
            try (var channel = found.get()) {
                long length = channel.size();
                line(out, id + " " + length);
                var digest = new Digest();
                copy(Channels.newInputStream(channel), length, digest.before(out), id);
                line(out, digest.hex());
            }
        }
        return missing;
    }

    /** What becomes of each file that is read. */
    interface Taker {
        void take(FileId id, InputStream content) throws IOException;
    }

    /**
     * Reads to the end.
     *
     * @return how many files
     * @throws Damaged naming the file that is not what was written
     */
    static long read(InputStream source, Taker taker) throws IOException {
        var in = new DataInputStream(source);
        long count = 0;
        for (var head = line(in); !head.isEmpty(); head = line(in)) {
            var words = head.split(" ");
            if (words.length != 2 || !words[0].matches("[0-9a-f]{64}") || !words[1].matches("[0-9]{1,18}")) {
                throw new Damaged("第 " + (count + 1) + " 个文件的名称读不懂");
            }
            var digest = new Digest();
            var file = new Limited(digest.behind(in), Long.parseLong(words[1]), words[0]);
            taker.take(new FileId(words[0]), file);
            file.transferTo(OutputStream.nullOutputStream());
            if (!line(in).equals(digest.hex())) {
                throw new Damaged("文件 " + words[0] + " 与备份时不符");
            }
            count++;
        }
        return count;
    }

    /** Said of a place in a backup. */
    static final class Damaged extends IOException {

        private static final long serialVersionUID = 1L;

        Damaged(String place) {
            super(place);
        }
    }

    private static final class Limited extends InputStream {

        private final InputStream source;
        private final String name;
        private long left;

        Limited(InputStream source, long left, String name) {
            this.source = source;
            this.left = left;
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = source.read(to, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new Damaged("文件 " + name + " 被截断");
            }
            left -= read;
            return read;
        }
    }

    private static void copy(InputStream from, long length, OutputStream to, String name) throws IOException {
        new Limited(from, length, name).transferTo(to);
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty at the end. */
    private static String line(DataInputStream in) throws IOException {
        var text = new StringBuilder();
        try {
            for (int one = in.readUnsignedByte(); one != '\n'; one = in.readUnsignedByte()) {
                if (text.length() == LONGEST_LINE) {
                    throw new Damaged("文件包里有一行读不懂");
                }
                text.append((char) one);
            }
            return text.toString();
        } catch (EOFException e) {
            if (text.isEmpty()) {
                return "";
            }
            throw new Damaged("文件包被截断");
        }
    }
}
