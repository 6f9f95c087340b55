package org.rongyi.network.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.audit.NamedPersons;
import org.rongyi.platform.audit.RecordsAbout;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Interval;
import org.rongyi.platform.kernel.NameMask;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 留痕查询: what was done, newest first. Each way of asking has an index that is in this order already, so that a page is
 * read and no more. Rows of no unit (visitors, sign-ins) the row-level policy gives to the province's auditor alone.
 */
@Component
public class Trail {

    public static final int PAGE = 20;
    private static final int FETCH = 500;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** People of one name: more than these are told apart by their user names. */
    private static final int NAMESAKES = 50;

    private static final String COLUMNS = """
            select e.id, e.at, e.actor_key, e.actor_name, e.act, e.subject, e.outcome, e.done, e.request_id,
                   e.purpose, e.before, e.after, e.seq, e.batch,
                   e.account_id, p.role, u.name as unit_name, a.username, s.username as about
            from audit.trail e
            left join access.post p on p.id = e.post_id
            left join organisation.unit u on u.id = e.unit_id
            left join access.account a on a.id = e.account_id
            left join access.account s on s.id = e.subject
            """;

    private static final String SELECT = COLUMNS + """
            where %s
            order by e.at desc, e.id desc
            limit :limit
            """;

    private static final String FIND = COLUMNS + "where e.id = :id";

    private static final String WHO = """
            select id from access.account where username = :typed or name = :text limit :limit
            """;

    /** Of each room: older ones are found by their own page. */
    private static final int RECORDS = 200;

    private final JdbcClient jdbc;
    private final NamedPersons named;
    private final List<RecordsAbout> records;

    Trail(JdbcClient jdbc, NamedPersons named, List<RecordsAbout> records) {
        this.named = named;
        this.records = records;
        this.jdbc = jdbc;
    }

    /**
     * What to show.
     *
     * @param unit a unit of the territory; none for all of it
     * @param accounts by any of these; none for by anybody
     * @param subject about this record
     * @param about about any of these; none for about anything
     * @param act the act's name; empty for all
     * @param done done or refused; none for both
     */
    public record Filter(
            @Nullable DivisionCode unit,
            @Nullable List<UUID> accounts,
            @Nullable UUID subject,
            @Nullable List<UUID> about,
            String act,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean done) {}

    /** Where in the sealed trail: 批号 and 序号. */
    public record Place(long batch, long seq) {}

    /**
     * One act.
     *
     * @param actorName masked for veterans who acted for themselves: the auditor opens no file
     * @param about the user name, where the record is an account
     * @param role under which post; none for visitors, veterans and jobs, and for a post that was taken back
     * @param sealed where it is sealed; none for the few seconds until it is
     */
    public record Entry(
            UUID id,
            OffsetDateTime at,
            String actorKey,
            String actorName,
            @Nullable UUID accountId,
            @Nullable String username,
            @Nullable Role role,
            @Nullable String unitName,
            String act,
            @Nullable UUID subject,
            @Nullable String about,
            String outcome,
            boolean done,
            @Nullable String requestId,
            Detail detail,
            @Nullable Place sealed) {

        /** 工作人员, 本人, 亲属代办人, 接口用户, 公众 or 后台作业. */
        public String actorKind() {
            return switch (actorKey.replaceAll(":.*", "")) {
                case "office" -> "工作人员";
                case "self" -> "本人";
                case "kin" -> "亲属代办人";
                case "client" -> "接口用户";
                case "job" -> "后台作业";
                default -> "公众";
            };
        }

        /** The same beside the name, unless it is the name. */
        public String actorKindBeside() {
            return actorKind().equals(actorName) ? "" : actorKind();
        }
    }

    /** The accounts somebody may mean by a user name or a name; more than fit are nobody in particular. */
    public Optional<List<UUID>> findAccounts(String text) {
        var found = jdbc.sql(WHO)
                .param("typed", text.toLowerCase(Locale.ROOT))
                .param("text", text)
                .param("limit", NAMESAKES + 1)
                .query(UUID.class)
                .list();
        return found.size() > NAMESAKES ? Optional.empty() : Optional.of(found);
    }

    /**
     * The files of everybody who bears a name, within the reader's scope, and the newest records about them; too many of one
     * name are nobody in particular.
     */
    public Optional<List<UUID>> findAbout(String name) {
        var persons = named.named(name, NAMESAKES + 1);
        if (persons.size() > NAMESAKES) {
            return Optional.empty();
        }
        var about = new ArrayList<>(persons);
        if (!persons.isEmpty()) {
            records.forEach(room -> about.addAll(room.about(persons, RECORDS)));
        }
        return Optional.of(about);
    }

    public Slice<Entry> page(Actor.Office actor, Filter filter, @Nullable Cursor<OffsetDateTime> after) {
        var params = new HashMap<String, Object>(Map.of("limit", PAGE + 1));
        var conditions = conditions(actor, filter, params);
        if (after != null) {
            conditions.add("(e.at, e.id) < (:afterAt, :afterId)");
            params.put("afterAt", after.key());
            params.put("afterId", after.id());
        }
        var read = jdbc.sql(SELECT.formatted(String.join("\n  and ", conditions)))
                .params(params)
                .query((row, n) -> row(row))
                .list();
        return Slice.of(read, PAGE, row -> new Cursor<>(row.at(), row.id()));
    }

    /** Everything of the filter, a row at a time, inside the caller's transaction. */
    public void each(Actor.Office actor, Filter filter, Consumer<Entry> to) {
        var params = new HashMap<String, Object>(Map.of("limit", ListDownload.most()));
        var conditions = conditions(actor, filter, params);
        try (var rows = jdbc
                .sql(SELECT.formatted(String.join("\n  and ", conditions)))
                .withFetchSize(FETCH)
                .params(params)
                .query((row, n) -> row(row))
                .stream()) {
            rows.forEach(to);
        }
    }

    /** One entry of the reader's territory. */
    public Optional<Entry> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> row(row)).optional();
    }

    private static List<String> conditions(Actor.Office actor, Filter filter, Map<String, Object> params) {
        var conditions = new ArrayList<String>();
        narrow(actor, filter.unit(), conditions, params);
        if (filter.accounts() != null && filter.accounts().size() == 1) {
            // Equality, and not a list of one: only then the index is known to be in the order of time.
            conditions.add("e.account_id = :account");
            params.put("account", filter.accounts().getFirst());
        } else if (filter.accounts() != null) {
            conditions.add("e.account_id = any(:accounts::uuid[])");
            params.put(
                    "accounts", filter.accounts().stream().map(UUID::toString).toArray(String[]::new));
        }
        if (filter.subject() != null) {
            conditions.add("e.subject = :subject");
            params.put("subject", filter.subject());
        }
        if (filter.about() != null) {
            conditions.add("e.subject = any(:about::uuid[])");
            params.put("about", filter.about().stream().map(UUID::toString).toArray(String[]::new));
        }
        if (!filter.act().isEmpty()) {
            conditions.add("e.act = :act");
            params.put("act", filter.act());
        }
        if (filter.done() != null) {
            conditions.add(filter.done() ? "e.done" : "not e.done");
        }
        if (filter.from() != null) {
            conditions.add("e.at >= :from");
            params.put("from", begin(filter.from()));
        }
        if (filter.to() != null && filter.to().isBefore(LocalDate.MAX)) {
            conditions.add("e.at < :until");
            params.put("until", begin(filter.to().plusDays(1)));
        }
        return conditions;
    }

    /** The province's auditor is not narrowed: rows of no unit are his as well. */
    private static void narrow(
            Actor.Office actor, @Nullable DivisionCode unit, List<String> conditions, Map<String, Object> params) {
        if (unit == null && AccountReach.isWhole(actor)) {
            conditions.add("true");
            return;
        }
        var scope = actor.scope();
        var range = unit == null ? new Interval(scope.low(), scope.high()) : Interval.of(unit);
        conditions.add("e.unit_code >= :low and e.unit_code < :high");
        params.put("low", range.low());
        params.put("high", range.high());
    }

    private static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }

    private static Entry row(ResultSet row) throws SQLException {
        var role = row.getString("role");
        var actor = row.getString("actor_key");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class),
                actor,
                NameMask.shown(row.getString("actor_name"), !actor.startsWith("self:")),
                row.getObject("account_id", UUID.class),
                row.getString("username"),
                role == null ? null : Role.valueOf(role),
                row.getString("unit_name"),
                row.getString("act"),
                row.getObject("subject", UUID.class),
                row.getString("about"),
                row.getString("outcome"),
                row.getBoolean("done"),
                row.getString("request_id"),
                Detail.read(row.getString("purpose"), row.getString("before"), row.getString("after")),
                row.getObject("seq") == null ? null : new Place(row.getLong("batch"), row.getLong("seq")));
    }
}
