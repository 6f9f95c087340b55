package org.rongyi.career.campaign.slip.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.slip.Slip;
import org.rongyi.career.campaign.slip.Slips;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.QrCode;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 我的安置结果 and 个人凭单: nobody but himself. */
@Controller
class OwnResultController {

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Slips slips;
    private final Transactions transactions;
    private final String outside;

    OwnResultController(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Slips slips,
            Transactions transactions,
            Environment environment) {
        this.outside = environment.getProperty("rongyi.address", "").strip().replaceAll("/+$", "");
        this.campaigns = campaigns;
        this.posts = posts;
        this.slips = slips;
        this.transactions = transactions;
    }

    @GetMapping("/me/campaigns/{campaign}/slip")
    @Allow(self = true)
    Page show(Actor.Self actor, @PathVariable UUID campaign) {
        return transactions.read(actor, () -> {
            var kept = slips.own(campaign, actor.person()).orElseThrow(OwnResultController::none);
            var one = campaigns.find(campaign).orElseThrow(OwnResultController::none);
            var titles = titles(one);
            return new OwnResultPage(one, Slip.read(kept.bytes(), titles), titles, kept.head(), code(one, kept.head()));
        });
    }

    @GetMapping(value = "/me/campaigns/{campaign}/slip.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(self = true)
    ResponseEntity<byte[]> file(Actor.Self actor, @PathVariable UUID campaign) {
        var kept = transactions.read(
                actor, () -> slips.own(campaign, actor.person()).orElseThrow(OwnResultController::none));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("slip.json")
                                .build()
                                .toString())
                .body(kept.bytes());
    }

    private Map<String, String> titles(CampaignRecord one) {
        return posts.published(one.id()).stream()
                .collect(Collectors.toMap(PlacementPost::code, post -> post.title() + "（" + post.unit() + "）"));
    }

    /** The page that checks, with the head in the part of the address that no server sees. */
    private QrCode code(CampaignRecord one, String head) {
        var base = outside.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : outside;
        return QrCode.of("打开核对的页面", base + "/sunshine/check?campaign=" + one.number() + "#head=" + head);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
