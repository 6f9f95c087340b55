package org.rongyi.career.campaign.candidate;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Sm3;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 另一人核对: what one person's word would decide about somebody's place or posts, until a second person has seen the paper. */
@Component
public class SecondWord {

    private static final String OPEN = """
            select c.id, c.id as candidate, c.person_id as person, c.name,
                   concat_ws(',', case when c.exempt_ground is not null or c.priority_ground is not null then 'GROUND' end,
                             case when c.kind_said then 'KIND' end) as kind,
                   c.added_account as account, c.kind as said
            from campaign.candidate c
            where c.campaign_id = :campaign and c.left_at is null and c.checked_account is null
              and (c.exempt_ground is not null or c.priority_ground is not null or c.kind_said)
            union all
            select c.id, c.id, c.person_id, c.name, 'ABILITY', c.abilities_account, array_to_string(c.abilities, ',')
            from campaign.candidate c
            where c.campaign_id = :campaign and c.left_at is null
              and c.abilities_account is not null and c.abilities_checked_account is null
            union all
            select f.id, c.id, c.person_id, c.name, case when f.lifted_why is null then 'REFUSAL' else 'LIFTING' end,
                   case when f.lifted_why is null then f.refused_account else f.lifted_account end, ''
            from campaign.refusal f
            join campaign.candidate c
                on c.campaign_id = f.campaign_id and c.person_id = f.person_id and c.left_at is null
            where f.campaign_id = :campaign
              and case when f.lifted_why is null then f.checked_account is null else f.lift_checked_account is null end
            """;

    private static final String GROUND = """
            update campaign.candidate
            set checked_at = :at, checked_by = :by, checked_account = :account, version = version + 1
            where id = :id and checked_account is null
            """;

    private static final String ABILITY = """
            update campaign.candidate
            set abilities_checked_at = :at, abilities_checked_by = :by, abilities_checked_account = :account,
                version = version + 1
            where id = :id and abilities_checked_account is null
            """;

    private static final String REFUSAL = """
            update campaign.refusal set checked_at = :at, checked_by = :by, checked_account = :account
            where id = :id and checked_account is null
            """;

    private static final String LIFTING = """
            update campaign.refusal
            set lift_checked_at = :at, lift_checked_by = :by, lift_checked_account = :account
            where id = :id and lift_checked_account is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SecondWord(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One that waits.
     *
     * @param name of whom it is about
     * @param kind ABILITY, REFUSAL, LIFTING, or which of GROUND and KIND of a candidate, with a comma
     * @param account whose word it is; none where it was not kept
     * @param said what of it may be said anew meanwhile: the kind, the abilities
     */
    public record Waiting(
            UUID id,
            UUID candidate,
            UUID person,
            String name,
            String kind,
            @Nullable UUID account,
            String said) {

        /** Whether it starts the term in which he may ask for another look. */
        boolean isRefusal() {
            return kind.equals("REFUSAL");
        }

        private static String part(String code) {
            return code.equals("GROUND") ? "最先选、优先安置的依据" : "军官的类别";
        }

        public String words() {
            return switch (kind) {
                case "ABILITY" -> "有的能力";
                case "REFUSAL" -> "资格审查不通过";
                case "LIFTING" -> "撤销资格审查不通过";
                default -> Stream.of(kind.split(",")).map(Waiting::part).collect(Collectors.joining("和"));
            };
        }
    }

    /** What a page shows of them, to be sent back with the check: what was said anew meanwhile is not what was compared. */
    public static String seen(List<Waiting> waiting) {
        return Sm3.hex(waiting.stream()
                .map(one -> one.id() + " " + one.kind() + " " + one.said())
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    /** Of one candidate. */
    public List<Waiting> open(UUID campaign, UUID candidate) {
        return open(campaign).stream()
                .filter(one -> one.candidate().equals(candidate))
                .toList();
    }

    /** All of a campaign that nobody else has checked, of who takes part. */
    public List<Waiting> open(UUID campaign) {
        return jdbc.sql(OPEN).param("campaign", campaign).query(Waiting.class).list();
    }

    void check(Waiting one, Actor.Office by) {
        var sql = switch (one.kind()) {
            case "ABILITY" -> ABILITY;
            case "REFUSAL" -> REFUSAL;
            case "LIFTING" -> LIFTING;
            default -> GROUND;
        };
        jdbc.sql(sql)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .param("id", one.id())
                .update();
    }
}
