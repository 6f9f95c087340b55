package org.rongyi.network.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.division.Pinyin;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 工作人员: who serves where, as what, from when to when. An appointment and its post begin and end together. */
@Component
public class Staff {

    private static final String INSERT = """
            insert into organisation.staff (id, account_id, post_id, unit_id, code_now, name, initials, title, employment,
                                            establishment, veteran, valid_from)
            select :id, :account, :post, u.id, u.code_now, :name, :initials, :title, :employment,
                   :establishment, :veteran, :from
            from organisation.unit u
            where u.id = :unit
            """;

    private static final String SELECT = """
            select id, account_id, post_id, unit_id, name, title, employment, establishment, veteran, valid_from, valid_to
            from organisation.staff
            """;

    private static final String SERVING = SELECT + "where id = :id and valid_to is null";
    private static final String EVER = SELECT + "where id = :id";
    private static final String OF_UNIT =
            SELECT + "where unit_id = :unit order by valid_to desc nulls first, valid_from, id";
    private static final String OF_ACCOUNT = SELECT + "where account_id = :account and valid_to is null";

    private static final String END =
            "update organisation.staff set valid_to = :to where id = :id and valid_to is null";

    private static final String OUTSIDE = "select organisation.serves_outside(:account, :ranges::int8multirange)";

    private static final String WITHDRAW = "select organisation.withdraw_staff(:id)";

    private final JdbcClient jdbc;
    private final Posts posts;

    Staff(JdbcClient jdbc, Posts posts) {
        this.jdbc = jdbc;
        this.posts = posts;
    }

    /**
     * One appointment.
     *
     * @param validTo from this day on he serves there no longer; none while nobody has relieved him
     */
    public record Member(
            UUID id,
            UUID accountId,
            UUID postId,
            UUID unitId,
            String name,
            String title,
            Employment employment,
            Establishment establishment,
            boolean veteran,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        public boolean servesOn(LocalDate day) {
            return validTo == null || day.isBefore(validTo);
        }
    }

    /** Who is appointed. */
    record Somebody(UUID account, String name, boolean veteran) {}

    /** As what. */
    public record Terms(String title, Role role, Employment employment, Establishment establishment) {}

    /**
     * Posts that approve or administer are given, ended and moved by the security administrator and nobody else; he does
     * so with no other post (docs/decisions/0013).
     */
    public static boolean isBeyond(Actor actor, Role role) {
        boolean authorises = actor instanceof Actor.Office office && office.role() == Role.SECURITY_ADMIN;
        return role.isAuthorised() != authorises;
    }

    /** Who gives and ends a post in this role, for whoever tried and may not. */
    public static String whose(Role role, String deed) {
        return role.zh() + (role.isAuthorised() ? "只能由安全管理员" : "由业务干部、负责人或系统管理员") + deed;
    }

    Member appoint(Somebody who, UUID unit, Terms terms, LocalDate from) {
        var member = new Member(
                Ids.next(),
                who.account(),
                posts.open(who.account(), unit, terms.role(), from),
                unit,
                who.name(),
                terms.title(),
                terms.employment(),
                terms.establishment(),
                who.veteran(),
                from,
                null);
        add(member);
        return member;
    }

    /** False when somebody else has relieved him meanwhile. */
    boolean relieve(Member member, LocalDate on) {
        return jdbc.sql(END).param("id", member.id()).param("to", on).update() == 1 && posts.close(member.postId(), on);
    }

    /** As if it had never been; false when the post must stay. */
    boolean withdraw(Member member) {
        return posts.withdraw(member.postId())
                && jdbc.sql(WITHDRAW)
                        .param("id", member.id())
                        .query(Boolean.class)
                        .single();
    }

    private void add(Member member) {
        int added = jdbc.sql(INSERT)
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
        if (added != 1) {
            throw new IllegalStateException("no unit " + member.unitId());
        }
    }

    /** An appointment nobody has ended yet. */
    public Optional<Member> find(UUID id) {
        return jdbc.sql(SERVING).param("id", id).query(Member.class).optional();
    }

    /** The same, ended or not: of what a form sent again was about. */
    public Optional<Member> findEver(UUID id) {
        return jdbc.sql(EVER).param("id", id).query(Member.class).optional();
    }

    /** All appointments of a unit, those in force first. */
    public List<Member> of(UUID unit) {
        return jdbc.sql(OF_UNIT).param("unit", unit).query(Member.class).list();
    }

    /** All appointments of an account in the reader's territory that nobody has ended. */
    List<Member> ofAccount(UUID account) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account)
                .query(Member.class)
                .list();
    }

    /** Whether somebody of another territory answers for him as well; where, and as what, is not said. */
    boolean servesOutside(UUID account, Scope scope) {
        return jdbc.sql(OUTSIDE)
                .param("account", account)
                .param("ranges", scope.toMultirange())
                .query(Boolean.class)
                .single();
    }

    /** The role of each appointment, by its post. */
    public Map<UUID, Role> roles(Collection<Member> members) {
        return posts.roles(members.stream().map(Member::postId).toList());
    }

    Role role(Member member) {
        var role = posts.roles(List.of(member.postId())).get(member.postId());
        if (role == null) {
            throw new IllegalStateException("an appointment without a post: " + member.id());
        }
        return role;
    }
}
