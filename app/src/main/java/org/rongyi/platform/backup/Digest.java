package org.rongyi.platform.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SM3 and length of what passes by, on its way out or in. */
final class Digest {

    private final SM3Digest sm3 = new SM3Digest();
    private long bytes;

    static String of(String text) {
        var digest = new Digest();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.add(bytes, 0, bytes.length);
        return digest.hex();
    }

    void add(byte[] from, int offset, int length) {
        sm3.update(from, offset, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** 64 hex digits; begins anew afterwards. */
    String hex() {
        var out = new byte[sm3.getDigestSize()];
        sm3.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }

    /** What is written goes on to the target, which stays open. */
    OutputStream before(OutputStream target) {
        return new FilterOutputStream(target) {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                out.write(from, offset, length);
                add(from, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** What is read from the source is counted. */
    InputStream behind(InputStream source) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                int read = source.read(to, offset, length);
                if (read > 0) {
                    add(to, offset, read);
                }
                return read;
            }
        };
    }
}
