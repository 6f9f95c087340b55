package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
@DisplayName("改一个人的住处，问同住的人要不要一起改")
class HousematesTest extends TwoVillages {

    private final MockMvc web;

    private UUID husband;
    private UUID wife;
    private UUID son;

    @Autowired
    HousematesTest(WebApplicationContext context) {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @BeforeEach
    void aFamilyOfThree() {
        husband = register("一家之主");
        wife = files.registerWith(here, "他的妻子", Files.number(), files.household(husband));
        son = files.registerWith(here, "他的儿子", Files.number(), files.household(husband));
    }

    @Test
    @DisplayName("一起改：每人的住处、联系名单的小组都改，各自的档案和留痕里都记下")
    void theyMoveInOneActAndEachIsRecorded() {
        assertThat(corrected(husband, 1, true)).isEqualTo(new CorrectPerson.Outcome.Corrected(husband));
        for (var one : List.of(husband, wife, son)) {
            assertThat(address(one)).isEqualTo("三组 9号");
            assertThat(files.contact(one)).isEqualTo(here.unitCode() + " 三组");
            assertThat(trail(one)).isEqualTo("1");
            assertThat(version(one)).isEqualTo(2);
        }
        var change = transactions.read(here, () -> file.history(wife, 5)).getFirst();
        assertThat(change.lines()).containsExactly("户籍地和常住地住处：一组 1号");
        assertThat(change.reason()).isEqualTo("门牌重编（与一家之主同住，一起改）");
        assertThat(householdAddress()).isEqualTo("三组 9号");
    }

    @Test
    @DisplayName("只改一个人：别人不动；全家都改过了，户的住处才跟着变；住在别处的不会被带走")
    void whoWasNotAskedStays() {
        corrected(husband, 1, false);
        assertThat(address(wife)).isEqualTo("一组 1号");
        assertThat(version(wife)).isEqualTo(1);
        assertThat(householdAddress()).isEqualTo("一组 1号");
        // the husband lives elsewhere by now and is not among those who move along
        corrected(wife, 1, true);
        assertThat(version(husband)).isEqualTo(2);
        assertThat(address(son)).isEqualTo("三组 9号");
        assertThat(householdAddress()).isEqualTo("三组 9号");
    }

    @Test
    @DisplayName("一家三口同时被三个人更正：一个一个来，谁也不落在死锁里")
    void threeAtOnceWaitInTurn() throws Exception {
        var tasks = new ArrayList<Callable<CorrectPerson.Outcome>>();
        for (var one : List.of(son, husband, wife)) {
            tasks.add(() -> corrected(one, 1, true));
        }
        var ends = new ArrayList<CorrectPerson.Outcome>();
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (var end : pool.invokeAll(tasks)) {
                ends.add(end.get());
            }
        }
        assertThat(ends)
                .filteredOn(CorrectPerson.Outcome.Corrected.class::isInstance)
                .hasSize(1);
        assertThat(ends)
                .filteredOn(CorrectPerson.Outcome.Stale.class::isInstance)
                .hasSize(2);
    }

    @Test
    @DisplayName("表上写明同住的是谁；住处改了没有选，退回来问，选了才办")
    void theFormAsks() throws Exception {
        web.perform(form(""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("同住的 2 人")))
                .andExpect(content().string(containsString("他的妻子")));
        assertThat(address(husband)).isEqualTo("一组 1号");
        web.perform(form("TOGETHER")).andExpect(status().isSeeOther());
        assertThat(address(son)).isEqualTo("三组 9号");
    }

    private MockHttpServletRequestBuilder form(String mates) {
        return post("/persons/" + husband + "/correction")
                .requestAttr(Actor.class.getName(), here)
                .param("_command", Ids.next().toString())
                .param("_post", here.post().toString())
                .param("version", "1")
                .param("name", "一家之主")
                .param("category", Category.DISCHARGED_SOLDIER.name())
                .param("group.BOTH", "三组")
                .param("address.BOTH", "9号")
                .param("home", "SAME")
                .param("mates", mates)
                .param("reason", "门牌重编");
    }

    private CorrectPerson.Outcome corrected(UUID person, int version, boolean together) {
        var name =
                transactions.read(here, () -> file.find(person)).orElseThrow().name();
        var content = new CorrectPerson.Content(
                name,
                null,
                null,
                Set.of(Category.DISCHARGED_SOLDIER),
                List.of(new CorrectPerson.Spot(PlaceKind.BOTH, "9号", "三组")),
                CorrectPerson.Home.SAME,
                null,
                together);
        return acts.perform(
                here,
                program.getBean(CorrectPerson.class),
                new CorrectPerson.Command(CommandId.fresh(here), person, version, content, "门牌重编"));
    }

    private String address(UUID person) {
        return files.text(
                "select group_name || ' ' || address from person.place where person_id = :person and valid_to is null",
                person);
    }

    private String householdAddress() {
        return files.text(
                "select h.group_name || ' ' || h.address from person.household h"
                        + " join person.person p on p.household_id = h.id where p.id = :person",
                husband);
    }

    private String trail(UUID person) {
        return files.text(
                "select count(*)::text from audit.trail where subject = :person and act = 'CorrectPerson' and done",
                person);
    }

    private int version(UUID person) {
        return transactions.read(here, () -> file.find(person)).orElseThrow().version();
    }
}
