package org.rongyi.care.visit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.visit.ContactRules;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.people.person.OpenNumber;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Page;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 今日走访与联系名单. */
@Controller
class ContactsController {

    private final ContactList contacts;
    private final UnitChoice units;
    private final Divisions divisions;
    private final Policy policy;
    private final Transactions transactions;
    private final Clock clock;

    ContactsController(
            ContactList contacts,
            UnitChoice units,
            Divisions divisions,
            Policy policy,
            Transactions transactions,
            Clock clock) {
        this.contacts = contacts;
        this.units = units;
        this.divisions = divisions;
        this.policy = policy;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The filter as it stands in the address. */
    record Query(
            ContactList.@Nullable Which which,
            @Nullable String unit,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate since,

            @Nullable String group,
            @Nullable String ground) {

        ContactList.Filter filter(UnitChoice.Chosen chosen) {
            return new ContactList.Filter(
                    chosen.code(),
                    which == null ? ContactList.Which.DUE : which,
                    since,
                    text(group).strip(),
                    text(ground));
        }
    }

    @GetMapping("/contacts")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page list(Actor.Office actor, Query query, @RequestParam(defaultValue = "") String after) {
        var chosen = units.require(actor, text(query.unit()));
        var filter = query.filter(chosen);
        var today = LocalDate.now(clock);
        return transactions.read(actor, () -> {
            var from = Cursor.parse(after, ContactList.Due::parse);
            var slice = contacts.page(actor.scope(), filter, today, from);
            return new ContactsPage(
                    slice.rows(),
                    places(actor, slice.rows()),
                    contacts.counts(actor.scope(), chosen.code(), filter.since(), today),
                    filter,
                    chosen,
                    actor.level() == Level.VILLAGE,
                    Permission.mayPerform(RecordVisit.class, actor),
                    Permission.mayPerform(OpenNumber.class, actor),
                    today,
                    policy.choices("visit.ground", today).stream().collect(Collectors.toMap(Choice::code, Choice::zh)),
                    ContactRules.isProposed(policy, today),
                    slice.next());
        });
    }

    @GetMapping({"/contacts/export.xlsx", "/contacts/print"})
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    void export(Actor.Office actor, Query query, HttpServletResponse response) {
        var chosen = units.require(actor, text(query.unit()));
        var filter = query.filter(chosen);
        var today = LocalDate.now(clock);
        var heading = new Heading(
                "联系名单",
                List.of(
                        chosen.name() + "联系名单（" + filter.which().zh() + "）",
                        "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + today),
                List.of("姓名", "性别", "年龄", "村（社区）", "小组或街路", "门牌", "联系类别", "上次联系", "上次走访", "应联系日"));
        transactions.read(actor, () -> {
            ListDownload.send(
                    response,
                    heading.under(said(filter)),
                    row -> contacts.each(actor.scope(), filter, today, one -> row.of(cells(actor, one, today))));
            return true;
        });
    }

    private Conditions said(ContactList.Filter filter) {
        return new Conditions()
                .and("这一天以来", filter.since())
                .and("小组或街路", filter.group())
                .and("依据", filter.ground().isEmpty() ? "" : policy.label("visit.ground", filter.ground()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private List<@Nullable Object> cells(Actor.Office actor, ContactList.Row one, LocalDate today) {
        return Arrays.asList(
                one.name(),
                one.male() ? "男" : "女",
                one.ageOn(today),
                divisions.nameBelow(actor.unitCode(), one.code()),
                one.groupName(),
                one.address(),
                one.ground() == null
                        ? one.attention().zh()
                        : one.attention().zh() + "：" + policy.label("visit.ground", one.ground()),
                one.lastContactOn(),
                one.lastVisitOn(),
                one.dueOn());
    }

    private HashMap<Long, String> places(Actor.Office actor, List<ContactList.Row> rows) {
        var places = new HashMap<Long, String>();
        rows.forEach(row ->
                places.computeIfAbsent(row.codeNow(), code -> divisions.nameBelow(actor.unitCode(), row.code())));
        return places;
    }
}
