package org.rongyi.career.campaign.mutual.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.mutual.Applicants;
import org.rongyi.career.campaign.mutual.Phase;
import org.rongyi.career.campaign.mutual.Picks;
import org.rongyi.career.campaign.mutual.Receivers;
import org.rongyi.career.campaign.mutual.TakeApplicant;
import org.rongyi.career.campaign.mutual.TakeOutcome;
import org.rongyi.career.campaign.mutual.UnitPosts;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 双选, for a receiving unit: its own posts, who applied for them, and whom it takes. */
@Controller
class RecruitController {

    private static final int BEHIND_HOME = 1;

    private final Acts acts;
    private final TakeApplicant take;
    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final UnitPosts own;
    private final Receivers receivers;
    private final Applicants applicants;
    private final Picks picks;
    private final MutualDesk desk;
    private final Transactions transactions;
    private final Clock clock;

    RecruitController(
            Acts acts,
            TakeApplicant take,
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            UnitPosts own,
            Receivers receivers,
            Applicants applicants,
            Picks picks,
            MutualDesk desk,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.take = take;
        this.campaigns = campaigns;
        this.posts = posts;
        this.own = own;
        this.receivers = receivers;
        this.applicants = applicants;
        this.picks = picks;
        this.desk = desk;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static MenuEntry recruitingDoor() {
        return new MenuEntry(
                        "双选",
                        "/recruiting",
                        Icon.PEOPLE,
                        BEHIND_HOME,
                        actor -> Permission.mayPerform(TakeApplicant.class, actor))
                .forOutside();
    }

    @GetMapping("/recruiting")
    @Allow(act = TakeApplicant.class)
    Page list(Actor.Office actor, @RequestParam(defaultValue = "") String after) {
        return transactions.read(actor, () -> {
            var slice = own.page(actor.unit(), Cursor.parse(after, text -> text));
            return new RecruitingPage(
                    slice.rows().stream()
                            .map(one -> row(posts.find(one).orElseThrow()))
                            .toList(),
                    slice.next());
        });
    }

    private RecruitingPage.Row row(PlacementPost post) {
        var campaign = campaigns.find(post.campaign()).orElseThrow();
        var phase = Phase.of(campaign, clock.instant());
        return new RecruitingPage.Row(
                "/recruiting/" + post.id(),
                post.code() + " " + post.title(),
                campaign.plan().title(),
                phase.words(campaign),
                post.seats(),
                Picks.taken(picks.of(campaign.id()), post.id()),
                phase.isShown() ? applicants.count(post.id()) : -1);
    }

    @GetMapping("/recruiting/{offered}")
    @Allow(act = TakeApplicant.class)
    Page show(Actor.Office actor, @PathVariable UUID offered, @RequestParam MultiValueMap<String, String> fields) {
        return page(actor, offered, new Typed(fields), "");
    }

    @PostMapping("/recruiting/{offered}/taking")
    @Allow(act = TakeApplicant.class)
    ResponseEntity<Page> take(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID offered,
            @RequestParam MultiValueMap<String, String> fields) {
        var application = new Typed(fields).id("application");
        var command = new TakeApplicant.Command(id, offered, application == null ? new UUID(0, 0) : application);
        return switch (acts.perform(actor, take, command)) {
            case TakeOutcome.Taken _, TakeOutcome.Entered _ ->
                Answer.seeOther("/recruiting/" + offered, Flash.success("已选定，姓名在下面。"));
            case TakeOutcome.NotFound() -> Answer.notFound();
            case TakeOutcome refused -> Answer.invalid(page(actor, offered, Typed.empty(), TakeWords.why(refused)));
        };
    }

    private RecruitPage page(Actor.Office actor, UUID id, Typed typed, String refused) {
        return transactions.read(actor, () -> {
            var post = posts.find(id)
                    .filter(one -> one.published() && receivers.isOf(one, actor))
                    .orElseThrow(CampaignDesk::none);
            var view = campaigns.find(post.campaign()).flatMap(desk::view).orElseThrow(CampaignDesk::none);
            var names = new HashMap<UUID, String>();
            view.picks().stream()
                    .filter(one -> one.post().equals(id))
                    .forEach(one ->
                            applicants.name(one.candidate()).ifPresent(name -> names.put(one.candidate(), name)));
            int after = typed.value("after").matches("[0-9]{1,6}") ? Integer.parseInt(typed.value("after")) : 0;
            var words = typed.value("q");
            var found = view.phase().isShown() ? applicants.page(id, words, after) : List.<Applicants.Applicant>of();
            boolean more = found.size() > Applicants.PAGE;
            var shown = more ? found.subList(0, Applicants.PAGE) : found;
            return new RecruitPage(
                    view, post, shown, words, more ? shown.getLast().rank() : null, names, refused);
        });
    }
}
