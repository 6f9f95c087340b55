package org.rongyi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("留痕写明目的、改动之前与之后")
class DetailTest {

    private static final Actor WHO = new Actor.Visitor();
    private static final Detail MOVED =
            new Detail("  更正  ", List.of(new Detail.Change("地址", "东街", "西街"), new Detail.Change("组别", null, "二组")));

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Test
    @DisplayName("写下的读得回来：名称、顺序、没有的值")
    void whatWasWrittenIsRead() {
        var read = Detail.read(MOVED.purpose(), MOVED.before(), MOVED.after());
        assertThat(read).isEqualTo(MOVED);
        assertThat(read.purpose()).isEqualTo("更正");
        assertThat(read.changes()).extracting(Detail.Change::text).containsExactly("地址：东街 → 西街", "组别：二组");
        assertThat(Detail.read(null, null, null)).isEqualTo(Detail.NONE);
        assertThat(Detail.NONE.before()).isNull();
    }

    @Test
    @DisplayName("办理中说明的，随同一事务的留痕写下")
    void whatAnActExplainsGoesWithItsEntry() {
        note("Explained", true);
        assertThat(read("Explained")).isEqualTo(MOVED);
    }

    @Test
    @DisplayName("没有办成、回滚了的，说明也随之作废，不会记到下一件事上")
    void whatIsRolledBackIsForgotten() {
        assertThatThrownBy(() -> transactions.write(WHO, () -> {
                    audit.explain(MOVED);
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        note("Unexplained", false);
        assertThat(read("Unexplained")).isEqualTo(Detail.NONE);
    }

    @Test
    @DisplayName("办理时经过的地方各说各的：并在一起；同一名称改了两次的，写最初的和最后的；办理自己说的在前，重名的以它为准")
    void whatAnActWorksThroughIsToldToo() {
        transactions.write(WHO, () -> {
            audit.changed("状态", "待受理", "办理中");
            audit.changed("单位", "镇站", "镇站");
            audit.explain(MOVED);
            audit.changed("状态", "办理中", "待送达");
            audit.changed("地址", "南街", "北街");
            audit.unsaid("号码");
            audit.record(WHO, new AuditTrail.Entry("Worked", null, "Done", true));
            return true;
        });
        assertThat(read("Worked").purpose()).isEqualTo("更正");
        assertThat(read("Worked").changes())
                .extracting(Detail.Change::text)
                .containsExactly("地址：东街 → 西街", "组别：二组", "状态：待受理 → 待送达", "号码：已改，内容不进留痕");
    }

    @Test
    @DisplayName("办理自己只说明一次")
    void anActExplainsItselfOnce() {
        assertThatThrownBy(() -> transactions.write(WHO, () -> {
                    audit.explain(MOVED);
                    audit.explain(MOVED);
                    return true;
                }))
                .hasMessage("an act explains itself once");
    }

    private void note(String act, boolean explained) {
        transactions.write(WHO, () -> {
            if (explained) {
                audit.explain(MOVED);
            }
            audit.record(WHO, new AuditTrail.Entry(act, null, "Done", true));
            return true;
        });
    }

    private Detail read(String act) {
        return everything
                .sql("select purpose, before, after from audit.trail where act = :act")
                .param("act", act)
                .query((row, n) ->
                        Detail.read(row.getString("purpose"), row.getString("before"), row.getString("after")))
                .single();
    }
}
