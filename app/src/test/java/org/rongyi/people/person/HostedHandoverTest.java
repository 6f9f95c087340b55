package org.rongyi.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.organisation.Host;
import org.rongyi.network.organisation.Offices;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.network.organisation.Units;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("移交给依托单位站：站的代码不是村，上面照样有人督办；站里有人就不算没有人在岗")
class HostedHandoverTest extends TwoVillages {

    @Test
    @DisplayName("依托县的站：没有人在岗，当天列在县里；有了人就下去，过了期限又列；镇里没有")
    void hostedByTheCounty() {
        var county = TestCounty.office(program, "juzhang");
        var park = park(county.unitCode().at(Level.COUNTY), Level.VILLAGE);
        var request = asked(register("园区移交"), park.unitCode(), PlaceKind.ASSIGNED);
        assertThat(raised(county, request)).singleElement().satisfies(line -> {
            assertThat(line.ground()).isEqualTo(Task.Ground.UNMANNED);
            assertThat(line.waits()).isEqualTo(park.unitName());
        });
        assertThat(raised(town, request)).isEmpty();
        TestCounty.besidesSignedIn(program, park, Role.CLERK);
        assertThat(raised(county, request)).isEmpty();
        longAgo(request);
        assertThat(raised(county, request))
                .singleElement()
                .satisfies(line -> assertThat(line.ground()).isEqualTo(Task.Ground.LATE));
        withdrawn(here, request);
    }

    @Test
    @DisplayName("依托镇的站，级别是镇级的也一样：站里有人，就不列“岗位无人”")
    void hostedByTheTown() {
        var park = park(town.unitCode(), Level.TOWN);
        var request = asked(register("镇园区移交"), park.unitCode(), PlaceKind.ASSIGNED);
        assertThat(raised(town, request))
                .singleElement()
                .satisfies(line -> assertThat(line.waits()).isEqualTo(park.unitName()));
        TestCounty.besidesSignedIn(program, park, Role.CLERK);
        assertThat(raised(town, request)).isEmpty();
        withdrawn(here, request);
    }

    private List<OtherRaised.Line> raised(Actor.Office reader, UUID request) {
        return transactions
                .read(reader, () -> program.getBean(RaisedHandovers.class).raised(reader))
                .stream()
                .filter(line -> line.path().equals("/handovers/" + request))
                .toList();
    }

    private void longAgo(UUID request) {
        program.getBean("jobJdbc", JdbcClient.class)
                .sql("update person.handover set asked_at = asked_at - interval '40 days' where id = :id")
                .param("id", request)
                .update();
    }

    private Actor.Office park(DivisionCode host, Level level) {
        var outcome = acts.perform(
                Offices.ADMINISTRATOR,
                program.getBean(OpenUnit.class),
                new OpenUnit.Command(
                        CommandId.fresh(Offices.ADMINISTRATOR),
                        "园区站" + UUID.randomUUID(),
                        UnitKind.STATION,
                        level,
                        Host.PARK,
                        host,
                        List.of(),
                        Unit.Details.NONE,
                        Offices.OPENED));
        var unit = program.getBean(Units.class)
                .find(((OpenUnit.Outcome.Opened) outcome).subject())
                .orElseThrow();
        return new Actor.Office(
                UUID.randomUUID(),
                "园区站员",
                UUID.randomUUID(),
                unit.id(),
                unit.name(),
                unit.code(),
                Role.CLERK,
                level,
                Scope.of(unit.code()));
    }
}
