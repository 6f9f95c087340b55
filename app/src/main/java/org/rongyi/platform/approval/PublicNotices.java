package org.rongyi.platform.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 公示栏: the notices that hang, for everybody; those of the past for the offices of the place. The database lets nobody else see
 * one that has come down.
 */
public class PublicNotices {

    private static final String COLUMNS = """
            select n.id, n.code_now, n.service, n.who, n.matter, n.unit_id, n.unit_name, n.unit_phone, n.roles,
                   n.examine_days, n.from_on, n.to_on, n.ended_how
            from approval.public_notice n
            """;

    private static final String HANGING = COLUMNS + """
            where n.id = :id and n.ended_on is null and n.from_on <= :today and n.to_on >= :today
            """;

    private static final String LIST = COLUMNS + """
            where n.ended_on is null and n.from_on <= :today and n.to_on >= :today
              and n.code_now >= :low and n.code_now < :high and (n.from_on, n.id) < (:afterOn, :afterId)
            order by n.from_on desc, n.id desc
            limit :limit
            """;

    private static final String OF_CASE = COLUMNS + """
            join approval.task t on t.id = n.id
            where t.case_id = :case
            order by n.from_on, n.id
            """;

    private static final String HANG = """
            insert into approval.public_notice (id, code_then, code_now, service, who, matter, unit_id, unit_name,
                                                unit_phone, roles, examine_days, from_on, to_on)
            values (:id, :code, :code, :service, :who, :matter, :unit, :unitName,
                    :unitPhone, :roles, :days, :from, :to)
            """;

    private static final String TAKE_DOWN = """
            update approval.public_notice set ended_on = :on, ended_how = :how where id = :id and ended_on is null
            """;

    private static final UUID BEHIND_ALL = new UUID(-1, -1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    PublicNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that hangs today. */
    public Optional<PublicNotice> find(UUID id, LocalDate today) {
        return jdbc.sql(HANGING)
                .param("id", id)
                .param("today", today)
                .query((row, n) -> notice(row))
                .optional();
    }

    /** Those that hang today inside a division, the newest first. */
    public List<PublicNotice> list(DivisionCode within, LocalDate today, @Nullable Cursor<LocalDate> after, int limit) {
        return jdbc.sql(LIST)
                .param("low", within.value())
                .param("high", within.end())
                .param("today", today)
                .param("afterOn", after == null ? LATEST : after.key())
                .param("afterId", after == null ? BEHIND_ALL : after.id())
                .param("limit", limit)
                .query((row, n) -> notice(row))
                .list();
    }

    /** All of a case, for who may read it; the oldest first. */
    public List<PublicNotice> of(UUID caseId) {
        return jdbc.sql(OF_CASE)
                .param("case", caseId)
                .query((row, n) -> notice(row))
                .list();
    }

    void hang(PublicNotice notice) {
        var publisher = notice.publisher();
        jdbc.sql(HANG)
                .param("id", notice.id())
                .param("code", notice.code().value())
                .param("service", notice.service())
                .param("who", notice.who())
                .param("matter", notice.matter())
                .param("unit", publisher.unit())
                .param("unitName", publisher.name())
                .param("unitPhone", publisher.phone())
                .param(
                        "roles",
                        publisher.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param("days", notice.examineDays())
                .param("from", notice.from())
                .param("to", notice.to())
                .update();
    }

    void takeDown(UUID id, PublicNotice.Ended how, LocalDate on) {
        jdbc.sql(TAKE_DOWN)
                .param("id", id)
                .param("how", how.name())
                .param("on", on)
                .update();
    }

    private static PublicNotice notice(ResultSet row) throws SQLException {
        var ended = row.getString("ended_how");
        return new PublicNotice(
                row.getObject("id", UUID.class),
                new DivisionCode(row.getLong("code_now")),
                row.getString("service"),
                row.getString("who"),
                row.getString("matter"),
                new PublicNotice.Publisher(
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getString("unit_phone"),
                        Arrays.stream((String[]) row.getArray("roles").getArray())
                                .map(Role::valueOf)
                                .collect(Collectors.toSet())),
                row.getInt("examine_days"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                ended == null ? null : PublicNotice.Ended.valueOf(ended));
    }
}
