package org.rongyi.platform.access.client;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.RateLimits;
import org.rongyi.platform.access.RequestActor;
import org.rongyi.platform.access.TooMany;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Policy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.databind.json.JsonMapper;

/**
 * 接口的门: who comes with a signature is known by it, counted, and written down; a wrong one is told no more than that it is
 * wrong. It stands before every other guard of these doors.
 */
class ClientDoor implements HandlerInterceptor {

    static final String WINDOW = "access.client.window";

    private static final String INPUT = "Signature-Input";
    private static final String SIGNATURE = "Signature";
    private static final Actor VISITOR = new Actor.Visitor();

    private final Clients clients;
    private final RateLimits limits;
    private final Policy policy;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;

    ClientDoor(
            Clients clients,
            RateLimits limits,
            Policy policy,
            Transactions transactions,
            AuditTrail audit,
            JsonMapper json,
            Clock clock) {
        this.clients = clients;
        this.limits = limits;
        this.policy = policy;
        this.transactions = transactions;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** RFC 9457. */
    private record Problem(String type, String title, int status, String detail) {}

    /** Why nobody is let in, in words for whoever writes the other program. */
    private record Refusal(
            HttpStatus status, String outcome, String title, String detail, RateLimits.@Nullable Refusal often) {

        Refusal(HttpStatus status, String outcome, String title, String detail) {
            this(status, outcome, title, detail, null);
        }

        /** Of those that come too often the first leaves a trace, the flood behind it does not. */
        boolean isWorthATrace() {
            return often == null || often.first();
        }
    }

    private sealed interface Known {
        record Let(Actor.Client client) implements Known {}

        record Refused(Actor actor, @Nullable UUID client, Refusal why) implements Known {}
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        var allow = method.getMethodAnnotation(Allow.class);
        if (request.getHeader(INPUT) == null && request.getHeader(SIGNATURE) == null) {
            if (allow != null
                    && !allow.everyone()
                    && allow.client().length > 0
                    && RequestActor.of(request) instanceof Actor.Visitor) {
                var why = new Refusal(HttpStatus.UNAUTHORIZED, "BadSignature", "要签名", "这个接口只供批准的接口用户，请按接口说明签名");
                return refuse(response, why);
            }
            return true;
        }
        switch (recognise(request)) {
            case Known.Let(var client) -> {
                if (allow == null || !Permission.permits(allow, client)) {
                    var why = new Refusal(HttpStatus.FORBIDDEN, "ScopeMissing", "没有授权", "这个密钥没有被授权使用这个接口");
                    note(client, client.client(), request, why.outcome(), false);
                    return refuse(response, why);
                }
                RequestActor.set(request, client);
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                return true;
            }
            case Known.Refused(var actor, var client, var why) -> {
                if (why.isWorthATrace()) {
                    note(actor, client, request, why.outcome(), false);
                }
                return refuse(response, why);
            }
        }
    }

    /** Each call that was let in is in the trail, with how it ended. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        if (RequestActor.of(request) instanceof Actor.Client client) {
            boolean answered = failed == null && response.getStatus() < HttpStatus.BAD_REQUEST.value();
            note(client, client.client(), request, answered ? "Answered" : "NotAnswered", answered);
        }
    }

    private Known recognise(HttpServletRequest request) {
        var address = String.valueOf(request.getRemoteAddr());
        var often = limits.take(RateLimits.Kind.SIGN_IN, address);
        if (often.isPresent()) {
            return new Known.Refused(VISITOR, null, tooOften("从这个网络地址来的错误签名太多", often.get()));
        }
        var signature = one(request, INPUT)
                .flatMap(input -> one(request, SIGNATURE).flatMap(value -> Signature.parse(input, value)));
        if (signature.isEmpty()) {
            return refused(null, "签名的两个请求头写得不对，请对照接口说明");
        }
        var drift = Math.abs(clock.instant().getEpochSecond() - signature.get().created());
        int window = policy.number(WINDOW, LocalDate.now(clock));
        if (drift > window) {
            return refused(
                    null,
                    "签名的时间与服务器相差超过 " + window + " 秒，服务器现在是 "
                            + Instant.ofEpochSecond(clock.instant().getEpochSecond()));
        }
        var keyed = transactions.read(
                VISITOR, () -> clients.findByKey(signature.get().keyId()));
        var secret = keyed.map(Clients.Keyed::secret).orElseGet(() -> new byte[1]);
        var query = request.getQueryString() == null ? "" : request.getQueryString();
        boolean right = signature.get().isOf(secret, request.getMethod(), request.getRequestURI(), query);
        if (keyed.isEmpty() || !right) {
            return refused(keyed.map(found -> found.client().id()).orElse(null), "密钥编号或签名不对");
        }
        limits.giveBack(RateLimits.Kind.SIGN_IN, address);
        return admit(keyed.get().client(), signature.get());
    }

    /** Once for each signature, and as often as was agreed. */
    private Known admit(Clients.Client client, Signature signature) {
        var actor = client.actor();
        if (!transactions.write(VISITOR, () -> clients.isFresh(client.id(), signature.nonce()))) {
            return new Known.Refused(
                    actor,
                    client.id(),
                    new Refusal(HttpStatus.UNAUTHORIZED, "Replayed", "请求重复", "这个随机数（nonce）用过了，每次请求请换一个"));
        }
        var whose = client.id().toString();
        var often = limits.take(
                        "CLIENT_MINUTE",
                        whose,
                        Duration.ofMinutes(1),
                        client.terms().perMinute())
                .or(() -> limits.take(
                        "CLIENT_DAY", whose, Duration.ofDays(1), client.terms().perDay()));
        if (often.isPresent()) {
            return new Known.Refused(actor, client.id(), tooOften("超过了约定的次数", often.get()));
        }
        transactions.write(VISITOR, () -> {
            clients.used(client.id());
            return true;
        });
        return new Known.Let(actor);
    }

    private static Known.Refused refused(@Nullable UUID client, String detail) {
        return new Known.Refused(VISITOR, client, new Refusal(HttpStatus.UNAUTHORIZED, "BadSignature", "签名不对", detail));
    }

    private static Refusal tooOften(String what, RateLimits.Refusal often) {
        var wait = what + "，请过 " + TooMany.seconds(often.pause()) + " 秒再来";
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, "TooMany", "太频繁", wait, often);
    }

    /** A header that came once. */
    private static Optional<String> one(HttpServletRequest request, String name) {
        var values = java.util.Collections.list(request.getHeaders(name));
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private void note(Actor actor, @Nullable UUID client, HttpServletRequest request, String outcome, boolean done) {
        var what = request.getMethod() + " " + request.getRequestURI();
        transactions.write(actor, () -> {
            audit.record(
                    actor, new AuditTrail.Entry("CallInterface", client, outcome, done, new Detail(what, List.of())));
            return true;
        });
    }

    private boolean refuse(HttpServletResponse response, Refusal why) throws IOException {
        response.setStatus(why.status().value());
        if (why.often() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(TooMany.seconds(why.often().pause())));
        }
        if (why.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader("Accept-Signature", "sig1=(\"@method\" \"@path\" \"@query\");created;nonce;keyid;alg");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(json.writeValueAsString(
                        new Problem("about:blank", why.title(), why.status().value(), why.detail())));
        return false;
    }
}
