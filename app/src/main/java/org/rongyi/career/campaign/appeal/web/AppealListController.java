package org.rongyi.career.campaign.appeal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.appeal.Appeals;
import org.rongyi.career.campaign.list.ListFile;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 资格审查台账: who may not have which post, who asked for another look and what came of it, for Excel and for paper. */
@Controller
class AppealListController {

    private static final List<String> COLUMNS =
            List.of("姓名", "代号", "不能报的岗位", "为什么", "情况", "申请复核", "申请的理由", "谁提出的", "复核", "书面答复", "答复日期", "答复人");

    private final Appeals appeals;
    private final ListFile file;
    private final CampaignDesk desk;
    private final Transactions transactions;

    AppealListController(Appeals appeals, ListFile file, CampaignDesk desk, Transactions transactions) {
        this.appeals = appeals;
        this.file = file;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping({"/campaigns/{campaign}/appeals/export.xlsx", "/campaigns/{campaign}/appeals/print"})
    @Allow(act = DraftCampaign.class)
    void export(Actor.Office actor, @PathVariable UUID campaign, HttpServletResponse response) {
        var one = transactions.read(actor, () -> desk.require(campaign, actor));
        file.send(
                actor,
                response,
                one,
                ListFile.Sheet.whole("资格审查", COLUMNS, "/campaigns/" + campaign + "/candidates"),
                row -> appeals.each(campaign, line -> row.of(cells(one, line))));
    }

    private static List<@Nullable Object> cells(CampaignRecord campaign, Appeals.Line line) {
        var look = line.look();
        var asked = look.asked();
        var decided = asked == null ? null : asked.decided();
        return Arrays.asList(
                line.name(),
                line.pseudonym(),
                look.post(),
                look.why(),
                AppealsPage.state(campaign, look),
                asked == null ? null : asked.on(),
                asked == null ? "" : asked.words(),
                asked == null ? "" : asked.by(),
                decided == null ? "" : decided.upheld() ? "维持" : "撤销",
                decided == null ? "" : decided.answer(),
                decided == null ? null : decided.on(),
                decided == null ? "" : decided.by());
    }
}
