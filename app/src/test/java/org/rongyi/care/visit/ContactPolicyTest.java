package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.change.Effects;
import org.rongyi.platform.policy.change.NewValue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("改联系间隔之前，先看有多少人的应联系日会变")
class ContactPolicyTest {

    private static final Actor PROVINCE = Offices.of(Role.OFFICER, 440000000000L);

    /** As long ago as any record may be: everybody is looked at. */
    private static final LocalDate LONG_AGO = LocalDate.of(2018, 10, 25);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Effects effects;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @BeforeEach
    void county() {
        TestCounty.ensure(program);
    }

    @Test
    @DisplayName("普遍联系改为六个月，自 2018 年起：联系过的普遍联系对象个个会变，一个不多一个不少")
    void everybodyContactedUnderTheTermWouldBeDueOnAnotherDay() {
        long general = count("attention = 'GENERAL' and last_contact_on is not null and active");
        assertThat(general).isPositive();
        assertThat(effects("visit.contact.months.general", 6, LONG_AGO))
                .anyMatch(line -> line.contains("现有 " + general + " 人的应联系日按这项参数推算"))
                .anyMatch(line -> line.contains("有 " + general + " 人按新取值算出的应联系日不同"))
                .anyMatch(line -> line.contains("生效日期早于今天"));
    }

    @Test
    @DisplayName("将来生效：现在没有人会变")
    void fromADayToComeNobodyIsTouchedYet() {
        assertThat(effects("visit.contact.months.general", 6, LocalDate.of(2090, 1, 1)))
                .anyMatch(line -> line.contains("没有人的应联系日会因此不同"))
                .noneMatch(line -> line.contains("生效日期早于今天"));
    }

    @Test
    @DisplayName("取值没有变，谁也不会变")
    void theSameValueTouchesNobody() {
        assertThat(effects("visit.contact.months.general", 12, LONG_AGO))
                .anyMatch(line -> line.contains("没有人的应联系日会因此不同"));
    }

    @Test
    @DisplayName("首次联系期限只动从未联系过的人")
    void theFirstTermTouchesWhoWasNeverContacted() {
        long never = count("last_contact_on is null and active");
        assertThat(effects("visit.first.days", 15, LONG_AGO))
                .anyMatch(line -> line.contains("现有 " + never + " 人"))
                .anyMatch(line -> never == 0 ? line.contains("没有人的应联系日") : line.contains("有 " + never + " 人按新取值"));
    }

    @Test
    @DisplayName("只看影响，什么也没有动")
    void lookingChangesNothing() {
        var before = dues();
        effects("visit.contact.months.general", 1, LONG_AGO);
        effects("visit.contact.months.key", 1, LONG_AGO);
        assertThat(dues()).isEqualTo(before);
    }

    private List<String> effects(String id, int number, LocalDate from) {
        var value = new NewValue(id, BigDecimal.valueOf(number), from, null, "某文", null, "试看");
        return transactions.read(PROVINCE, () -> effects.of(value));
    }

    private long count(String condition) {
        return everything
                .sql("select count(*) from visit.contact where " + condition)
                .query(Long.class)
                .single();
    }

    private List<String> dues() {
        return everything
                .sql("select person_id || ' ' || due_on from visit.contact order by 1")
                .query(String.class)
                .list();
    }
}
