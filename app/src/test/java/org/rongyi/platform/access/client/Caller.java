package org.rongyi.platform.access.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Another system, as its programmers would write it from the page 接口说明: it knows nothing of our code. */
final class Caller {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String keyId;
    private final String key;

    Caller(int port, String keyId, String key) {
        this.address = "http://127.0.0.1:" + port;
        this.keyId = keyId;
        this.key = key;
    }

    /** What a signature is made over and how; each part may be a lie. */
    record Said(String method, String path, String query, long created, String nonce, String alg) {

        Said withNonce(String other) {
            return new Said(method, path, query, created, other, alg);
        }

        Said withPath(String other) {
            return new Said(method, other, query, created, nonce, alg);
        }

        Said withQuery(String other) {
            return new Said(method, path, other, created, nonce, alg);
        }

        Said withMethod(String other) {
            return new Said(other, path, query, created, nonce, alg);
        }

        Said at(long seconds) {
            return new Said(method, path, query, seconds, nonce, alg);
        }

        Said by(String other) {
            return new Said(method, path, query, created, nonce, other);
        }
    }

    static Said get(String target, long now) {
        int mark = target.indexOf('?');
        var path = mark < 0 ? target : target.substring(0, mark);
        var query = mark < 0 ? "" : target.substring(mark + 1);
        return new Said("GET", path, query, now, UUID.randomUUID().toString(), "hmac-sm3");
    }

    String params(Said said) {
        return "(\"@method\" \"@path\" \"@query\");created=" + said.created() + ";nonce=\"" + said.nonce()
                + "\";keyid=\"" + keyId + "\";alg=\"" + said.alg() + "\"";
    }

    String sign(Said said) {
        var base = "\"@method\": " + said.method() + "\n\"@path\": " + said.path() + "\n\"@query\": ?" + said.query()
                + "\n\"@signature-params\": " + params(said);
        return Base64.getEncoder().encodeToString(mac(said.alg(), base));
    }

    /** Asks for the target with a signature over what is said. */
    HttpResponse<String> ask(String target, Said said) {
        return send(target, "sig1=" + params(said), "sig1=:" + sign(said) + ":");
    }

    HttpResponse<String> send(String target, String input, String signature) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + target))
                    .header("Signature-Input", input)
                    .header("Signature", signature)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private byte[] mac(String alg, String text) {
        var bytes = key.getBytes(StandardCharsets.US_ASCII);
        var base = text.getBytes(StandardCharsets.UTF_8);
        if (alg.equals("hmac-sha256")) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
                return mac.doFinal(base);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(bytes));
        mac.update(base, 0, base.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }
}
