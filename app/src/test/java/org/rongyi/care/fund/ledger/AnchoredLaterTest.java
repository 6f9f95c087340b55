package org.rongyi.care.fund.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.audit.AnchorCheck;
import org.rongyi.platform.database.SideDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@Tag("slow")
@DisplayName("看守以前就有的账：升级时照原样登记，以后谁改了查得出")
class AnchoredLaterTest {

    /** The last one before rows were watched. */
    private static final String BEFORE = "202612140102";

    private static final String FUND = """
            insert into fund.fund (id, number, name, kind, unit_id, document, opened_on)
            values (gen_random_uuid(), '440000-01', '预算', 'BUDGET', gen_random_uuid(), '设立文件', '2021-01-01')
            """;

    @Autowired
    private ApplicationContext program;

    @Test
    @DisplayName("升级以后：账目完好，留痕写明是照原样；改一处、添一行、删一行都查得出")
    void whatWasThereIsAnchoredAsItStood() throws SQLException {
        try (var database = SideDatabase.create(program, "anchored_later")) {
            database.migrate(BEFORE, "kernel", "audit", "fund");
            try (var owner = database.superuser()) {
                execute(owner, FUND);
            }
            database.migrate("latest", "kernel", "audit", "fund");
            try (var owner = database.superuser()) {
                assertThat(findings(owner)).isEmpty();
                assertThat(
                                execute(
                                        owner,
                                        "update audit.fresh set act = act where act = 'AnchorRows' and outcome = 'AsTheyStood'"))
                        .isOne();
                owner.setAutoCommit(false);
                execute(owner, "set local session_replication_role = replica");
                execute(owner, "update fund.fund set platform = 'https://example.org'");
                assertThat(findings(owner)).containsExactly("资金 440000-01：与办理时不符，被改动过");
                execute(owner, "delete from fund.fund");
                assertThat(findings(owner)).hasSize(1).allMatch(one -> one.endsWith("：被删去了，没有经过办理"));
                execute(owner, FUND);
                assertThat(findings(owner)).contains("资金 440000-01：留痕里没有，不是经办理进来的");
                owner.rollback();
            }
        }
    }

    private static int execute(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static List<String> findings(Connection owner) throws SQLException {
        var found = new ArrayList<String>();
        new AnchorCheck(owner, WatchedTables.ALL, found::add).check();
        return found;
    }
}
