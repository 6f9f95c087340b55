package org.rongyi.career.reception;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.DischargeTerms;
import org.rongyi.career.reception.rule.PlacementRule;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.people.person.People;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.Column;
import org.rongyi.platform.documents.sheet.Columns;
import org.rongyi.platform.intake.Importer;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** 移交接收导入: the roster the army sends, a row as the form; whoever has no file yet is imported as a person first. */
@Component
class ReceptionImport implements Importer<ReceptionImport.Line> {

    private static final int LONGEST_NAME = 50;

    private final Acts acts;
    private final ReceivePerson receive;
    private final WithdrawReception withdraw;
    private final People people;
    private final PersonFile file;
    private final Receptions receptions;
    private final ReceptionTerms terms;
    private final Transactions transactions;
    private final Columns<Line> columns;

    ReceptionImport(
            Acts acts,
            ReceivePerson receive,
            WithdrawReception withdraw,
            People people,
            PersonFile file,
            Receptions receptions,
            ReceptionTerms terms,
            Transactions transactions,
            Policy policy) {
        this.acts = acts;
        this.receive = receive;
        this.withdraw = withdraw;
        this.people = people;
        this.file = file;
        this.receptions = receptions;
        this.terms = terms;
        this.transactions = transactions;
        this.columns = layOut(policy);
    }

    /** What a row says. */
    record Line(
            String name,
            CitizenId number,
            Discharge discharge,
            String fromUnit,
            String basisWords,
            LocalDate received) {}

    @Override
    public String kind() {
        return "receptions";
    }

    @Override
    public Class<?> act() {
        return ReceivePerson.class;
    }

    @Override
    public Columns<Line> columns() {
        return columns;
    }

    @Override
    public Optional<Outcome> check(Actor.Office actor, Line line) {
        var person = people.findByNumber(line.number().value());
        if (person.isEmpty()) {
            return Optional.of(noFile());
        }
        var view = file.find(person.get());
        if (view.isEmpty() || !view.get().name().equals(line.name())) {
            return Optional.of(new Refused("这个身份证号的档案不在本单位范围，或者姓名不同，请核对"));
        }
        if (receptions.of(person.get(), 1).stream().anyMatch(Reception::isOpen)) {
            return Optional.of(new AlreadyThere());
        }
        return against(line.discharge());
    }

    /** What the rules of the day of discharge do not allow is told before anything is imported. */
    private Optional<Outcome> against(Discharge discharge) {
        if (discharge.discharged().isBefore(DischargeTerms.FIRST)) {
            return Optional.of(new Refused("能登记的是 2011 年 11 月 1 日以后退役的"));
        }
        var said = PlacementRule.points(discharge, terms.on(discharge.discharged())).stream()
                .filter(point -> !point.holds())
                .map(PlacementRule.Point::words)
                .toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(new Refused(String.join("；", said)));
    }

    @Override
    public int lane(Line line) {
        return line.number().hashCode();
    }

    @Override
    public Outcome importRow(Actor.Office actor, CommandId id, Line line) {
        var person =
                transactions.read(actor, () -> people.findByNumber(line.number().value()));
        if (person.isEmpty()) {
            return noFile();
        }
        var command = new ReceivePerson.Command(
                id, person.get(), line.discharge(), line.fromUnit(), line.basisWords(), line.received());
        return switch (acts.perform(actor, receive, command)) {
            case ReceivePerson.Outcome.Received(var reception) -> new Imported(reception);
            case ReceivePerson.Outcome.AlreadyReceived() -> new AlreadyThere();
            case ReceivePerson.Outcome.NotFound() -> noFile();
            case ReceivePerson.Outcome.Wanting(var field, var why) -> new Refused(why);
            case ReceivePerson.Outcome.LooksSecret(var found) -> new Refused(found.why());
            case ReceivePerson.Outcome.AgainstRule(var points) ->
                new Refused(String.join(
                        "；", points.stream().map(PlacementRule.Point::words).toList()));
        };
    }

    @Override
    public Optional<String> withdraw(Actor.Office actor, CommandId id, UUID subject) {
        return switch (acts.perform(actor, withdraw, new WithdrawReception.Command(id, subject, "整批撤回"))) {
            case WithdrawReception.Outcome.Withdrawn ignored -> Optional.empty();
            case WithdrawReception.Outcome.NotFound() -> Optional.of("已不在本单位服务范围");
            case WithdrawReception.Outcome.InUse() -> Optional.of("已经报到、审档或评分");
            case WithdrawReception.Outcome.NoReason() ->
                throw new IllegalStateException("the reason is the program's own");
            case WithdrawReception.Outcome.LooksSecret ignored ->
                throw new IllegalStateException("the reason is the program's own");
        };
    }

    private static Refused noFile() {
        return new Refused("本单位范围内没有这个人的档案，请先建档（或用人员导入），再导入移交接收");
    }

    private static Columns<Line> layOut(Policy policy) {
        var name = Column.text("姓名", LONGEST_NAME).required().example("张示例");
        var number = Column.citizenId("身份证号").required().example("440101199001010000");
        var rank = Column.choice("退役类别", Arrays.asList(Rank.values()), Rank::zh).required();
        var mode = entry("安置方式", modes(policy)).required();
        var ground = entry("安排工作的条件", entries(policy, DischargeTerms.GROUND));
        var enlisted = Column.date("批准服现役日期").required();
        var discharged = Column.date("退役命令日期").required();
        var unit = Column.text("移交单位", ReceivePerson.LONGEST).required().note("只写对外公开的名称");
        var basis = entry("安置地依据", entries(policy, DischargeTerms.BASIS)).required();
        var married = Column.date("结婚登记日期").note("随配偶安置的填写");
        var moved = Column.date("父母户口迁移日期").note("随父母安置的填写");
        var city = Column.yesNo("中等以上城市");
        var words = Column.text("凭什么认定", ReceivePerson.LONGEST).required();
        var received = Column.date("接收日期").required();
        return new Columns<>(
                "移交接收",
                List.of(
                        name,
                        number,
                        rank,
                        mode,
                        ground,
                        enlisted,
                        discharged,
                        unit,
                        basis,
                        married,
                        moved,
                        city,
                        words,
                        received),
                row -> new Line(
                        row.get(name),
                        row.get(number),
                        new Discharge(
                                row.get(rank),
                                row.get(mode).code(),
                                row.find(ground).map(Choice::code).orElse(""),
                                Set.of(),
                                row.get(enlisted),
                                row.get(discharged),
                                row.get(basis).code(),
                                row.find(married).orElse(null),
                                row.find(moved).orElse(null),
                                row.find(city).orElse(false)),
                        row.get(unit),
                        row.get(words),
                        row.get(received)));
    }

    private static Column<Choice> entry(String header, List<Choice> choices) {
        return Column.choice(header, choices, Choice::zh);
    }

    private static List<Choice> entries(Policy policy, String list) {
        return policy.findList(list).orElseThrow().entries();
    }

    /** Of all ranks; the rule tells which are whose. */
    private static List<Choice> modes(Policy policy) {
        var modes = new LinkedHashMap<String, Choice>();
        for (var rank : Rank.values()) {
            entries(policy, rank.modes()).forEach(choice -> modes.putIfAbsent(choice.code(), choice));
        }
        return List.copyOf(modes.values());
    }
}
