package org.rongyi.people.person.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.NumberMask;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 人员名册. */
@Controller
class PersonsController {

    private final PersonList list;
    private final UnitChoice units;
    private final Divisions divisions;
    private final Transactions transactions;
    private final Clock clock;

    PersonsController(PersonList list, UnitChoice units, Divisions divisions, Transactions transactions, Clock clock) {
        this.list = list;
        this.units = units;
        this.divisions = divisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The filter as it stands in the address. */
    record Query(
            @Nullable String q,
            @Nullable String unit,
            @Nullable Category category,
            @Nullable PersonStatus status) {}

    @GetMapping("/persons")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page list(Actor.Office actor, Query query, @RequestParam(defaultValue = "") String after) {
        var chosen = units.require(actor, text(query.unit()));
        boolean small = isSmall(actor, chosen.shown());
        var filter = filter(query, chosen, small);
        // by name or by village, an index is walked from where the list goes on: planned anew, the plan takes longer
        // than the answer
        var rows = transactions.readAlike(
                actor, () -> list.page(actor.scope(), filter, Cursor.parse(after, Long::valueOf)));
        var slice =
                Slice.of(rows, PersonList.PAGE, row -> new Cursor<>(row.code().value(), row.id()));
        return new PersonsPage(
                slice.rows(),
                places(actor, slice.rows()),
                filter,
                chosen,
                small,
                LocalDate.now(clock).getYear(),
                Permission.mayPerform(RegisterPerson.class, actor),
                slice.next());
    }

    @GetMapping({"/persons/export.xlsx", "/persons/print"})
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    void export(Actor.Office actor, Query query, HttpServletResponse response) {
        var chosen = units.require(actor, text(query.unit()));
        var filter = filter(query, chosen, isSmall(actor, chosen.shown()));
        var today = LocalDate.now(clock);
        var heading = new Heading(
                "人员名册",
                List.of(chosen.name() + "人员名册", "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + today),
                List.of("姓名", "性别", "出生年", "身份证号", "电话", "人员类别", "状态", "村（社区）", "小组或街路", "门牌", "所在", "负责联系"));
        transactions.read(actor, () -> {
            ListDownload.send(
                    response,
                    heading.under(said(filter)),
                    row -> list.each(actor.scope(), filter, person -> row.of(cells(actor, person))));
            return true;
        });
    }

    private static Conditions said(PersonList.Filter filter) {
        return new Conditions()
                .and("查找", NumberMask.inText(filter.text()))
                .and("类别", filter.category() == null ? null : filter.category().zh())
                .and("状态", filter.status() == null ? null : filter.status().zh());
    }

    private List<Object> cells(Actor.Office actor, PersonList.Row person) {
        var numbers = list.masked(person);
        return List.of(
                person.name(),
                person.male() ? "男" : "女",
                person.bornYear(),
                numbers.citizenId(),
                numbers.phone(),
                person.categoryNames(),
                person.status().zh(),
                divisions.nameBelow(actor.unitCode(), person.code()),
                person.groupName(),
                person.address(),
                person.kind().zh(),
                person.responsible());
    }

    /** A county or less: its rows may be looked at one by one. */
    private boolean isSmall(Actor.Office actor, DivisionCode shown) {
        return !actor.level().isAbove(Level.COUNTY)
                || !divisions.childLevel(shown).isAbove(Level.TOWN);
    }

    private static PersonList.Filter filter(Query query, UnitChoice.Chosen chosen, boolean small) {
        return new PersonList.Filter(
                text(query.q()), chosen.code(), small ? query.category() : null, small ? query.status() : null);
    }

    private Map<DivisionCode, String> places(Actor.Office actor, List<PersonList.Row> rows) {
        var places = new HashMap<DivisionCode, String>();
        rows.forEach(row -> places.computeIfAbsent(row.code(), code -> divisions.nameBelow(actor.unitCode(), code)));
        return places;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
