package org.rongyi.care.relief.found.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.found.Finding;
import org.rongyi.care.relief.found.Findings;
import org.rongyi.care.relief.found.SetFindingAside;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.people.person.Category;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 政策找人: the list of a station, a town or a county; from each line an application, or a reason for none. */
@Controller
class FindingsController {

    private static final int BEHIND_AIDS = 46;
    private static final String KIND = "relief.emergency.kind";
    private static final String YEARS = "relief.emergency.apply.years";

    private final Acts acts;
    private final SetFindingAside setAside;
    private final Findings findings;
    private final Policy policy;
    private final Divisions divisions;
    private final Transactions transactions;

    FindingsController(
            Acts acts,
            SetFindingAside setAside,
            Findings findings,
            Policy policy,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.setAside = setAside;
        this.findings = findings;
        this.policy = policy;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @Bean
    static MenuEntry findingsDoor() {
        return new MenuEntry(
                "政策找人",
                "/aid-findings",
                Icon.SEARCH,
                BEHIND_AIDS,
                actor -> Permission.mayPerform(SetFindingAside.class, actor));
    }

    @GetMapping("/aid-findings")
    @Allow(act = SetFindingAside.class)
    Page list(Actor.Office actor, @RequestParam(defaultValue = "") String after) {
        return page(actor, after, null, "", FieldErrors.none());
    }

    @PostMapping("/aid-findings/{need}/aside")
    @Allow(act = SetFindingAside.class)
    ResponseEntity<Page> setAside(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID need,
            @RequestParam(defaultValue = "") String after,
            @RequestParam Map<String, String> form) {
        return setAside(actor, id, need, after, form, "这条需求");
    }

    @PostMapping("/aid-findings/families/{person}/aside")
    @Allow(act = SetFindingAside.class)
    ResponseEntity<Page> setFamilyAside(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String after,
            @RequestParam Map<String, String> form) {
        return setAside(actor, id, person, after, form, "这件家庭变故");
    }

    private ResponseEntity<Page> setAside(
            Actor.Office actor, CommandId id, UUID found, String after, Map<String, String> form, String what) {
        var reason = form.getOrDefault(FindingsPage.field(found), "");
        return switch (acts.perform(actor, setAside, new SetFindingAside.Command(id, found, reason))) {
            case SetFindingAside.Outcome.SetAside ignored ->
                Answer.seeOther(FindingsPage.at(after), Flash.success("已记下理由，" + what + "不再提示。"));
            case SetFindingAside.Outcome.NotFound() -> Answer.notFound();
            case SetFindingAside.Outcome.NotFinding() ->
                refused(actor, after, found, reason, what + "不在名单里：已经代为申请、答复，或者已经写过理由");
            case SetFindingAside.Outcome.NoReason() -> refused(actor, after, found, reason, "请写明为什么不申请，不超过 200 字");
            case SetFindingAside.Outcome.LooksSecret(var secret) -> refused(actor, after, found, reason, secret.why());
        };
    }

    private ResponseEntity<Page> refused(Actor.Office actor, String after, UUID found, String reason, String why) {
        return Answer.invalid(page(actor, after, found, reason, FieldErrors.of(FindingsPage.field(found), why)));
    }

    private FindingsPage page(
            Actor.Office actor, String after, @Nullable UUID refused, String reason, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var slice = findings.page(actor.scope(), Cursor.parse(after, LocalDate::parse));
            return new FindingsPage(
                    actor.unitName(),
                    slice.rows().stream().map(this::row).toList(),
                    after,
                    slice.next(),
                    policy.number(YEARS, divisions.today()),
                    refused,
                    reason,
                    errors);
        });
    }

    private FindingsPage.Row row(Finding found) {
        var is = found.categories().stream().sorted().map(Category::zh).collect(Collectors.joining("、"));
        return switch (found.cause()) {
            case Finding.Asked(var need, var kind, var on) ->
                new FindingsPage.Row(
                        need,
                        "/aid-findings/" + need + "/aside",
                        found.name(),
                        divisions.fullName(found.code()),
                        Words.day(on) + "提出“" + policy.label("need.kind", kind) + "”，还没有答复；档案里是" + is + "，"
                                + why(found),
                        "看需求",
                        "/needs/" + need,
                        ways(found, need));
            case Finding.Bereaved(var ignored, var deceased, var on) ->
                new FindingsPage.Row(
                        found.person(),
                        "/aid-findings/families/" + found.person() + "/aside",
                        found.name(),
                        divisions.fullName(found.code()),
                        "档案里同住的" + deceased + " " + Words.day(on) + "去世；" + found.name() + "是" + is + "，" + why(found),
                        "看档案",
                        "/persons/" + found.person(),
                        ways(found, null));
        };
    }

    /** What it could be asked for as, and which rule says so. */
    private String why(Finding found) {
        var said = new ArrayList<String>();
        var hardship = found.hardship();
        if (hardship != null) {
            said.add("可以按“" + policy.label(Situation.LIST, hardship.name()) + "”申请困难帮扶援助（困难退役军人帮扶援助办法 第十条、第十一条）");
        }
        var emergency = found.emergency();
        if (emergency != null) {
            var years = policy.number(YEARS, divisions.today());
            said.add((hardship == null ? "" : "要是") + "因" + policy.label(KIND, emergency.name()) + "造成的严重困难，" + years
                    + " 年以内可以" + (hardship == null ? "" : "另外") + "申请应急救助（应急救助资金管理暂行办法，试行期满后沿用）");
        }
        return String.join("；", said) + "。";
    }

    /** The applications it leads to, begun with what is known. */
    private static List<FindingsPage.Way> ways(Finding found, @Nullable UUID need) {
        var ways = new ArrayList<FindingsPage.Way>();
        var person = "/persons/" + found.person();
        var hardship = found.hardship();
        if (hardship != null) {
            ways.add(new FindingsPage.Way("代为申请帮扶援助", person + "/aid?need=" + need + "&situation=" + hardship.name()));
        }
        var emergency = found.emergency();
        if (emergency != null) {
            var known = need == null ? "occurredOn=" + found.cause().on() : "need=" + need;
            ways.add(new FindingsPage.Way("代为申请应急救助", person + "/emergency?" + known + "&kind=" + emergency.name()));
        }
        return ways;
    }
}
