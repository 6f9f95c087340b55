package org.rongyi.care.relief;

import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Evaluation;
import org.rongyi.care.relief.rule.Facts;
import org.rongyi.care.relief.rule.HardshipRule;
import org.rongyi.care.relief.rule.Terms;

/**
 * 决定的依据: the facts and parameters a decision rested on, and what the rule said of them. Kept with it, so that it can be
 * worked out again.
 *
 * @param grant none where it was refused
 * @param before what had been given before it was decided again after a 复核; most decisions have none
 */
public record Basis(
        Facts facts,
        Terms terms,
        Evaluation evaluation,
        @Nullable Grant grant,
        @Nullable Grant before) {

    /** Of the first decision. */
    public Basis(Facts facts, Terms terms, Evaluation evaluation, @Nullable Grant grant) {
        this(facts, terms, evaluation, grant, null);
    }

    /** What the rule says of the same facts today. */
    public Evaluation again() {
        return HardshipRule.evaluate(facts, terms);
    }
}
