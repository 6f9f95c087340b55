package org.rongyi.platform.documents.issued;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.rongyi.platform.vault.Signer;
import org.springframework.stereotype.Component;

/** Signs with the SM2 key of this installation. */
@Component
class LocalSeal implements SealService {

    private static final String KIND = "SM2";

    private final Signer signer;

    LocalSeal(Signer signer) {
        this.signer = signer;
    }

    @Override
    public Seal seal(String number, String sha256) {
        var signature = signer.sign(message(number, sha256));
        return new Seal(KIND, signature.key(), HexFormat.of().formatHex(signature.bytes()));
    }

    @Override
    public boolean verifies(String number, String sha256, Seal seal) {
        return seal.kind().equals(KIND)
                && signer.verifies(
                        message(number, sha256),
                        new Signer.Signature(seal.key(), HexFormat.of().parseHex(seal.hex())));
    }

    @Override
    public String inWords(String kind) {
        return kind.equals(KIND) ? "本系统 SM2 数字签名（非法定电子印章）" : "未知的签名种类 " + kind;
    }

    private static byte[] message(String number, String sha256) {
        return ("documents.issued|" + number + "|" + sha256).getBytes(StandardCharsets.UTF_8);
    }
}
