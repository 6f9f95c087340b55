package org.rongyi.care.fund.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.RecordIncome;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.DivisionNames;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;

/** 登记收入, as it was typed. */
public record IncomeForm(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String document,
        @Nullable String amount,
        @Nullable String receivedOn,
        @Nullable String purpose,
        @Nullable String place,
        @Nullable String until) {

    static IncomeForm blank(Fund fund, LocalDate today) {
        var kind = switch (fund.kind()) {
            case BUDGET -> RecordIncome.Kind.APPROPRIATION;
            case EMERGENCY -> RecordIncome.Kind.RETURN;
            case CARE, VOLUNTEER -> RecordIncome.Kind.INTEREST;
        };
        return new IncomeForm(kind.name(), "", "", "", today.toString(), "", "", "");
    }

    Optional<RecordIncome.Command> command(CommandId id, UUID fund, DivisionNames names, FieldErrors errors) {
        var found = Typed.one(RecordIncome.Kind.class, kind, "kind", "请选择收入类别", errors);
        errors.requireText(title, "title", "请写明是什么收入");
        errors.requireText(document, "document", "请写明依据：文号、对账单号");
        var money = Typed.amount(amount, "amount", errors);
        var day = Typed.day(receivedOn, "receivedOn", "请选择到账日期", errors);
        var terms = LotTerms.of(purpose, place, until, names, errors);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RecordIncome.Command(
                id,
                fund,
                found.orElseThrow(),
                Typed.text(title),
                Typed.text(document),
                money.orElseThrow(),
                day.orElseThrow(),
                terms));
    }
}
