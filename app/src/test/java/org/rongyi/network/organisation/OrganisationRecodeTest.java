package org.rongyi.network.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
class OrganisationRecodeTest {

    private static final DivisionCode OLD = new DivisionCode(441624100000L);
    private static final DivisionCode NEW = new DivisionCode(441624950000L);

    private final Acts acts;
    private final OpenUnit openUnit;
    private final Units units;
    private final Stations stations;
    private final OrganisationRecode recode;
    private final AppointStaff appoint;
    private final JdbcClient everything;
    private final TransactionTemplate job;

    @Autowired
    OrganisationRecodeTest(
            Acts acts,
            OpenUnit openUnit,
            Units units,
            Stations stations,
            OrganisationRecode recode,
            AppointStaff appoint,
            @Qualifier("job") JdbcClient everything,
            @Qualifier("job") PlatformTransactionManager job) {
        this.acts = acts;
        this.openUnit = openUnit;
        this.units = units;
        this.stations = stations;
        this.recode = recode;
        this.appoint = appoint;
        this.everything = everything;
        this.job = new TransactionTemplate(job);
    }

    @Test
    void unitsTerritoriesAndHostedSeatsGoOverAndTheSecondTimeNothingHappens() {
        var town = Offices.open(acts, openUnit, "镇站", UnitKind.STATION, OLD.value(), Unit.Details.NONE);
        var actor = Offices.ADMINISTRATOR;
        var hosted = ((OpenUnit.Outcome.Opened) acts.perform(
                        actor,
                        openUnit,
                        new OpenUnit.Command(
                                CommandId.fresh(actor),
                                "园区站",
                                UnitKind.STATION,
                                Level.TOWN,
                                Host.PARK,
                                OLD,
                                List.of(),
                                Unit.Details.NONE,
                                Offices.OPENED)))
                .subject();
        acts.perform(
                actor,
                appoint,
                new AppointStaff.Command(
                        CommandId.fresh(actor),
                        town,
                        null,
                        "r" + UUID.randomUUID().toString().substring(0, 12),
                        "何文光",
                        "站务员",
                        Role.CLERK,
                        Employment.PART_TIME,
                        Establishment.CONCURRENT,
                        false,
                        Offices.OPENED));
        for (int time = 0; time < 2; time++) {
            job.executeWithoutResult(status -> recode.recoded(OLD, NEW, LocalDate.of(2023, 6, 30)));
            assertThat(units.find(town)).get().extracting(Unit::code).isEqualTo(NEW);
            assertThat(stations.served(town)).containsExactly(NEW);
            assertThat(everything
                            .sql("select code_now from organisation.staff where unit_id = :unit")
                            .param("unit", town)
                            .query(Long.class)
                            .list())
                    .as("the lock of the appointments moves along")
                    .containsExactly(NEW.value());
            var seat = new DivisionCode(NEW.value() + 600);
            assertThat(units.find(hosted)).get().extracting(Unit::code).isEqualTo(seat);
            assertThat(stations.served(hosted)).containsExactly(seat);
        }
    }
}
