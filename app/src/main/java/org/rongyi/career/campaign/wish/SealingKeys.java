package org.rongyi.career.campaign.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.sealed.SealingKey;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 封存用的公钥 and who holds its shares. Of the private half nothing is here. */
@Component
public class SealingKeys {

    private static final String CURRENT = """
            select k.id, k.public_key, k.slope, k.made_at, k.made_by
            from campaign.sealing_key k
            where k.campaign_id = :campaign and k.replaced_at is null
            """;

    private static final String TRUSTEES = """
            select t.number, t.name, t.body, t.received_at
            from campaign.trustee t
            where t.key_id = :key
            order by t.number
            """;

    private static final String REPLACE =
            "update campaign.sealing_key set replaced_at = :at where campaign_id = :campaign and replaced_at is null";

    private static final String INSERT = """
            insert into campaign.sealing_key (id, campaign_id, code_now, public_key, slope, made_at, made_by, made_account)
            values (:id, :campaign, :code, :publicKey, :slope, :at, :by, :account)
            """;

    private static final String NAME = """
            insert into campaign.trustee (key_id, number, code_now, name, body) values (:key, :number, :code, :name, :body)
            """;

    private static final String RECEIVE = """
            update campaign.trustee set received_at = :at, received_by = :by
            where key_id = :key and number = :number and received_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SealingKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One of the three.
     *
     * @param body where he is from; never the office that runs the campaign
     * @param received when he had typed his share back from his paper; none before
     */
    public record Trustee(
            int number, String name, String body, @Nullable Instant received) {}

    /** The key that counts, and its three trustees. */
    public record Held(UUID id, SealingKey key, List<Trustee> trustees, Instant made, String madeBy) {
        public Held {
            trustees = List.copyOf(trustees);
        }

        /** Whether lists may be sealed to it: all three hold what they need to open them. */
        public boolean isReady() {
            return trustees.stream().allMatch(one -> one.received() != null);
        }
    }

    public Optional<Held> of(UUID campaign) {
        return jdbc.sql(CURRENT)
                .param("campaign", campaign)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The one to which lists may be sealed; none while a share is not received. */
    public Optional<Held> ready(UUID campaign) {
        return of(campaign).filter(Held::isReady);
    }

    UUID insert(CampaignRecord campaign, SealingKey key, List<MakeSealingKey.Named> trustees, Actor.Office by) {
        var id = Ids.next();
        var now = OffsetDateTime.now(clock);
        jdbc.sql(REPLACE).param("at", now).param("campaign", campaign.id()).update();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("publicKey", key.publicKey())
                .param("slope", key.slope())
                .param("at", now)
                .param("by", by.signed())
                .param("account", by.account())
                .update();
        for (int i = 0; i < trustees.size(); i++) {
            jdbc.sql(NAME)
                    .param("key", id)
                    .param("number", i + 1)
                    .param("code", campaign.code().value())
                    .param("name", trustees.get(i).name())
                    .param("body", trustees.get(i).body())
                    .update();
        }
        return id;
    }

    /** False where he had received it before. */
    boolean receive(UUID key, int number, Actor.Office by) {
        return jdbc.sql(RECEIVE)
                        .param("at", OffsetDateTime.now(clock))
                        .param("by", by.signed())
                        .param("key", key)
                        .param("number", number)
                        .update()
                == 1;
    }

    private Held read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Held(
                id,
                new SealingKey(row.getString("public_key"), row.getString("slope")),
                trustees(id),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"));
    }

    private List<Trustee> trustees(UUID key) {
        return jdbc.sql(TRUSTEES)
                .param("key", key)
                .query((row, n) -> {
                    var received = row.getObject("received_at", OffsetDateTime.class);
                    return new Trustee(
                            row.getInt("number"),
                            row.getString("name"),
                            row.getString("body"),
                            received == null ? null : received.toInstant());
                })
                .list();
    }
}
