package org.rongyi.platform.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一条命令说的是什么：换一个进程再说，还是同一句")
class CommandTextTest {

    private enum Kind {
        SOLDIER,
        MARTYR,
        DISABLED
    }

    private record Content(Set<Kind> kinds, Map<String, Kind> results, List<String> asked) {}

    @Test
    @DisplayName("集合、映射里先后不同，是同一条命令；列表里先后不同，不是")
    void theOrderOfASetIsNotPartOfIt() {
        var one = new Content(set("SOLDIER", "MARTYR", "DISABLED"), map("甲", "乙", "丙"), List.of("一", "二"));
        var same = new Content(set("DISABLED", "SOLDIER", "MARTYR"), map("丙", "甲", "乙"), List.of("一", "二"));
        var other = new Content(one.kinds(), one.results(), List.of("二", "一"));
        var fewer = new Content(set("SOLDIER", "MARTYR"), one.results(), one.asked());
        assertThat(CommandText.of(same))
                .isEqualTo(CommandText.of(one))
                .contains("[\"DISABLED\",\"MARTYR\",\"SOLDIER\"]");
        assertThat(CommandText.of(other)).isNotEqualTo(CommandText.of(one));
        assertThat(CommandText.of(fewer)).isNotEqualTo(CommandText.of(one));
    }

    private static Set<Kind> set(String... names) {
        var kinds = new LinkedHashSet<Kind>();
        for (var name : names) {
            kinds.add(Kind.valueOf(name));
        }
        return kinds;
    }

    private static Map<String, Kind> map(String... keys) {
        var results = new LinkedHashMap<String, Kind>();
        for (var key : keys) {
            results.put(key, Kind.SOLDIER);
        }
        return results;
    }
}
