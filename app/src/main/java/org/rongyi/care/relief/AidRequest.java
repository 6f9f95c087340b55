package org.rongyi.care.relief;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.apply.Request;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.secrecy.Secrets;

/**
 * 帮扶援助申请: what is asked for, and why.
 *
 * @param occurredOn the day it happened, or since when it lasts
 * @param words the hardship, in his words
 * @param diagnosis empty when it is no matter of health
 * @param household none while the papers of aid given first are not there yet
 * @param repeat why the same cause is brought again; empty when it is not
 * @param wished in which modes he would be helped; may be empty
 * @param materials codes of the list {@code relief.hardship.material} that are there
 * @param account where money goes; none when it is not known yet
 */
public record AidRequest(
        Situation situation,
        LocalDate occurredOn,
        String words,
        String diagnosis,
        @Nullable Household household,
        String repeat,
        Set<Mode> wished,
        Set<String> materials,
        @Nullable Account account)
        implements Request {

    static final int LONGEST = 500;

    public AidRequest {
        wished = wished.isEmpty() ? EnumSet.noneOf(Mode.class) : EnumSet.copyOf(wished);
        materials = Set.copyOf(materials);
    }

    /** 收款卡号. */
    public record Account(String bank, String number) {

        private static final int SHOWN = 4;

        /** 建设银行 尾号 1234. */
        public String masked() {
            return bank + " 尾号 " + number.substring(Math.max(0, number.length() - SHOWN));
        }
    }

    @Override
    public Optional<Applied> objection(LocalDate today) {
        if (isWanting() || household == null) {
            return Optional.of(new Applied.Objected("words", "请写明有什么困难，家庭经济状况要填"));
        }
        return occurredOn.isAfter(today)
                ? Optional.of(new Applied.Objected("occurredOn", "发生的日期不能晚于今天"))
                : Optional.empty();
    }

    @Override
    public Optional<Secrets.Found> secret(Secrets secrets) {
        return secrets.look("words", words)
                .or(() -> secrets.look("diagnosis", diagnosis))
                .or(() -> secrets.look("repeat", repeat));
    }

    AidRequest mendedBy(Actor actor, String told) {
        return new AidRequest(
                situation,
                occurredOn,
                words,
                illness(actor, diagnosis, told),
                household,
                repeat,
                wished,
                materials,
                account);
    }

    /** Nobody but himself is shown the illness: left blank by another, it stays as he told it. */
    public static String illness(Actor actor, String said, String told) {
        return actor instanceof Actor.Self || !said.isBlank() ? said : told;
    }

    private boolean isWanting() {
        return words.isBlank() || words.length() > LONGEST || diagnosis.length() > LONGEST || repeat.length() > LONGEST;
    }
}
