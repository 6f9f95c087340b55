package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.organisation.CloseUnit;
import org.rongyi.network.organisation.Host;
import org.rongyi.network.organisation.Offices;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.network.organisation.Units;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("站撤销以后：走访不再记到它名下")
class ClosedStationTest extends VillageClerk {

    @Autowired
    private Divisions divisions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private DivisionCode village;

    @BeforeEach
    void aVillageWithoutStaff() {
        clerk = TestCounty.office(program, "xian");
        var demo = TestCounty.office(program, "zhen").unitCode();
        var town = divisions.children(clerk.unitCode(), today).stream()
                .map(one -> one.code())
                .filter(code -> !code.equals(demo))
                .toList()
                .getLast();
        village = divisions.children(town, today).getLast().code();
    }

    @Test
    @DisplayName("在用时代录记为村站走访；撤销后的归上面负责的中心，一次也不记到它名下")
    void noVisitIsRecordedForAClosedStation() {
        var person = registered();
        var station = opened();
        assertThat(unitOf(slip(person))).isEqualTo(station.name());
        var administrator = Offices.ADMINISTRATOR;
        var closed = acts.perform(
                administrator,
                program.getBean(CloseUnit.class),
                new CloseUnit.Command(CommandId.fresh(administrator), station.id(), station.version(), today, "并入镇站"));
        assertThat(closed).isInstanceOf(CloseUnit.Outcome.Closed.class);
        assertThat(unitOf(slip(person))).isNotEqualTo(station.name());
        assertThat(unitOf(record(content(Map.of(person, Result.MET), "STATION", today))))
                .isEqualTo(clerk.unitName());
        assertThat(everything
                        .sql("select count(*) from visit.visit where unit_id = :station")
                        .param("station", station.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private String unitOf(RecordVisit.Outcome outcome) {
        return view(((RecordVisit.Outcome.Recorded) outcome).subject()).unitName();
    }

    /** The village's paper slip, entered by the county. */
    private RecordVisit.Outcome slip(UUID person) {
        return acts.perform(
                clerk,
                program.getBean(RecordVisit.class),
                new RecordVisit.Command(
                        CommandId.fresh(clerk),
                        content(Map.of(person, Result.MET), "HOME", today),
                        List.of(),
                        true,
                        true));
    }

    private Unit opened() {
        var administrator = Offices.ADMINISTRATOR;
        var outcome = acts.perform(
                administrator,
                program.getBean(OpenUnit.class),
                new OpenUnit.Command(
                        CommandId.fresh(administrator),
                        "待撤站" + UUID.randomUUID(),
                        UnitKind.STATION,
                        Level.VILLAGE,
                        Host.ADMINISTRATIVE,
                        village,
                        List.of(village),
                        Unit.Details.NONE,
                        Offices.OPENED));
        return program.getBean(Units.class)
                .find(((OpenUnit.Outcome.Opened) outcome).subject())
                .orElseThrow();
    }

    private UUID registered() {
        var outcome = acts.perform(
                clerk,
                program.getBean(RegisterPerson.class),
                new RegisterPerson.Command(
                        CommandId.fresh(clerk),
                        "撤站人",
                        Files.number(),
                        "",
                        Set.of(Category.DISCHARGED_SOLDIER),
                        new RegisterPerson.Spot(village, "1号", "一组"),
                        null,
                        null));
        return ((RegisterPerson.Outcome.Registered) outcome).subject();
    }
}
