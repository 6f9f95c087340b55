package org.rongyi.care.relief.emergency;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.Commitments;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.Funds;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 基金的收益: what the province's emergency fund may give. Its principal stands in no source that could be used (decision
 * 0030), so only the return is ever available here. What a county decides is looked at against it, with what other counties decided
 * and was not paid yet; what the province pays is set aside.
 */
@Component
class ReturnOfFund {

    /** The entry of the list {@code fund.purpose} that this service is. */
    private static final String PURPOSE = "EMERGENCY";

    private static final String UNPAID = "select relief.emergency_unpaid(:but)";

    private final Funds funds;
    private final Commitments commitments;
    private final JdbcClient jdbc;

    ReturnOfFund(Funds funds, Commitments commitments, JdbcClient jdbc) {
        this.funds = funds;
        this.commitments = commitments;
        this.jdbc = jdbc;
    }

    /**
     * @param fen of the return, not set aside for anybody
     * @param waitingFen of it already decided for others and not paid yet
     */
    record Left(long fen, long waitingFen) {

        long freeFen() {
            return Math.max(0, fen - waitingFen);
        }

        String inWords() {
            return "省应急救助基金的收益可用 " + Words.yuan(fen)
                    + (waitingFen > 0
                            ? "，其中已审批、等拨付的 " + Words.yuan(waitingFen) + "，还能审批 " + Words.yuan(freeFen())
                            : "");
        }
    }

    /** @param but the case that is looked at itself */
    Left left(DivisionCode place, LocalDate on, UUID but) {
        long fen = fund(place, on)
                .map(fund ->
                        commitments.available(fund.id(), PURPOSE, place, false).fen())
                .orElse(0L);
        long waiting = jdbc.sql(UNPAID).param("but", but).query(Long.class).single();
        return new Left(fen, waiting);
    }

    /** The province's, whose return pays everywhere. */
    Optional<Fund> fund(DivisionCode place, LocalDate on) {
        return funds.payers(place, on, PURPOSE).stream()
                .filter(fund -> fund.kind() == FundKind.EMERGENCY && fund.code().level() == Level.PROVINCE)
                .findFirst();
    }

    String name(UUID fund) {
        return funds.find(fund).map(Fund::name).orElse("应急救助基金");
    }

    /** How setting aside ended. */
    sealed interface Paid {}

    record SetAside(UUID fund) implements Paid {}

    /** In words for whoever pays. */
    record Hindered(String why) implements Paid {}

    Paid pay(CaseFile file, Emergencies.Kept one, long fen, LocalDate on, Actor.Office by) {
        var fund = fund(one.code(), on);
        var account = one.request().account();
        if (fund.isEmpty()) {
            return new Hindered("省里没有在用的应急救助基金，先在“资金”里设立并登记收益");
        }
        if (account == null) {
            return new Hindered("没有收款卡号，请退回补上");
        }
        var made = commitments.commit(
                by,
                new Commitments.Grant(
                        fund.get().id(),
                        new Commitments.Cause(AskEmergency.SERVICE, file.id(), file.number()),
                        PURPOSE,
                        "应急救助",
                        new Commitments.Recipient(one.person(), one.personName(), one.code()),
                        false,
                        new Money(fen),
                        new Commitments.BankAccount(one.personName(), account.bank(), account.number())));
        return switch (made) {
            case Commitments.Done ignored -> new SetAside(fund.get().id());
            case Commitments.Insufficient(var available) ->
                new Hindered("基金的收益可用的只有 " + Words.yuan(available.fen()) + "，不够 " + Words.yuan(fen)
                        + "，本金不能动用；等收益到账再拨，或退回审批");
            case Commitments.NoSuchFund() -> new Hindered("这项基金已停用");
            case Commitments.Related(var why) -> new Hindered(why);
            case Commitments.BooksClosed(var year) -> new Hindered(year + " 年已经结账，请改日再拨");
        };
    }
}
