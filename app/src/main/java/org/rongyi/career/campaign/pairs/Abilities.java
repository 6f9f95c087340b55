package org.rongyi.career.campaign.pairs;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.field.Option;
import org.springframework.stereotype.Component;

/**
 * 能力: what a post may ask for and a person may have, out of one dated list. What stands in the words of a post's conditions is nobody's to guess; a
 * directive round counts these alone.
 */
@Component
public class Abilities {

    private static final String LIST = "campaign.abilities";

    private final Policy policy;
    private final Divisions divisions;

    Abilities(Policy policy, Divisions divisions) {
        this.policy = policy;
        this.divisions = divisions;
    }

    /** Each once and always in the same order: so two posts that ask for the same are alike. */
    public static List<String> canonical(Collection<String> codes) {
        return codes.stream().distinct().sorted().toList();
    }

    public List<Option> options() {
        return inForce().map(one -> Option.of(one.code(), one.zh())).toList();
    }

    /** In the list's words, an entry that is not in force any more too. */
    public String words(List<String> codes) {
        return codes.stream().map(code -> policy.label(LIST, code)).collect(Collectors.joining("、"));
    }

    /** What a list of a unit says; what is not in force stays as it was written, for {@link #unknown} to name. */
    public List<String> read(String said) {
        return Stream.of(said.split("[、，,；;]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> inForce()
                        .filter(one -> one.zh().equals(word))
                        .map(Choice::code)
                        .findFirst()
                        .orElse(word))
                .toList();
    }

    /** Why some of them cannot be taken. */
    public Optional<String> unknown(List<String> codes) {
        return codes.stream()
                .filter(code -> inForce().noneMatch(one -> one.code().equals(code)))
                .findFirst()
                .map(code -> "名录里没有这项能力：" + code + "；可以写的有："
                        + inForce().map(Choice::zh).collect(Collectors.joining("、")));
    }

    private Stream<Choice> inForce() {
        return policy.choices(LIST, divisions.today()).stream();
    }
}
