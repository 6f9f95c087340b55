package org.rongyi.care.relief.found.web;

import java.time.LocalDate;
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
        var reason = form.getOrDefault(FindingsPage.field(need), "");
        return switch (acts.perform(actor, setAside, new SetFindingAside.Command(id, need, reason))) {
            case SetFindingAside.Outcome.SetAside ignored ->
                Answer.seeOther(FindingsPage.at(after), Flash.success("已记下理由，这条需求不再提示。"));
            case SetFindingAside.Outcome.NotFound() -> Answer.notFound();
            case SetFindingAside.Outcome.NotFinding() ->
                refused(actor, after, need, reason, "这条需求不在名单里：已经代为申请、答复，或者已经写过理由");
            case SetFindingAside.Outcome.NoReason() -> refused(actor, after, need, reason, "请写明为什么不申请，不超过 200 字");
            case SetFindingAside.Outcome.LooksSecret(var found) -> refused(actor, after, need, reason, found.why());
        };
    }

    private ResponseEntity<Page> refused(Actor.Office actor, String after, UUID need, String reason, String why) {
        return Answer.invalid(page(actor, after, need, reason, FieldErrors.of(FindingsPage.field(need), why)));
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
                    refused,
                    reason,
                    errors);
        });
    }

    private FindingsPage.Row row(Finding found) {
        var situation = policy.label(Situation.LIST, found.situation().name());
        var is = found.categories().stream().sorted().map(Category::zh).collect(Collectors.joining("、"));
        var why = Words.day(found.askedOn()) + "提出“" + policy.label("need.kind", found.kind()) + "”，还没有答复；档案里是" + is
                + "，可以按“" + situation + "”申请（困难退役军人帮扶援助办法 第十条、第十一条）。";
        return new FindingsPage.Row(
                found.need(),
                found.name(),
                divisions.fullName(found.code()),
                why,
                "/persons/" + found.person() + "/aid?need=" + found.need() + "&situation="
                        + found.situation().name());
    }
}
