package org.rongyi.career.campaign.direct.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.direct.ApplyDirect;
import org.rongyi.career.campaign.direct.DirectApplications;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.list.ListFile;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 直通安置: who applied and how far each is, whole for Excel and for paper. */
@Controller
class DirectListController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final List<String> COLUMNS =
            List.of("姓名", "岗位", "谁报的名", "报名日期", "办到哪一步", "审查不通过的原因", "单位的文号", "意向的理由", "公示到", "撤回的原因");

    private final DirectApplications applications;
    private final PlacementPosts posts;
    private final ListFile file;
    private final CampaignDesk desk;
    private final Transactions transactions;

    DirectListController(
            DirectApplications applications,
            PlacementPosts posts,
            ListFile file,
            CampaignDesk desk,
            Transactions transactions) {
        this.applications = applications;
        this.posts = posts;
        this.file = file;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping({"/campaigns/{campaign}/direct/export.xlsx", "/campaigns/{campaign}/direct/print"})
    @Allow(act = ApplyDirect.class)
    void export(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response) {
        var one = transactions.read(actor, () -> desk.require(campaign, actor));
        var text = q.strip();
        var sheet = new ListFile.Sheet(DirectPolicy.name(one) + "报名", COLUMNS, new Conditions().and("姓名", text));
        file.send(actor, response, one, sheet, row -> {
            var published = posts.published(campaign).stream()
                    .collect(Collectors.toMap(PlacementPost::id, Function.identity()));
            applications.of(campaign).stream()
                    .filter(each -> each.name().contains(text))
                    .forEach(each -> row.of(cells(each, published)));
        });
    }

    private static List<@Nullable Object> cells(
            DirectApplications.Application one, Map<UUID, PlacementPost> published) {
        return Arrays.asList(
                one.name(),
                DirectController.name(one.post(), published),
                one.appliedBy(),
                LocalDate.ofInstant(one.applied(), ZONE),
                DirectController.state(one),
                one.refusedWhy(),
                one.paper(),
                one.reason(),
                one.noticeUntil(),
                one.withdrawnWhy());
    }
}
