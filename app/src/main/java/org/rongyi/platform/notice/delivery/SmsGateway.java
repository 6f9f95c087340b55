package org.rongyi.platform.notice.delivery;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.rongyi.platform.notice.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * 短信: an SMS gateway by HTTP. {@code POST} of {@code {"id","client","phone","text","at"}}, signed with HMAC-SM3 over the body
 * in {@code X-Signature}, and the id again as {@code Idempotency-Key}: a second try is no second SMS. Taken is what answers 2xx
 * and repeats the id.
 */
final class SmsGateway implements Peer {

    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final Settings.Sms sms;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    SmsGateway(Settings.Sms sms, Clock clock) {
        this.sms = sms;
        this.clock = clock;
    }

    @Override
    public Line open() {
        return new Caller(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(sms.timeout())
                .build());
    }

    private final class Caller implements Line {

        private final HttpClient client;

        Caller(HttpClient client) {
            this.client = client;
        }

        @Override
        public Result send(Parcel parcel) {
            var answer = client.sendAsync(request(parcel), HttpResponse.BodyHandlers.ofString());
            try {
                // of the whole exchange: a body that never ends is a gateway that does not answer
                return result(parcel, answer.get(sms.timeout().toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                answer.cancel(true);
                return new Result.Gone("短信网关在 " + sms.timeout().toSeconds() + " 秒内没有答复");
            } catch (ExecutionException e) {
                var cause = e.getCause() == null ? e : e.getCause();
                return new Result.Gone("连不上短信网关：" + cause.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Result.Gone("程序正在停止");
            }
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    private HttpRequest request(Parcel parcel) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("id", parcel.id().toString());
        fields.put("client", sms.client());
        fields.put("phone", parcel.address());
        fields.put("text", parcel.text());
        fields.put("at", OffsetDateTime.now(clock).toString());
        var body = json.writeValueAsBytes(fields);
        return HttpRequest.newBuilder(sms.url())
                .timeout(sms.timeout())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", parcel.id().toString())
                .header("X-Client", sms.client())
                .header("X-Signature", signature(sms.key(), body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** 64 hex digits. */
    static String signature(byte[] key, byte[] body) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(body, 0, body.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }

    private Result result(Parcel parcel, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= OK && status < REDIRECT) {
            return isAbout(parcel, answer.body()) ? new Result.Accepted() : new Result.Failed("短信网关的答复里没有这一条的编号");
        }
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> new Result.Gone("短信网关不认我们的签名（" + status + "）");
            case REQUEST_TIMEOUT, TOO_MANY -> new Result.Gone("短信网关请我们稍后再试（" + status + "）");
            default ->
                status >= SERVER_ERROR || status < BAD_REQUEST
                        ? new Result.Failed("短信网关出错（" + status + "）")
                        : new Result.Refused("短信网关不收这一条（" + status + "）");
        };
    }

    private boolean isAbout(Parcel parcel, String body) {
        try {
            return json.readValue(body, Map.class).get("id") instanceof String id
                    && id.equals(parcel.id().toString());
        } catch (JacksonException e) {
            return false;
        }
    }
}
