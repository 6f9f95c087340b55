package org.rongyi.career.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 安置活动, kept. Who is not of the office sees those that are published. */
@Component
public class PlacementCampaigns {

    public static final int PAGE = 20;

    private static final String COLUMNS = """
            select c.id, c.number, c.code_now, c.unit_id, c.unit_name, c.title, c.stage, c.ways, c.ties, c.priority,
                   c.wishes_least, c.wishes_most, c.notice_days, c.wishes_open, c.wishes_close, c.silent, c.plan_digest,
                   c.notice_from, c.notice_until, c.posts_digest, c.list_commitment, c.draw_commitment,
                   c.closed_digest, c.share, c.frozen_at, c.corrected_digest, c.corrected_people, c.corrected_after, c.corrected_why, c.called_off_why,
                   c.cost_home, c.cost_spouse, c.cost_priority, c.cost_ability, c.cost_waiting,
                   c.cost_ahead, c.pairs_most, c.pairs_near, c.pairs_spread, c.terms_in_text, c.quotas,
                   c.drafted_at, c.drafted_by, c.drafted_account, coalesce(c.edited_at, c.drafted_at) as edited_at,
                   c.edited_account || c.editors as editors, c.version,
                   array(select s.name from campaign.draw_source s
                         where s.campaign_id = c.id order by s.position) as sources,
                   l.minutes as live_minutes, l.on_timeout as live_timeout, l.absent_seconds as live_absent,
                   l.starts_at as live_starts,
                   m.least as mutual_least, m.most as mutual_most, m.browse_from, m.browse_to, m.decide_from, m.decide_to,
                   x.for_whom as exam_for, x.file_weight as exam_file_weight, x.subjects as exam_subjects,
                   x.fulls as exam_fulls, x.weights as exam_weights, x.opens_at as exam_opens,
                   x.closes_at as exam_closes, x.sits_at as exam_sits, x.place as exam_place,
                   x.source as exam_source, x.issue_in_text as exam_issue_in_text, x.difference as exam_difference, x.review_days as exam_review_days,
                   x.settled_at as exam_settled
            from campaign.campaign c
            left join campaign.live l on l.campaign_id = c.id
            left join campaign.mutual m on m.campaign_id = c.id
            left join campaign.exam x on x.campaign_id = c.id
            """;

    private static final String FIND = COLUMNS + "where c.id = :id";

    /** Reads nothing: what is behind the lock is read when it is held. */
    private static final String LOCK = "select c.id from campaign.campaign c where c.id = :id for update";

    private static final String BY_NUMBER = COLUMNS + "where c.number = :number";

    private static final String NUMBERED = COLUMNS + "where c.number = :number and c.plan_digest is not null";

    private static final String PAGE_OF = COLUMNS + """
            where c.code_now >= :low and c.code_now < :high and (c.drafted_at, c.id) < (:afterAt, :afterId)
              and c.code_now <@ :ranges::int8multirange
            order by c.drafted_at desc, c.id desc
            limit :limit
            """;

    private static final String PUBLISHED = COLUMNS + """
            where c.plan_digest is not null and (c.notice_from, c.id) < (:afterOn, :afterId)
            order by c.notice_from desc, c.id desc
            limit :limit
            """;

    private static final String COUNT = "select count(*) from campaign.campaign c where starts_with(c.number, :prefix)";

    private static final String INSERT = """
            insert into campaign.campaign (id, number, code_then, code_now, unit_id, unit_name, title, stage, ways, ties,
                                           priority, wishes_least, wishes_most, notice_days, wishes_open, wishes_close,
                                           silent, drafted_at, drafted_by, drafted_account, edited_account, edited_at,
                                           editors)
            values (:id, :number, :code, :code, :unit, :unitName, :title, 'DRAFT', :ways, :ties, :priority, :least, :most,
                    :noticeDays, :opens, :closes, :silent, :at, :by, :account, :account, :at, array[cast(:account as uuid)])
            on conflict (number) do nothing
            """;

    private static final String EDIT = """
            update campaign.campaign
            set title = :title, ways = :ways, ties = :ties, priority = :priority, wishes_least = :least,
                wishes_most = :most, notice_days = :noticeDays, wishes_open = :opens, wishes_close = :closes,
                silent = :silent, edited_account = :account, edited_at = :at,
                editors = array_append(array_remove(editors, cast(:account as uuid)), cast(:account as uuid)), version = version + 1
            where id = :id and stage = 'DRAFT'
            """;

    /** What else is approved with the plan was written: the exam, the live session. */
    private static final String WROTE = """
            update campaign.campaign
            set edited_account = :account, edited_at = :at,
                editors = array_append(array_remove(editors, cast(:account as uuid)), cast(:account as uuid)), version = version + 1
            where id = :id and stage = 'DRAFT'
            """;

    private static final String DROP_LIVE = "delete from campaign.live where campaign_id = :id and started_at is null";

    private static final String DROP_MUTUAL = "delete from campaign.mutual where campaign_id = :id";

    private static final String DROP_SOURCES = "delete from campaign.draw_source where campaign_id = :id";

    private static final String ADD_SOURCE = """
            insert into campaign.draw_source (id, campaign_id, code_now, position, name)
            values (gen_random_uuid(), :campaign, :code, :position, :name)
            """;

    private static final long COUNTY_DIGITS = 1_000_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final UUID BEHIND_ALL = new UUID(-1, -1);
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final Clock clock;

    PlacementCampaigns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One the reader's office answers for, or one that is published. */
    public Optional<CampaignRecord> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> read(row)).optional();
    }

    /** One within the office's territory; what is published elsewhere is read on the public page. */
    public Optional<CampaignRecord> find(UUID id, Scope scope) {
        return find(id).filter(one -> scope.contains(one.code()));
    }

    /** A published one, by its number. */
    public Optional<CampaignRecord> published(String number) {
        return jdbc.sql(NUMBERED)
                .param("number", number)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The unit's own, by its number. */
    public Optional<CampaignRecord> numbered(String number, Actor.Office by) {
        return jdbc.sql(BY_NUMBER)
                .param("number", number)
                .query((row, n) -> read(row))
                .optional()
                .filter(one -> one.unit().equals(by.unit()));
    }

    /** The unit's own, and nobody changes it before the transaction ends. */
    public Optional<CampaignRecord> lock(UUID id, Actor.Office by) {
        return lock(id).filter(one -> one.unit().equals(by.unit()));
    }

    /** The same within the scope of whoever acts. */
    public Optional<CampaignRecord> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(UUID.class).optional().flatMap(this::find);
    }

    /** The latest first. */
    public Slice<CampaignRecord> page(Scope scope, @Nullable Cursor<Instant> after) {
        var rows = jdbc.sql(PAGE_OF)
                .param("low", scope.low())
                .param("high", scope.high())
                .param("ranges", scope.toMultirange())
                .param("afterAt", at(after == null ? LATEST : after.key()))
                .param("afterId", after == null ? BEHIND_ALL : after.id())
                .param("limit", PAGE + 1)
                .query((row, n) -> read(row))
                .list();
        return Slice.of(rows, PAGE, one -> new Cursor<>(one.drafted(), one.id()));
    }

    /** For everybody, the latest first. */
    public Slice<CampaignRecord> published(@Nullable Cursor<LocalDate> after) {
        var rows = jdbc.sql(PUBLISHED)
                .param("afterOn", after == null ? LAST_DAY : after.key())
                .param("afterId", after == null ? BEHIND_ALL : after.id())
                .param("limit", PAGE + 1)
                .query((row, n) -> read(row))
                .list();
        return Slice.of(
                rows, PAGE, one -> new Cursor<>(one.noticeFrom() == null ? LAST_DAY : one.noticeFrom(), one.id()));
    }

    /** A number that nobody of the same unit's division had this year; another may take it first. */
    String insert(UUID id, CampaignPlan plan, Actor.Office by) {
        var now = OffsetDateTime.now(clock).atZoneSameInstant(ZONE);
        var prefix = "AZ%06d-%d-".formatted(by.unitCode().value() / COUNTY_DIGITS, now.getYear());
        long taken = jdbc.sql(COUNT).param("prefix", prefix).query(Long.class).single();
        for (long next = taken + 1; ; next++) {
            var number = prefix + "%02d".formatted(next);
            int made = planned(jdbc.sql(INSERT), plan, by)
                    .param("id", id)
                    .param("number", number)
                    .param("code", by.unitCode().value())
                    .param("unit", by.unit())
                    .param("unitName", by.unitName())
                    .param("at", now.toOffsetDateTime())
                    .param("by", by.signed())
                    .update();
            if (made == 1) {
                name(id, by.unitCode(), plan.sources());
                return number;
            }
        }
    }

    /** Only while it is drafted. */
    void edit(CampaignRecord one, CampaignPlan plan, Actor.Office by) {
        planned(jdbc.sql(EDIT), plan, by)
                .param("at", OffsetDateTime.now(clock))
                .param("id", one.id())
                .update();
        if (one.selection() instanceof Selection.Live && !plan.mayBeLive()) {
            jdbc.sql(DROP_LIVE).param("id", one.id()).update();
        }
        if (one.selection() instanceof Selection.Online && !plan.mayBeOnline()) {
            jdbc.sql(DROP_MUTUAL).param("id", one.id()).update();
        }
        jdbc.sql(DROP_SOURCES).param("id", one.id()).update();
        name(one.id(), one.code(), plan.sources());
    }

    /** Somebody wrote at what the group approves with the plan: he is of its editors, and a meeting held before has not seen it. */
    public void wrote(UUID campaign, Actor.Office by) {
        jdbc.sql(WROTE)
                .param("account", by.account())
                .param("at", OffsetDateTime.now(clock))
                .param("id", campaign)
                .update();
    }

    private void name(UUID campaign, DivisionCode code, List<String> sources) {
        for (int i = 0; i < sources.size(); i++) {
            jdbc.sql(ADD_SOURCE)
                    .param("campaign", campaign)
                    .param("code", code.value())
                    .param("position", i + 1)
                    .param("name", sources.get(i))
                    .update();
        }
    }

    private static JdbcClient.StatementSpec planned(JdbcClient.StatementSpec sql, CampaignPlan plan, Actor.Office by) {
        return sql.param("title", plan.title())
                .param("ways", plan.ways().stream().map(Way::name).toArray(String[]::new))
                .param("ties", plan.ties().stream().map(Tie::name).toArray(String[]::new))
                .param("priority", plan.priority().name())
                .param("least", plan.least())
                .param("most", plan.most())
                .param("noticeDays", plan.noticeDays())
                .param("opens", at(plan.opens()))
                .param("closes", at(plan.closes()))
                .param("silent", plan.silent())
                .param("account", by.account());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }

    private static CampaignRecord read(ResultSet row) throws SQLException {
        var frozen = row.getObject("frozen_at", OffsetDateTime.class);
        return new CampaignRecord(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new DivisionCode(row.getLong("code_now")),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                plan(row),
                selection(row),
                ExamColumns.read(row),
                directive(row),
                row.getString("quotas"),
                CampaignStage.valueOf(row.getString("stage")),
                row.getString("plan_digest"),
                row.getObject("notice_from", LocalDate.class),
                row.getObject("notice_until", LocalDate.class),
                digests(row),
                row.getString("share"),
                frozen == null ? null : frozen.toInstant(),
                corrected(row),
                row.getString("called_off_why"),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                row.getString("drafted_by"),
                row.getObject("drafted_account", UUID.class),
                row.getObject("edited_at", OffsetDateTime.class).toInstant(),
                List.of((UUID[]) row.getArray("editors").getArray()),
                row.getInt("version"));
    }

    private static Selection selection(ResultSet row) throws SQLException {
        var timeout = row.getString("live_timeout");
        if (timeout != null) {
            return new Selection.Live(
                    row.getInt("live_minutes"),
                    timeout,
                    row.getObject("live_absent", Integer.class),
                    row.getObject("live_starts", OffsetDateTime.class).toInstant());
        }
        var from = row.getObject("browse_from", OffsetDateTime.class);
        return from == null
                ? new Selection.Sealed()
                : new Selection.Online(
                        row.getInt("mutual_least"),
                        row.getInt("mutual_most"),
                        from.toInstant(),
                        row.getObject("browse_to", OffsetDateTime.class).toInstant(),
                        row.getObject("decide_from", OffsetDateTime.class).toInstant(),
                        row.getObject("decide_to", OffsetDateTime.class).toInstant());
    }

    private static @Nullable DirectiveTerms directive(ResultSet row) throws SQLException {
        var home = row.getObject("cost_home", Integer.class);
        return home == null
                ? null
                : new DirectiveTerms(
                        home,
                        row.getInt("cost_spouse"),
                        row.getInt("cost_priority"),
                        row.getInt("cost_ability"),
                        row.getInt("cost_waiting"),
                        row.getInt("cost_ahead"),
                        row.getInt("pairs_most"),
                        row.getInt("pairs_near"),
                        row.getInt("pairs_spread"),
                        row.getBoolean("terms_in_text"));
    }

    private static CampaignRecord.@Nullable Digests digests(ResultSet row) throws SQLException {
        var list = row.getString("list_commitment");
        return list == null
                ? null
                : new CampaignRecord.Digests(
                        row.getString("posts_digest"),
                        list,
                        row.getString("draw_commitment"),
                        row.getString("closed_digest"));
    }

    private static CampaignRecord.@Nullable Corrected corrected(ResultSet row) throws SQLException {
        var why = row.getString("corrected_why");
        return why == null
                ? null
                : new CampaignRecord.Corrected(
                        row.getString("corrected_digest"),
                        row.getInt("corrected_people"),
                        row.getInt("corrected_after"),
                        why);
    }

    private static CampaignPlan plan(ResultSet row) throws SQLException {
        return new CampaignPlan(
                row.getString("title"),
                all(row, "ways", Way::valueOf),
                all(row, "ties", Tie::valueOf),
                Priority.valueOf(row.getString("priority")),
                row.getInt("wishes_least"),
                row.getInt("wishes_most"),
                row.getInt("notice_days"),
                row.getObject("wishes_open", OffsetDateTime.class).toInstant(),
                row.getObject("wishes_close", OffsetDateTime.class).toInstant(),
                row.getString("silent"),
                all(row, "sources", Function.identity()));
    }

    private static <T> List<T> all(ResultSet row, String column, Function<String, T> read) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(read)
                .toList();
    }
}
