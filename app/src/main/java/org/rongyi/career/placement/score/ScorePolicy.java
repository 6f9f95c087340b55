package org.rongyi.career.placement.score;

import java.util.ArrayList;
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
        var lines = new ArrayList<String>();
        lines.add("生效那天起退出现役的，按新的分值评分；以前退役的，仍按退役那天的分值。");
        lines.addAll(mixed(id, changed, then));
        return lines;
    }

    /** Only of a new table, in which the document says how years count: what it leaves out goes on by another. */
    private static List<String> mixed(String id, Parameter.Value changed, Policy then) {
        var document = changed.source().document();
        return Arrays.stream(ScoreTable.values())
                .filter(table -> table.parameters().contains(id))
                .filter(table -> then.get(table.base().getFirst())
                        .find(changed.from(), null)
                        .filter(value -> value.source().document().equals(document))
                        .isPresent())
                .flatMap(table -> OtherDocuments.of(table, then, changed.from(), document).stream())
                .toList();
    }
}
