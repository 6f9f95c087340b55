package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

    @Autowired
    private DataDirectory directory;

    @Autowired
    private Sealer sealer;

    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private final ByteArrayOutputStream steps = new ByteArrayOutputStream();

    @Test
    @DisplayName("经程序记的账：留痕和账目都完好")
    void whatTheProgramEnteredIsWhole() {
        var fund = careFund();
        given(fund, 100, Lot.Terms.FREE);
        assertThat(commit(grant(fund, new Money(1)))).isInstanceOf(Commitments.Done.class);
        sealer.seal(1_000); // what lies unsealed for a minute is a finding too
        var words = List.of("verify", "ledger", "--data", directory.root().toString());
        VerifyLedger.run(
                words,
                Map.of(),
                new Progress(
                        new PrintStream(steps, true, StandardCharsets.UTF_8),
                        new PrintStream(answer, true, StandardCharsets.UTF_8)),
                TestServices.ALL);
        assertThat(answer.toString(StandardCharsets.UTF_8))
                .contains("留痕校验", "账目完好")
                .doesNotContain("账目发现");
        assertThat(steps.toString(StandardCharsets.UTF_8))
                .as("校验到哪里了")
                .contains("逐张凭证与留痕核对", "账内互校 1 / ", "从办件另算：HARDSHIP", "行摘要：承诺", "收款账号：承诺");
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
