package org.rongyi.care.festival;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.Bank;
import org.rongyi.care.fund.TestServices;
import org.rongyi.care.fund.bank.ReadBankResult;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.fund.payment.ApproveBatch;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.payment.ReleaseBatch;
import org.rongyi.care.relief.HardshipCases;
import org.rongyi.insight.figures.FigureTable;
import org.rongyi.insight.figures.Period;
import org.rongyi.insight.figures.Question;
import org.rongyi.people.person.Category;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.CaseHint;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@RongyiTest
@DisplayName("银行转账的慰问金：钱到了就是给了，不算走访，也不算一次慰问")
class FestivalTransferTest extends FestivalOffice {

    @Autowired
    private FigureTable figures;

    @Autowired
    private PaymentBatches batches;

    @Autowired
    private Vault vault;

    @Autowired
    @Qualifier("job")
    private DataSource source;

    @Test
    @DisplayName("转账到卡、没有上门：名单上、本人看到的都是已转账，人次不动；结束以后也不说没有给")
    void whatWentThroughTheBankIsGivenWithoutAVisit() throws SQLException {
        var whole = findings();
        var person = person(clerk, "转账丙", Category.MARTYR_FAMILY);
        var campaign = approved(Campaign.Way.TRANSFER);
        long before = counted();
        assertThat(perform(
                        clerk,
                        NameAccount.class,
                        new NameAccount.Command(
                                CommandId.fresh(clerk),
                                line(campaign, person).id(),
                                "农业银行怀集支行",
                                "6228480000000000018")))
                .isInstanceOf(NameAccount.Outcome.Named.class);
        assertThat(line(campaign, person).standing()).isEqualTo("还没送到");
        throughTheBank(campaign, line(campaign, person).moneyGrant());
        assertThat(line(campaign, person).standing()).isEqualTo("慰问金已转账，还没上门");
        assertThat(greeting(person)).contains("已由银行转到卡上");
        var aid = new HardshipCases(program);
        var file = aid.read(aid.asked(person));
        var hint = program.getBean("greetedHint", CaseHint.class);
        assertThat(before(-30, () -> transactions.read(chief, () -> hint.of(file, chief))))
                .as("审核帮扶援助的人在办件上看得到，没有上门也算")
                .map(CaseHint.Hint::why)
                .get()
                .asString()
                .contains("慰问金 800 元已由银行转到卡上");
        int left = ((CloseCampaign.Outcome.OtherCount) close(campaign, -1)).now();
        assertThat(close(campaign, left)).isInstanceOf(CloseCampaign.Outcome.Closed.class);
        assertThat(line(campaign, person).standing()).isEqualTo("慰问金已转账，没有上门");
        assertThat(greeting(person)).contains("已由银行转到卡上").doesNotContain("没有送到");
        assertThat(counted()).isEqualTo(before);
        assertThat(findings()).as("拟定、批准、拨付、结束都经办理，账目校验不报").isEqualTo(whole);
    }

    private List<String> findings() throws SQLException {
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL, vault).check().first();
        }
    }

    private void throughTheBank(UUID campaign, UUID grant) {
        var fund = campaign(campaign).fund();
        var made = (MakeBatch.Outcome.Made) perform(
                officer, MakeBatch.class, new MakeBatch.Command(CommandId.fresh(officer), fund, List.of(grant), null));
        var batch =
                transactions.read(officer, () -> batches.find(made.subject())).orElseThrow();
        assertThat(perform(
                        chief,
                        ApproveBatch.class,
                        new ApproveBatch.Command(CommandId.fresh(chief), batch.id(), batch.count(), batch.amount())))
                .isInstanceOf(ApproveBatch.Outcome.Approved.class);
        var cashier = new Actor.Office(
                UUID.randomUUID(),
                "出纳",
                UUID.randomUUID(),
                officer.unit(),
                officer.unitName(),
                officer.unitCode(),
                Role.OFFICER,
                officer.level(),
                officer.scope());
        assertThat(perform(
                        cashier,
                        ReleaseBatch.class,
                        new ReleaseBatch.Command(CommandId.fresh(cashier), batch.id(), batch.amount())))
                .isInstanceOf(ReleaseBatch.Outcome.Released.class);
        var paid = batch.number() + "-0001,PAID," + batch.amount().text().replace(",", "") + "," + now() + ",";
        var result = Bank.result(batch.number(), now(), List.of(paid));
        assertThat(perform(
                        officer,
                        ReadBankResult.class,
                        new ReadBankResult.Command(CommandId.fresh(officer), batch.id(), "结果.csv", result)))
                .isInstanceOf(ReadBankResult.Outcome.Read.class);
    }

    private String greeting(UUID person) {
        var self = new Actor.Self(UUID.randomUUID(), "本人", person);
        return transactions
                .read(self, () -> program.getBean(Greetings.class).of(person))
                .getFirst()
                .words();
    }

    /** 慰问人次 of this month and the festival's, in the village. */
    private long counted() {
        return transactions.read(
                clerk,
                () -> List.of(YearMonth.from(now()), YearMonth.from(day)).stream()
                        .distinct()
                        .mapToLong(month -> figures.total(new Question(
                                        clerk.unitCode(),
                                        List.of(FestivalKinds.FESTIVAL),
                                        new Period.Month(month),
                                        null))
                                .getFirst()
                                .times())
                        .sum());
    }
}
