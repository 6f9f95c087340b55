package org.rongyi.care.fund;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.rongyi.Rongyi;
import org.rongyi.care.fund.bank.ReadBankResult;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.fund.payment.ApproveBatch;
import org.rongyi.care.fund.payment.BankFile;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.payment.ReleaseBatch;
import org.rongyi.care.fund.payment.TakeBankFile;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole program in a process of its own, in which a bureau enters gifts, promises of them and pays them out as fast as it can: each
 * step is said once it is done. What an earlier one left half done is taken up first, as people would on the next morning. The bank
 * reads its files from standard output and answers on standard input.
 */
final class Poster {

    private static final UUID UNIT = new UUID(0x441224, 1);
    private static final DivisionCode PLACE = new DivisionCode(441224000000L);

    private static final String UNIT_ROW = """
            insert into organisation.unit (id, name, initials, kind, level, host, code_then, code_now, opened_on)
            values (?, '怀集县退役军人事务局', 'hjx', 'BUREAU', 3, 'ADMINISTRATIVE', 441224000000, 441224000000, '2019-01-01')
            on conflict do nothing
            """;

    public static void main(String[] arguments) throws SQLException, IOException {
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
        var poster = new Poster(program);
        poster.check();
        poster.takeUp();
        poster.work(arguments[1], Integer.parseInt(arguments[2]));
        program.close();
    }

    private final ConfigurableApplicationContext program;
    private final Acts acts;
    private final BufferedReader bank = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    private final Actor.Office clerk = office("王会计", Role.OFFICER);
    private final Actor.Office chief = office("李局长", Role.LEADER);
    private final Actor.Office cashier = office("张出纳", Role.OFFICER);
    private final LocalDate today;
    private final UUID fund;

    /** Later processes go on behind earlier ones: none makes a grant a millisecond. */
    private long account = 6_228_480_000_000_000_000L + System.currentTimeMillis() % 1_000_000_000_000L;

    private Poster(ConfigurableApplicationContext program) {
        this.program = program;
        this.acts = program.getBean(Acts.class);
        this.today = LocalDate.now(program.getBean(Clock.class));
        this.fund = write(clerk, () -> fund(program.getBean(Funds.class), today));
    }

    private static Actor.Office office(String name, Role role) {
        return new Actor.Office(
                Ids.next(), name, Ids.next(), UNIT, "怀集县退役军人事务局", PLACE, role, Level.COUNTY, Scope.of(PLACE));
    }

    /** In a transaction of its own, with its entry in the trail, as an act of another room would. */
    private <T> T write(Actor.Office by, Supplier<T> work) {
        return program.getBean(Transactions.class).write(by, () -> {
            var done = work.get();
            program.getBean(AuditTrail.class).record(by, new AuditTrail.Entry("DecideForTest", null, "Done", true));
            return done;
        });
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** What the last one left: whole, whenever it was killed. */
    private void check() throws SQLException {
        try (var connection = program.getBean("jobPool", DataSource.class).getConnection()) {
            new LedgerCheck(connection, TestServices.ALL).check().first().forEach(one -> say("found " + one));
        }
        say("checked");
    }

    private record Left(UUID id, String state) {}

    private void takeUp() throws IOException {
        var left = JdbcClient.create(program.getBean("jobPool", DataSource.class))
                .sql("select id, state from fund.batch where state in ('DRAFT', 'APPROVED', 'RELEASED') order by id")
                .query(Left.class)
                .list();
        for (var batch : left) {
            forward(batch.id(), batch.state());
        }
    }

    private void work(String run, int many) throws IOException {
        for (int n = 0; n < many; n++) {
            receive(run + "-" + n);
            if (n % 3 == 2) {
                promise(40);
                promise(30);
                pay();
            }
        }
    }

    private void receive(String receipt) {
        var giver = new ReceiveGift.Giver(Gift.Donor.ANONYMOUS, null, false, null, null);
        var command = new ReceiveGift.Command(
                CommandId.fresh(clerk), fund, giver, receipt, null, Money.ofYuan(1), "给老兵", Lot.Terms.FREE, today);
        done(acts.perform(clerk, program.getBean(ReceiveGift.class), command));
        say("entered " + receipt);
    }

    private void promise(long fen) {
        var grant = new Commitments.Grant(
                fund,
                new Commitments.Cause("TEST_AID", Ids.next(), "测试案号"),
                "HARDSHIP",
                "困难帮扶援助",
                new Commitments.Recipient(Ids.next(), "林国强", PLACE),
                false,
                new Money(fen),
                new Commitments.BankAccount("林国强", "农业银行怀集支行", Long.toString(++account)));
        var committed = write(chief, () -> program.getBean(Commitments.class).commit(chief, grant));
        if (!(committed instanceof Commitments.Done done)) {
            throw new IllegalStateException(committed.toString());
        }
        say("promised " + done.grant());
    }

    private void pay() throws IOException {
        var grants = program.getBean(Grants.class);
        var waiting = program.getBean(Transactions.class).read(clerk, () -> grants.waiting(fund, false, 100)).stream()
                .filter(one -> !one.held())
                .map(Grants.Grant::id)
                .toList();
        var made = acts.perform(
                clerk,
                program.getBean(MakeBatch.class),
                new MakeBatch.Command(CommandId.fresh(clerk), fund, waiting, null));
        done(made);
        say("made");
        forward(((MakeBatch.Outcome.Made) made).subject(), "DRAFT");
    }

    private void forward(UUID id, String state) throws IOException {
        var batch = batch(id);
        if (state.equals("DRAFT")) {
            var approve = new ApproveBatch.Command(CommandId.fresh(chief), id, batch.count(), batch.amount());
            done(acts.perform(chief, program.getBean(ApproveBatch.class), approve));
            say("approved");
        }
        if (!state.equals("RELEASED")) {
            var release = new ReleaseBatch.Command(CommandId.fresh(cashier), id, batch.amount());
            done(acts.perform(cashier, program.getBean(ReleaseBatch.class), release));
            say("released");
        }
        done(acts.perform(
                cashier, program.getBean(TakeBankFile.class), new TakeBankFile.Command(CommandId.fresh(cashier), id)));
        var file = program.getBean(Transactions.class)
                .read(cashier, () -> program.getBean(BankFile.class).bytes(batch(id)));
        say("file " + batch.number() + " " + Base64.getEncoder().encodeToString(file));
        var answer = bank.readLine();
        if (answer == null) {
            throw new IllegalStateException("the bank is gone");
        }
        var read = new ReadBankResult.Command(
                CommandId.fresh(clerk), id, "结果.csv", Base64.getDecoder().decode(answer));
        done(acts.perform(clerk, program.getBean(ReadBankResult.class), read));
        say("read " + batch.number());
    }

    private Batch batch(UUID id) {
        return program.getBean(Transactions.class)
                .read(clerk, () -> program.getBean(PaymentBatches.class).find(id))
                .orElseThrow();
    }

    private static void done(Outcome outcome) {
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(outcome.toString());
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
