package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.RongyiTest;
import org.rongyi.care.need.Needs;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.CommandReused;
import org.rongyi.platform.act.NotAllowed;
import org.rongyi.platform.act.WrongPost;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("登记走访")
class VisitActsTest extends VillageClerk {

    @Autowired
    private RecordVisit recordVisit;

    @Autowired
    private VisitFile visits;

    @Test
    @DisplayName("见到一人，五级的联系和走访各多一人次")
    void onePersonSeenIsOneTimeAtEveryLevel() {
        var person = register(clerk, null);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        recorded(Map.of(person, Result.MET), "HOME");
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(plus(before, 1, 1));
    }

    @Test
    @DisplayName("一户见到两人是两人次；电话联系不算走访")
    void twoPersonsOfAHouseholdAreTwoTimes() {
        var husband = register(clerk, null);
        var wife = register(clerk, husband);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        recorded(Map.of(husband, Result.MET, wife, Result.MET), "PHONE");
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(plus(before, 2, 0));
    }

    @Test
    @DisplayName("一户的两人由两个村负责联系：不能记在一次走访里，请分开登记")
    void personsOfTwoVillagesAreTwoRecords() {
        var head = TestCounty.office(program, "zhen");
        var ours = register(clerk, null);
        var household = transactions.read(
                head,
                () -> program.getBean(PersonFile.class).find(ours).orElseThrow().household());
        var registered = acts.perform(
                head,
                program.getBean(RegisterPerson.class),
                new RegisterPerson.Command(
                        CommandId.fresh(head),
                        "分户人",
                        Files.number(),
                        "",
                        Set.of(Category.DEMOBILISED),
                        new RegisterPerson.Spot(
                                TestCounty.office(program, "cun2").unitCode(), "2号", "一组"),
                        null,
                        household));
        var theirs = ((RegisterPerson.Outcome.Registered) registered).subject();
        var together = new RecordVisit.Command(
                CommandId.fresh(head),
                content(Map.of(ours, Result.MET, theirs, Result.MET), "HOME", today),
                List.of(),
                false,
                false);
        assertThat(acts.perform(head, recordVisit, together))
                .isInstanceOfSatisfying(
                        RecordVisit.Outcome.Objected.class,
                        refused -> assertThat(refused.objection().reason()).contains("请分开登记"));
    }

    @Test
    @DisplayName("未遇不计数，已故暂不再列入应联系")
    void whoWasNotMetIsNotCounted() {
        var away = register(clerk, null);
        var dead = register(clerk, null);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        recorded(Map.of(away, Result.NOT_IN), "HOME");
        recorded(Map.of(dead, Result.DECEASED), "HOME");
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(before);
        assertThat(held(dead)).isEqualTo("DECEASED");
        assertThat(held(away)).isEmpty();
    }

    @Test
    @DisplayName("没有见到人的，不问六送，也不记六送")
    void nothingIsSentToWhoWasNotMet() {
        for (var result : List.of(Result.NOT_IN, Result.REFUSED, Result.AWAY, Result.DECEASED, Result.MOVED_OUT)) {
            var visit = recorded(Map.of(register(clerk, null), result), "HOME");
            assertThat(view(visit).sent()).isEmpty();
        }
    }

    @Test
    @DisplayName("需求记在提出它的人名下，不看谁的档案在前")
    void aNeedBelongsToWhoAskedForIt() {
        var first = register(clerk, null);
        var second = register(clerk, first);
        for (var asker : List.of(first, second)) {
            var plain = content(Map.of(first, Result.MET, second, Result.MET), "HOME", today);
            var content = new VisitContent(
                    plain.results(),
                    today.minusDays(asker.equals(first) ? 1 : 2),
                    plain.kind(),
                    plain.mode(),
                    plain.sent(),
                    "",
                    "",
                    List.of(new Needs.Asked("JOB", "想找工作", asker)));
            var visit = ((RecordVisit.Outcome.Recorded) record(content)).subject();
            assertThat(view(visit).needs()).extracting(Needs.Opened::person).containsExactly(asker);
        }
    }

    @Test
    @DisplayName("从一个人的表上改记了家里另一个人，那个人名下的草稿也清掉")
    void theDraftOfTheFormGoesWithTheRecord() {
        var husband = register(clerk, null);
        var wife = register(clerk, husband);
        var drafts = program.getBean(Drafts.class);
        transactions.write(clerk, () -> {
            drafts.save(clerk.post(), husband, "person=" + wife);
            return true;
        });
        acts.perform(
                clerk,
                recordVisit,
                new RecordVisit.Command(
                        CommandId.fresh(clerk),
                        content(Map.of(wife, Result.MET), "HOME", today),
                        List.of(),
                        false,
                        false,
                        List.of(),
                        husband));
        assertThat(transactions.read(clerk, () -> drafts.find(clerk.post(), husband)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"said", "brought", "asked"})
    @DisplayName("像部队番号的字写在哪一格，都指出是哪几个字，什么也不保存")
    void whatLooksLikeASecretIsNotRecorded(String field) {
        var person = register(clerk, null);
        var plain = content(Map.of(person, Result.MET), "HOME", today);
        var words = "他是原 75123 部队退役的";
        var secret = new VisitContent(
                plain.results(),
                plain.happenedOn(),
                plain.kind(),
                plain.mode(),
                plain.sent(),
                field.equals("brought") ? words : plain.brought(),
                field.equals("said") ? words : plain.said(),
                field.equals("asked") ? List.of(new Needs.Asked("JOB", words)) : plain.asked());
        assertThat(record(secret)).isInstanceOfSatisfying(RecordVisit.Outcome.Objected.class, refused -> {
            assertThat(refused.objection().field()).isEqualTo(field.equals("asked") ? "askedText.0" : field);
            assertThat(refused.objection().reason()).contains("“75123 部队”像是部队代号", "请改写成“某部”");
        });
        assertThat(latest(person)).isEmpty();
        assertThat(record(plain)).isInstanceOf(RecordVisit.Outcome.Recorded.class);
    }

    @Test
    @DisplayName("同一张表提交两次只记一次；内容不同的第二次被拒")
    void oneFormCountsOnce() {
        var person = register(clerk, null);
        var id = CommandId.fresh(clerk);
        var content = content(Map.of(person, Result.MET), "HOME", today);
        var first = acts.perform(clerk, recordVisit, new RecordVisit.Command(id, content, List.of(), false, false));
        var second = acts.perform(clerk, recordVisit, new RecordVisit.Command(id, content, List.of(), false, false));
        assertThat(second).isEqualTo(first);
        var other = content(Map.of(person, Result.MET), "PHONE", today);
        assertThatThrownBy(() ->
                        acts.perform(clerk, recordVisit, new RecordVisit.Command(id, other, List.of(), false, false)))
                .isInstanceOf(CommandReused.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("连点八下：八个回答都是同一条记录，只多一人次")
    void anImpatientClerkRecordsOnce(boolean again) throws Exception {
        var person = register(clerk, null);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        var content = content(Map.of(person, Result.MET), "HOME", today);
        var command = new RecordVisit.Command(CommandId.fresh(clerk), content, List.of(), false, again);
        try (var fingers = Executors.newFixedThreadPool(8)) {
            Callable<RecordVisit.Outcome> click = () -> acts.perform(clerk, recordVisit, command);
            var answers = new HashSet<RecordVisit.Outcome>();
            for (var answer : fingers.invokeAll(Collections.nCopies(8, click))) {
                answers.add(answer.get());
            }
            assertThat(answers).singleElement().isInstanceOf(RecordVisit.Outcome.Recorded.class);
        }
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(plus(before, 1, 1));
        assertThat(latest(person)).hasSize(1);
    }

    @Test
    @DisplayName("同一人同一天同一方式已有记录：先看到那一条，确认后才再记")
    void aRepeatedVisitIsShownFirst() {
        var person = register(clerk, null);
        var visit = recorded(Map.of(person, Result.MET), "HOME");
        var content = content(Map.of(person, Result.MET), "HOME", today);
        var repeated = acts.perform(
                clerk, recordVisit, new RecordVisit.Command(CommandId.fresh(clerk), content, List.of(), false, false));
        assertThat(repeated)
                .isInstanceOfSatisfying(
                        RecordVisit.Outcome.AlreadyRecorded.class,
                        already -> assertThat(already.visit()).isEqualTo(visit));
        var again = acts.perform(
                clerk, recordVisit, new RecordVisit.Command(CommandId.fresh(clerk), content, List.of(), false, true));
        assertThat(again).isInstanceOf(RecordVisit.Outcome.Recorded.class);
    }

    @Test
    @DisplayName("村、镇两个人同时记同一次走访：记一次，另一个看到已有的那一条；什么也没多写")
    void twoClerksRecordTheSameVisitAtOnce() throws Exception {
        var person = register(clerk, null);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        var content = content(Map.of(person, Result.MET), "HOME", today);
        var together = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var outcomes = new ArrayList<RecordVisit.Outcome>();
            for (var done : pool.invokeAll(Stream.of(clerk, TestCounty.office(program, "zhen"))
                    .<Callable<RecordVisit.Outcome>>map(who -> () -> {
                        together.await();
                        return acts.perform(
                                who,
                                recordVisit,
                                new RecordVisit.Command(CommandId.fresh(who), content, List.of(), false, false));
                    })
                    .toList())) {
                outcomes.add(done.get());
            }
            assertThat(outcomes).hasAtLeastOneElementOfType(RecordVisit.Outcome.Recorded.class);
            assertThat(outcomes).hasAtLeastOneElementOfType(RecordVisit.Outcome.AlreadyRecorded.class);
        }
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(plus(before, 1, 1));
        assertThat(latest(person)).hasSize(1);
    }

    @Test
    @DisplayName("邻村的人、将来的日期、不同户的人、别的岗位：各有清楚的回答，什么也没写下")
    void whatCannotBeIsRefused() {
        var neighbour = TestCounty.office(program, "cun2");
        var theirs = register(neighbour, null);
        assertThat(record(content(Map.of(theirs, Result.MET), "HOME", today)))
                .isInstanceOf(RecordVisit.Outcome.UnknownPerson.class);
        var ours = register(clerk, null);
        assertThat(record(content(Map.of(ours, Result.MET), "HOME", today.plusDays(1))))
                .isInstanceOf(RecordVisit.Outcome.Objected.class);
        assertThat(record(content(Map.of(ours, Result.MET), "BALLOON", today)))
                .isInstanceOf(RecordVisit.Outcome.Objected.class);
        var stranger = register(clerk, null);
        assertThat(record(content(Map.of(ours, Result.MET, stranger, Result.MET), "HOME", today)))
                .isInstanceOf(RecordVisit.Outcome.NotOneHousehold.class);
        var underAnother = new RecordVisit.Command(
                new CommandId(Ids.next(), neighbour.post()),
                content(Map.of(ours, Result.MET), "HOME", today),
                List.of(),
                false,
                false);
        assertThatThrownBy(() -> acts.perform(clerk, recordVisit, underAnother)).isInstanceOf(WrongPost.class);
        assertThat(latest(ours)).isEmpty();
    }

    @Test
    @DisplayName("省级岗位不登记走访")
    void theProvinceDoesNotRecordVisits() {
        var officer = TestCounty.office(program, "sheng");
        var command = new RecordVisit.Command(
                CommandId.fresh(officer),
                content(Map.of(register(clerk, null), Result.MET), "HOME", today),
                List.of(),
                false,
                false);
        assertThatThrownBy(() -> acts.perform(officer, recordVisit, command)).isInstanceOf(NotAllowed.class);
    }

    @Test
    @DisplayName("镇街代录纸质单：走访单位是村站，录入单位是镇街")
    void aPaperSlipIsRecordedAsBoth() {
        var head = TestCounty.office(program, "zhen");
        var person = register(clerk, null);
        var outcome = acts.perform(
                head,
                recordVisit,
                new RecordVisit.Command(
                        CommandId.fresh(head),
                        content(Map.of(person, Result.MET), "HOME", today),
                        List.of(),
                        true,
                        false));
        var visit = ((RecordVisit.Outcome.Recorded) outcome).subject();
        assertThat(view(visit).unitName()).isEqualTo(clerk.unitName());
        assertThat(view(visit).recordedUnit()).isEqualTo(head.unitName());
    }

    private List<VisitFile.Brief> latest(UUID person) {
        return transactions.read(clerk, () -> visits.latestOf(person, 5));
    }

    private String held(UUID person) {
        return transactions.read(
                clerk,
                () -> program.getBean(JdbcClient.class)
                        .sql("select coalesce(held, '') from visit.contact where person_id = :id")
                        .param("id", person)
                        .query(String.class)
                        .single());
    }
}
