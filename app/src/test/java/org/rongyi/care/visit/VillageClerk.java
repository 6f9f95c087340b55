package org.rongyi.care.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.rongyi.care.need.Needs;
import org.rongyi.demo.TestCounty;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureTable;
import org.rongyi.insight.figures.Period;
import org.rongyi.insight.figures.Question;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A village clerk, the persons she visits, and what five levels see counted. */
abstract class VillageClerk {

    @Autowired
    protected ApplicationContext program;

    @Autowired
    protected Acts acts;

    @Autowired
    protected Transactions transactions;

    @Autowired
    private VisitFile visits;

    @Autowired
    private FigureTable figures;

    @Autowired
    private Clock clock;

    protected Actor.Office clerk;
    protected LocalDate today;

    @BeforeEach
    void aClerkAtWork() {
        clerk = TestCounty.office(program, "cun");
        today = LocalDate.now(clock);
    }

    protected UUID recorded(Map<UUID, Result> results, String mode) {
        return ((RecordVisit.Outcome.Recorded) record(content(results, mode, today))).subject();
    }

    protected RecordVisit.Outcome record(VisitContent content) {
        return acts.perform(
                clerk,
                program.getBean(RecordVisit.class),
                new RecordVisit.Command(CommandId.fresh(clerk), content, List.of(), false, false));
    }

    protected VisitContent content(Map<UUID, Result> results, String mode, LocalDate on) {
        return new VisitContent(
                results,
                on,
                "REGULAR",
                mode,
                Set.of(Sent.POLICY, Sent.HONOUR),
                "慰问金 300 元",
                "一切都好",
                List.of(new Needs.Asked("JOB", "想找工作")));
    }

    protected VisitFile.View view(UUID visit) {
        return transactions.read(clerk, () -> visits.find(visit).orElseThrow());
    }

    /** This month's times of each kind, from the village up to the province. */
    protected Map<String, Long> counts(FigureKind... kinds) {
        return transactions.read(clerk, () -> {
            var counts = new HashMap<String, Long>();
            for (var level : Level.values()) {
                var unit = clerk.unitCode().at(level);
                var question = new Question(unit, List.of(kinds), new Period.Month(YearMonth.from(today)), null);
                figures.total(question)
                        .forEach(count -> counts.put(level + count.kind().code(), count.times()));
            }
            return counts;
        });
    }

    protected static Map<String, Long> plus(Map<String, Long> before, long contacts, long visits) {
        var after = new HashMap<String, Long>();
        for (var level : Level.values()) {
            var contact = level + VisitKinds.CONTACT.code();
            var visit = level + VisitKinds.VISIT.code();
            after.put(contact, before.getOrDefault(contact, 0L) + contacts);
            after.put(visit, before.getOrDefault(visit, 0L) + visits);
        }
        return after;
    }

    protected UUID register(Actor.Office who, UUID housemate) {
        var household = housemate == null
                ? null
                : transactions.read(
                        who,
                        () -> program.getBean(PersonFile.class)
                                .find(housemate)
                                .orElseThrow()
                                .household());
        var spot = new RegisterPerson.Spot(who.unitCode(), "1号", "第一村民小组");
        var outcome = acts.perform(
                who,
                program.getBean(RegisterPerson.class),
                new RegisterPerson.Command(
                        CommandId.fresh(who),
                        "测试人",
                        freshNumber(),
                        "13900000000",
                        Set.of(Category.DISCHARGED_SOLDIER),
                        spot,
                        null,
                        household));
        return ((RegisterPerson.Outcome.Registered) outcome).subject();
    }

    private static int serial;

    /** Born in 1930, as nobody of the demo is. */
    private static synchronized CitizenId freshNumber() {
        serial++;
        var born = LocalDate.of(1930, 1, 1).plusDays(serial / 999);
        var seventeen = "441284" + born.toString().replace("-", "") + String.format("%03d", serial % 999);
        return new CitizenId(seventeen + CitizenId.checkCharacter(seventeen));
    }
}
