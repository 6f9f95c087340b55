package org.rongyi.care.fund.raising;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.ledger.Digest;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Service;

/**
 * 信息公开: what a plan, or a fund as a whole, received and used up to now, summed from the entries with the books held still, and
 * kept for ever with its digest (慈善法 信息公开). It names nobody; anybody may sum it anew.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class PublishDisclosure implements OfficeAct<PublishDisclosure.Command, PublishDisclosure.Outcome> {

    /** The trail's words for the digest of what was made public. */
    public static final String DIGEST = "公开全文摘要";

    private final Funds funds;
    private final RaisingPlans plans;
    private final Disclosures disclosures;
    private final Policy policy;
    private final AuditTrail audit;
    private final Clock clock;

    PublishDisclosure(
            Funds funds, RaisingPlans plans, Disclosures disclosures, Policy policy, AuditTrail audit, Clock clock) {
        this.funds = funds;
        this.plans = plans;
        this.disclosures = disclosures;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param plan none for the fund as a whole */
    public record Command(CommandId id, UUID fund, @Nullable UUID plan) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Published(UUID subject) implements Outcome, Done {}

        /** Absent, or another unit's; or the plan is not this fund's. */
        record NotFound() implements Outcome, Refused {}

        /** The fund has no charity behind it. */
        record TakesNoGifts() implements Outcome, Refused {}

        /** The plan begins later. */
        record NotBegun() implements Outcome, Refused {}

        record PublishedToday() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = funds.find(command.fund()).filter(fund -> fund.unit().equals(office.unit()));
        var plan = Optional.ofNullable(command.plan()).flatMap(plans::find);
        if (found.isEmpty()
                || plan.isPresent() != (command.plan() != null)
                || plan.filter(one -> !one.fund().equals(command.fund())).isPresent()) {
            return new Outcome.NotFound();
        }
        if (!found.get().kind().takesGifts()) {
            return new Outcome.TakesNoGifts();
        }
        if (plan.filter(one -> one.startsOn().isAfter(LocalDate.now(clock))).isPresent()) {
            return new Outcome.NotBegun();
        }
        return publish(office, found.get(), plan.orElse(null));
    }

    private Outcome publish(Actor.Office office, Fund fund, @Nullable RaisingPlan plan) {
        funds.hold(fund.id());
        var today = LocalDate.now(clock);
        var planId = plan == null ? null : plan.id();
        var before = disclosures.published(fund.id());
        if (before.stream().anyMatch(one -> one.asOf().equals(today) && Objects.equals(one.plan(), planId))) {
            return new Outcome.PublishedToday();
        }
        var marks = disclosures.marks(fund.id());
        var statement = disclosures.sum(fund.id(), planId, marks);
        var number = "GK%s-%03d".formatted(fund.number(), before.size() + 1);
        var document = document(fund, plan, number, today, marks, statement);
        var digest = Digest.of(document.getBytes(StandardCharsets.UTF_8));
        var id = Ids.next();
        disclosures.add(
                office,
                fund,
                new Disclosures.Disclosure(id, fund.id(), planId, number, today, marks, document, digest),
                statement);
        audit.explain(new Detail(null, List.of(new Detail.Change(DIGEST, null, digest))));
        return new Outcome.Published(id);
    }

    /** The whole of it as a text anybody can read, keep and digest. */
    private String document(
            Fund fund,
            @Nullable RaisingPlan plan,
            String number,
            LocalDate asOf,
            Disclosures.Marks marks,
            Tally statement) {
        var text = new StringBuilder();
        line(text, "信息公开", number);
        line(text, "基金", fund.name() + "（" + fund.number() + "）");
        var charity = fund.charity();
        if (charity != null) {
            line(text, "慈善组织", charity.name() + "，登记证号 " + charity.creditCode());
        }
        if (plan != null) {
            line(text, "募捐方案", plan.title() + "，" + Words.day(plan.startsOn()) + "至" + Words.day(plan.endsOn()));
            line(text, "备案编号", plan.filing() == null ? "还没有" : plan.filing().number());
        }
        line(text, "截至", Words.day(asOf));
        line(text, "汇总到凭证", marks.words().isEmpty() ? "还没有凭证" : marks.words());
        for (var one : statement.said()) {
            var many = one.count().isEmpty() ? "" : "，" + one.count();
            var label = one.label(code -> policy.label("fund.purpose", code));
            line(text, label, one.amount().text() + " 元" + many);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(label).append('：').append(value).append('\n');
    }
}
