package org.rongyi.care.relief;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payment.BankAccountCheck;
import org.rongyi.platform.approval.CaseService.Ask;
import org.rongyi.platform.approval.CaseService.Input;
import org.rongyi.platform.approval.CaseService.Wrong;
import org.rongyi.platform.approval.apply.Answers;

/** 补收款卡号: who visits the household asks for the card that nobody has written down yet, without a 补正 of its own. */
final class Cards {

    private static final int LONGEST_BANK = 40;

    private Cards() {}

    /** What came of it. */
    sealed interface Read {}

    /** @param account none where none was named */
    record Named(AidRequest.@Nullable Account account) implements Read {}

    /** What is wrong with it, at its field. */
    record Not(Wrong why) implements Read {}

    /** Nothing where one is known. */
    static List<Ask> asks(AidRequest.@Nullable Account known) {
        return known != null
                ? List.of()
                : List.of(
                        Ask.of(Input.LINE, "bank", "收款的银行").hinting("申请时没有填卡号，看着存折或银行卡填"),
                        Ask.of(Input.LINE, "account", "收款卡号（本人的）"));
    }

    static Read read(AidRequest.@Nullable Account known, String name, Answers answers) {
        var bank = answers.text("bank");
        var number = BankAccountCheck.plain(answers.text("account"));
        if (known != null || bank.isEmpty() && number.isEmpty()) {
            return new Named(known);
        }
        if (bank.isEmpty() || bank.length() > LONGEST_BANK) {
            return new Not(new Wrong("bank", "请写明开户的银行"));
        }
        return BankAccountCheck.objection(name, bank, number)
                .<Read>map(why -> new Not(new Wrong("account", why)))
                .orElseGet(() -> new Named(new AidRequest.Account(bank, number)));
    }
}
