package org.rongyi.career.campaign.exam.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.exam.Exams;
import org.rongyi.career.campaign.exam.RegisterForExam;
import org.rongyi.career.campaign.exam.Sitting;
import org.rongyi.career.campaign.list.ExamPeopleList;
import org.rongyi.career.campaign.list.ListFile;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 考试报名名单: searched, by pages, and whole for Excel and for paper. */
@Controller
class ExamListController {

    private static final List<String> COLUMNS = List.of("姓名", "报名", "准考证号", "座位", "成绩");

    private final ExamPeopleList list;
    private final Exams exams;
    private final ListFile file;
    private final CampaignDesk desk;
    private final Transactions transactions;

    ExamListController(ExamPeopleList list, Exams exams, ListFile file, CampaignDesk desk, Transactions transactions) {
        this.list = list;
        this.exams = exams;
        this.file = file;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/exam/people")
    @Allow(act = RegisterForExam.class)
    Page list(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String after) {
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            var sitting = exams.find(campaign).orElseThrow(CampaignDesk::none);
            var filter = filter(q, kind);
            var slice = list.page(campaign, filter, Cursor.parse(after, name -> name));
            var rows = slice.rows().stream().map(who -> row(sitting, who)).toList();
            return new ExamPeoplePage(one, rows, filter, slice.next());
        });
    }

    @GetMapping({"/campaigns/{campaign}/exam/people/export.xlsx", "/campaigns/{campaign}/exam/people/print"})
    @Allow(act = RegisterForExam.class)
    void export(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            HttpServletResponse response) {
        var one = transactions.read(actor, () -> desk.require(campaign, actor));
        var sitting = transactions.read(actor, () -> exams.find(campaign).orElseThrow(CampaignDesk::none));
        var filter = filter(q, kind);
        var which = filter.which();
        var said = new Conditions().and("查找", filter.text()).when(which != null, which == null ? "" : which.zh());
        file.send(
                actor,
                response,
                one,
                new ListFile.Sheet("考试报名", COLUMNS, said),
                to -> list.each(campaign, filter, who -> {
                    var row = row(sitting, who);
                    to.of(List.of(row.name(), row.state(), row.ticket(), row.seat(), row.points()));
                }));
    }

    private static ExamPeopleList.Filter filter(String q, String kind) {
        var which = Arrays.stream(ExamPeopleList.ExamGroup.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
        return new ExamPeopleList.Filter(q.strip(), which.orElse(null));
    }

    private static ExamPeoplePage.Row row(Sitting sitting, ExamPeopleList.Row who) {
        var ticket = who.ticket();
        var room = who.room();
        var points = who.points();
        return new ExamPeoplePage.Row(
                who.id(),
                who.name(),
                who.state(),
                ticket == null ? "" : ticket.toString(),
                room == null ? "" : sitting.rooms().get(room - 1).name() + " " + who.seat(),
                points == null
                        ? ""
                        : points.stream()
                                .map(one -> one.stripTrailingZeros().toPlainString())
                                .collect(Collectors.joining("、")));
    }
}
