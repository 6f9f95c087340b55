package org.rongyi.care.relief.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AidRequest;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;

/** 家庭经济状况 and 收款卡号: the fields every service asks alike of somebody in hardship. */
public final class HouseholdFields {

    private static final int LONGEST_BANK = 100;
    private static final int MOST_MEMBERS = 30;

    private HouseholdFields() {}

    /** How they begin: what an earlier application says of income, and of this cause what was spent. */
    public static Typed begin(Typed form, @Nullable Household known, @Nullable Household cause, int members) {
        var begun = form.with("members", known == null ? Math.max(1, members) : known.members());
        if (known != null) {
            begun = begun.with("income", new Money(known.incomeFen()).plain())
                    .with("exempt", new Money(known.exemptFen()).plain());
        }
        return cause == null
                ? begun
                : begun.with("spent", new Money(cause.spentFen()).plain())
                        .with("covered", new Money(cause.coveredFen()).plain());
    }

    public static Optional<Household> read(Typed form, FieldErrors errors) {
        var members = form.value("members").matches("\\d{1,2}") ? Integer.parseInt(form.value("members")) : 0;
        errors.require(members >= 1 && members <= MOST_MEMBERS, "members", "请填写家里一起生活的有几口人，连本人在内");
        var income = yuan(form, "income", false, errors);
        var exempt = yuan(form, "exempt", true, errors);
        var spent = yuan(form, "spent", false, errors);
        var covered = yuan(form, "covered", true, errors);
        errors.require(exempt <= income, "exempt", "抚恤、补助、优待是收入里的一部分，不会比全部收入多");
        errors.require(covered <= spent, "covered", "报销和已得帮助是支出里的一部分，不会比全部支出多");
        return errors.isEmpty()
                ? Optional.of(new Household(members, income, exempt, spent, covered))
                : Optional.empty();
    }

    private static long yuan(Typed form, String field, boolean mayBeEmpty, FieldErrors errors) {
        if (mayBeEmpty && form.value(field).isEmpty()) {
            return 0;
        }
        var amount = Money.parse(form.value(field)).map(Money::fen);
        errors.require(amount.isPresent(), field, "请填写金额，只写数字，单位是元；没有就写 0");
        return amount.orElse(0L);
    }

    /** @param known the account of an earlier application: left empty, it stays */
    public static AidRequest.@Nullable Account account(
            Typed form, AidRequest.@Nullable Account known, FieldErrors errors) {
        var number = form.value("account").replaceAll("[\\s-]", "");
        var bank = form.value("bank");
        if (number.isEmpty() && bank.isEmpty()) {
            return known;
        }
        errors.require(number.matches("\\d{8,30}"), "account", "请填写完整的卡号或存折号，只有数字");
        errors.require(!bank.isEmpty() && bank.length() <= LONGEST_BANK, "bank", "请写明开户的银行");
        return new AidRequest.Account(bank, number);
    }
}
