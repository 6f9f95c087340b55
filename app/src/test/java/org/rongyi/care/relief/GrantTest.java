package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.care.relief.rule.Mode;

@DisplayName("还在他手里的：退了多少减多少，退完的方式不再算；退回登记错了、冲回的，又算在他手里")
class GrantTest {

    @Test
    @DisplayName("资金退完、物资还在：只剩物资；服务没有金额，退不回来")
    void whatCameBackWhollyIsInNoMode() {
        var left =
                grant(Set.of(Mode.MONEY, Mode.GOODS, Mode.SERVICE), 1_000, 400).less(600, 0);
        assertThat(left.modes()).containsExactlyInAnyOrder(Mode.GOODS, Mode.SERVICE);
        assertThat(left.amountFen()).isEqualTo(400);
        assertThat(left.goodsFen()).isEqualTo(400);
        assertThat(left.less(0, 400).modes()).containsExactly(Mode.SERVICE);
    }

    @Test
    @DisplayName("重新核定时已经退完、后来退回冲回的：又有了多少，就又是什么方式")
    void whatWasNotBackAfterAllIsInItsModeAgain() {
        var nothing = grant(Set.of(), 0, 0);
        assertThat(nothing.less(-3_000, 0).modes()).containsExactly(Mode.MONEY);
        assertThat(nothing.less(-3_000, 0).amountFen()).isEqualTo(3_000);
        assertThat(nothing.less(0, -200).modes()).containsExactly(Mode.GOODS);
        assertThat(grant(Set.of(Mode.SERVICE), 0, 0).less(-3_000, 0).modes())
                .containsExactlyInAnyOrder(Mode.MONEY, Mode.SERVICE);
        assertThat(nothing.less(0, 0).modes()).isEmpty();
    }

    private static Grant grant(Set<Mode> modes, long amount, long goods) {
        return new Grant(modes, amount, goods, "", "", "");
    }
}
