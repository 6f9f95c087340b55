package org.rongyi.career.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 阳光安置: the campaigns, by pages, and whole for Excel and for paper. */
@Controller
class CampaignListController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final List<String> COLUMNS =
            List.of("编号", "活动", "主办单位", "阶段", "拟定日期", "公示开始", "公示到", "填报志愿开始", "填报志愿截止");

    private final PlacementCampaigns campaigns;
    private final Divisions divisions;
    private final Transactions transactions;

    CampaignListController(PlacementCampaigns campaigns, Divisions divisions, Transactions transactions) {
        this.campaigns = campaigns;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns")
    @Allow(act = DraftCampaign.class)
    Page list(Actor.Office actor, @RequestParam(defaultValue = "") String after) {
        return transactions.read(actor, () -> {
            var slice = campaigns.page(actor.scope(), Cursor.parse(after, Instant::parse));
            return new CampaignsPage(slice.rows(), true, slice.next());
        });
    }

    @GetMapping({"/campaigns/export.xlsx", "/campaigns/print"})
    @Allow(act = DraftCampaign.class)
    void export(Actor.Office actor, HttpServletResponse response) {
        var heading = new Heading(
                "安置活动",
                List.of(
                        actor.unitName() + "安置活动台账",
                        "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + divisions.today()),
                COLUMNS);
        transactions.read(actor, () -> {
            ListDownload.send(response, heading, row -> each(actor, one -> row.of(cells(one))));
            return true;
        });
    }

    private void each(Actor.Office actor, Consumer<CampaignRecord> to) {
        String after = "";
        while (after != null) {
            var slice = campaigns.page(actor.scope(), Cursor.parse(after, Instant::parse));
            slice.rows().forEach(to);
            after = slice.next();
        }
    }

    private static List<@Nullable Object> cells(CampaignRecord one) {
        return Arrays.asList(
                one.number(),
                one.plan().title(),
                one.unitName(),
                CampaignsPage.stage(one),
                LocalDate.ofInstant(one.drafted(), ZONE),
                one.noticeFrom(),
                one.noticeUntil(),
                Words.moment(one.plan().opens()),
                Words.moment(one.plan().closes()));
    }
}
