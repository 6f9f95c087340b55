package org.rongyi.career.campaign.run.web;

import java.time.Instant;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.campaign.run.TakeFullFile;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 安置活动材料: the full files, for auditors. */
@Controller
class FilesController {

    private static final int BEHIND_RECEPTIONS = 49;

    private final Acts acts;
    private final TakeFullFile take;
    private final PlacementCampaigns campaigns;
    private final Runs runs;
    private final Transactions transactions;

    FilesController(Acts acts, TakeFullFile take, PlacementCampaigns campaigns, Runs runs, Transactions transactions) {
        this.acts = acts;
        this.take = take;
        this.campaigns = campaigns;
        this.runs = runs;
        this.transactions = transactions;
    }

    @Bean
    static MenuEntry campaignFilesDoor() {
        return new MenuEntry(
                "安置活动材料",
                "/campaign-files",
                Icon.DOCUMENT,
                BEHIND_RECEPTIONS,
                actor -> Permission.mayPerform(TakeFullFile.class, actor));
    }

    @GetMapping("/campaign-files")
    @Allow(act = TakeFullFile.class)
    Page list(Actor.Office actor, @RequestParam(defaultValue = "") String after) {
        return page(actor, after, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaign-files/{campaign}/{run}")
    @Allow(act = TakeFullFile.class)
    ResponseEntity<?> take(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID run,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var reason = typed.value("reason." + run);
        return switch (acts.perform(actor, take, new TakeFullFile.Command(id, campaign, run, reason))) {
            case TakeFullFile.Outcome.Taken ignored -> file(actor, campaign, run);
            case TakeFullFile.Outcome.NotFound() -> Answer.notFound();
            case TakeFullFile.Outcome.NoReason() ->
                Answer.invalid(
                        page(actor, typed.value("after"), typed, FieldErrors.of("reason." + run, "请写明用途，不超过 200 字")));
        };
    }

    private ResponseEntity<byte[]> file(Actor.Office actor, UUID campaign, UUID run) {
        return transactions.read(actor, () -> {
            var one = campaigns.find(campaign).orElseThrow();
            int position = runs.of(campaign).stream()
                    .filter(each -> each.id().equals(run))
                    .findFirst()
                    .orElseThrow()
                    .position();
            var name = ContentDisposition.attachment()
                    .filename(one.number() + "-" + position + "-full.json")
                    .build();
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                    .body(runs.file(run));
        });
    }

    private FilesPage page(Actor.Office actor, String after, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var slice = campaigns.page(actor.scope(), Cursor.parse(after, Instant::parse));
            var lines = slice.rows().stream().flatMap(one -> lines(one)).toList();
            return new FilesPage(lines, after, slice.next(), typed, errors);
        });
    }

    private java.util.stream.Stream<FilesPage.Line> lines(CampaignRecord one) {
        return runs.of(one.id()).stream().map(run -> new FilesPage.Line(one, run));
    }
}
