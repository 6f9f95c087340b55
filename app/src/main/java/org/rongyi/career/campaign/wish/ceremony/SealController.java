package org.rongyi.career.campaign.wish.ceremony;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.sealed.SealingKey;
import org.rongyi.career.campaign.sealed.Share;
import org.rongyi.career.campaign.wish.MakeSealingKey;
import org.rongyi.career.campaign.wish.OpenWishes;
import org.rongyi.career.campaign.wish.OpenedWishes;
import org.rongyi.career.campaign.wish.ReceiveShare;
import org.rongyi.career.campaign.wish.SealedLists;
import org.rongyi.career.campaign.wish.SealingKeys;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.CommandReused;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 封存和开启: the office makes the key with three people from outside, and opens with two of them. What they type is not shown again. */
@Controller
class SealController {

    /** So many without a list are shown at once; the others are searched for. */
    private static final int MISSING = 20;

    private final Acts acts;
    private final MakeSealingKey make;
    private final ReceiveShare receive;
    private final OpenWishes open;
    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final SealingKeys keys;
    private final SealedLists lists;
    private final OpenedWishes opened;
    private final LostShares lost;
    private final Transactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SealController(
            Acts acts,
            MakeSealingKey make,
            ReceiveShare receive,
            OpenWishes open,
            PlacementCampaigns campaigns,
            Candidates candidates,
            SealingKeys keys,
            SealedLists lists,
            OpenedWishes opened,
            LostShares lost,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.make = make;
        this.receive = receive;
        this.open = open;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.keys = keys;
        this.lists = lists;
        this.opened = opened;
        this.lost = lost;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/campaigns/{campaign}/seal")
    @Allow(act = MakeSealingKey.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign, @RequestParam(defaultValue = "") String q) {
        return page(actor, campaign, q.strip(), Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/seal/key")
    @Allow(act = MakeSealingKey.class)
    ResponseEntity<Page> make(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var made = SealingKey.make(random);
        var named = IntStream.rangeClosed(1, SealingKey.SHARES)
                .mapToObj(n -> new MakeSealingKey.Named(
                        typed.value(MakeSealingKey.field("name", n)), typed.value(MakeSealingKey.field("body", n))))
                .toList();
        MakeSealingKey.Outcome outcome;
        try {
            outcome = acts.perform(actor, make, new MakeSealingKey.Command(id, campaign, made.key(), named));
        } catch (CommandReused again) {
            return Answer.seeOther(
                    "/campaigns/" + campaign + "/seal", Flash.info("密钥刚才已经制作，三份只显示一次。没有打印出来、交到保管人手里的，请重新制作。"));
        }
        return switch (outcome) {
            case MakeSealingKey.Outcome.Made ignored -> Answer.show(sheets(actor, campaign, made, named));
            case MakeSealingKey.Outcome.NotFound() -> Answer.notFound();
            case MakeSealingKey.Outcome.NotNow() ->
                invalid(actor, campaign, typed, FieldErrors.of("name1", "已经有人交了志愿，或者活动已经过了填报，密钥不能再换"));
            case MakeSealingKey.Outcome.Wanting(var field, var why) ->
                invalid(actor, campaign, typed, FieldErrors.of(field, why));
            case MakeSealingKey.Outcome.LooksSecret(var found) ->
                invalid(actor, campaign, typed, FieldErrors.of(found.field(), found.why()));
        };
    }

    private SharesPage sheets(
            Actor.Office actor, UUID campaign, SealingKey.Made made, List<MakeSealingKey.Named> named) {
        var number = transactions.read(
                actor, () -> campaigns.find(campaign).orElseThrow().number());
        return new SharesPage(
                number,
                made.shares().stream()
                        .map(share -> {
                            var holder = named.get(share.number() - 1);
                            return new SharesPage.Sheet(share.number(), holder.name(), holder.body(), share.text());
                        })
                        .toList(),
                "/campaigns/" + campaign + "/seal");
    }

    @PostMapping("/campaigns/{campaign}/seal/receipts")
    @Allow(act = ReceiveShare.class)
    ResponseEntity<Page> receive(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var errors = FieldErrors.none();
        var share = share(new Typed(fields), "share", errors);
        if (share.isEmpty()) {
            return invalid(actor, campaign, Typed.empty(), errors);
        }
        return switch (acts.perform(actor, receive, new ReceiveShare.Command(id, campaign, share.get()))) {
            case ReceiveShare.Outcome.Received(var ignored, var number) ->
                Answer.seeOther("/campaigns/" + campaign + "/seal", Flash.success("第 " + number + " 号份额核对无误，已收下。"));
            case ReceiveShare.Outcome.NotFound() -> Answer.notFound();
            case ReceiveShare.Outcome.NotOfThisKey() ->
                invalid(
                        actor,
                        campaign,
                        Typed.empty(),
                        FieldErrors.of("share", "第 " + share.get().number() + " 号份额不是这把密钥的，可能是另一次活动或者换掉的那一把的"));
            case ReceiveShare.Outcome.Already(var number) ->
                invalid(actor, campaign, Typed.empty(), FieldErrors.of("share", "第 " + number + " 号份额已经核对过了"));
        };
    }

    @PostMapping("/campaigns/{campaign}/seal/opening")
    @Allow(act = OpenWishes.class)
    ResponseEntity<Page> open(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var errors = FieldErrors.none();
        var one = share(typed, "one", errors);
        var other = share(typed, "other", errors);
        if (one.isEmpty() || other.isEmpty()) {
            return invalid(actor, campaign, Typed.empty(), errors);
        }
        var command = new OpenWishes.Command(id, campaign, one.get(), other.get());
        return switch (acts.perform(actor, open, command)) {
            case OpenWishes.Outcome.Opened(var ignored, var all, var troubles) ->
                Answer.seeOther(
                        "/campaigns/" + campaign + "/seal",
                        troubles == 0
                                ? Flash.success("已开启 " + all + " 份志愿，都与回执上的承诺相符。")
                                : Flash.success("已开启 " + all + " 份志愿，其中 " + troubles + " 份不算数，原因列在下面。"));
            case OpenWishes.Outcome.NotFound() -> Answer.notFound();
            case OpenWishes.Outcome.TooEarly() ->
                invalid(actor, campaign, Typed.empty(), FieldErrors.of("one", "填报还没有截止，谁也不能开启"));
            case OpenWishes.Outcome.AlreadyOpened() ->
                invalid(actor, campaign, Typed.empty(), FieldErrors.of("one", "已经开启过了，一次活动只开启一次"));
            case OpenWishes.Outcome.StillOpen(var reasons) ->
                invalid(
                        actor,
                        campaign,
                        Typed.empty(),
                        FieldErrors.of("one", String.join("；", reasons) + "。核对了，或者由负责人撤下录错的，再开启"));
            case OpenWishes.Outcome.WrongShare(var number, var why) ->
                invalid(
                        actor,
                        campaign,
                        Typed.empty(),
                        FieldErrors.of(number == one.get().number() ? "one" : "other", why + "，没有开启"));
        };
    }

    private static Optional<Share> share(Typed typed, String field, FieldErrors errors) {
        try {
            return Optional.of(Share.parse(typed.value(field)));
        } catch (Share.Mistyped e) {
            errors.add(field, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private ResponseEntity<Page> invalid(Actor.Office actor, UUID campaign, Typed typed, FieldErrors errors) {
        return Answer.invalid(page(actor, campaign, "", typed, errors));
    }

    private SealPage page(Actor.Office actor, UUID id, String query, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var campaign = campaigns
                    .find(id, actor.scope())
                    .filter(one -> one.unit().equals(actor.unit()))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var key = keys.of(id).orElse(null);
            var opening = opened.opening(id).orElse(null);
            var people = candidates.of(id);
            var handed = lists.who(id);
            boolean isClosed = !clock.instant().isBefore(campaign.plan().closes());
            boolean isTaking = campaign.takesWishes(clock.instant());
            var missing = isTaking ? missing(people, handed, query) : List.<Candidate>of();
            boolean isOn = campaign.calledOff() == null && campaign.stage().compareTo(CampaignStage.WISHES) <= 0;
            return new SealPage(
                    campaign,
                    key,
                    people.stream().filter(one -> handed.contains(one.id())).count(),
                    people.size(),
                    missing.stream().limit(MISSING).map(SealController::missing).toList(),
                    missing.size(),
                    isTaking ? query : "",
                    isOn && !isClosed && handed.isEmpty() && opening == null,
                    campaign.isIn(CampaignStage.WISHES) && isClosed && opening == null && key != null && key.isReady(),
                    isOn && isClosed && (key == null || !key.isReady()),
                    opening,
                    opening == null ? List.of() : troubles(id),
                    lost.words(),
                    typed,
                    errors);
        });
    }

    private static List<Candidate> missing(List<Candidate> people, Set<UUID> handed, String query) {
        return people.stream()
                .filter(one -> !handed.contains(one.id()) && one.name().contains(query))
                .toList();
    }

    private static SealPage.Missing missing(Candidate one) {
        return new SealPage.Missing(one.name(), "/campaigns/" + one.campaign() + "/wishes/" + one.id());
    }

    private List<SealPage.Trouble> troubles(UUID campaign) {
        var people = candidates.of(campaign).stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        return opened.of(campaign).stream()
                .filter(one -> !one.counts())
                .map(one -> {
                    var who = people.get(one.candidate());
                    var why = String.valueOf(one.trouble()) + (one.detail().isEmpty() ? "" : "（" + one.detail() + "）");
                    return who == null
                            ? new SealPage.Trouble("已退出", "", why)
                            : new SealPage.Trouble(who.name(), who.pseudonym(), why);
                })
                .toList();
    }
}
