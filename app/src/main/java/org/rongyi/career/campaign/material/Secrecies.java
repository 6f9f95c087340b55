package org.rongyi.career.campaign.material;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 盐和随机数: what is drawn when the list is settled, and lies sealed until its time. */
@Component
public class Secrecies {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String SALT = "select c.salt_sealed from campaign.campaign c where c.id = :id";

    private static final String KEEP_NONCE = "update campaign.candidate set nonce_sealed = :nonce where id = :id";

    private static final String NONCES = """
            select c.id, c.nonce_sealed from campaign.candidate c
            where c.campaign_id = :campaign and c.nonce_sealed is not null
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    Secrecies(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** 32 random bytes in hex. */
    public static String draw() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public byte[] seal(UUID campaign, String salt) {
        return vault.seal(SecrecySeals.SALT, campaign, salt);
    }

    /** The salt of a campaign whose list is settled. */
    public String salt(UUID campaign) {
        var sealed = jdbc.sql(SALT).param("id", campaign).query(byte[].class).single();
        return vault.open(SecrecySeals.SALT, campaign, sealed);
    }

    public void keepNonce(UUID candidate, String nonce) {
        jdbc.sql(KEEP_NONCE)
                .param("nonce", vault.seal(SecrecySeals.NONCE, candidate, nonce))
                .param("id", candidate)
                .update();
    }

    /** For who hands in nothing, by candidate. */
    public Map<UUID, String> nonces(UUID campaign) {
        var nonces = new HashMap<UUID, String>();
        jdbc.sql(NONCES).param("campaign", campaign).query((java.sql.ResultSet row) -> {
            var id = row.getObject("id", UUID.class);
            nonces.put(id, vault.open(SecrecySeals.NONCE, id, row.getBytes("nonce_sealed")));
        });
        return nonces;
    }
}
