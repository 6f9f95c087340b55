package org.rongyi.platform.access.oidc;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Which provider there is, if any: {@code RONGYI_OIDC_ISSUER}, {@code _CLIENT_ID}, {@code _CLIENT_SECRET}, and if need be
 * {@code _LABEL}, {@code _ASSURANCE_CLAIM}, {@code _ASSURANCE} ({@code L2=2,L3=3}). They are read with each sign-in; without
 * issuer and client there is no button.
 */
@Component
public class OidcSettings {

    private static final String PREFIX = "rongyi.oidc.";

    private final Environment environment;

    OidcSettings(Environment environment) {
        this.environment = environment;
    }

    /**
     * This program as the provider knows it.
     *
     * @param secret empty for a client that has none
     * @param label what people here call the provider
     * @param assuranceClaim which claim of the ID token tells how well the person was identified
     * @param assurance which of its values is which 实名等级, two to five
     */
    public record Client(
            String issuer,
            String id,
            String secret,
            String label,
            String assuranceClaim,
            Map<String, Integer> assurance) {

        /** The 实名等级 the provider's word stands for; none for a word nobody agreed on. */
        public @Nullable Integer level(@Nullable String word) {
            return word == null ? null : assurance.get(word);
        }
    }

    /** Only over https, or on this very machine: a secret goes there. */
    public Optional<Client> find() {
        var issuer = get("issuer", "");
        var id = get("client-id", "");
        if (issuer.isBlank() || id.isBlank() || !isSafe(issuer)) {
            return Optional.empty();
        }
        return Optional.of(new Client(
                issuer,
                id,
                get("client-secret", ""),
                get("label", "统一身份认证"),
                get("assurance-claim", "acr"),
                levels(get("assurance", ""))));
    }

    /** Whether an address of the provider may be spoken to. */
    static boolean isSafe(String address) {
        try {
            var uri = URI.create(address);
            var host = uri.getHost();
            return host != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme())
                                    && (host.equals("127.0.0.1") || host.equals("localhost"))));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, Integer> levels(String text) {
        var levels = new LinkedHashMap<String, Integer>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(pair -> pair.matches("[^=]+=[2-5]"))
                .forEach(pair -> levels.put(
                        pair.substring(0, pair.indexOf('=')), Integer.valueOf(pair.substring(pair.indexOf('=') + 1))));
        return levels;
    }

    private String get(String name, String otherwise) {
        return environment.getProperty(PREFIX + name, otherwise).strip();
    }
}
