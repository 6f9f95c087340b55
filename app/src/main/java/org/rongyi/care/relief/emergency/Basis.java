package org.rongyi.care.relief.emergency;

import org.rongyi.care.relief.emergency.rule.EmergencyRule;
import org.rongyi.care.relief.emergency.rule.Evaluation;
import org.rongyi.care.relief.emergency.rule.Facts;
import org.rongyi.care.relief.emergency.rule.Terms;

/**
 * 决定的依据, kept with the decision, so that it can be worked out again.
 *
 * @param grantedFen nothing where it was refused
 * @param deviation why other than the rule suggests; empty when it is as suggested
 */
public record Basis(Facts facts, Terms terms, Evaluation evaluation, long grantedFen, String deviation) {

    Basis granting(long fen, String why) {
        return new Basis(facts, terms, evaluation, fen, why);
    }

    /** What the rule says of the same facts. */
    public Evaluation again() {
        return EmergencyRule.evaluate(facts, terms);
    }
}
