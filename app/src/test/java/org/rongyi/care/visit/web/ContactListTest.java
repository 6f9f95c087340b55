package org.rongyi.care.visit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.care.visit.web.ContactList.Which;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("联系名单：先按应联系日，再按小组的自然次序；从未联系的自成一栏")
class ContactListTest {

    /** As people write them, in the order one walks them. */
    private static final List<String> LANES =
            List.of("第1村民小组", "第二村民小组", "第3村民小组", "第１０村民小组", "第十一村民小组", "第20村民小组", "第二十一村民小组");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private ContactList contacts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Actor.Office clerk;
    private LocalDate today;

    @BeforeEach
    void aClerkAtWork() {
        clerk = TestCounty.office(program, "cun");
        today = LocalDate.now(clock);
    }

    @Test
    @DisplayName("同一天应联系的：第2小组在第10小组前，第二在第十前；再远的组，应联系日早的先去")
    void byTheDayThenByTheLane() {
        var shuffled = List.of(3, 6, 1, 4, 0, 5, 2);
        var names = new ArrayList<String>();
        shuffled.forEach(lane -> register("排序" + lane, LANES.get(lane)));
        var late = register("排序先到", "第99村民小组");
        var early = today.minusDays(1);
        program.getBean("jobJdbc", JdbcClient.class)
                .sql("update visit.contact set due_on = :on where person_id = :person")
                .param("on", early)
                .param("person", late)
                .update();
        everybody(Which.NEVER).stream()
                .filter(row -> row.name().startsWith("排序"))
                .forEach(row -> names.add(row.name() + " " + row.groupName()));
        var expected = Stream.concat(
                Stream.of("排序先到 第99村民小组"),
                Stream.iterate(0, lane -> lane + 1)
                        .limit(LANES.size())
                        .map(lane -> "排序" + lane + " " + LANES.get(lane)));
        assertThat(names).containsExactlyElementsOf(expected.toList());
    }

    @ParameterizedTest
    @DisplayName("小组和街路的次序")
    @CsvSource({
        "第2小组, 第10小组",
        "第９小组, 第10小组",
        "第九小组, 第十小组",
        "第十小组, 第十一小组",
        "第十九小组, 第二十小组",
        "第二十小组, 第二十一小组",
        "2组, 十组",
        "人民路, 第1小组",
        "人民路9号, 人民路10号"
    })
    void before(String first, String second) {
        var sorted = jdbc.sql("select name from unnest(:names::text[]) name order by person.lane(name)")
                .param("names", new String[] {second, first})
                .query(String.class)
                .list();
        assertThat(sorted).containsExactly(first, second);
    }

    @Test
    @DisplayName("新建档的列在“从未联系”，数也多一；联系过一次便不在了")
    void theNeverContacted() {
        long before = never();
        var person = register("从未联系人", "第1村民小组");
        assertThat(never()).isEqualTo(before + 1);
        var browser = Browser.signedIn(port, TestCounty.ensure(program).get("cun"));
        assertThat(everybody(Which.NEVER)).extracting(ContactList.Row::personId).contains(person);
        assertThat(everybody(Which.NEVER))
                .allSatisfy(row -> assertThat(row.lastContactOn()).isNull());
        assertThat(tab(browser)).contains("从未联系名单");
        phone(person);
        assertThat(never()).isEqualTo(before);
        assertThat(everybody(Which.NEVER)).extracting(ContactList.Row::personId).doesNotContain(person);
        assertThat(everybody(Which.ALL)).extracting(ContactList.Row::personId).contains(person);
    }

    private static String tab(Browser browser) {
        return browser.get("/contacts?which=NEVER").body();
    }

    private long never() {
        return transactions.read(
                clerk, () -> contacts.counts(clerk.scope(), null, null, today).never());
    }

    /** The whole list, page by page. */
    private List<ContactList.Row> everybody(Which which) {
        return transactions.read(clerk, () -> {
            var rows = new ArrayList<ContactList.Row>();
            Cursor<ContactList.Due> after = null;
            do {
                var page = contacts.page(clerk.scope(), ContactList.Filter.of(which), today, after);
                rows.addAll(page.rows());
                after = page.next() == null ? null : Cursor.parse(page.next(), ContactList.Due::parse);
            } while (after != null);
            return rows;
        });
    }

    private UUID register(String name, String lane) {
        var outcome = acts.perform(
                clerk,
                program.getBean(RegisterPerson.class),
                new RegisterPerson.Command(
                        CommandId.fresh(clerk),
                        name,
                        Files.number(),
                        "13900000000",
                        Set.of(Category.DISCHARGED_SOLDIER),
                        new RegisterPerson.Spot(clerk.unitCode(), "1号", lane),
                        null,
                        null));
        return ((RegisterPerson.Outcome.Registered) outcome).subject();
    }

    private void phone(UUID person) {
        var content = new VisitContent(
                Map.of(person, Result.MET), today, "REGULAR", "PHONE", Set.of(Sent.POLICY), "", "", List.of());
        var command = new RecordVisit.Command(CommandId.fresh(clerk), content, List.of(), false, false);
        assertThat(acts.perform(clerk, program.getBean(RecordVisit.class), command))
                .isInstanceOf(RecordVisit.Outcome.Recorded.class);
    }
}
