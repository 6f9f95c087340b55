package org.rongyi.career.campaign.live.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.live.LivePolicy;
import org.rongyi.career.campaign.live.LiveTurn;
import org.rongyi.career.campaign.live.OnTimeout;
import org.rongyi.career.campaign.live.PauseLive;
import org.rongyi.career.campaign.live.PlanLive;
import org.rongyi.career.campaign.live.RollCall;
import org.rongyi.career.campaign.live.choice.CallRoll;
import org.rongyi.career.campaign.live.choice.ChooseAtWindow;
import org.rongyi.career.campaign.live.choice.Choosing;
import org.rongyi.career.campaign.live.choice.LiveOutcome;
import org.rongyi.career.campaign.live.choice.StartLive;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 现场选岗, at the table: its rule, its start, choices entered at the window, pauses. */
@Controller
class LiveController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LATEST_YEAR = 2200;

    private final Acts acts;
    private final PlanLive plan;
    private final StartLive start;
    private final ChooseAtWindow window;
    private final PauseLive pause;
    private final CallRoll roll;
    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final Choosing choosing;
    private final LiveDesk desk;
    private final Policy policy;
    private final Divisions divisions;
    private final Transactions transactions;

    LiveController(
            Acts acts,
            PlanLive plan,
            StartLive start,
            ChooseAtWindow window,
            PauseLive pause,
            CallRoll roll,
            PlacementCampaigns campaigns,
            Candidates candidates,
            Choosing choosing,
            LiveDesk desk,
            Policy policy,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.plan = plan;
        this.start = start;
        this.window = window;
        this.pause = pause;
        this.roll = roll;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.choosing = choosing;
        this.desk = desk;
        this.policy = policy;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/live")
    @Allow(act = PlanLive.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign) {
        return page(actor, campaign, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/live/plan")
    @Allow(act = PlanLive.class)
    ResponseEntity<Page> plan(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        if (typed.value("without").equals("yes")) {
            return planned(actor, typed, new PlanLive.Command(id, campaign, 1, null, null, Instant.EPOCH));
        }
        var timeout = Arrays.stream(OnTimeout.values())
                .filter(one -> one.name().equals(typed.value("onTimeout")))
                .findFirst();
        if (timeout.isEmpty()) {
            return invalid(actor, campaign, typed, FieldErrors.of("onTimeout", "请选择超时怎么办"));
        }
        var minutes = typed.value("minutes").strip();
        if (!minutes.matches("[0-9]{1,3}")) {
            return invalid(actor, campaign, typed, FieldErrors.of("minutes", "请填写每人几分钟，1 到 60"));
        }
        var absent = typed.value("absentSeconds").strip();
        if (!absent.matches("[0-9]{0,4}")) {
            return invalid(actor, campaign, typed, FieldErrors.of("absentSeconds", "请填写秒数；不点名的不填"));
        }
        var starts = starts(typed);
        if (starts.isEmpty()) {
            return invalid(actor, campaign, typed, FieldErrors.of("startsOn", "请填写哪天几点开始，钟点写成 09:00"));
        }
        return planned(
                actor,
                typed,
                new PlanLive.Command(
                        id,
                        campaign,
                        Integer.parseInt(minutes),
                        timeout.get(),
                        absent.isEmpty() ? null : Integer.valueOf(absent),
                        starts.get()));
    }

    private static Optional<Instant> starts(Typed typed) {
        try {
            var at = LocalTime.parse(typed.value("startsAt").strip());
            return typed.day("startsOn")
                    .filter(day -> day.getYear() > 1900 && day.getYear() < LATEST_YEAR)
                    .map(day -> day.atTime(at).atZone(ZONE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private ResponseEntity<Page> planned(Actor.Office actor, Typed typed, PlanLive.Command command) {
        var campaign = command.campaign();
        return switch (acts.perform(actor, plan, command)) {
            case PlanLive.Outcome.Planned ignored ->
                done(campaign, command.onTimeout() == null ? "不办现场选岗，按封存的志愿选。" : "已定，随方案公布。");
            case PlanLive.Outcome.NotFound() -> Answer.notFound();
            case PlanLive.Outcome.Frozen() -> invalid(actor, campaign, typed, FieldErrors.of("minutes", "方案已经批准，不能再改"));
            case PlanLive.Outcome.NotFirst() ->
                invalid(actor, campaign, typed, FieldErrors.of("minutes", "方案第一种方式是积分选岗、后面只有指令性分配的，才可以现场选；请先改方案"));
            case PlanLive.Outcome.Wanting(var field, var why) ->
                invalid(actor, campaign, typed, FieldErrors.of(field, why));
        };
    }

    @PostMapping("/campaigns/{campaign}/live/start")
    @Allow(act = StartLive.class)
    ResponseEntity<Page> start(Actor.Office actor, CommandId id, @PathVariable UUID campaign) {
        return switch (acts.perform(actor, start, new StartLive.Command(id, campaign))) {
            case StartLive.Outcome.Started ignored -> done(campaign, "选岗开始了。");
            case StartLive.Outcome.NotFound() -> Answer.notFound();
            case StartLive.Outcome.NotNow() -> refused(actor, campaign, "抽签公布、志愿开启以后才能开始，只开始一次。");
            case StartLive.Outcome.TooEarly() -> refused(actor, campaign, "还没有到公布的开始时间，不能提前。");
            case StartLive.Outcome.ScoreWrong(var reasons) ->
                refused(actor, campaign, "有得分有错，纠正以后才能开始：" + String.join("；", reasons) + "。");
            case StartLive.Outcome.Nobody() -> refused(actor, campaign, "没有参加人，不能开始。");
        };
    }

    @PostMapping("/campaigns/{campaign}/live/window")
    @Allow(act = ChooseAtWindow.class)
    ResponseEntity<Page> window(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var whom = OwnLiveController.id(typed.value("candidate"));
        var post = OwnLiveController.id(typed.value("post"));
        if (whom == null) {
            return Answer.notFound();
        }
        var passes = typed.value("act").equals("pass");
        if (post == null && !passes) {
            return invalid(actor, campaign, typed, FieldErrors.of("post", "请选一个岗位；放弃的，按“登记放弃这次选岗”"));
        }
        var command = new ChooseAtWindow.Command(id, campaign, whom, passes ? null : post, typed.value("words"));
        return switch (acts.perform(actor, window, command)) {
            case LiveOutcome.Chosen ignored -> done(campaign, "已代录。");
            case LiveOutcome.Passed ignored -> done(campaign, "已登记放弃这次选岗。");
            case LiveOutcome.NotFound() -> Answer.notFound();
            case LiveOutcome.NotHisTurn ignored -> refused(actor, campaign, "刚才那位的一轮已经结束，没有代录；下面是现在轮到的人。");
            case LiveOutcome refused -> invalid(actor, campaign, typed, LiveWords.refused(refused));
        };
    }

    @PostMapping("/campaigns/{campaign}/live/roll")
    @Allow(act = CallRoll.class)
    ResponseEntity<Page> roll(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var command = new CallRoll.Command(
                id, campaign, ids(fields, "called"), ids(fields, "absent"), typed.value("rollWords"));
        return switch (acts.perform(actor, roll, command)) {
            case CallRoll.Outcome.Called(var ignored, var absent) ->
                done(campaign, absent == 0 ? "点过名，都到了。" : "点过名，未到 " + absent + " 人；来了的可以撤掉，本人也可以在手机上说“我到了”。");
            case CallRoll.Outcome.NotFound() -> Answer.notFound();
            case CallRoll.Outcome.NotNow() -> refused(actor, campaign, "选岗没有在进行，或者方案没有定点名，没有记。");
            case CallRoll.Outcome.NoWords() ->
                invalid(actor, campaign, typed, FieldErrors.of("rollWords", "请写明谁点的名、谁在场见证，不超过 100 字"));
            case CallRoll.Outcome.LooksSecret(var found) ->
                invalid(actor, campaign, typed, FieldErrors.of("rollWords", found.why()));
        };
    }

    private static Set<UUID> ids(MultiValueMap<String, String> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(OwnLiveController::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @PostMapping("/campaigns/{campaign}/live/pause")
    @Allow(act = PauseLive.class)
    ResponseEntity<Page> pause(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var why = typed.value("goOn").equals("yes") ? null : typed.value("why");
        return switch (acts.perform(actor, pause, new PauseLive.Command(id, campaign, why))) {
            case PauseLive.Outcome.Paused ignored -> done(campaign, "已暂停，时间停着。");
            case PauseLive.Outcome.GoesOn ignored -> done(campaign, "继续选岗，停着的时间已补回。");
            case PauseLive.Outcome.NotFound() -> Answer.notFound();
            case PauseLive.Outcome.NotNow() -> refused(actor, campaign, "选岗没有在进行，或者已经是这样了。");
            case PauseLive.Outcome.NoReason() ->
                invalid(actor, campaign, typed, FieldErrors.of("why", "请写明为什么暂停，不超过 100 字"));
            case PauseLive.Outcome.LooksSecret(var found) ->
                invalid(actor, campaign, typed, FieldErrors.of("why", found.why()));
        };
    }

    private static ResponseEntity<Page> done(UUID campaign, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/live", Flash.success(words));
    }

    private ResponseEntity<Page> invalid(Actor.Office actor, UUID campaign, Typed typed, FieldErrors errors) {
        return Answer.invalid(page(actor, campaign, typed, errors));
    }

    /** What no field could be blamed for; nothing typed for somebody else is kept. */
    private ResponseEntity<Page> refused(Actor.Office actor, UUID campaign, String why) {
        return Answer.invalid(page(actor, campaign, Typed.empty(), FieldErrors.none(), why));
    }

    private LivePage page(Actor.Office actor, UUID id, Typed typed, FieldErrors errors) {
        return page(actor, id, typed, errors, "");
    }

    private LivePage page(Actor.Office actor, UUID id, Typed typed, FieldErrors errors, String why) {
        return transactions.read(actor, () -> {
            var campaign = campaigns
                    .find(id, actor.scope())
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var view = desk.view(campaign).orElse(null);
            var whom = view == null
                    ? null
                    : view.current()
                            .map(LiveTurn::candidate)
                            .flatMap(candidates::find)
                            .orElse(null);
            return new LivePage(
                    campaign,
                    view,
                    policy.number(LivePolicy.MINUTES, divisions.today()),
                    policy.number(LivePolicy.ABSENT_SECONDS, divisions.today()),
                    campaign.plan().mayBeLive(),
                    whom,
                    options(view, whom),
                    roll(view, id),
                    absent(view),
                    mayAct(actor, campaign),
                    typed,
                    errors,
                    why);
        });
    }

    private static boolean mayAct(Actor.Office actor, CampaignRecord campaign) {
        return campaign.unit().equals(actor.unit()) && Permission.mayPerform(PlanLive.class, actor);
    }

    /** Those who come next, by name; before them whose turn runs where he was absent. */
    private List<Option> roll(@Nullable LiveView view, UUID campaign) {
        if (view == null || !view.callsRoll()) {
            return List.of();
        }
        var names = candidates.of(campaign).stream().collect(Collectors.toMap(Candidate::id, Candidate::name));
        return RollCall.listed(view.turns()).stream()
                .limit(LivePage.ROLL)
                .map(turn -> Option.of(
                        turn.candidate().toString(),
                        "第 " + turn.position() + " 位 " + names.getOrDefault(turn.candidate(), turn.pseudonym())))
                .toList();
    }

    private static Set<String> absent(@Nullable LiveView view) {
        return view == null
                ? Set.of()
                : view.turns().stream()
                        .filter(turn -> turn.absent() != null)
                        .map(turn -> turn.candidate().toString())
                        .collect(Collectors.toSet());
    }

    private List<Option> options(@Nullable LiveView view, @Nullable Candidate whom) {
        if (view == null || whom == null) {
            return List.of();
        }
        var refused = choosing.refused(whom);
        var kept = choosing.mayHaveKept(whom);
        return view.posts().stream()
                .filter(post -> !refused.contains(post.id())
                        && view.seats().seat(post.id(), kept).isPresent())
                .map(post -> Option.of(post.id().toString(), post.code() + " " + post.unit() + " " + post.title()))
                .toList();
    }
}
