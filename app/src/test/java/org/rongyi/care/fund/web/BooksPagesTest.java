package org.rongyi.care.fund.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.kernel.Money;
import org.springframework.boot.test.web.server.LocalServerPort;

@RongyiTest
@DisplayName("账的页面：合计各加各的，凭证打得开它所依据的记录")
class BooksPagesTest extends PaymentOffice {

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("科目余额表：借方、贷方各自合计；余额被改动、两边不等的，看得出来")
    void bothColumnsAreAddedUp() throws SQLException {
        var fund = careFund();
        given(fund, 500, Lot.Terms.FREE);
        assertThat(page("xian", "/funds/" + fund)).doesNotContain("借方和贷方不相等");
        bank(fund, 123);
        try {
            assertThat(page("xian", "/funds/" + fund)).contains("借方和贷方不相等", ">501.23<", ">500.00<");
        } finally {
            bank(fund, -123);
        }
    }

    private void bank(UUID fund, long more) throws SQLException {
        try (var thief = new Superuser(program).connect();
                var statement = thief.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate("update fund.account set balance = balance + " + more
                            + " where fund_id = '" + fund + "' and kind = 'BANK'"))
                    .isOne();
        }
    }

    @Test
    @DisplayName("从凭证打得开捐赠、承诺、批次和拨付；看不了承诺的审计员，不给他打不开的链接")
    void anEntryLeadsToItsRecord() {
        var fund = careFund();
        var gift = given(fund, 500, Lot.Terms.FREE);
        var grant = granted(fund, Money.ofYuan(80));
        var batch = released(fund, List.of(grant));
        said(batch, batch(batch).number() + "-0001,PAID,80.00," + today + ",");
        var payment = paymentsOf(batch).getFirst().id();
        assertThat(entry("xian", gift, EntryKind.GIFT)).contains("href=\"/gifts/" + gift + "\"");
        assertThat(entry("xian", grant, EntryKind.COMMIT)).contains("href=\"/grants/" + grant + "\"");
        assertThat(entry("shenji", grant, EntryKind.COMMIT)).doesNotContain("href=\"/grants/");
        for (var who : List.of("xian", "shenji")) {
            assertThat(entry(who, batch, EntryKind.RELEASE)).contains("href=\"/batches/" + batch + "\"");
            assertThat(entry(who, payment, EntryKind.PAID)).contains("href=\"/payments/" + payment + "\"");
            page(who, "/batches/" + batch);
            page(who, "/payments/" + payment);
            page(who, "/gifts/" + gift);
        }
    }

    private String entry(String who, UUID subject, EntryKind kind) {
        var entry = transactions
                .read(officer, () -> journal.ofSubject(subject, kind))
                .orElseThrow();
        return page(who, "/entries/" + entry.id());
    }

    private String page(String who, String path) {
        var browser = Browser.signedIn(
                port, Objects.requireNonNull(TestCounty.ensure(program).get(who)));
        var answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
