package org.rongyi.care.visit;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** 六送: what a visit brings. A visit that met somebody ticks one to six, another none; the bit is its place in the stored mask. */
public enum Sent {
    POLICY("送政策", "讲政策、送资料"),
    SKILL("送技能", "介绍培训、学历提升"),
    JOB("送岗位", "推荐工作、招聘信息"),
    HELP("送帮扶", "救助、结对、解难"),
    SECURITY("送保障", "优抚、社保、优待证"),
    HONOUR("送尊崇", "光荣牌、喜报、慰问");

    private final String zh;
    private final String hint;

    Sent(String zh, String hint) {
        this.zh = zh;
        this.hint = hint;
    }

    public String zh() {
        return zh;
    }

    public String hint() {
        return hint;
    }

    public int bit() {
        return 1 << ordinal();
    }

    public static int mask(Collection<Sent> sent) {
        return sent.stream().mapToInt(Sent::bit).reduce(0, (a, b) -> a | b);
    }

    public static Set<Sent> of(int mask) {
        var sent = EnumSet.noneOf(Sent.class);
        for (var one : values()) {
            if ((mask & one.bit()) != 0) {
                sent.add(one);
            }
        }
        return sent;
    }
}
