package org.rongyi.verifier;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** SM3 as GB/T 32905 gives it. */
final class Sm3 {

    private static final int BLOCK = 64;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int[] T = new int[64];

    static {
        for (int j = 0; j < T.length; j++) {
            T[j] = turn(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32);
        }
    }

    private final int[] state = {
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
    };
    private final int[] w = new int[68];

    /** What did not fill a block yet. */
    private final byte[] rest = new byte[BLOCK];

    private long length;

    static byte[] digest(byte[] message) {
        var sm3 = new Sm3();
        sm3.take(message, 0, message.length);
        return sm3.digest();
    }

    /** The next bytes of the message. */
    void take(byte[] message, int from, int to) {
        int at = from;
        int held = (int) (length % BLOCK);
        length += to - from;
        if (held > 0) {
            int more = Math.min(BLOCK - held, to - at);
            System.arraycopy(message, at, rest, held, more);
            at += more;
            if (held + more < BLOCK) {
                return;
            }
            compress(rest, 0);
        }
        for (; to - at >= BLOCK; at += BLOCK) {
            compress(message, at);
        }
        System.arraycopy(message, at, rest, 0, to - at);
    }

    /** Of all that was taken; nothing more is taken then. */
    byte[] digest() {
        int held = (int) (length % BLOCK);
        var tail = ByteBuffer.allocate(held + 1 + 8 <= BLOCK ? BLOCK : 2 * BLOCK);
        tail.put(rest, 0, held).put((byte) 0x80);
        tail.putLong(tail.capacity() - 8, 8L * length);
        for (int from = 0; from < tail.capacity(); from += BLOCK) {
            compress(tail.array(), from);
        }
        var out = ByteBuffer.allocate(32);
        for (int word : state) {
            out.putInt(word);
        }
        return out.array();
    }

    /** HMAC with SM3 inside, of a key of at most a block. */
    static byte[] keyed(byte[] key, String text) {
        var message = text.getBytes(StandardCharsets.UTF_8);
        var inner = Arrays.copyOf(pad(key, 0x36), BLOCK + message.length);
        System.arraycopy(message, 0, inner, BLOCK, message.length);
        var outer = Arrays.copyOf(pad(key, 0x5c), BLOCK + 32);
        System.arraycopy(digest(inner), 0, outer, BLOCK, 32);
        return digest(outer);
    }

    private static byte[] pad(byte[] key, int with) {
        var pad = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            pad[i] ^= (byte) with;
        }
        return pad;
    }

    private void compress(byte[] block, int from) {
        for (int j = 0; j < 16; j++) {
            w[j] = (int) WORDS.get(block, from + 4 * j);
        }
        for (int j = 16; j < 68; j++) {
            int x = w[j - 16] ^ w[j - 9] ^ turn(w[j - 3], 15);
            w[j] = x ^ turn(x, 15) ^ turn(x, 23) ^ turn(w[j - 13], 7) ^ w[j - 6];
        }
        int a = state[0], b = state[1], c = state[2], d = state[3];
        int e = state[4], f = state[5], g = state[6], h = state[7];
        for (int j = 0; j < 64; j++) {
            int turned = turn(a, 12);
            int ss1 = turn(turned + e + T[j], 7);
            int tt1 = (j < 16 ? a ^ b ^ c : (a & b) | (c & (a | b))) + d + (ss1 ^ turned) + (w[j] ^ w[j + 4]);
            int tt2 = (j < 16 ? e ^ f ^ g : g ^ (e & (f ^ g))) + h + ss1 + w[j];
            d = c;
            c = turn(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = turn(f, 19);
            f = e;
            e = tt2 ^ turn(tt2, 9) ^ turn(tt2, 17);
        }
        int[] mixed = {a, b, c, d, e, f, g, h};
        for (int j = 0; j < 8; j++) {
            state[j] ^= mixed[j];
        }
    }

    private static int turn(int word, int bits) {
        return Integer.rotateLeft(word, bits);
    }
}
