package org.rongyi.career.campaign;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** 密码杂凑算法 SM3 (GB/T 32905) of what people can read, so that anybody reckons it again with one command. */
public final class Sm3 {

    private Sm3() {}

    /** Of the text in UTF-8, in hex. */
    public static String hex(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }
}
