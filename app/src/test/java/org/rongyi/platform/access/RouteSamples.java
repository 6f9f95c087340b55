package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongyi.care.need.Needs;
import org.rongyi.care.relief.AskAid;
import org.rongyi.care.relief.HardshipCases;
import org.rongyi.care.relief.emergency.AskEmergency;
import org.rongyi.care.relief.emergency.EmergencyCases;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.kin.GiveMandate;
import org.rongyi.people.kin.Relation;
import org.rongyi.people.person.AskCorrection;
import org.rongyi.people.person.CorrectionRequest;
import org.rongyi.people.person.Files;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands for each path variable in {@link RouteTest}: a record of either village, made through the acts. */
public final class RouteSamples {

    private static final String STATION = "select id::text from organisation.unit where code_now = :code and level = 5";

    private static final String STAFF = """
            select s.id::text
            from organisation.staff s
            join organisation.unit u on u.id = s.unit_id
            where u.code_now = :code
            order by s.id
            limit 1
            """;

    private static final String ACCOUNT = """
            select s.account_id::text
            from organisation.staff s
            join organisation.unit u on u.id = s.unit_id
            where u.code_now = :code
            order by s.id
            limit 1
            """;

    private static final String ENTRY = """
            select id::text from audit.trail where unit_code = :code order by id limit 1
            """;

    private static final String HANDOVER = """
            select id::text from person.handover where :code in (from_code, to_code) order by id limit 1
            """;

    private static final String CASE =
            "select id::text from approval.case_file where code_now = :code and service = 'CORRECTION' order by id limit 1";

    private static final String AID = "select id::text from relief.aid where code_now = :code order by id limit 1";

    private static final String EMERGENCY =
            "select id::text from relief.emergency where code_now = :code order by id limit 1";

    private static final String SOLDIER = """
            select c.person_id::text
            from visit.contact c
            join person.person p on p.id = c.person_id
            where c.code_now = :code and c.active and 'DISCHARGED_SOLDIER' = any(p.categories)
            order by 1 desc
            limit 1
            """;

    private static final String TASK = "select id::text from approval.task where code_now = :code order by id limit 1";

    private final ApplicationContext program;
    private final JdbcClient everything;
    private final Map<String, Personas.Entry> personas;

    public RouteSamples(ApplicationContext program, JdbcClient everything, Map<String, Personas.Entry> personas) {
        this.program = program;
        this.everything = everything;
        this.personas = personas;
    }

    /** A record of the first village and one of the second; none where the record is public or nobody's. */
    public record Sample(String first, String second) {}

    /** By the name of the path variable. */
    public Map<String, Sample> all() {
        long first = Long.parseLong(personas.get("cun").unit());
        long second = Long.parseLong(personas.get("cun2").unit());
        var found = new HashMap<String, Sample>();
        found.put(
                "visit",
                records("select id::text from visit.visit where code_now = :code order by id limit 1", first, second));
        found.put(
                "person",
                records(
                        "select person_id::text from person.place where code_now = :code order by 1 limit 1",
                        first,
                        second));
        found.put("need", needs(first, second));
        found.put("handover", records(HANDOVER, first, second));
        file("cun", first);
        file("cun2", second);
        found.put("file", records(CASE, first, second));
        aid("cun", first);
        aid("cun2", second);
        found.put("aid", records(AID, first, second));
        emergency("cun", first);
        emergency("cun2", second);
        found.put("emergency", records(EMERGENCY, first, second));
        found.put("task", records(TASK, first, second));
        found.put("code", new Sample(Long.toString(first), Long.toString(first)));
        found.put("unit", records(STATION, first, second));
        found.put("station", new Sample(record(STATION, first), record(STATION, first)));
        found.put("member", records(STAFF, first, second));
        found.put("account", records(ACCOUNT, first, second));
        found.put("entry", records(ENTRY, first, second));
        var day = LocalDate.now(program.getBean(Clock.class)).toString();
        found.put("day", new Sample(day, day)); // heads are the province's auditor's, of the whole trail
        found.put("position", new Sample("1", "1"));
        var noClient = UUID.randomUUID().toString();
        found.put("client", new Sample(noClient, noClient)); // the province's administrators': ClientDoorTest
        found.put("key", new Sample("visit.first.days", "visit.first.days"));
        found.put("version", new Sample("1", "1"));
        // records of no place, which are nobody's in both villages; tests of their own open them
        var none = UUID.randomUUID().toString();
        found.put("reception", new Sample(none, none)); // a bureau's: ReceptionTest looks at it from next door
        found.put("campaign", new Sample(none, none)); // its bureau's: CampaignTest looks at it from next door
        for (var part : List.of(
                "post", "quota", "candidate", "refusal", "run", "letter", "offered", "application", "objection")) {
            found.put(part, new Sample(none, none)); // of a campaign: the same
        }
        found.put("words", new Sample(none, none)); // of who typed them and who decides: StoppedTest
        found.put("removal", new Sample(none, none)); // a bureau's: RemovalTest looks at it from next door
        found.put("bar", new Sample(none, none)); // the reviewers' of its county: HardshipCaseTest
        found.put("change", new Sample(none, none)); // the province's: ChangePagesTest
        found.put("message", new Sample(none, none)); // its owner's alone: NoticesTest
        found.put("batch", new Sample(none, none)); // its unit's: PersonImportTest looks at it from next door
        found.put("recovery", new Sample(none, none)); // of what was paid: RecoveryTest
        found.put("repayment", new Sample(none, none)); // the same
        found.put("notice", new Sample(none, none)); // anybody's while it hangs: ObjectionTest
        found.put("attachment", new Sample(none, none)); // of any record: AttachmentsTest opens one
        found.put("issued", new Sample(none, none)); // the same: IssuedDocumentsTest
        found.put("fund", new Sample(none, none)); // a bureau's, never a village's: FundPagesTest
        found.put("gift", new Sample(none, none)); // the same
        found.put("closing", new Sample(none, none)); // the same: YearEndTest
        found.put("planEnd", new Sample(none, none)); // the same: PlanEndTest
        found.put("platform", new Sample(none, none)); // the same: PlatformChangeTest
        found.put("bankLine", new Sample(none, none)); // the same: ReconciliationTest
        for (var given : List.of("lot", "purpose", "plan", "disclosure", "sample", "check")) {
            found.put(given, new Sample(none, none)); // of a bureau that keeps gifts: PurposeTest, RaisingPagesTest
        }
        found.put("voucher", new Sample(none, none)); // the same
        for (var paying : List.of("grant", "payment", "settlement", "result")) {
            found.put(paying, new Sample(none, none)); // of a bureau that pays: PaymentDutiesTest, PaymentSceneTest
        }
        var greeting = everything
                .sql("select id::text from festival.campaign order by day desc, id limit 1")
                .query(String.class)
                .optional()
                .orElse(none);
        found.put("festival", new Sample(greeting, greeting)); // every place below its bureau may know of it
        found.put("line", new Sample(none, none)); // FestivalStoryTest looks at it from next door
        found.put("statement", new Sample("verification", "verification"));
        found.put("number", new Sample("0-BJ-2026-1", "0-BJ-2026-1")); // anybody's, who has the code
        found.put("kind", new Sample("persons", "persons"));
        found.put("token", new Sample("no-such-token", "no-such-token"));
        found.put(
                "session",
                new Sample(UUID.randomUUID().toString(), UUID.randomUUID().toString()));
        found.put("delegation", new Sample(none, none)); // DelegationTest looks at it from beside
        found.put("mandate", mandates(found.get("person")));
        found.put("transfer", new Sample(none, none)); // of two places: TransferTest looks at it from beside
        return found;
    }

    /** One that each of the two has given, through the act that gives it: their pages stand behind both variables. */
    private Sample mandates(Sample persons) {
        return new Sample(mandate(persons.first()), mandate(persons.second()));
    }

    private String mandate(String person) {
        var inUse = everything
                .sql(
                        "select id::text from kin.mandate where person_id = :id::uuid and ended_at is null order by id limit 1")
                .param("id", person)
                .query(String.class)
                .optional();
        if (inUse.isPresent()) {
            return inUse.get();
        }
        var self = new Actor.Self(UUID.randomUUID(), "本人", UUID.fromString(person), Assurance.CHECKED);
        var command = new GiveMandate.Command(
                CommandId.fresh(self),
                self.person(),
                "样本亲属",
                Files.number().value(),
                Relation.SPOUSE,
                List.of("CORRECTION"),
                LocalDate.now(program.getBean(Clock.class)).plusMonths(6),
                false);
        assertThat(program.getBean(Acts.class).perform(self, program.getBean(GiveMandate.class), command))
                .isInstanceOf(GiveMandate.Outcome.Given.class);
        return command.id().value().toString();
    }

    /** A need asked for in both villages, through the act that opens needs. */
    private Sample needs(long first, long second) {
        ask("cun", first);
        ask("cun2", second);
        return records("select id::text from need.need where code_now = :code order by id limit 1", first, second);
    }

    /** Somebody of the village has one thing put right, through the act that opens cases. */
    private void file(String clerk, long village) {
        var actor = TestCounty.office(program, clerk);
        var person = UUID.fromString(record(
                "select person_id::text from visit.contact where code_now = :code and active order by 1 limit 1",
                village));
        var request = new CorrectionRequest(null, null, "13800138000", null, null, null, "换了号码");
        var command = new AskCorrection.Command(CommandId.fresh(actor), person, request, "本人到站口述");
        assertThat(program.getBean(Acts.class).perform(actor, program.getBean(AskCorrection.class), command))
                .isInstanceOfAny(Applied.Asked.class, Applied.AlreadyOpen.class);
    }

    /** Somebody of the village asks for hardship aid. */
    private void aid(String clerk, long village) {
        var actor = TestCounty.office(program, clerk);
        var person = UUID.fromString(record(SOLDIER, village));
        var today = LocalDate.now(program.getBean(Clock.class));
        var command =
                new AskAid.Command(CommandId.fresh(actor), person, HardshipCases.request(today), "行动不便", null, null);
        assertThat(program.getBean(Acts.class).perform(actor, program.getBean(AskAid.class), command))
                .isInstanceOfAny(Applied.Asked.class, Applied.AlreadyOpen.class);
    }

    /** Somebody of the village asks for emergency aid. */
    private void emergency(String clerk, long village) {
        var actor = TestCounty.office(program, clerk);
        var person = UUID.fromString(record(SOLDIER, village));
        var today = LocalDate.now(program.getBean(Clock.class));
        var command = new AskEmergency.Command(
                CommandId.fresh(actor), person, EmergencyCases.request(today), "行动不便", null, null, null);
        assertThat(program.getBean(Acts.class).perform(actor, program.getBean(AskEmergency.class), command))
                .isInstanceOfAny(Applied.Asked.class, Applied.AlreadyOpen.class);
    }

    private void ask(String clerk, long village) {
        var actor = TestCounty.office(program, clerk);
        var person = UUID.fromString(record(
                "select person_id::text from visit.contact where code_now = :code and active order by 1 limit 1",
                village));
        var content = new VisitContent(
                Map.of(person, Result.MET),
                LocalDate.now(program.getBean(Clock.class)),
                "REGULAR",
                "STATION",
                Set.of(Sent.JOB),
                "",
                "",
                List.of(new Needs.Asked("JOB", "想在本市找一份工作")));
        var outcome = program.getBean(Acts.class)
                .perform(
                        actor,
                        program.getBean(RecordVisit.class),
                        new RecordVisit.Command(CommandId.fresh(actor), content, List.of(), false, true));
        assertThat(outcome).isInstanceOf(RecordVisit.Outcome.Recorded.class);
    }

    private Sample records(String sql, long first, long second) {
        return new Sample(record(sql, first), record(sql, second));
    }

    private String record(String sql, long code) {
        return everything
                .sql(sql)
                .param("code", code)
                .query(String.class)
                .optional()
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
