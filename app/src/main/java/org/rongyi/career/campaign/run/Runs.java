package org.rongyi.career.campaign.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.placement.proof.Result;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.vault.Signer;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 运行, kept: the files, the seats, and where each came. What was set aside stays. */
@Component
public class Runs {

    private static final String COLUMNS = """
            select r.id, r.position, r.head, r.signing_key, r.signature, r.ran_at, r.ran_by, r.ran_account, r.set_aside_why,
                   r.approved_at, r.shown_until, r.was_approved_at
            from campaign.run r
            """;

    private static final String OF = COLUMNS + "where r.campaign_id = :campaign order by r.position";

    private static final String VALID = COLUMNS + "where r.campaign_id = :campaign and r.set_aside_at is null";

    private static final String COUNT = "select count(*) from campaign.run r where r.campaign_id = :campaign";

    private static final String INSERT = """
            insert into campaign.run (id, campaign_id, code_now, position, head, shown, signing_key, signature, ran_at,
                                      ran_by, ran_account)
            values (:id, :campaign, :code, :position, :head, :shown, :key, :signature, :at, :by, :account)
            """;

    private static final String KEEP_FILE = """
            insert into campaign.run_file (id, campaign_id, code_now, file_sealed) values (:id, :campaign, :code, :file)
            """;

    private static final String PLACE = """
            insert into campaign.placed (id, run_id, campaign_id, candidate_id, person_id, code_now, place, post_id, round,
                                         kept, wish, slip_sealed)
            values (:id, :run, :campaign, :candidate, :person, :code, :place, :post, :round, :kept, :wish, :slip)
            """;

    private static final String FILL = """
            insert into campaign.filled (run_id, post_id, campaign_id, code_now, seats)
            values (:run, :post, :campaign, :code, :seats)
            """;

    private static final String PLACED = """
            select p.id, p.candidate_id as candidate, c.name, p.place, p.post_id as post, p.round, p.kept, p.wish
            from campaign.placed p
            join campaign.candidate c on c.id = p.candidate_id
            where p.run_id = :run
            order by p.place
            """;

    private static final String SHOWN = "select r.shown from campaign.run r where r.id = :run";

    private static final String FILE = "select f.file_sealed from campaign.run_file f where f.id = :run";

    private static final String APPROVE = """
            update campaign.run set approved_at = :at, approved_account = :account, shown_until = :until
            where id = :id and approved_at is null and set_aside_at is null
            """;

    private static final String SET_ASIDE = """
            update campaign.run
            set set_aside_why = :why, set_aside_at = :at, set_aside_account = :account, was_approved_at = approved_at,
                approved_at = null, approved_account = null, shown_until = null
            where id = :id and set_aside_at is null
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Runs(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A run.
     *
     * @param position from 1 in its campaign
     * @param head SM3 of the public file
     * @param signature SM2 over the head, in hex, by the key of this id
     * @param setAside why the group set it aside; none for the one that stands
     * @param approved when the group approved it; none before
     * @param shownUntil the last day of the notice of the result
     * @param wasApproved when the group had approved one that it set aside afterwards
     */
    public record Run(
            UUID id,
            int position,
            String head,
            String signingKey,
            String signature,
            Instant ran,
            String ranBy,
            UUID ranAccount,
            @Nullable String setAside,
            @Nullable Instant approved,
            @Nullable LocalDate shownUntil,
            @Nullable Instant wasApproved) {

        public boolean isApproved() {
            return approved != null;
        }
    }

    /**
     * Where somebody came.
     *
     * @param place in the order of the campaign, from 1
     * @param post none for who got none
     * @param wish which of his wishes; 0 where they played no part
     */
    public record Placed(
            UUID id,
            UUID candidate,
            String name,
            int place,
            @Nullable UUID post,
            int round,
            boolean kept,
            int wish) {}

    public List<Run> of(UUID campaign) {
        return jdbc.sql(OF)
                .param("campaign", campaign)
                .query((row, n) -> read(row))
                .list();
    }

    /** The one that was not set aside. */
    public Optional<Run> valid(UUID campaign) {
        return jdbc.sql(VALID)
                .param("campaign", campaign)
                .query((row, n) -> read(row))
                .optional();
    }

    /** In the order of the campaign, within the office's reach. */
    public List<Placed> placed(UUID run) {
        return jdbc.sql(PLACED).param("run", run).query(Placed.class).list();
    }

    /** The public file. */
    public byte[] shown(UUID run) {
        return jdbc.sql(SHOWN).param("run", run).query(byte[].class).single();
    }

    /** The full file, for whoever has just carried out {@link TakeFullFile}. */
    public byte[] file(UUID run) {
        var sealed = jdbc.sql(FILE).param("run", run).query(byte[].class).single();
        return vault.open(sealed, RunSeals.FILE.aad(run));
    }

    UUID keep(
            CampaignRecord campaign,
            List<PlacementPost> posts,
            List<Candidate> people,
            Result result,
            Signer.Signature signature,
            Actor.Office by) {
        var id = Ids.next();
        long before = jdbc.sql(COUNT)
                .param("campaign", campaign.id())
                .query(Long.class)
                .single();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("position", before + 1)
                .param("head", result.head())
                .param("shown", result.shown())
                .param("key", signature.key())
                .param("signature", signature.bytes())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .update();
        jdbc.sql(KEEP_FILE)
                .param("id", id)
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("file", vault.seal(result.file(), RunSeals.FILE.aad(id)))
                .update();
        place(campaign, id, posts, people, result);
        return id;
    }

    /** @param until the last day of the notice of the result */
    void approve(Run run, LocalDate until, Actor.Office by) {
        jdbc.sql(APPROVE)
                .param("at", OffsetDateTime.now(clock))
                .param("account", by.account())
                .param("until", until)
                .param("id", run.id())
                .update();
    }

    void setAside(Run run, String why, Actor.Office by) {
        jdbc.sql(SET_ASIDE)
                .param("why", why)
                .param("at", OffsetDateTime.now(clock))
                .param("account", by.account())
                .param("id", run.id())
                .update();
    }

    private void place(
            CampaignRecord campaign, UUID run, List<PlacementPost> posts, List<Candidate> people, Result result) {
        var post = posts.stream().collect(Collectors.toMap(PlacementPost::code, Function.identity()));
        var who = people.stream().collect(Collectors.toMap(Candidate::pseudonym, Function.identity()));
        var seats = new HashMap<String, Integer>();
        var place = new HashMap<String, Integer>();
        result.order().forEach(name -> place.put(name, place.size() + 1));
        for (var one : result.placed()) {
            var id = Ids.next();
            var candidate = who.get(one.candidate());
            var code = one.post();
            var seat = code == null ? null : post.get(code);
            if (candidate == null || code != null && seat == null) {
                throw new IllegalStateException("nobody of this campaign: " + one.candidate());
            }
            if (code != null) {
                seats.merge(code, 1, Integer::sum);
            }
            jdbc.sql(PLACE)
                    .param("id", id)
                    .param("run", run)
                    .param("campaign", campaign.id())
                    .param("candidate", candidate.id())
                    .param("person", candidate.person())
                    .param("code", candidate.home().value())
                    .param("place", place.get(one.candidate()))
                    .param("post", seat == null ? null : seat.id())
                    .param("round", one.round())
                    .param("kept", one.kept())
                    .param("wish", one.wish())
                    .param("slip", vault.seal(one.slip(), RunSeals.SLIP.aad(id)))
                    .update();
        }
        for (var offered : posts) {
            jdbc.sql(FILL)
                    .param("run", run)
                    .param("post", offered.id())
                    .param("campaign", campaign.id())
                    .param("code", campaign.code().value())
                    .param("seats", seats.getOrDefault(offered.code(), 0))
                    .update();
        }
    }

    private static Run read(ResultSet row) throws SQLException {
        var approved = row.getObject("approved_at", OffsetDateTime.class);
        var wasApproved = row.getObject("was_approved_at", OffsetDateTime.class);
        return new Run(
                row.getObject("id", UUID.class),
                row.getInt("position"),
                row.getString("head"),
                row.getString("signing_key"),
                HexFormat.of().formatHex(row.getBytes("signature")),
                row.getObject("ran_at", OffsetDateTime.class).toInstant(),
                row.getString("ran_by"),
                row.getObject("ran_account", UUID.class),
                row.getString("set_aside_why"),
                approved == null ? null : approved.toInstant(),
                row.getObject("shown_until", LocalDate.class),
                wasApproved == null ? null : wasApproved.toInstant());
    }
}
