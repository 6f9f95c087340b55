package org.rongyi.care.relief;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;

/** 申请材料 (办法 第十五条): which there have to be. */
public final class AidMaterials {

    public static final String LIST = "relief.hardship.material";

    /** Only where somebody files it for him. */
    public static final String AGENT = "AGENT";

    private AidMaterials() {}

    public static List<Choice> wanted(Policy policy, LocalDate on, boolean byAgent) {
        return wanted(LIST, policy, on, byAgent);
    }

    /** @param list of the service: {@code relief.hardship.material} or {@code relief.emergency.material} */
    public static List<Choice> wanted(String list, Policy policy, LocalDate on, boolean byAgent) {
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
}
