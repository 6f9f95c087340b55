package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Files;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.audit.LatestInTrail;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("联系类别改过：以前是什么、谁改的查得到；事由密封，留痕里只写改过")
class AttentionHistoryTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private AttentionHistory history;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Actor.Office clerk;
    private UUID person;

    @BeforeEach
    void somebody() {
        clerk = TestCounty.office(program, "cun");
        person = new Files(program).register(clerk, "重点甲", Files.number(), null);
    }

    @Test
    @DisplayName("每改一次，以前的类别和事由都在，最近的在前；没改的不记；邻村看不到")
    void whatItWasIsKept() {
        set("HARDSHIP");
        set("HARDSHIP");
        set("DISABLED");
        set(null);
        var past = transactions.read(clerk, () -> history.of(person));
        assertThat(past).extracting(AttentionHistory.Past::ground).containsExactly("DISABLED", "HARDSHIP", null);
        assertThat(past)
                .extracting(AttentionHistory.Past::attention)
                .containsExactly(Attention.KEY, Attention.KEY, Attention.GENERAL);
        assertThat(past)
                .allMatch(
                        one -> one.byName().equals(clerk.name()) && one.byUnit().equals(clerk.unitName()));
        assertThat(transactions.read(TestCounty.office(program, "cun2"), () -> history.of(person)))
                .isEmpty();
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("cun"))
                .get("/persons/" + person + "/attention")
                .body();
        assertThat(page).contains("以前的联系类别", "原为重点联系：伤残", "原为重点联系：家庭特别困难", "原为普遍联系", clerk.name());
        assertThat(everything
                        .sql(
                                "select encode(before_sealed, 'escape') from visit.attention_history where person_id = :person")
                        .param("person", person)
                        .query(String.class)
                        .list())
                .hasSize(3)
                .noneMatch(one -> one != null && (one.contains("DISABLED") || one.contains("HARDSHIP")));
    }

    @Test
    @DisplayName("留痕写明类别的前后，事由只写改过；没改的什么也不写")
    void theTrailSaysWhatChanged() {
        set("DISABLED");
        assertThat(latest().changes())
                .extracting(Detail.Change::text)
                .containsExactly("重点联系事由：已改，内容不进留痕", "联系类别：普遍联系 → 重点联系");
        set("DISABLED");
        assertThat(latest()).isEqualTo(Detail.NONE);
        set("HARDSHIP");
        assertThat(latest().changes()).extracting(Detail.Change::text).containsExactly("重点联系事由：已改，内容不进留痕");
    }

    private void set(@Nullable String ground) {
        assertThat(acts.perform(
                        clerk,
                        program.getBean(SetAttention.class),
                        new SetAttention.Command(CommandId.fresh(clerk), person, ground)))
                .isInstanceOf(SetAttention.Outcome.Set.class);
    }

    private Detail latest() {
        return LatestInTrail.of(everything, "SetAttention", person);
    }
}
