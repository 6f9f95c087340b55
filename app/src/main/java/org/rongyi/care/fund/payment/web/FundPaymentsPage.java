package org.rongyi.care.fund.payment.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.bank.Settlements;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.care.fund.payment.CancelGrant;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.Shares;
import org.rongyi.platform.documents.sheet.Listed;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;

/**
 * 待拨付: what a fund has promised and not paid, its batches, and where the bank says something else.
 *
 * @param own the reader's unit manages it
 * @param standing how many wait for the bank; the oldest of them are shown
 * @param left what of each is still to be paid
 * @param chosen which were ticked when it was sent; none when all of them are proposed
 */
public record FundPaymentsPage(
        Fund fund,
        boolean own,
        List<Grants.Grant> waiting,
        Grants.Standing standing,
        Map<UUID, Shares> left,
        List<Grants.Grant> goods,
        Map<DivisionCode, String> places,
        Slice<Batch> batches,
        List<Open> open,
        @Nullable Set<UUID> chosen,
        Actor.Office reader,
        FieldErrors errors)
        implements Page, Listed<Batch> {

    /** What two people have to settle. */
    public record Open(Settlements.Settlement settlement, Payment payment) {}

    /** A page of the batches and nothing around it. */
    static FundPaymentsPage ofBatches(Fund fund, Slice<Batch> batches, Actor.Office reader) {
        return new FundPaymentsPage(
                fund,
                false,
                List.of(),
                new Grants.Standing(0, Money.ZERO),
                Map.of(),
                List.of(),
                Map.of(),
                batches,
                List.of(),
                null,
                reader,
                FieldErrors.none());
    }

    @Override
    public String title() {
        return "待拨付：" + fund.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("拨付", "/payments"));
    }

    public String path() {
        return "/funds/" + fund.id() + "/payments";
    }

    public boolean mayMake() {
        return own && Permission.mayPerform(MakeBatch.class, reader);
    }

    public boolean mayCancel() {
        return own && Permission.mayPerform(CancelGrant.class, reader);
    }

    public Money toPay(Grants.Grant grant) {
        return left.getOrDefault(grant.id(), Shares.NONE).total();
    }

    /** To an account: where there is none, it is handed out or an account is named first. */
    public boolean mayBePaid(Grants.Grant grant) {
        return !grant.held() && grant.account() != null;
    }

    public boolean isChosen(Grants.Grant grant) {
        return chosen == null || chosen.contains(grant.id());
    }

    public Money sum() {
        return waiting.stream().filter(this::mayBePaid).map(this::toPay).reduce(Money.ZERO, Money::plus);
    }

    public static Tone tone(Batch.State state) {
        return switch (state) {
            case DRAFT, APPROVED -> Tone.WARNING;
            case RELEASED -> Tone.INFO;
            case SETTLED -> Tone.SUCCESS;
            case DISSOLVED -> Tone.NEUTRAL;
        };
    }

    @Override
    public String list() {
        return path();
    }

    @Override
    public List<String> headers() {
        return List.of("批次号", "状态", "笔数", "合计（元）", "编制人", "编制日期", "批准人", "拨付人");
    }

    @Override
    public List<? extends @Nullable Object> cells(Batch batch) {
        return Arrays.asList(
                batch.number(),
                batch.state().zh(),
                batch.count(),
                batch.amount(),
                batch.made().name(),
                batch.made().at().toLocalDate(),
                batch.approved() == null ? null : batch.approved().name(),
                batch.released() == null ? null : batch.released().name());
    }

    @Override
    public List<Batch> rows() {
        return batches.rows();
    }

    @Override
    public @Nullable String next() {
        return batches.next();
    }

    @Override
    public String heading() {
        return fund.name() + "的拨付批次";
    }
}
