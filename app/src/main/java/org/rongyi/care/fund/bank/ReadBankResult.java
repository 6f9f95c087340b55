package org.rongyi.care.fund.bank;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.GrantState;
import org.rongyi.care.fund.payment.BankFile;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.care.fund.payment.GrantNews;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.payment.PaymentBooks;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 登记银行结果: reads what the bank answered for a batch. The whole file is checked first; a broken one changes nothing. What is known
 * already changes nothing either, and what contradicts it goes to a person.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ReadBankResult implements OfficeAct<ReadBankResult.Command, ReadBankResult.Outcome> {

    private final PaymentBatches batches;
    private final Payments payments;
    private final Grants grants;
    private final GrantNews news;
    private final ResultFiles files;
    private final Settlements settlements;
    private final PaymentBooks books;
    private final Clock clock;
    private final AuditTrail audit;

    ReadBankResult(
            PaymentBatches batches,
            Payments payments,
            Grants grants,
            ResultFiles files,
            Settlements settlements,
            PaymentBooks books,
            Clock clock,
            GrantNews news,
            AuditTrail audit) {
        this.audit = audit;
        this.news = news;
        this.batches = batches;
        this.payments = payments;
        this.grants = grants;
        this.files = files;
        this.settlements = settlements;
        this.books = books;
        this.clock = clock;
    }

    public record Command(CommandId id, UUID batch, String name, byte[] content) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Read(UUID subject, UUID file, int booked, int same, int contradicting) implements Outcome, Done {}

        /** Absent, or another unit's. */
        record NotFound() implements Outcome, Refused {}

        /** It never went to the bank. */
        record WrongState(Batch.State state) implements Outcome, Refused {}

        /** Nothing of it was entered. */
        record Broken(List<String> problems) implements Outcome, Refused {}

        /** This very file was read before: nothing changed. */
        record ReadBefore(UUID file) implements Outcome, Refused {}

        /** The books' bank account holds less than the bank paid. */
        record BankShort() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = batches.lock(office, command.batch());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var batch = found.get();
        var released = batch.released();
        if (!batch.isWithBank() || released == null) {
            return new Outcome.WrongState(batch.state());
        }
        var before = files.same(batch.id(), BankFile.digest(command.content()));
        if (before.isPresent()) {
            return new Outcome.ReadBefore(before.get().id());
        }
        var against = new BankResult.Against(
                batch.number(),
                payments.ofBatch(batch.id()).stream()
                        .collect(Collectors.toMap(Payment::reference, Function.identity())),
                released.at().atZoneSameInstant(clock.getZone()).toLocalDate(),
                LocalDate.now(clock));
        return switch (BankResult.read(command.content(), against)) {
            case BankResult.Broken(var problems) ->
                new Outcome.Broken(
                        problems.stream().map(BankResult.Problem::text).toList());
            case BankResult.Whole(var lines) -> enter(office, batch, command, lines);
        };
    }

    private Outcome enter(Actor.Office office, Batch batch, Command command, List<BankResult.Line> lines) {
        var fund = batches.ownFund(office, batch.fund()).map(Fund::code).orElseThrow();
        var at = OffsetDateTime.now(clock);
        var file = new ResultFiles.File(
                Ids.next(),
                batch.id(),
                command.name(),
                BankFile.digest(command.content()),
                Batch.Hand.of(office, at).name(),
                at,
                lines.size());
        files.add(office, file, batch, fund);
        Map<ResultFiles.Answered, Integer> counts = new EnumMap<>(ResultFiles.Answered.class);
        try {
            for (var line : lines) {
                var answered = answer(office, line);
                files.addLine(file.id(), line, answered);
                counts.merge(answered, 1, Integer::sum);
            }
        } catch (PaymentBooks.BankShort e) {
            return new Outcome.BankShort();
        }
        batches.settle(batch.id(), at);
        audit.said(
                "银行的答复",
                lines.size() + " 笔，记账 " + counts.getOrDefault(ResultFiles.Answered.BOOKED, 0) + " 笔，与以前不一致 "
                        + counts.getOrDefault(ResultFiles.Answered.CONTRADICTS, 0) + " 笔");
        audit.said("文件的摘要", file.digest());
        return new Outcome.Read(
                batch.id(),
                file.id(),
                counts.getOrDefault(ResultFiles.Answered.BOOKED, 0),
                counts.getOrDefault(ResultFiles.Answered.SAME, 0),
                counts.getOrDefault(ResultFiles.Answered.CONTRADICTS, 0));
    }

    private void tell(Payment payment, boolean all) {
        var grant = grants.find(payment.grant()).orElseThrow();
        if (all) {
            news.paid(grant, payment.amount());
        } else {
            news.returned(grant, payment.amount());
        }
    }

    private ResultFiles.Answered answer(Actor.Office office, BankResult.Line line) {
        var payment = line.payment();
        var known = payment.result();
        if (known == null) {
            var used = books.answered(office, payment, line.paid(), line.on());
            payments.answer(payment, new Payment.Result(line.paid(), used, Money.ZERO, line.on(), line.reason()));
            boolean all = payment.stateFor(line.paid()) == Payment.State.PAID;
            grants.move(List.of(payment.grant()), all ? GrantState.PAID : GrantState.RETURNED);
            settlements.overtake(payment.id());
            tell(payment, all);
            return ResultFiles.Answered.BOOKED;
        }
        if (known.paid().equals(line.paid())) {
            return ResultFiles.Answered.SAME;
        }
        settlements.contradict(payment, line);
        return ResultFiles.Answered.CONTRADICTS;
    }
}
