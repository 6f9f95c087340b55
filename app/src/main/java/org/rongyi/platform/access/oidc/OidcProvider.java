package org.rongyi.platform.access.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.oidc.OidcSettings.Client;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The provider over the wire: Authorization Code with PKCE (RFC 7636), state and nonce, and the ID token checked against
 * the provider's own keys (OpenID Connect Core 1.0, 3.1.3.7). Time is the machine's, not the business clock's.
 */
@Component
public class OidcProvider {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final RestClient http;
    private final RestTemplate keys;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    OidcProvider() {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(3))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(Duration.ofSeconds(5));
        this.http = RestClient.builder().requestFactory(requests).build();
        this.keys = new RestTemplate(requests);
    }

    /** Where its doors are, and how its signatures are checked. */
    private record Known(
            URI authorization, URI token, @Nullable URI endSession, JwtDecoder decoder, Instant at) {}

    /**
     * What is sent along and has to come back.
     *
     * @param verifier shown with the code; only its hash goes through the browser
     */
    public record Challenge(String state, String nonce, String verifier) {}

    /**
     * Who somebody is, as the provider says.
     *
     * @param level the 实名等级; none when it says nothing agreed on
     */
    public record Identity(
            String issuer, String subject, @Nullable Integer level) {}

    /**
     * Where to send the browser.
     *
     * @throws ProviderDown when the provider does not answer
     */
    public URI authorization(Client client, Challenge challenge, String returnTo) {
        return UriComponentsBuilder.fromUri(known(client).authorization())
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .queryParam("client_id", encode(client.id()))
                .queryParam("redirect_uri", encode(returnTo))
                .queryParam("state", challenge.state())
                .queryParam("nonce", challenge.nonce())
                .queryParam("code_challenge", sha256(challenge.verifier()))
                .queryParam("code_challenge_method", "S256")
                .build(true)
                .toUri();
    }

    /** Where somebody signs out of the provider too; none where it has no such door. */
    public Optional<URI> endSession(Client client, String returnTo) {
        return Optional.ofNullable(known(client).endSession())
                .map(door -> UriComponentsBuilder.fromUri(door)
                        .queryParam("client_id", encode(client.id()))
                        .queryParam("post_logout_redirect_uri", encode(returnTo))
                        .build(true)
                        .toUri());
    }

    /**
     * Turns the code the browser brought into an identity.
     *
     * @throws ProviderDown when the provider does not answer
     * @throws NotTrusted when the code or the token is not good
     */
    public Identity identify(Client client, String code, Challenge challenge, String returnTo) {
        var provider = known(client);
        var token = token(client, provider, code, challenge, returnTo);
        try {
            return identity(client, provider.decoder().decode(token), challenge);
        } catch (BadJwtException e) {
            throw new NotTrusted("the ID token is not good", e);
        } catch (JwtException e) {
            throw new ProviderDown("the provider's keys cannot be read", e);
        }
    }

    private String token(Client client, Known provider, String code, Challenge challenge, String returnTo) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "authorization_code");
        form.add("code", code);
        form.add("redirect_uri", returnTo);
        form.add("code_verifier", challenge.verifier());
        if (client.secret().isEmpty()) {
            form.add("client_id", client.id());
        }
        try {
            var answer = http.post()
                    .uri(provider.token())
                    .headers(headers -> {
                        if (!client.secret().isEmpty()) {
                            headers.setBasicAuth(encode(client.id()), encode(client.secret()));
                        }
                    })
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(form)
                    .retrieve()
                    .body(JSON);
            if (answer != null && answer.get("id_token") instanceof String token) {
                return token;
            }
        } catch (HttpClientErrorException e) {
            throw new NotTrusted("the code was refused", e);
        } catch (RestClientException e) {
            throw new ProviderDown("no token", e);
        }
        throw new NotTrusted("no ID token came with the code");
    }

    /** Issuer, audience and nonce; signature and time were checked by decoding, with a minute for clocks that differ. */
    private static Identity identity(Client client, Jwt token, Challenge challenge) {
        var issuer = token.getClaimAsString("iss");
        var party = token.getClaimAsString("azp");
        boolean others = token.getAudience() != null && token.getAudience().size() > 1;
        require(client.issuer().equals(issuer), "iss");
        require(token.getAudience() != null && token.getAudience().contains(client.id()), "aud");
        require(party == null ? !others : party.equals(client.id()), "azp");
        require(token.getExpiresAt() != null, "exp");
        require(token.getIssuedAt() != null, "iat");
        require(challenge.nonce().equals(token.getClaimAsString("nonce")), "nonce");
        var subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new NotTrusted("the ID token names nobody");
        }
        var level = client.level(token.getClaimAsString(client.assuranceClaim()));
        return new Identity(client.issuer(), subject, level);
    }

    private static void require(boolean holds, String claim) {
        if (!holds) {
            throw new NotTrusted("the ID token's " + claim + " is not what it has to be");
        }
    }

    private Known known(Client client) {
        var remembered = known.get(client.issuer());
        if (remembered != null
                && remembered
                        .at()
                        .plus(REMEMBERED)
                        .isAfter(InstantSource.system().instant())) {
            return remembered;
        }
        var fresh = discover(client);
        known.put(client.issuer(), fresh);
        return fresh;
    }

    private Known discover(Client client) {
        Map<String, Object> told;
        try {
            told = http.get()
                    .uri(URI.create(client.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration"))
                    .accept(MediaType.APPLICATION_JSON)
                    .retrieve()
                    .body(JSON);
        } catch (RestClientException e) {
            throw new ProviderDown("no description of " + client.issuer(), e);
        }
        if (told == null || !client.issuer().equals(told.get("issuer"))) {
            throw new ProviderDown("it calls itself otherwise than " + client.issuer());
        }
        var end = told.get("end_session_endpoint") == null ? null : door(told, "end_session_endpoint");
        var decoder = NimbusJwtDecoder.withJwkSetUri(door(told, "jwks_uri").toString())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.PS256)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .restOperations(keys)
                .build();
        return new Known(
                door(told, "authorization_endpoint"),
                door(told, "token_endpoint"),
                end,
                decoder,
                InstantSource.system().instant());
    }

    private static URI door(Map<String, Object> told, String name) {
        if (told.get(name) instanceof String address && OidcSettings.isSafe(address)) {
            return URI.create(address);
        }
        throw new ProviderDown("it names no safe " + name);
    }

    private static String sha256(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
