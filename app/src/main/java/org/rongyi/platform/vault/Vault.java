package org.rongyi.platform.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * Seals values with SM4-GCM and makes blind indexes with SM3-HMAC.
 *
 * <p>A sealed value is {@code version(1) nonce(12) ciphertext tag(16)}. What it belongs to (table, column, row, key
 * version) is authenticated with it, so that a value copied to another row does not open.
 */
public class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Keys keys;

    public Vault(Keys keys) {
        this.keys = keys;
    }

    /** Seals a field of a row. */
    public byte[] seal(SealedField field, UUID row, String clear) {
        return seal(clear.getBytes(StandardCharsets.UTF_8), field.aad(row));
    }

    /** Opens what {@link #seal(SealedField, UUID, String)} sealed for the same field and row. */
    public String open(SealedField field, UUID row, byte[] sealed) {
        return new String(open(sealed, field.aad(row)), StandardCharsets.UTF_8);
    }

    /** The same, of what may have been changed: empty when it does not open here. */
    public Optional<String> tryOpen(SealedField field, UUID row, byte[] sealed) {
        try {
            return Optional.of(open(field, row, sealed));
        } catch (IllegalStateException | BufferUnderflowException | DataLengthException e) {
            return Optional.empty();
        }
    }

    /**
     * 密文的指纹: tells whether a sealed value is still the one that was put there, and stays when it is sealed anew. Equal values
     * of two rows have different ones. 64 hex digits.
     */
    public String print(SealedField field, UUID row, String clear) {
        return fingerprint(field.aad(row), clear.getBytes(StandardCharsets.UTF_8));
    }

    /** Opens what is what its print says; empty when it was exchanged, put back, moved, or never had one. */
    public Optional<String> openPrinted(SealedField field, UUID row, byte[] sealed, @Nullable String print) {
        return tryOpen(field, row, sealed)
                .filter(clear -> print(field, row, clear).equals(print));
    }

    public byte[] seal(byte[] clear, String aad) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var version = keys.current();
        var sealed = run(true, version, nonce, clear, aad);
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put((byte) version)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when the value was changed, belongs elsewhere, or its key is not here */
    public byte[] open(byte[] sealed, String aad) {
        var buffer = ByteBuffer.wrap(sealed);
        int version = buffer.get();
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var body = new byte[buffer.remaining()];
        buffer.get(body);
        return run(false, version, nonce, body, aad);
    }

    /** Whether another key than the one in use sealed the value. */
    public boolean isSealedEarlier(byte[] sealed) {
        return sealed[0] != keys.current();
    }

    /** The same value, sealed with the key in use. */
    public byte[] reseal(byte[] sealed, String aad) {
        return seal(open(sealed, aad), aad);
    }

    /** What a key makes of one fixed text: it tells keys apart and nothing of them. 64 hex digits. */
    static String mark(byte[] key) {
        return mac(key, "vault.mark", new byte[0]);
    }

    /**
     * Blind index of a value under one key: equal values of one kind have equal indexes, and nothing else can be told
     * without the key. Which key is in use {@link BlindIndexes} knows.
     *
     * @return 64 hex digits
     */
    String blindIndex(int version, String kind, String canonical) {
        return mac(keys.indexKey(version), kind, canonical.getBytes(StandardCharsets.UTF_8));
    }

    int firstIndexVersion() {
        return keys.indexVersions().stream()
                .mapToInt(Integer::intValue)
                .min()
                .orElseThrow(() -> new IllegalStateException("no key of the blind index"));
    }

    /** Keyed fingerprint of content: names files and command digests. 64 hex digits. */
    public String fingerprint(String purpose, byte[] content) {
        return mac(keys.fingerprintKey(), purpose, content);
    }

    private static String mac(byte[] key, String kind, byte[] content) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        var label = kind.getBytes(StandardCharsets.UTF_8);
        mac.update(label, 0, label.length);
        mac.update((byte) 0);
        mac.update(content, 0, content.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }

    private byte[] run(boolean sealing, int version, byte[] nonce, byte[] input, String aad) {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        var context = (aad + "|k" + version).getBytes(StandardCharsets.UTF_8);
        cipher.init(sealing, new AEADParameters(new KeyParameter(keys.sealKey(version)), TAG_BITS, nonce, context));
        var out = new byte[cipher.getOutputSize(input.length)];
        int written = cipher.processBytes(input, 0, input.length, out, 0);
        try {
            cipher.doFinal(out, written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("密文校验失败：数据被改动、被移动，或密钥不符（" + aad + "）", e);
        }
        return out;
    }
}
