package org.rongyi.career.placement.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("分配的文件：写错了说清楚在哪里、为什么，退出码 2；写对了标准输出只有结果")
class FormTest {

    private static final String GOOD = "{\"mechanism\":\"serial-dictatorship\",\"posts\":[{\"id\":\"甲\",\"seats\":1}],"
            + "\"candidates\":[{\"id\":\"张\",\"score\":81.50,\"choices\":[\"甲\"]},{\"id\":\"李\",\"score\":9e1,\"choices\":[\"甲\"]}]}";

    private record Run(int exit, String out, String problems) {}

    private static Run run(byte[] input) {
        var out = new ByteArrayOutputStream();
        var problems = new ByteArrayOutputStream();
        int exit = AllocateCommand.run(
                List.of("-"),
                new ByteArrayInputStream(input),
                out,
                new PrintStream(problems, true, StandardCharsets.UTF_8));
        return new Run(exit, out.toString(StandardCharsets.UTF_8), problems.toString(StandardCharsets.UTF_8));
    }

    private static Run run(String input) {
        return run(input.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("结果按输入的顺序每人一行，没有岗位的是 null；同样的输入得到同样的字节")
    void theAnswerIsWhatTheFormSays() {
        var run = run(GOOD);
        assertThat(run.exit()).isZero();
        assertThat(run.problems()).isEmpty();
        assertThat(run.out())
                .startsWith(
                        "{\"assignments\":[\n{\"candidate\":\"张\",\"post\":null},\n{\"candidate\":\"李\",\"post\":\"甲\"}],")
                .contains("\"score\":81.5,", "\"score\":90,", "\"order\":[\"李\",\"张\"]")
                .isEqualTo(run(GOOD).out())
                .isEqualTo(run("\ufeff" + GOOD.replace(":", " :\n ")).out());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"mechanism\":\"serial-dictatorship\" | \"mechanism\":\"lottery\" | mechanism",
                "\"mechanism\":\"serial-dictatorship\", | '' | mechanism",
                "\"mechanism\":\"serial-dictatorship\" | \"mechanism\":\"assignment\" | costs",
                "\"seats\":1 | \"seats\":-1 | posts[0].seats",
                "\"seats\":1 | \"seats\":1.5 | posts[0].seats",
                "\"seats\":1 | \"seats\":\"1\" | posts[0].seats",
                "\"seats\":1 | \"seats\":1,\"seats\":1 | posts[0].seats",
                "\"seats\":1 | \"seats\":1,\"ranking\":[\"王\"] | posts[0].ranking[0]",
                "\"seats\":1 | \"seats\":1,\"ranking\":[\"张\",\"张\"] | posts[0].ranking[1]",
                "\"seats\":1 | \"places\":1 | posts[0].places",
                "\"id\":\"甲\",\"seats\":1 | \"seats\":1 | posts[0].id",
                "\"id\":\"李\" | \"id\":\"张\" | candidates[1].id",
                "\"id\":\"李\" | \"id\":\"\" | candidates[1].id",
                "\"id\":\"李\" | \"id\":5 | candidates[1].id",
                "\"id\":\"李\" | \"id\":\"\\ud800\" | candidates[1].id",
                "\"score\":9e1, | '' | candidates[1].score",
                "\"score\":9e1 | \"score\":\"90\" | candidates[1].score",
                "\"score\":9e1 | \"score\":9e999999999 | candidates[1].score",
                "\"choices\":[\"甲\"]}] | \"choices\":[\"甲\",\"乙\"]}] | candidates[1].choices[1]",
                "\"choices\":[\"甲\"]}] | \"choices\":[\"甲\",\"甲\"]}] | candidates[1].choices[1]",
                "\"choices\":[\"甲\"]}] | \"choices\":[[[[[]]]]]}] | candidates[1].choices[0]",
                "\"choices\":[\"甲\"]}] | \"choices\":{}}] | candidates[1].choices",
                "}]} | }],\"costs\":[{\"candidate\":\"张\",\"post\":\"乙\",\"cost\":1}]} | costs[0].post",
                "}]} | }],\"costs\":[{\"candidate\":\"张\",\"post\":\"甲\"}]} | costs[0].cost",
                "}]} | }],\"costs\":[{\"candidate\":\"张\",\"post\":\"甲\",\"cost\":1e13}]} | costs[0].cost",
                "}]} | }]}{} | line 1 column",
                "}]} | '' | end",
                "{\"mechanism\" | [\"mechanism\" | file"
            })
    void whatIsWrongIsNamed(String good, String wrong, String place) {
        assertThat(GOOD).contains(good);
        int at = GOOD.lastIndexOf(good);
        var run = run(GOOD.substring(0, at) + wrong + GOOD.substring(at + good.length()));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.problems()).startsWith(place).contains(": ").hasLineCount(1);
    }

    @Test
    @DisplayName("不是 UTF-8、没有文件、多写了参数，也是退出码 2")
    void whatCannotBeReadIsWrongInput() {
        assertThat(run(new byte[] {'{', (byte) 0xff})).isEqualTo(new Run(2, "", "byte 1: 不是 UTF-8 编码 · not UTF-8\n"));
        var problems = new ByteArrayOutputStream();
        for (var words : List.of(List.of("/nowhere.json"), List.of("/"), List.<String>of(), List.of("a", "b"))) {
            assertThat(AllocateCommand.run(words, System.in, new ByteArrayOutputStream(), new PrintStream(problems)))
                    .isEqualTo(2);
        }
    }

    @Test
    @DisplayName("没有人、没有岗位也算得出")
    void nobodyAndNothingIsAnAnswer() {
        for (var mechanism : Mechanism.values()) {
            var run = run("{\"mechanism\":\"" + mechanism.code() + "\",\"posts\":[],\"candidates\":[],\"costs\":[]}");
            assertThat(run.exit()).isZero();
            assertThat(run.out()).startsWith("{\"assignments\":[],");
        }
    }
}
