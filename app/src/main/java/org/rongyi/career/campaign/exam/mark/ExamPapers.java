package org.rongyi.career.campaign.exam.mark;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 试卷和评分, kept: a paper has a number and no name, a mark is readable by nobody before all are in. */
@Component
public class ExamPapers {

    public static final int PAGE = 20;

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String INSERT = """
            insert into campaign.exam_paper (id, campaign_id, code_now, subject, number, owner_sealed)
            values (:id, :campaign, :code, :subject, :number, :owner)
            """;

    private static final String OWNERS = """
            select p.id, p.subject, p.number, p.owner_sealed from campaign.exam_paper p
            where p.campaign_id = :campaign
            order by p.subject, p.number
            """;

    private static final String LOCK = """
            select p.id, p.subject, p.number, p.differs from campaign.exam_paper p
            where p.campaign_id = :campaign and p.number = :number
            for update
            """;

    /** What somebody may still mark: fewer than two marks, or two that are apart; none of them his own. */
    private static final String WANTING = """
            select p.id, p.subject, p.number, p.differs
            from campaign.exam_paper p
            where p.campaign_id = :campaign and p.number > :after
              and (select count(*) from campaign.exam_mark m where m.paper_id = p.id) < case when p.differs then 3 else 2 end
              and not exists (
                  select 1 from campaign.exam_mark m where m.paper_id = p.id and m.marker_account = any(:accounts))
            order by p.number
            limit :limit
            """;

    private static final String PROGRESS = """
            select count(*) as papers,
                   count(*) filter (where k.marks >= 2) as marked,
                   count(*) filter (where k.marks >= case when p.differs then 3 else 2 end) as done
            from campaign.exam_paper p
            cross join lateral (select count(*) as marks from campaign.exam_mark m where m.paper_id = p.id) k
            where p.campaign_id = :campaign
            """;

    private static final String MARKS = """
            select m.id, m.paper_id, m.marker_account, m.points_sealed from campaign.exam_mark m
            where m.campaign_id = :campaign
            order by m.paper_id, m.position
            """;

    private static final String MARKS_OF = """
            select m.id, m.paper_id, m.marker_account, m.points_sealed from campaign.exam_mark m
            where m.paper_id = :paper
            order by m.position
            """;

    private static final String MARK = """
            insert into campaign.exam_mark (id, paper_id, campaign_id, code_now, position, marker_account, marked_by, marked_at,
                                            points_sealed)
            values (:id, :paper, :campaign, :code, :position, :account, :by, :at, :points)
            """;

    private static final String DIFFERS = "update campaign.exam_paper set differs = true where id = :id";

    private static final String REVEAL = "update campaign.exam_paper set candidate_id = :candidate where id = :id";

    private static final String MARKERS = """
            select m.marker_account from campaign.exam_mark m
            join campaign.exam_paper p on p.id = m.paper_id
            where p.candidate_id = :candidate and p.subject = :subject
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    ExamPapers(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** @param differs whether two marks are in and too far apart */
    public record Paper(UUID id, int subject, String number, boolean differs) {}

    /** @param candidate whose it is */
    public record Owned(UUID paper, int subject, String number, UUID candidate) {}

    /**
     * How many papers there are.
     *
     * @param marked by two: all that a page may say, as a marker could tell from the others what the first one gave
     * @param done have all their marks, a third one too where two are apart; only for who has not marked
     */
    public record Progress(long papers, long marked, long done) {
        boolean isComplete() {
            return papers == done;
        }
    }

    record Mark(UUID paper, UUID marker, BigDecimal points) {}

    /** A random number for each paper of each subject, in an order that tells nothing. */
    void number(CampaignRecord campaign, List<UUID> candidates, int subjects) {
        var numbers = new HashSet<String>();
        while (numbers.size() < candidates.size() * subjects) {
            numbers.add(random());
        }
        var all = new ArrayList<>(numbers);
        Collections.shuffle(all, RANDOM);
        int next = 0;
        for (var candidate : candidates) {
            for (int subject = 1; subject <= subjects; subject++) {
                // not one of the ids that grow with time: their order would be that of the tickets
                var id = UUID.randomUUID();
                jdbc.sql(INSERT)
                        .param("id", id)
                        .param("campaign", campaign.id())
                        .param("code", campaign.code().value())
                        .param("subject", subject)
                        .param("number", all.get(next++))
                        .param("owner", vault.seal(MarkSeals.OWNER, id, candidate.toString()))
                        .update();
            }
        }
    }

    private static String random() {
        var drawn = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            drawn.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return drawn.toString();
    }

    /** Whose each paper is; for who gave the numbers, and when the marks are in. */
    public List<Owned> owners(UUID campaign) {
        return jdbc.sql(OWNERS)
                .param("campaign", campaign)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Owned(
                            id,
                            row.getInt("subject"),
                            row.getString("number"),
                            UUID.fromString(vault.open(MarkSeals.OWNER, id, row.getBytes("owner_sealed"))));
                })
                .list();
    }

    Optional<Paper> lock(UUID campaign, String number) {
        return jdbc.sql(LOCK)
                .param("campaign", campaign)
                .param("number", number)
                .query(Paper.class)
                .optional();
    }

    /** A page of what the reader may still mark, by number, behind the one named. */
    public List<Paper> wanting(UUID campaign, Actor.Office marker, String after) {
        return jdbc.sql(WANTING)
                .param("campaign", campaign)
                .param("after", after)
                .param("accounts", accounts(marker))
                .param("limit", PAGE + 1)
                .query(Paper.class)
                .list();
    }

    private static UUID[] accounts(Actor.Office marker) {
        var principal = marker.actingFor();
        return principal == null ? new UUID[] {marker.account()} : new UUID[] {marker.account(), principal};
    }

    public Progress progress(UUID campaign) {
        return jdbc.sql(PROGRESS)
                .param("campaign", campaign)
                .query(Progress.class)
                .single();
    }

    List<Mark> marks(UUID paper) {
        return jdbc.sql(MARKS_OF)
                .param("paper", paper)
                .query((row, n) -> mark(row))
                .list();
    }

    /** Of each paper, in the order they came. */
    Map<UUID, List<Mark>> marksOf(UUID campaign) {
        var marks = new HashMap<UUID, List<Mark>>();
        jdbc.sql(MARKS)
                .param("campaign", campaign)
                .query((row, n) -> mark(row))
                .list()
                .forEach(mark -> marks.computeIfAbsent(mark.paper(), ignored -> new ArrayList<>())
                        .add(mark));
        return marks;
    }

    private Mark mark(java.sql.ResultSet row) throws java.sql.SQLException {
        var id = row.getObject("id", UUID.class);
        return new Mark(
                row.getObject("paper_id", UUID.class),
                row.getObject("marker_account", UUID.class),
                new BigDecimal(vault.open(MarkSeals.POINTS, id, row.getBytes("points_sealed"))));
    }

    void mark(CampaignRecord campaign, Paper paper, int position, BigDecimal points, Actor.Office by) {
        var id = Ids.next();
        jdbc.sql(MARK)
                .param("id", id)
                .param("paper", paper.id())
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("position", position)
                .param("account", by.account())
                .param("by", by.signed())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("points", vault.seal(MarkSeals.POINTS, id, points.toPlainString()))
                .update();
    }

    void differs(UUID paper) {
        jdbc.sql(DIFFERS).param("id", paper).update();
    }

    void reveal(Owned paper) {
        jdbc.sql(REVEAL)
                .param("candidate", paper.candidate())
                .param("id", paper.paper())
                .update();
    }

    /** Who marked somebody's paper; nobody before the results are out. */
    List<UUID> markers(UUID candidate, int subject) {
        return jdbc.sql(MARKERS)
                .param("candidate", candidate)
                .param("subject", subject)
                .query(UUID.class)
                .list();
    }
}
