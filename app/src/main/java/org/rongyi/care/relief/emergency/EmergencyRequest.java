package org.rongyi.care.relief.emergency;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AidRequest;
import org.rongyi.care.relief.AidRequest.Account;
import org.rongyi.care.relief.emergency.rule.Kind;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.apply.Request;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.secrecy.Secrets;

/**
 * 应急救助申请: what is asked for, and why.
 *
 * @param diagnosis empty when it is no matter of health
 * @param otherAid whether insurance and relief that come before were claimed
 * @param materials codes of the list {@link #MATERIALS} that are there
 * @param account where the money goes; none when it is not known yet
 */
public record EmergencyRequest(
        Kind kind,
        LocalDate occurredOn,
        String words,
        String diagnosis,
        Known otherAid,
        Household household,
        Set<String> materials,
        @Nullable Account account)
        implements Request {

    /** The list of what is brought. */
    public static final String MATERIALS = "relief.emergency.material";

    static final int LONGEST = 500;

    public EmergencyRequest {
        materials = Set.copyOf(materials);
    }

    @Override
    public Optional<Applied> objection(LocalDate today) {
        if (isWanting()) {
            return Optional.of(new Applied.Objected("words", "请写明发生了什么、有什么困难，不超过 500 字"));
        }
        return occurredOn.isAfter(today)
                ? Optional.of(new Applied.Objected("occurredOn", "发生的日期不能晚于今天"))
                : Optional.empty();
    }

    @Override
    public Optional<Secrets.Found> secret(Secrets secrets) {
        return secrets.look("words", words).or(() -> secrets.look("diagnosis", diagnosis));
    }

    EmergencyRequest mendedBy(Actor actor, String told) {
        return new EmergencyRequest(
                kind,
                occurredOn,
                words,
                AidRequest.illness(actor, diagnosis, told),
                otherAid,
                household,
                materials,
                account);
    }

    private boolean isWanting() {
        return words.isBlank() || words.length() > LONGEST || diagnosis.length() > LONGEST;
    }
}
