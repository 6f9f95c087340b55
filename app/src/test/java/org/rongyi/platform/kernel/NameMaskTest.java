package org.rongyi.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("姓名脱敏：一条规则")
class NameMaskTest {

    @ParameterizedTest
    @CsvSource({
        "张三,张*",
        "王小明,王*明",
        "欧阳建国,欧阳**",
        "欧阳锋,欧阳*",
        "司马,司*",
        "𠮷㛃,𠮷*",
        "张王李赵,张**赵",
        "阿卜杜拉·买买提,阿***·***",
        "John Smith,J*** *****",
        "张,*",
        "'',''"
    })
    void names(String name, String masked) {
        assertThat(NameMask.mask(name)).isEqualTo(masked);
    }

    @Test
    @DisplayName("任何姓名：长度不变，首字不变，总有字隐去；再脱敏一次不变")
    void whateverTheName() {
        var random = new Random(3);
        var letters = "张王李欧阳司马诸葛明国建𠮷㛃䶮〇·aZ".codePoints().toArray();
        for (int i = 0; i < 5_000; i++) {
            var name = random.ints(1 + random.nextInt(7), 0, letters.length)
                    .mapToObj(n -> Character.toString(letters[n]))
                    .collect(Collectors.joining());
            var masked = NameMask.mask(name);
            assertThat(masked.codePointCount(0, masked.length())).isEqualTo(name.codePointCount(0, name.length()));
            assertThat(NameMask.mask(masked)).isEqualTo(masked);
            var rest = name.codePoints().skip(1).filter(c -> c != '·').count();
            if (rest > 0) {
                assertThat(masked).contains("*").isNotEqualTo(name);
                assertThat(masked.codePointAt(0)).isEqualTo(name.codePointAt(0));
            }
            assertThat(masked.codePoints().filter(c -> c != '*' && c != '·').count())
                    .as("至多露两个字")
                    .isLessThanOrEqualTo(2);
        }
    }
}
