package org.rongyi.career.campaign.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.candidate.RefusalGround;
import org.rongyi.career.campaign.candidate.RefuseForPost;
import org.rongyi.career.campaign.sealed.SealingKey;
import org.rongyi.career.campaign.sealed.Seed;
import org.rongyi.career.campaign.sealed.Share;
import org.rongyi.career.reception.Handed;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign of the small county that has come to the wishes: posts, candidates, a key and its three shares. */
public final class Wishing {

    private static final String CANDIDATE = """
            insert into campaign.candidate (id, campaign_id, reception_id, person_id, code_now, name, pseudonym, score,
                                            tie_merit, tie_service, tie_hardship, tie_disability, tie_age, added_at, added_by,
                                            added_account)
            select :id, :campaign, r.id, r.person_id, r.code_now, r.person_name, :pseudonym, :score, 0, :service, 0, 0, 0, :now,
                   '测试', :account
            from reception.reception r where r.id = :reception
            """;

    private static final String POST = """
            insert into campaign.post (id, campaign_id, code_now, code, unit_name, credit_code, kind, title, place_now, seats,
                                       reserved, conditions, paper, state, published, reported_at, reported_by,
                                       reported_account, checked_at, checked_by, checked_account)
            select :id, c.id, c.code_now, :code, :unit, '11440000MB2C000000', 'INSTITUTION', :title, c.code_now, 1, 0, '不限',
                   '某字 1 号', 'CHECKED', true, :now, '甲', :id, :now, '乙', c.id
            from campaign.campaign c where c.id = :campaign
            """;

    private static final String STAGE = """
            update campaign.campaign
            set stage = :stage, plan_digest = repeat('0', 64), cost_home = 10, cost_spouse = 5, cost_priority = 150,
                cost_ability = 10, cost_waiting = 20, cost_ahead = 2,
                pairs_most = 10000000, pairs_near = 10, pairs_spread = 10, notice_from = :day, notice_until = :day, wishes_open = :opens,
                wishes_close = :closes
            where id = :id
            """;

    public final Gathering gathering;
    public final UUID campaign;
    public SealingKey.Made made = SealingKey.make(new SecureRandom());

    private final ApplicationContext program;
    private final Handed handed;
    private final Transactions transactions;
    private final Instant now;

    public Wishing(ApplicationContext program, String title) {
        this(program, new Gathering(program), title);
    }

    private Wishing(ApplicationContext program, Gathering gathering, String title) {
        this(program, gathering, gathering.drafted(gathering.plan(title)));
    }

    /** With a campaign there is. */
    public Wishing(ApplicationContext program, Gathering gathering, UUID campaign) {
        this.program = program;
        this.gathering = gathering;
        this.campaign = campaign;
        handed = new Handed(program);
        transactions = program.getBean(Transactions.class);
        now = program.getBean(Clock.class).instant();
    }

    /** Posts A-1 to A-n, one seat each. */
    public Wishing posts(int many) {
        for (int i = 1; i <= many; i++) {
            var code = "A-" + i;
            transactions.write(
                    gathering.officer,
                    () -> program.getBean(JdbcClient.class)
                            .sql(POST)
                            .param("id", Ids.next())
                            .param("campaign", campaign)
                            .param("code", code)
                            .param("unit", "市第" + code + "中学")
                            .param("title", "管理岗" + code)
                            .param("now", at(now))
                            .update());
        }
        return this;
    }

    public Candidate candidate(String name, String score, long service) {
        return candidate(handed.person(name), score, service);
    }

    public Candidate candidate(UUID person, String score, long service) {
        var reception = reception(person);
        var id = Ids.next();
        transactions.write(
                gathering.officer,
                () -> program.getBean(JdbcClient.class)
                        .sql(CANDIDATE)
                        .param("id", id)
                        .param("campaign", campaign)
                        .param("reception", reception)
                        .param("pseudonym", "c" + id.toString().substring(30))
                        .param("score", new BigDecimal(score))
                        .param("service", service)
                        .param("now", at(now))
                        .param("account", gathering.officer.account())
                        .update());
        return transactions.read(
                gathering.officer,
                () -> program.getBean(Candidates.class).find(id).orElseThrow());
    }

    /** He may not have the post. */
    public Wishing refused(Candidate candidate, String code, String why) {
        var officer = gathering.officer;
        var post = gathering.posts(campaign).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(gathering.perform(
                        officer,
                        RefuseForPost.class,
                        new RefuseForPost.Command(
                                CommandId.fresh(officer),
                                campaign,
                                candidate.id(),
                                post,
                                RefusalGround.CONDITIONS,
                                why)))
                .isInstanceOf(RefuseForPost.Outcome.RefusedFor.class);
        return this;
    }

    /** The one that is open, if another scene has received him. */
    private UUID reception(UUID person) {
        var discharged = handed.today.minusDays(20);
        return program.getBean("jobJdbc", JdbcClient.class)
                .sql("""
                        select r.id from reception.reception r
                        where r.person_id = :person and r.settled_on is null and r.ended_on is null and r.withdrawn_why is null
                        """)
                .param("person", person)
                .query(UUID.class)
                .optional()
                .orElseGet(() -> handed.received(person, Handed.sergeant(discharged.minusYears(13), discharged)));
    }

    /** To the stage, with the closing instant so far from now; the opening one a week before it. */
    public Wishing stage(String stage, Duration closesIn) {
        program.getBean("jobJdbc", JdbcClient.class)
                .sql(STAGE)
                .param("stage", stage)
                .param("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("opens", at(now.plus(closesIn).minus(Duration.ofDays(7))))
                .param("closes", at(now.plus(closesIn)))
                .param("id", campaign)
                .update();
        return this;
    }

    /** The key is made and all three have their shares. */
    public Wishing sealed() {
        assertThat(make()).isInstanceOf(MakeSealingKey.Outcome.Made.class);
        made.shares().forEach(share -> assertThat(receive(share)).isInstanceOf(ReceiveShare.Outcome.Received.class));
        return this;
    }

    public MakeSealingKey.Outcome make() {
        return make(trustees("市纪委监委", "市公证处", "市财政局"));
    }

    public MakeSealingKey.Outcome make(List<MakeSealingKey.Named> trustees) {
        var officer = gathering.officer;
        return gathering.perform(
                officer,
                MakeSealingKey.class,
                new MakeSealingKey.Command(CommandId.fresh(officer), campaign, made.key(), trustees));
    }

    public static List<MakeSealingKey.Named> trustees(String one, String two, String three) {
        return List.of(
                new MakeSealingKey.Named("甲某", one),
                new MakeSealingKey.Named("乙某", two),
                new MakeSealingKey.Named("丙某", three));
    }

    public ReceiveShare.Outcome receive(Share share) {
        var officer = gathering.officer;
        return gathering.perform(
                officer, ReceiveShare.class, new ReceiveShare.Command(CommandId.fresh(officer), campaign, share));
    }

    public OpenWishes.Outcome open(Share one, Share other) {
        var officer = gathering.officer;
        return gathering.perform(
                officer, OpenWishes.class, new OpenWishes.Command(CommandId.fresh(officer), campaign, one, other));
    }

    /** The key that counts, as everybody may know it. */
    public SealingKey key() {
        return transactions.read(
                gathering.officer,
                () -> program.getBean(SealingKeys.class)
                        .of(campaign)
                        .orElseThrow()
                        .key());
    }

    /** What he would send for these wishes. */
    public HandInWishes.Command list(Actor by, Candidate candidate, String... wishes) {
        var seed = Seed.fresh(new SecureRandom());
        var list = seed.list(gathering.read(campaign).number(), candidate.pseudonym(), List.of(wishes));
        return new HandInWishes.Command(
                CommandId.fresh(by), candidate.id(), seed.seal(made.key(), list), list.commitment(), true);
    }

    public HandInWishes.Outcome handIn(Candidate candidate, String... wishes) {
        var himself = himself(candidate);
        return gathering.perform(himself, HandInWishes.class, list(himself, candidate, wishes));
    }

    public Actor.Self himself(Candidate candidate) {
        return handed.himself(candidate.person());
    }

    public List<OpenedWishes.One> opened(Actor reader) {
        return transactions.read(
                reader, () -> program.getBean(OpenedWishes.class).of(campaign));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
