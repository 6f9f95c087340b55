package org.rongyi.care.relief.emergency;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AidRequest.Account;
import org.rongyi.care.relief.emergency.rule.Kind;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.platform.secrecy.Secrets;

/**
 * 应急救助申请: what is asked for, and why.
 *
 * @param diagnosis empty when it is no matter of health
 * @param otherAid whether insurance and relief that come before were claimed
 * @param materials codes of the list {@code relief.emergency.material} that are there
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
        @Nullable Account account) {

    static final int LONGEST = 500;

    public EmergencyRequest {
        materials = Set.copyOf(materials);
    }

    /** What of it looks like a state secret. */
    Optional<Secrets.Found> secret(Secrets secrets) {
        return secrets.look("words", words).or(() -> secrets.look("diagnosis", diagnosis));
    }

    /** The same, with an illness told before. */
    EmergencyRequest diagnosed(String before) {
        return new EmergencyRequest(kind, occurredOn, words, before, otherAid, household, materials, account);
    }

    boolean isWanting() {
        return words.isBlank() || words.length() > LONGEST || diagnosis.length() > LONGEST;
    }
}
