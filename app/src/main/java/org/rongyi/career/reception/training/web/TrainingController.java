package org.rongyi.career.reception.training.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.training.TrainingRoster;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 适应性培训名册: by place and year, searched, by pages, and whole for Excel and for paper. */
@Controller
class TrainingController {

    private static final int FIRST_YEAR = 2020;

    private final TrainingRoster roster;
    private final Divisions divisions;
    private final Transactions transactions;

    TrainingController(TrainingRoster roster, Divisions divisions, Transactions transactions) {
        this.roster = roster;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/receptions/training")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page list(
            Actor.Office actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String after) {
        var asked = asked(actor, q, year, place);
        return transactions.read(actor, () -> {
            var slice = roster.page(asked, Cursor.parse(after, LocalDate::parse));
            return new TrainingPage(
                    slice.rows().stream().map(one -> row(actor, one)).toList(),
                    roster.count(asked),
                    asked.text(),
                    asked.year(),
                    within(actor, place) == null ? "" : place,
                    years(),
                    places(actor),
                    slice.next());
        });
    }

    @GetMapping({"/receptions/training/export.xlsx", "/receptions/training/print"})
    @Allow(
            roles = {Role.OFFICER, Role.LEADER},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    void export(
            Actor.Office actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String place,
            HttpServletResponse response) {
        var asked = asked(actor, q, year, place);
        var where = within(actor, place);
        var heading = new Heading(
                        "适应性培训名册",
                        List.of(
                                actor.unitName() + "退役军人适应性培训名册（" + asked.year() + " 年报到）",
                                "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + divisions.today()),
                        List.of("姓名", "类别", "安置方式", "安置地", "退役日期", "报到日期", "应完成培训的日期"))
                .under(new Conditions()
                        .and("地区", where == null ? null : divisions.fullName(where))
                        .and("姓名", asked.text()));
        transactions.read(actor, () -> {
            ListDownload.send(
                    response,
                    heading,
                    row -> roster.list(asked, ListDownload.most()).forEach(one -> row.of(cells(actor, one))));
            return true;
        });
    }

    private List<@Nullable Object> cells(Actor.Office actor, TrainingRoster.Trainee one) {
        return Arrays.asList(
                one.name(),
                one.rank().zh(),
                one.mode(),
                divisions.nameBelow(actor.unitCode(), one.home()),
                one.discharged(),
                one.reported(),
                one.due());
    }

    private TrainingPage.Row row(Actor.Office actor, TrainingRoster.Trainee one) {
        var due = one.due();
        return new TrainingPage.Row(
                "/receptions/" + one.reception(),
                one.name(),
                one.rank().zh(),
                one.mode(),
                divisions.nameBelow(actor.unitCode(), one.home()),
                Words.day(one.reported()),
                due == null ? "那时没有规定" : Words.day(due));
    }

    private TrainingRoster.Filter asked(Actor.Office actor, String q, String year, String place) {
        var where = within(actor, place);
        int now = divisions.today().getYear();
        int chosen = year.matches("20[0-9]{2}") ? Integer.parseInt(year) : now;
        return new TrainingRoster.Filter(
                where == null ? actor.scope() : Scope.of(where),
                chosen < FIRST_YEAR || chosen > now ? now : chosen,
                q.strip());
    }

    /** A place of the reader's territory; none for any other, and then all of it is shown. */
    private static @Nullable DivisionCode within(Actor.Office actor, String place) {
        return DivisionCode.parse(place).filter(actor.scope()::covers).orElse(null);
    }

    private List<Option> years() {
        var years = new ArrayList<Option>();
        for (int year = divisions.today().getYear(); year >= FIRST_YEAR; year--) {
            years.add(Option.of(Integer.toString(year), year + " 年"));
        }
        return years;
    }

    private List<Option> places(Actor.Office actor) {
        return divisions.children(actor.unitCode(), divisions.today()).stream()
                .map(one -> Option.of(one.code().toString(), one.name()))
                .toList();
    }
}
