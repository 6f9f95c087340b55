package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.audit.Sealer;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.WrongInput;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("verify ledger：程序运行时附着它的数据库，先验留痕再验账")
class VerifyLedgerTest extends FundOffice {

    private static final Pattern ENTRIES = Pattern.compile("账目校验 \\d+ 项资金，(\\d+) 张凭证");

    @Autowired
    private DataDirectory directory;

    @Autowired
    private Sealer sealer;

    private final ByteArrayOutputStream steps = new ByteArrayOutputStream();

    @Test
    @DisplayName("经程序记的账：留痕和账目都完好；账上原来没有不符，记了以后也没有")
    void whatTheProgramEnteredIsWhole() {
        var before = verified(); // other tests of this JVM may have left books that somebody edited
        var fund = careFund();
        given(fund, 100, Lot.Terms.FREE);
        assertThat(commit(grant(fund, new Money(1)))).isInstanceOf(Commitments.Done.class);
        var after = verified();
        assertThat(after).anyMatch(line -> line.startsWith("留痕校验"));
        assertThat(after)
                .filteredOn(VerifyLedgerTest::isVerdict)
                .isEqualTo(before.stream().filter(VerifyLedgerTest::isVerdict).toList());
        assertThat(number(after)).as("凭证都在校验之内").isEqualTo(number(before) + 2);
        assertThat(steps.toString(StandardCharsets.UTF_8))
                .as("校验到哪里了")
                .contains("逐张凭证与留痕核对", "账内互校 1 / ", "从办件另算：HARDSHIP", "行摘要：承诺", "收款账号：承诺");
    }

    /** Whole or not, and each thing that is not. */
    private static boolean isVerdict(String line) {
        return line.startsWith("账目完好") || line.startsWith("账目发现") || line.startsWith("- ");
    }

    private static int number(List<String> lines) {
        return lines.stream()
                .map(ENTRIES::matcher)
                .filter(Matcher::matches)
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .sum();
    }

    private List<String> verified() {
        sealer.seal(1_000); // what lies unsealed for a minute is a finding too
        var answer = new ByteArrayOutputStream();
        var words = List.of("verify", "ledger", "--data", directory.root().toString());
        VerifyLedger.run(
                words,
                Map.of(),
                new Progress(
                        new PrintStream(steps, true, StandardCharsets.UTF_8),
                        new PrintStream(answer, true, StandardCharsets.UTF_8)),
                TestServices.ALL);
        return answer.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    @DisplayName("写错的命令：说出怎么写")
    void aWrongCommandIsSaid() {
        assertThatThrownBy(() -> VerifyLedger.run(
                        List.of("verify", "ledger", "--head"),
                        Map.of(),
                        new Progress(System.err, System.out),
                        TestServices.ALL))
                .isInstanceOf(WrongInput.class);
    }
}
