package org.rongyi.career.campaign.wish;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.sealed.WishList;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 开启的志愿: of everybody who handed one in, the last; the ones that do not count are here too, with the reason. */
@Component
public class OpenedWishes {

    static final SealedField WISHES = new SealedField("campaign.opened_list", "wishes_sealed");

    private static final String OPENING = """
            select o.one, o.other, o.opened_at, o.opened_by from campaign.list_opening o where o.campaign_id = :campaign
            """;

    private static final String OF = """
            select o.id, o.candidate_id, o.trouble, o.detail, o.wishes_sealed
            from campaign.opened_list o
            where o.campaign_id = :campaign
            order by o.candidate_id
            """;

    private static final String TROUBLE = """
            select o.trouble || case when o.detail = '' then '' else '（' || o.detail || '）' end
            from campaign.opened_list o
            where o.candidate_id = :candidate and o.trouble is not null
            """;

    private static final String OPEN = """
            insert into campaign.list_opening (campaign_id, code_now, key_id, one, other, opened_at, opened_by)
            values (:campaign, :code, :key, :one, :other, :at, :by)
            """;

    private static final String INSERT = """
            insert into campaign.opened_list (id, campaign_id, candidate_id, person_id, code_now, trouble, detail, wishes_sealed)
            values (:id, :campaign, :candidate, :person, :code, :trouble, :detail, :wishes)
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    OpenedWishes(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** When, by which two shares, and who was at the machine. */
    public record Opened(int one, int other, Instant at, String by) {}

    /**
     * One list.
     *
     * @param trouble why it does not count; none for one that does
     * @param wishes numbers of posts, the best first; empty where it did not open
     * @param nonce with which its commitment is checked; none where it did not open
     */
    public record One(
            UUID candidate,
            @Nullable String trouble,
            String detail,
            List<String> wishes,
            @Nullable String nonce) {
        public One {
            wishes = List.copyOf(wishes);
        }

        public boolean counts() {
            return trouble == null;
        }
    }

    /** None before the opening. */
    public Optional<Opened> opening(UUID campaign) {
        return jdbc.sql(OPENING)
                .param("campaign", campaign)
                .query((row, n) -> new Opened(
                        row.getInt("one"),
                        row.getInt("other"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getString("opened_by")))
                .optional();
    }

    /** Those within the reader's reach; himself only his own. */
    public List<One> of(UUID campaign) {
        return jdbc.sql(OF)
                .param("campaign", campaign)
                .query((row, n) -> {
                    var sealed = row.getBytes("wishes_sealed");
                    var lines = sealed == null
                            ? List.<String>of()
                            : List.of(vault.open(WISHES, row.getObject("id", UUID.class), sealed)
                                    .split("\n", -1));
                    return new One(
                            row.getObject("candidate_id", UUID.class),
                            row.getString("trouble"),
                            row.getString("detail"),
                            lines.isEmpty() ? lines : lines.subList(1, lines.size()),
                            lines.isEmpty() ? null : lines.getFirst());
                })
                .list();
    }

    /** Why somebody's list does not count, in words; nothing where it does, or none is open. */
    public Optional<String> trouble(UUID candidate) {
        return jdbc.sql(TROUBLE)
                .param("candidate", candidate)
                .query(String.class)
                .optional();
    }

    void open(CampaignRecord campaign, UUID key, int one, int other, Actor.Office by) {
        jdbc.sql(OPEN)
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("key", key)
                .param("one", one)
                .param("other", other)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .update();
    }

    void insert(
            UUID campaign,
            SealedLists.Handed handed,
            @Nullable String trouble,
            String detail,
            @Nullable WishList list) {
        jdbc.sql(INSERT)
                .param("id", handed.id())
                .param("campaign", campaign)
                .param("candidate", handed.candidate())
                .param("person", handed.person())
                .param("code", handed.code().value())
                .param("trouble", trouble)
                .param("detail", detail)
                .param("wishes", list == null ? null : vault.seal(WISHES, handed.id(), lines(list)))
                .update();
    }

    private static String lines(WishList list) {
        var lines = new ArrayList<>(Arrays.asList(list.nonce()));
        lines.addAll(list.wishes());
        return String.join("\n", lines);
    }
}
