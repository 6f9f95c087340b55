package org.rongyi.career.placement.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** The office's own key, in the hands of somebody who changes what it published. */
final class OfficeKey {

    private static final BigInteger SECRET = new BigInteger("1f2e3d4c5b6a79880123456789abcdef", 16);

    private OfficeKey() {}

    /** The public half, as it is announced. */
    static String announced() {
        var point = GMNamedCurves.getByName("sm2p256v1").getG().multiply(SECRET);
        return "{\"form\":\"rongyi-key/1\",\"key\":\"" + HexFormat.of().formatHex(point.getEncoded(false)) + "\"}";
    }

    /** The signature beside a public file of that head. */
    static String signature(String head) {
        var signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(
                true, new ECPrivateKeyParameters(SECRET, new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"))));
        signer.update(head.getBytes(StandardCharsets.UTF_8), 0, head.length());
        try {
            return "{\"form\":\"rongyi-signature/1\",\"head\":\"" + head + "\",\"signature\":\""
                    + HexFormat.of().formatHex(signer.generateSignature()) + "\"}";
        } catch (CryptoException e) {
            throw new IllegalStateException("a key that cannot sign", e);
        }
    }

    /** A file with a good signature of that head, as the verifier is given it. */
    static Map<String, byte[]> signed(String option, byte[] file, String head) {
        var given = new TreeMap<String, byte[]>();
        given.put(option, file);
        given.put("--signature", signature(head).getBytes(StandardCharsets.UTF_8));
        given.put("--key", announced().getBytes(StandardCharsets.UTF_8));
        return given;
    }
}
