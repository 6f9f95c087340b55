package org.rongyi.platform.vault;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * Signs with SM2 (GB/T 32918), SM3 inside, the standard's default user id, {@code r ‖ s} as 64 bytes. Which key signed is
 * told by its id, so that a signature still verifies when another key has taken over.
 */
public final class Signer {

    static final ECDomainParameters CURVE = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

    private final SigningKeys keys;

    public Signer(SigningKeys keys) {
        this.keys = keys;
    }

    /**
     * A signature.
     *
     * @param key the id of the key, 16 hex digits: the beginning of the SM3 of the public key
     */
    public record Signature(String key, byte[] bytes) {}

    /** Signs with the current key. */
    public Signature sign(byte[] message) {
        var now = keys.now();
        var signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(true, new ECPrivateKeyParameters(now.currentPrivate(), CURVE));
        signer.update(message, 0, message.length);
        try {
            return new Signature(now.current(), signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("SM2 签名失败", e);
        }
    }

    /** Whether this installation holds the key, so that its signatures can be judged at all. */
    public boolean knows(String key) {
        return keys.find(key).isPresent();
    }

    /** The id of the key that signs now. */
    public String current() {
        return keys.now().current();
    }

    /** Keys that were replaced, in that order. */
    public List<SigningKeys.Retired> retired() {
        return keys.retired();
    }

    /** Whether the key was replaced before this batch of the trail: what it signs from there on is forged. */
    public boolean isRetiredBefore(String key, long batch) {
        var retired = keys.now().retired().get(key);
        return retired != null && batch > retired.batch();
    }

    /**
     * A fresh key that signs once it takes over; what the earlier ones signed still verifies. Nobody else may sign heads of the trail
     * until then.
     *
     * @param batch the last batch of the trail; 0 for none
     * @param head of that batch, in hex
     */
    public SigningKeys.Renewal renewal(Instant at, long batch, String head) {
        return keys.renewal(at, batch, head);
    }

    /** The public key of now, its uncompressed point in hex. */
    public String publicKey() {
        return publicKey(current()).orElseThrow();
    }

    /** The public key of this id, its uncompressed point in hex; none where it is not known here. */
    public Optional<String> publicKey(String key) {
        return keys.find(key).map(point -> HexFormat.of().formatHex(point.getEncoded(false)));
    }

    /** False also when the key is not known here. */
    public boolean verifies(byte[] message, Signature signature) {
        var found = keys.find(signature.key());
        if (found.isEmpty()) {
            return false;
        }
        var verifier = new SM2Signer(PlainDSAEncoding.INSTANCE);
        verifier.init(false, new ECPublicKeyParameters(found.get(), CURVE));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature.bytes());
    }
}
