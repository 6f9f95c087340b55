package org.rongyi.care.relief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Commitments;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.handout.OnTheSpot;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.stereotype.Component;

/**
 * 由谁出: a fund whose books are kept here, of the county's own bureau or one above it; somebody else only for services. What a
 * fund gives is set aside in the decision's own transaction, so nobody is promised what is not there.
 */
@Component
public class Payers {

    /** The entry of the list {@code fund.purpose} that this service is. */
    private static final String PURPOSE = "HARDSHIP";

    private static final String SERVICES = "relief.payer";

    private static final String WORDS = "困难帮扶援助";

    private final Funds funds;
    private final Commitments commitments;
    private final OnTheSpot spot;
    private final Policy policy;

    Payers(Funds funds, Commitments commitments, OnTheSpot spot, Policy policy) {
        this.funds = funds;
        this.commitments = commitments;
        this.spot = spot;
        this.policy = policy;
    }

    /** Funds, the nearest first, each with what it could give for this. */
    public List<Option> options(DivisionCode place, LocalDate on) {
        var options = new ArrayList<Option>();
        for (var fund : funds.payers(place, on, PURPOSE)) {
            options.add(Option.of(fund.id().toString(), fund.name() + "（" + can(fund, place) + "）"));
        }
        return options;
    }

    /** The same, then who provides services: nothing with a price leaves but by the books. */
    List<Option> all(DivisionCode place, LocalDate on) {
        var options = new ArrayList<>(options(place, on));
        policy.choices(SERVICES, on)
                .forEach(choice -> options.add(Option.of(choice.code(), choice.zh() + "（只提供服务的才选）")));
        return options;
    }

    private String can(Fund fund, DivisionCode place) {
        var money = commitments.available(fund.id(), PURPOSE, place, false);
        var goods = commitments.available(fund.id(), PURPOSE, place, true);
        return "可用 " + Words.yuan(money.fen()) + (goods.isPositive() ? "，物资 " + Words.yuan(goods.fen()) : "");
    }

    /** Whether it is one of {@link #all}. */
    boolean isOffered(String payer, DivisionCode place, LocalDate on) {
        return all(place, on).stream().anyMatch(option -> option.value().equals(payer));
    }

    /** The name of the fund, or the word of the list. */
    public String name(String payer) {
        return fund(payer).flatMap(funds::find).map(Fund::name).orElseGet(() -> policy.label(SERVICES, payer));
    }

    boolean isFund(String payer) {
        return fund(payer).isPresent();
    }

    /** 先钱后件: the fund, where a fund pays, before the row of the aid. */
    void hold(String payer) {
        fund(payer).ifPresent(funds::hold);
    }

    /** What is put into somebody's hand at once: who signed for it, and who was there besides. */
    record InHand(String signedBy, String witness) {}

    /**
     * 先行帮扶: sets it aside and enters it as handed over, in the same transaction; empty when it is done, otherwise why it cannot be
     * done.
     */
    Optional<String> giveFirst(CaseFile file, Aids.Kept aid, Grant grant, InHand hand, LocalDate on, Actor.Office by) {
        var fund = fund(grant.payer());
        if (fund.isEmpty()) {
            return Optional.of("请选择从哪项资金出");
        }
        var cause = new Commitments.Cause(AskAid.SERVICE, file.id(), file.number());
        var goods = new Money(grant.goodsFen());
        var money = new Money(grant.amountFen()).minus(goods);
        return first(part(fund.get(), cause, aid, money, false), hand, on, by)
                .or(() -> first(part(fund.get(), cause, aid, goods, true), hand, on, by));
    }

    private Optional<String> first(Commitments.Grant grant, InHand hand, LocalDate on, Actor.Office by) {
        if (!grant.amount().isPositive()) {
            return Optional.empty();
        }
        return switch (commitments.commitInHand(by, grant)) {
            case Commitments.Done(var id) ->
                switch (spot.handAtOnce(by, id, on, hand.signedBy(), hand.witness())) {
                    case OnTheSpot.Done() -> Optional.empty();
                    case OnTheSpot.NotEnough(var free) ->
                        Optional.of("这项资金的银行存款除去在途的只有 " + Words.yuan(free.fen()) + "，现金发不出");
                    case OnTheSpot.NotWaiting ignored -> throw new IllegalStateException("promised at this moment");
                    case OnTheSpot.OwnDecision ignored ->
                        throw new IllegalStateException("first aid is by who decides");
                    case OnTheSpot.WrongDay ignored -> throw new IllegalStateException("it is given today");
                };
            case Commitments.Committed other -> hindered(other, grant.inKind());
        };
    }

    /**
     * Sets aside what was decided; empty when it is done or somebody else pays, otherwise why it cannot be done now.
     *
     * @param before what had been given already: only what comes on top is set aside
     */
    Optional<String> commit(CaseFile file, Aids.Kept aid, Grant grant, @Nullable Grant before, Actor.Office by) {
        var fund = fund(grant.payer());
        if (fund.isEmpty()) {
            return Optional.empty();
        }
        long given = before == null ? 0 : before.goodsFen();
        var goods = new Money(grant.goodsFen() - given);
        var money = new Money(grant.amountFen() - (before == null ? 0 : before.amountFen())).minus(goods);
        var cause =
                new Commitments.Cause(AskAid.SERVICE, file.id(), file.number(), before == null ? null : file.round());
        return commit(part(fund.get(), cause, aid, money, false), by)
                .or(() -> commit(part(fund.get(), cause, aid, goods, true), by));
    }

    private Optional<String> commit(Commitments.Grant grant, Actor.Office by) {
        return grant.amount().isPositive() ? hindered(commitments.commit(by, grant), grant.inKind()) : Optional.empty();
    }

    private static Commitments.Grant part(
            UUID fund, Commitments.Cause cause, Aids.Kept aid, Money amount, boolean inKind) {
        var account = aid.request().account();
        return new Commitments.Grant(
                fund,
                cause,
                PURPOSE,
                WORDS,
                new Commitments.Recipient(aid.person(), aid.personName(), aid.code()),
                inKind,
                amount,
                account == null || inKind
                        ? null
                        : new Commitments.BankAccount(aid.personName(), account.bank(), account.number()));
    }

    private static Optional<String> hindered(Commitments.Committed made, boolean inKind) {
        return switch (made) {
            case Commitments.Done ignored -> Optional.empty();
            case Commitments.Insufficient(var available) ->
                Optional.of("这项资金可用于困难帮扶的" + (inKind ? "物资" : "钱") + "只有 " + Words.yuan(available.fen())
                        + "，不够；请减少金额，或改由别的资金出");
            case Commitments.NoSuchFund() -> Optional.of("这项资金已停用、管不到这里，或不能用在这件事上；请改由别的资金出");
            case Commitments.Related(var why) -> Optional.of(why);
            case Commitments.BooksClosed(var year) -> Optional.of(year + " 年已经结账，请改日再定");
        };
    }

    private static Optional<UUID> fund(String payer) {
        try {
            return payer.length() == 36 ? Optional.of(UUID.fromString(payer)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
