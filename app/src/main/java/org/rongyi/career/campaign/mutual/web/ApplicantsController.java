package org.rongyi.career.campaign.mutual.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.list.ListFile;
import org.rongyi.career.campaign.mutual.PostApplications;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 申请名册 of 网上双选: the people behind the number on its page, for paper and for Excel; for how many posts, never for which. */
@Controller
class ApplicantsController {

    private static final List<String> COLUMNS = List.of("姓名", "代号", "申请了几个岗位", "最后一次申请");

    private final PostApplications applications;
    private final ListFile file;
    private final CampaignDesk desk;
    private final Transactions transactions;

    ApplicantsController(PostApplications applications, ListFile file, CampaignDesk desk, Transactions transactions) {
        this.applications = applications;
        this.file = file;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping({"/campaigns/{campaign}/online/export.xlsx", "/campaigns/{campaign}/online/print"})
    @Allow(act = DraftCampaign.class)
    void export(Actor.Office actor, @PathVariable UUID campaign, HttpServletResponse response) {
        var one = transactions.read(actor, () -> desk.require(campaign, actor));
        file.send(
                actor,
                response,
                one,
                ListFile.Sheet.whole("网上双选申请名册", COLUMNS, "/campaigns/" + campaign + "/online"),
                row -> applications.eachTurnout(
                        campaign,
                        who -> row.of(List.of(who.name(), who.pseudonym(), who.posts(), Words.moment(who.last())))));
    }
}
