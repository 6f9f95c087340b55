package org.rongyi.care.fund;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.rongyi.Rongyi;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.RunningProgram;
import org.rongyi.platform.database.Startup;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program in a process of its own, in which one clerk enters gifts as fast as he can: each is said once it is done. */
final class Poster {

    private static final UUID UNIT = new UUID(0x441224, 1);
    private static final DivisionCode PLACE = new DivisionCode(441224000000L);

    private static final String UNIT_ROW = """
            insert into organisation.unit (id, name, initials, kind, level, host, code_then, code_now, opened_on)
            values (?, '怀集县退役军人事务局', 'hjx', 'BUREAU', 3, 'ADMINISTRATIVE', 441224000000, 441224000000, '2019-01-01')
            on conflict do nothing
            """;

    private Poster() {}

    public static void main(String[] arguments) throws SQLException {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        var directory = Path.of(arguments[0]);
        var launch = Launch.parse(List.of("run", "--port", "0", "--data", directory.toString(), "--empty"), Map.of());
        var application = new SpringApplication(Rongyi.class);
        application.addInitializers(
                Startup.of(launch, new Progress(System.err, System.err)).occupyPort());
        var program = application.run();
        try (var owner = RunningProgram.connect(directory);
                var row = owner.prepareStatement(UNIT_ROW)) {
            row.setObject(1, UNIT);
            row.execute();
        }
        enter(program, arguments[1], Integer.parseInt(arguments[2]));
        program.close();
    }

    private static void enter(ConfigurableApplicationContext program, String run, int many) {
        var clerk = new Actor.Office(
                Ids.next(), "王会计", Ids.next(), UNIT, "怀集县退役军人事务局", PLACE, Role.OFFICER, Level.COUNTY, Scope.of(PLACE));
        var today = LocalDate.now(program.getBean(Clock.class));
        var fund = program.getBean(Transactions.class).write(clerk, () -> fund(program.getBean(Funds.class), today));
        var acts = program.getBean(Acts.class);
        var receive = program.getBean(ReceiveGift.class);
        var giver = new ReceiveGift.Giver(Gift.Donor.ANONYMOUS, null, false, null, null);
        for (int n = 0; n < many; n++) {
            var receipt = run + "-" + n;
            var command = new ReceiveGift.Command(
                    CommandId.fresh(clerk), fund, giver, receipt, null, Money.ofYuan(1), "给老兵", Lot.Terms.FREE, today);
            if (!(acts.perform(clerk, receive, command) instanceof ReceiveGift.Outcome.Received)) {
                throw new IllegalStateException(receipt);
            }
            System.out.println("entered " + receipt);
            System.out.flush();
        }
    }

    /** Opened by the first of them. */
    private static UUID fund(Funds funds, LocalDate today) {
        var before = funds.ofUnit(UNIT);
        if (!before.isEmpty()) {
            return before.getFirst().id();
        }
        var charity = new Fund.Charity("怀集县慈善会", "51441223333333333A", null, null, null);
        var fund = new Fund(
                Ids.next(),
                "441224-01",
                "关爱基金",
                FundKind.CARE,
                UNIT,
                "怀集县退役军人事务局",
                PLACE,
                "设立文件",
                null,
                charity,
                today.withDayOfYear(1),
                null);
        funds.add(fund);
        return fund.id();
    }
}
