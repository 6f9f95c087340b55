package org.rongyi.career.placement.score;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.springframework.stereotype.Component;

/** Whom a change of the table touches: who leaves the service from that day on. */
@Component
class ScorePolicy implements PolicyReader {

    @Override
    public String room() {
        return "移交安置";
    }

    @Override
    public Set<String> reads() {
        return Arrays.stream(ScoreTable.values())
                .flatMap(table -> table.parameters().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of("生效那天起退出现役的，按新的分值评分；以前退役的，仍按退役那天的分值。");
    }
}
