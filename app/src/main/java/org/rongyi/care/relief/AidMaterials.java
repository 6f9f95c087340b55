package org.rongyi.care.relief;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.field.Option;

/** 申请材料 (办法 第十五条): which there have to be. */
public final class AidMaterials {

    public static final String LIST = "relief.hardship.material";

    /** Only where somebody files it for him. */
    public static final String AGENT = "AGENT";

    private AidMaterials() {}

    /** @param list of the service: {@code relief.hardship.material} or {@code relief.emergency.material} */
    private static List<Choice> wanted(String list, Policy policy, LocalDate on, boolean byAgent) {
        return policy.choices(list, on).stream()
                .filter(choice -> byAgent || !choice.code().equals(AGENT))
                .toList();
    }

    /** What is not there, in the list's words. */
    public static List<String> missing(Policy policy, LocalDate on, Set<String> there, boolean byAgent) {
        return missing(LIST, policy, on, there, byAgent);
    }

    public static List<String> missing(String list, Policy policy, LocalDate on, Set<String> there, boolean byAgent) {
        return wanted(list, policy, on, byAgent).stream()
                .filter(choice -> !there.contains(choice.code()))
                .map(Choice::zh)
                .toList();
    }

    /** The same as a sentence, for who has just sent the form. */
    public static String lacking(String list, Policy policy, LocalDate on, Collection<String> there, boolean byAgent) {
        var missing = missing(list, policy, on, Set.copyOf(there), byAgent);
        return missing.isEmpty() ? "材料齐全。" : "还缺：" + String.join("；", missing) + "。请尽快补来。";
    }

    public static List<Option> options(String list, Policy policy, LocalDate on, boolean byAgent) {
        return wanted(list, policy, on, byAgent).stream()
                .map(choice -> Option.of(choice.code(), choice.zh()))
                .toList();
    }
}
