package org.rongyi.people.kin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.relief.AskAid;
import org.rongyi.care.relief.HardshipCases;
import org.rongyi.people.person.Files;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.CaseService;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.Services;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("家属代为申请困难帮扶援助（第十五条）：委托了才办得了，看得到办件，看不到病情和决定的依据")
class AidForFamilyTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Cases cases;

    @Autowired
    private Services services;

    @Autowired
    private JdbcClient jdbc;

    private Family family;
    private Actor.Kin wife;

    @BeforeEach
    void aVeteranAndHisWife() {
        family = new Family(program, "钱老兵");
        var number = Files.number();
        wife = family.open(family.give(number, "HARDSHIP"), number);
    }

    @Test
    @DisplayName("妻子替他申请：记两个人的名字；她看得到这件，病情只有他本人和审核的人看得到")
    void hisWifeAsksForHim() {
        var id = ((Applied.Asked) ask(wife)).subject();
        var file = transactions.read(family.village, () -> cases.find(id)).orElseThrow();
        assertThat(file.filed().by()).isEqualTo("王秀英（代钱老兵）");
        assertThat(content(wife, id)).doesNotContain("右腿胫骨骨折", "/persons/");
        assertThat(content(family.self, id)).contains("右腿胫骨骨折");
        assertThatThrownBy(() -> transactions.read(
                        wife,
                        () -> jdbc.sql("select basis_sealed from relief.aid")
                                .query()
                                .listOfRows()))
                .as("决定的依据里有不予援助的情形")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("委托的是别的事项，就申请不了，也看不到")
    void anotherServiceIsAnotherMandate() {
        var id = ((Applied.Asked) ask(wife)).subject();
        var number = Files.number();
        var son = family.open(family.give(number, "CORRECTION"), number);
        assertThat(ask(son)).isInstanceOf(Applied.NotGiven.class);
        assertThat(transactions.read(
                        son,
                        () -> jdbc.sql("select count(*) from relief.aid")
                                .query(Long.class)
                                .single()))
                .isZero();
        assertThat(transactions.read(
                        wife,
                        () -> jdbc.sql("select id from relief.aid")
                                .query(UUID.class)
                                .list()))
                .containsExactly(id);
    }

    private Applied ask(Actor actor) {
        return family.perform(
                actor,
                new AskAid.Command(
                        CommandId.fresh(actor),
                        family.person,
                        HardshipCases.request(family.today()),
                        null,
                        null,
                        null));
    }

    private String content(Actor actor, UUID id) {
        CaseService.Content content =
                transactions.read(actor, () -> services.get("HARDSHIP").content(id, actor, false));
        return content.toString();
    }
}
