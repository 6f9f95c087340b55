package org.rongyi.care.fund.raising.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.GivingPlatforms;
import org.rongyi.care.fund.raising.Disclosures;
import org.rongyi.care.fund.raising.DueDisclosures;
import org.rongyi.care.fund.raising.PlanEnds;
import org.rongyi.care.fund.raising.PublishDisclosure;
import org.rongyi.care.fund.raising.RaisingPlan;
import org.rongyi.care.fund.raising.RaisingPlans;
import org.rongyi.care.fund.raising.RecordFiling;
import org.rongyi.care.fund.web.FundReach;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of plans and disclosures show, inside and outside. */
@Component
class RaisingDesk {

    private final Funds funds;
    private final RaisingPlans plans;
    private final PlanEnds ends;
    private final Disclosures disclosures;
    private final DueDisclosures due;
    private final FundReach reach;
    private final GivingPlatforms platforms;
    private final Policy policy;
    private final Transactions transactions;
    private final Clock clock;

    RaisingDesk(
            Funds funds,
            RaisingPlans plans,
            PlanEnds ends,
            Disclosures disclosures,
            DueDisclosures due,
            FundReach reach,
            GivingPlatforms platforms,
            Policy policy,
            Transactions transactions,
            Clock clock) {
        this.funds = funds;
        this.plans = plans;
        this.ends = ends;
        this.disclosures = disclosures;
        this.due = due;
        this.reach = reach;
        this.platforms = platforms;
        this.policy = policy;
        this.transactions = transactions;
        this.clock = clock;
    }

    DisclosuresPage list(Actor.Office actor, UUID fund) {
        var found = takingGifts(reach.require(actor, fund));
        var today = LocalDate.now(clock);
        return transactions.read(
                actor,
                () -> new DisclosuresPage(
                        found,
                        due.of(found).stream()
                                .filter(term -> term.isOpen(today))
                                .toList(),
                        plans.published(fund),
                        disclosures.published(fund),
                        keeps(actor, found),
                        today));
    }

    /** A fund of his own that takes gifts. */
    Fund own(Actor.Office actor, UUID fund) {
        var found = takingGifts(reach.require(actor, fund));
        if (!keeps(actor, found)) {
            throw notFound();
        }
        return found;
    }

    PlanPage plan(Actor.Office actor, UUID id, Map<String, String> typed, FieldErrors errors) {
        var plan = transactions.read(actor, () -> plans.find(id)).orElseThrow(RaisingDesk::notFound);
        var fund = reach.require(actor, plan.fund());
        boolean mayFile =
                plan.filing() == null && keeps(actor, fund) && Permission.mayPerform(RecordFiling.class, actor);
        return transactions.read(
                actor,
                () -> page(
                        fund,
                        plan,
                        new PlanPage.Sums(disclosures.sum(fund.id(), plan.id(), disclosures.marks(fund.id())), null),
                        true,
                        mayFile,
                        typed,
                        errors));
    }

    /** The same for everybody. */
    PlanPage openPlan(Actor actor, UUID fund, UUID id) {
        var found = transactions.read(actor, () -> funds.find(fund)).orElseThrow(RaisingDesk::notFound);
        var plan = transactions.read(actor, () -> plans.published(fund)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(RaisingDesk::notFound);
        return transactions.read(
                actor, () -> page(found, plan, lastPublished(plan), false, false, Map.of(), FieldErrors.none()));
    }

    /** As it was made public last: nobody outside makes the books be summed by looking. */
    private PlanPage.@Nullable Sums lastPublished(RaisingPlan plan) {
        return published(plan).stream()
                .findFirst()
                .map(last -> new PlanPage.Sums(disclosures.frozen(last.id()), last.asOf()))
                .orElse(null);
    }

    private List<Disclosures.Disclosure> published(RaisingPlan plan) {
        return disclosures.published(plan.fund()).stream()
                .filter(one -> plan.id().equals(one.plan()))
                .toList();
    }

    private PlanPage page(
            Fund fund,
            RaisingPlan plan,
            PlanPage.@Nullable Sums sums,
            boolean office,
            boolean mayFile,
            Map<String, String> typed,
            FieldErrors errors) {
        return new PlanPage(
                fund,
                plan,
                sums,
                giving(fund, plan),
                words(),
                published(plan),
                ends.published(plan.fund()).stream()
                        .filter(one -> one.plan().equals(plan.id()))
                        .toList(),
                due.next(fund, plan.id()),
                office,
                mayFile,
                LocalDate.now(clock),
                typed,
                errors);
    }

    private GivingPlatforms.@Nullable Door giving(Fund fund, RaisingPlan plan) {
        var today = LocalDate.now(clock);
        boolean online = plan.ways().contains(RaisingPlan.Way.PLATFORM) && !plan.hasEnded(today);
        return online ? platforms.door(fund.charity(), today) : null;
    }

    DisclosureFormPage preview(Actor.Office actor, UUID fund, @Nullable UUID plan, FieldErrors errors) {
        var found = own(actor, fund);
        return transactions.read(actor, () -> {
            var one = plan == null
                    ? null
                    : plans.find(plan).filter(each -> each.fund().equals(fund)).orElseThrow(RaisingDesk::notFound);
            return new DisclosureFormPage(
                    found, one, disclosures.sum(fund, plan, disclosures.marks(fund)), words(), errors);
        });
    }

    DisclosurePage disclosure(Actor actor, UUID id, boolean recount) {
        return transactions.read(actor, () -> {
            var one = disclosures.find(id).orElseThrow(RaisingDesk::notFound);
            return new DisclosurePage(
                    funds.find(one.fund()).orElseThrow(),
                    one,
                    disclosures.frozen(id),
                    recount ? disclosures.sum(one.fund(), one.plan(), one.marks()) : null,
                    words());
        });
    }

    private PurposeWords words() {
        return code -> policy.label("fund.purpose", code);
    }

    private static boolean keeps(Actor.Office actor, Fund fund) {
        return actor.unit().equals(fund.unit()) && Permission.mayPerform(PublishDisclosure.class, actor);
    }

    private static Fund takingGifts(Fund fund) {
        if (!fund.kind().takesGifts()) {
            throw notFound();
        }
        return fund;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
