package org.rongyi.career.campaign.objection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.list.ListFile;
import org.rongyi.career.campaign.objection.NoticeObjections;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 公示异议 of a campaign: by pages, and whole for Excel and for paper, where no telephone is written. */
@Controller
class NoticeObjectionListController {

    private static final List<String> COLUMNS =
            List.of("编号", "日期", "谁提的", "从哪里来", "对什么", "哪里不对", "答复的期限", "结论", "书面答复", "答复日期", "答复人", "谁的得分有错");

    private final NoticeObjections objections;
    private final ListFile file;
    private final CampaignDesk desk;
    private final Transactions transactions;

    NoticeObjectionListController(
            NoticeObjections objections, ListFile file, CampaignDesk desk, Transactions transactions) {
        this.objections = objections;
        this.file = file;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/objections")
    @Allow(act = DraftCampaign.class)
    Page list(Actor.Office actor, @PathVariable UUID campaign, @RequestParam(defaultValue = "") String after) {
        return transactions.read(actor, () -> {
            var one = desk.requireOwn(campaign, actor);
            var slice = objections.page(campaign, Cursor.parse(after, LocalDate::parse));
            return new NoticeObjectionsPage(one, slice.rows(), objections.counts(campaign), slice.next());
        });
    }

    @GetMapping({"/campaigns/{campaign}/objections/export.xlsx", "/campaigns/{campaign}/objections/print"})
    @Allow(act = DraftCampaign.class)
    void export(Actor.Office actor, @PathVariable UUID campaign, HttpServletResponse response) {
        var one = transactions.read(actor, () -> desk.requireOwn(campaign, actor));
        file.send(
                actor,
                response,
                one,
                ListFile.Sheet.whole("公示异议", COLUMNS, "/campaigns/" + campaign + "/objections"),
                row -> objections.each(campaign, found -> row.of(cells(found))));
    }

    private static List<@Nullable Object> cells(NoticeObjections.One one) {
        var answer = one.answer();
        var concerned = one.concerned();
        return Arrays.asList(
                one.number(),
                one.filedOn(),
                one.by().name(),
                one.filedBy(),
                one.ofResult() ? "结果" : "岗位和得分",
                one.grounds(),
                one.answerBy(),
                answer == null ? "还没有答复" : answer.ruling().zh(),
                answer == null ? "" : answer.text(),
                answer == null ? null : answer.on(),
                answer == null ? "" : answer.by(),
                concerned == null ? "" : concerned.name());
    }
}
