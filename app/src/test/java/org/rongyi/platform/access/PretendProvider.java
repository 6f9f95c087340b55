package org.rongyi.platform.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A provider of OpenID Connect on this machine: real keys, real HTTP, codes that count once, PKCE that is checked. */
public final class PretendProvider implements AutoCloseable {

    public static final String CLIENT = "rongyi";
    public static final String SECRET = "a secret of this test";

    private final HttpServer server;
    private final RSAKey key = key("first");
    private final RSAKey stranger = key("first");
    private final Map<String, Issue> codes = new ConcurrentHashMap<>();
    private volatile boolean down;

    /** What a code stands for. */
    private record Issue(String challenge, String redirect, String token) {}

    /** How the ID token is signed. */
    enum Signature {
        GOOD,
        BY_A_STRANGER,
        NONE
    }

    public PretendProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/province";
    }

    void down(boolean silent) {
        down = silent;
    }

    /** Somebody has signed in there: the path the browser is sent back to. */
    String signIn(URI request, String subject) {
        return signIn(request, subject, Signature.GOOD, claims -> claims);
    }

    String signIn(URI request, String subject, Signature signature, UnaryOperator<JWTClaimsSet.Builder> changed) {
        var asked = query(request.getRawQuery());
        var now = Instant.now();
        var claims = changed.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject(subject)
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("acr", "L4")
                        .claim("nonce", asked.get("nonce")))
                .build();
        var code = UUID.randomUUID().toString();
        codes.put(code, new Issue(asked.get("code_challenge"), asked.get("redirect_uri"), sign(claims, signature)));
        return URI.create(asked.get("redirect_uri")).getPath() + "?state=" + asked.get("state") + "&code=" + code;
    }

    private String sign(JWTClaimsSet claims, Signature signature) {
        try {
            if (signature == Signature.NONE) {
                return new PlainJWT(claims).serialize();
            }
            var with = signature == Signature.GOOD ? key : stranger;
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(with.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (down) {
                send(exchange, 503, "{}");
            } else if (path.endsWith("/openid-configuration")) {
                send(exchange, 200, description());
            } else if (path.endsWith("/keys")) {
                send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
            } else if (path.endsWith("/token")) {
                token(exchange);
            } else {
                send(exchange, 404, "{}");
            }
        }
    }

    private String description() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/logout"}
                """.formatted(issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var issue = codes.remove(form.getOrDefault("code", ""));
        var basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + SECRET.replace(" ", "+")).getBytes(StandardCharsets.UTF_8));
        boolean good = issue != null
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && issue.redirect().equals(form.get("redirect_uri"))
                && issue.challenge().equals(sha256(form.getOrDefault("code_verifier", "")));
        send(
                exchange,
                good ? 200 : 400,
                good ? "{\"id_token\": \"" + issue.token() + "\"}" : "{\"error\": \"invalid_grant\"}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static Map<String, String> query(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
