package org.rongyi.platform.retention;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** What would go if a term were another one. */
@Component
class RetentionPolicy implements PolicyReader {

    private static final int COUNTED = 100_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final List<Keeping> kinds;

    RetentionPolicy(List<Keeping> kinds) {
        this.kinds = kinds;
    }

    @Override
    public String room() {
        return "保存期限";
    }

    @Override
    public Set<String> reads() {
        return kinds.stream().map(Keeping::parameter).collect(Collectors.toSet());
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        var from = changed.from();
        return kinds.stream()
                .filter(kind -> kind.parameter().equals(id))
                .map(kind -> {
                    var before = kind.before(from, then.number(id, from));
                    long gone = kind.count(before.atStartOfDay(ZONE).toOffsetDateTime(), COUNTED);
                    return kind.zh() + "：生效那夜起删去" + Words.day(before) + "以前的，按现有记录是 "
                            + (gone == COUNTED ? "十万以上" : Words.number(gone)) + " 条。删了不能恢复。";
                })
                .toList();
    }
}
