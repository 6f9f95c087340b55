package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.related.DeclareRelated;
import org.rongyi.care.fund.related.EndRelated;
import org.rongyi.care.fund.related.RelatedPerson;
import org.rongyi.care.fund.related.RelatedPerson.Relation;
import org.rongyi.care.fund.related.RelatedPersons;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("利害关系人：管理人的不用这项资金帮助，捐赠人的不用他捐的钱")
class RelatedTest extends PaymentOffice {

    private static final SealedField NUMBER = new SealedField("person.person", "citizen_sealed");

    @Autowired
    private RelatedPersons related;

    @Autowired
    private Vault vault;

    @Autowired
    private JdbcClient jdbc;

    /** Somebody of the county, as his file has him. */
    private record Soldier(UUID id, String name, CitizenId number) {}

    @Test
    @DisplayName("管理人本人、管委会委员的亲属，按身份证号核对，姓名写得不同也认得出")
    void whoIsTiedToAManagerIsNotHelped() {
        var soldier = soldiers().getFirst();
        for (var relation : List.of(Relation.SELF, Relation.SPOUSE)) {
            var fund = richFund(1_000);
            declare(fund, null, "管委会委员", relation, "曾用名", soldier.number());
            var refused = commit(grant(fund, soldier.id(), soldier.name()));
            assertThat(refused).isInstanceOf(Commitments.Related.class);
            assertThat(((Commitments.Related) refused).why())
                    .contains("管委会委员", "不能用这项资金帮助", "改由别的资金出")
                    .doesNotContain("申报人甲");
            assertThat(lots(fund)).isEqualTo(Money.ofYuan(1_000));
        }
    }

    @Test
    @DisplayName("有身份证号的申报，不误伤同名的人；没有号的按姓名拦下，说明补上号就行")
    void aNameAloneIsSaidToBeOne() {
        var two = soldiers();
        var fund = richFund(1_000);
        declare(fund, null, "局长", Relation.CHILD, two.get(1).name(), two.get(0).number());
        assertThat(commit(grant(fund, two.get(1).id(), two.get(1).name()))).isInstanceOf(Commitments.Done.class);

        var byName = richFund(1_000);
        declare(byName, null, "局长", Relation.CHILD, two.get(1).name(), null);
        var refused = commit(grant(byName, two.get(1).id(), two.get(1).name()));
        assertThat(((Commitments.Related) refused).why()).contains("同名", "补上身份证号");
        var said = transactions.read(chief, () -> related.list(byName)).getFirst();
        assertThat(end(chief, said.id(), " ")).isInstanceOf(EndRelated.Outcome.NoReason.class);
        assertThat(end(chief, said.id(), "已补上身份证号")).isInstanceOf(EndRelated.Outcome.Ended.class);
        declare(
                byName,
                null,
                "局长",
                Relation.CHILD,
                two.get(1).name(),
                two.get(0).number());
        assertThat(commit(grant(byName, two.get(1).id(), two.get(1).name()))).isInstanceOf(Commitments.Done.class);
    }

    @Test
    @DisplayName("捐赠人的利害关系人：不用他捐的那一笔，用别的；只有他捐的，就是不够")
    void whoIsTiedToAGiverIsHelpedByOthers() {
        var soldier = soldiers().getFirst();
        var fund = careFund();
        var his = given(fund, 500, new Lot.Terms(HARDSHIP, null, null));
        declare(fund, his, "", Relation.SIBLING, soldier.name(), soldier.number());
        assertThat(commit(grant(fund, soldier.id(), soldier.name())))
                .isEqualTo(new Commitments.Insufficient(Money.ZERO));
        var others = given(fund, 500, Lot.Terms.FREE);
        assertThat(commit(grant(fund, soldier.id(), soldier.name()))).isInstanceOf(Commitments.Done.class);
        assertThat(lot(his).standing().committed()).isEqualTo(Money.ZERO);
        assertThat(lot(others).standing().committed()).isEqualTo(Money.ofYuan(100));
    }

    @Test
    @DisplayName("捐赠人本人不用自己捐的")
    void aGiverIsNotHelpedByHisOwnGift() {
        var fund = careFund();
        var his = given(fund, 500, Lot.Terms.FREE);
        assertThat(commit(grant(fund, Ids.next(), "陈丽华"))).isEqualTo(new Commitments.Insufficient(Money.ZERO));
        assertThat(lot(his).standing().available()).isEqualTo(Money.ofYuan(500));
    }

    @Test
    @DisplayName("申报只有管理单位登记，号码看不全")
    void whoDeclaresAndWhoSees() {
        var fund = richFund(10);
        var soldier = soldiers().getFirst();
        assertThat(perform(
                        provinceOfficer,
                        DeclareRelated.class,
                        command(provinceOfficer, fund, null, "局长", Relation.SELF, "某某", soldier.number())))
                .isInstanceOf(DeclareRelated.Outcome.NotFound.class);
        assertThat(perform(
                        officer,
                        DeclareRelated.class,
                        command(officer, fund, null, " ", Relation.SELF, "某某", soldier.number())))
                .isInstanceOf(DeclareRelated.Outcome.NameMissing.class);
        assertThat(perform(
                        officer,
                        DeclareRelated.class,
                        command(officer, fund, null, "75123 部队政委", Relation.SELF, "某某", soldier.number())))
                .isInstanceOf(DeclareRelated.Outcome.LooksSecret.class);
        declare(fund, null, "局长", Relation.SELF, "某某", soldier.number());
        assertThat(transactions.read(chief, () -> related.list(fund)))
                .extracting(RelatedPerson::masked)
                .allSatisfy(shown -> assertThat(shown)
                        .contains("*")
                        .isNotEqualTo(soldier.number().value()));
        var village = org.rongyi.demo.TestCounty.office(program, "cun");
        assertThat(transactions.read(village, () -> related.list(fund))).isEmpty();
    }

    private Money lots(UUID fund) {
        return transactions.read(chief, () -> commitments.available(fund, HARDSHIP, chief.unitCode(), false));
    }

    private List<Soldier> soldiers() {
        return transactions.read(
                chief,
                () -> jdbc.sql("select p.id, p.name, p.citizen_sealed from person.person p order by p.id limit 2")
                        .query((row, n) -> new Soldier(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                new CitizenId(vault.open(
                                        NUMBER, row.getObject("id", UUID.class), row.getBytes("citizen_sealed")))))
                        .list());
    }

    private Commitments.Grant grant(UUID fund, UUID person, String name) {
        var plain = grant(fund, Money.ofYuan(100));
        return new Commitments.Grant(
                fund,
                plain.cause(),
                plain.purpose(),
                plain.words(),
                new Commitments.Recipient(person, name, chief.unitCode()),
                false,
                plain.amount(),
                plain.account());
    }

    private void declare(
            UUID fund, @Nullable UUID gift, String duty, Relation relation, String name, @Nullable CitizenId number) {
        assertThat(perform(officer, DeclareRelated.class, command(officer, fund, gift, duty, relation, name, number)))
                .isInstanceOf(DeclareRelated.Outcome.Declared.class);
    }

    private static DeclareRelated.Command command(
            Actor.Office by,
            UUID fund,
            @Nullable UUID gift,
            String duty,
            Relation relation,
            String name,
            @Nullable CitizenId number) {
        return new DeclareRelated.Command(CommandId.fresh(by), fund, gift, "申报人甲", duty, relation, name, number);
    }

    private EndRelated.Outcome end(Actor.Office by, UUID declaration, String reason) {
        return perform(by, EndRelated.class, new EndRelated.Command(CommandId.fresh(by), declaration, reason));
    }
}
