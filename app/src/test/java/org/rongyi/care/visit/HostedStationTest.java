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
import org.rongyi.network.organisation.CloseUnit;
import org.rongyi.network.organisation.Host;
import org.rongyi.network.organisation.Offices;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.network.organisation.Units;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.People;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;

@RongyiTest
@DisplayName("依托园区的站：人按指派归它，户籍地、常住地照实")
class HostedStationTest extends VillageClerk {

    private Actor.Office village;

    @BeforeEach
    void aClerkOfThePark() {
        village = clerk;
        clerk = atThePark();
    }

    @Test
    @DisplayName("园区站建档：由本站负责联系，村里看得到档案；走访一次，园区站到省各多一人次")
    void whoIsRegisteredThereIsVisitedAndCountedThere() {
        var person = ((RegisterPerson.Outcome.Registered) registered(village.unitCode())).subject();
        var places =
                transactions.read(clerk, () -> program.getBean(People.class).placesOf(person));
        assertThat(places)
                .containsExactlyInAnyOrder(
                        new People.Whereabouts(PlaceKind.BOTH, village.unitCode(), false),
                        new People.Whereabouts(PlaceKind.ASSIGNED, clerk.unitCode(), true));
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        recorded(Map.of(person, Result.MET), "HOME");
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(plus(before, 1, 1));
    }

    @Test
    @DisplayName("站的代码不是村：不能当户籍地；没有这个站的代码，哪里都不收")
    void aSeatIsNoVillage() {
        assertThat(registered(clerk.unitCode()))
                .isEqualTo(new RegisterPerson.Outcome.UnknownDivision(clerk.unitCode()));
        var forged = new DivisionCode(village.unitCode().at(Level.TOWN).value() + 987);
        assertThat(registered(forged)).isEqualTo(new RegisterPerson.Outcome.UnknownDivision(forged));
    }

    @Test
    @DisplayName("还有人指派给它的站不能撤销，没有人的可以")
    void nobodyIsLeftAtAClosedSeat() {
        assertThat(registered(village.unitCode())).isInstanceOf(RegisterPerson.Outcome.Registered.class);
        assertThat(closed(clerk.unit()))
                .isInstanceOfSatisfying(
                        CloseUnit.Outcome.PeopleLeft.class,
                        left -> assertThat(left.reason()).contains("1 名", "请先移交"));
        assertThat(closed(atThePark().unit())).isInstanceOf(CloseUnit.Outcome.Closed.class);
    }

    private CloseUnit.Outcome closed(UUID unit) {
        var administrator = Offices.ADMINISTRATOR;
        return acts.perform(
                administrator,
                program.getBean(CloseUnit.class),
                new CloseUnit.Command(CommandId.fresh(administrator), unit, 1, today, "园区迁走"));
    }

    private RegisterPerson.Outcome registered(DivisionCode hukou) {
        return acts.perform(
                clerk,
                program.getBean(RegisterPerson.class),
                new RegisterPerson.Command(
                        CommandId.fresh(clerk),
                        "园区人",
                        Files.number(),
                        "",
                        Set.of(Category.DISCHARGED_SOLDIER),
                        new RegisterPerson.Spot(hukou, "1号", "一组"),
                        null,
                        null));
    }

    private Actor.Office atThePark() {
        var administrator = Offices.ADMINISTRATOR;
        var outcome = acts.perform(
                administrator,
                program.getBean(OpenUnit.class),
                new OpenUnit.Command(
                        CommandId.fresh(administrator),
                        "园区站" + UUID.randomUUID(),
                        UnitKind.STATION,
                        Level.VILLAGE,
                        Host.PARK,
                        village.unitCode().at(Level.TOWN),
                        List.of(),
                        Unit.Details.NONE,
                        Offices.OPENED));
        var unit = program.getBean(Units.class)
                .find(((OpenUnit.Outcome.Opened) outcome).subject())
                .orElseThrow();
        return new Actor.Office(
                Ids.next(),
                "园区站员",
                Ids.next(),
                unit.id(),
                unit.name(),
                unit.code(),
                Role.CLERK,
                Level.VILLAGE,
                Scope.of(unit.code()));
    }
}
