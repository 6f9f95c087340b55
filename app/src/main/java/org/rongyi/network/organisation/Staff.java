package org.rongyi.network.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.division.Pinyin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 工作人员: who serves where, as what, from when to when. */
@Component
class Staff {

    private static final String INSERT = """
            insert into organisation.staff (id, account_id, post_id, unit_id, name, initials, title, employment,
                                            establishment, veteran, valid_from)
            values (:id, :account, :post, :unit, :name, :initials, :title, :employment,
                    :establishment, :veteran, :from)
            """;

    private static final String FIND = """
            select id, account_id, post_id, unit_id, name, title, employment, establishment, veteran, valid_from
            from organisation.staff
            where id = :id and valid_to is null
            """;

    private static final String END =
            "update organisation.staff set valid_to = :to where id = :id and valid_to is null";

    private final JdbcClient jdbc;

    Staff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One appointment in force. */
    record Member(
            UUID id,
            UUID accountId,
            UUID postId,
            UUID unitId,
            String name,
            String title,
            Employment employment,
            Establishment establishment,
            boolean veteran,
            LocalDate validFrom) {}

    void add(Member member) {
        jdbc.sql(INSERT)
                .param("id", member.id())
                .param("account", member.accountId())
                .param("post", member.postId())
                .param("unit", member.unitId())
                .param("name", member.name())
                .param("initials", Pinyin.ofPerson(member.name()))
                .param("title", member.title())
                .param("employment", member.employment().name())
                .param("establishment", member.establishment().name())
                .param("veteran", member.veteran())
                .param("from", member.validFrom())
                .update();
    }

    Optional<Member> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Member.class).optional();
    }

    boolean end(UUID id, LocalDate to) {
        return jdbc.sql(END).param("id", id).param("to", to).update() == 1;
    }
}
