package org.rongyi.care.fund.payment;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 收款账号: what may stand in a bank file. Nothing in it ends a field, and a spreadsheet reads nothing in it as a formula. */
public final class BankAccountCheck {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{8,32}");

    /** No mark that ends a field or a line, and none that makes a formula of it. */
    private static final Pattern TEXT = Pattern.compile("[^=+\\-@,\"'\\p{Cntrl}][^,\"\\p{Cntrl}]{0,99}");

    private BankAccountCheck() {}

    /** As it is kept: the number without the blanks it was written with. */
    public static String plain(String number) {
        return number.replaceAll("[\\s\\-－]", "");
    }

    /** Why it cannot be paid to; empty when it can. */
    public static Optional<String> objection(String payee, @Nullable String bank, @Nullable String number) {
        if (number == null || !NUMBER.matcher(number).matches()) {
            return Optional.of("账号应是 8 至 32 位数字");
        }
        if (!TEXT.matcher(payee).matches()) {
            return Optional.of("户名为空，或有逗号、引号等银行不收的符号");
        }
        if (bank == null || !TEXT.matcher(bank).matches()) {
            return Optional.of("开户行为空，或有逗号、引号等银行不收的符号");
        }
        return Optional.empty();
    }
}
