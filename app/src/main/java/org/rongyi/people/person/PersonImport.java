package org.rongyi.people.person;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.Column;
import org.rongyi.platform.documents.sheet.Columns;
import org.rongyi.platform.intake.Importer;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.stereotype.Component;

/** 人员导入: opens a file for each row, as the form 建档 does. */
@Component
class PersonImport implements Importer<PersonImport.Line> {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_GROUP = 30;

    private static final String APART = "此人已建档，现在不与这位户主同户；表里不改已有的档案，请在他的“更正档案”里改同户";

    private final Acts acts;
    private final RegisterPerson registerPerson;
    private final WithdrawPerson withdrawPerson;
    private final People people;
    private final PersonFile file;
    private final Transactions transactions;
    private final VillageNames villages;
    private final Villages places;
    private final NumberAnswers answers;
    private final Columns<Line> columns;

    PersonImport(
            Acts acts,
            RegisterPerson registerPerson,
            WithdrawPerson withdrawPerson,
            People people,
            PersonFile file,
            Transactions transactions,
            VillageNames villages,
            Villages places,
            NumberAnswers answers) {
        this.acts = acts;
        this.registerPerson = registerPerson;
        this.withdrawPerson = withdrawPerson;
        this.people = people;
        this.file = file;
        this.transactions = transactions;
        this.villages = villages;
        this.places = places;
        this.answers = answers;
        this.columns = layOut();
    }

    /** What a row says. */
    record Line(
            String name,
            CitizenId citizenId,
            String phone,
            Set<Category> categories,
            Where hukou,
            @Nullable Where residence,
            @Nullable CitizenId head) {

        /** The head of a household is nobody's member. */
        Line {
            head = citizenId.equals(head) ? null : head;
        }
    }

    /** A place as the list writes it. */
    record Where(VillageNames.Written village, String address, String group) {}

    /** His places, found. */
    private record Places(RegisterPerson.Spot hukou, RegisterPerson.@Nullable Spot residence) {}

    /** The household a row joins: found, or why not. */
    private record Joined(@Nullable UUID household, Optional<Outcome> refusal) {

        static final Joined NONE = new Joined(null, Optional.empty());

        static Joined refused(String reason) {
            return new Joined(null, Optional.of(new Refused(reason)));
        }
    }

    @Override
    public String kind() {
        return "persons";
    }

    @Override
    public Class<?> act() {
        return RegisterPerson.class;
    }

    @Override
    public Columns<Line> columns() {
        return columns;
    }

    @Override
    public Optional<Outcome> check(Actor.Office actor, Line line) {
        var found = places(actor, line);
        if (found.isEmpty()) {
            return Optional.of(unknownVillage());
        }
        var scope = actor.scope();
        var residence = found.get().residence();
        if (!scope.contains(found.get().hukou().code())
                && (residence == null || !scope.contains(residence.code()))
                && !places.isOpenSeat(actor.unitCode())) {
            return Optional.of(outside());
        }
        var known = people.findKnown(line.citizenId());
        if (known.isEmpty()) {
            // a head without a file may stand further up in the list: that shows when the row is imported
            return headOf(line).flatMap(head -> joined(found.get(), head).refusal());
        }
        return people.isWithinReach(known.get().person())
                ? Optional.of(here(known.get().person(), line))
                : knownElsewhere(actor);
    }

    private Optional<People.Home> headOf(Line line) {
        var head = line.head();
        return head == null ? Optional.empty() : people.findHome(head);
    }

    /** Who lives in another village is of another household. */
    private static Joined joined(Places places, People.Home home) {
        var residence = places.residence();
        boolean together = home.code().equals(places.hukou().code())
                || (residence != null && home.code().equals(residence.code()));
        return together
                ? new Joined(home.household(), Optional.empty())
                : Joined.refused("户主住在别的村（社区），不能记为一户；请核对户主身份证号，或把这一格空着");
    }

    /** The household to join; inside the actor's reading transaction. */
    private Joined join(Places places, Line line) {
        if (line.head() == null) {
            return Joined.NONE;
        }
        return headOf(line)
                .map(home -> joined(places, home))
                .orElseGet(() -> Joined.refused("户主还没有建档，或不在本单位服务范围；请把户主排在前面，或先给户主建档，再传这一行"));
    }

    /** Where is told when the row is imported, which leaves a trace; too many in a day are not told before that either. */
    private Optional<Outcome> knownElsewhere(Actor.Office actor) {
        return answers.mayTellInDryRun(actor) ? Optional.of(new Refused("该身份证号已在别处建档，由哪里负责，导入时告知")) : Optional.empty();
    }

    /** The same number is the same person; under another name, one of the two is written wrong. */
    private Outcome here(UUID person, Line line) {
        return file.find(person)
                .filter(view -> !view.name().equals(line.name()))
                .<Outcome>map(view -> new Refused("该身份证号已建档，姓名是“" + view.name() + "”，与这一行不同，请核对证件"))
                .orElseGet(() -> isApart(line) ? new Refused(APART) : new AlreadyThere());
    }

    /** A file that is there is not changed by a list, so what the list says otherwise is sent back. */
    private boolean isApart(Line line) {
        var own = people.findHome(line.citizenId());
        return headOf(line)
                .filter(head -> own.filter(home -> !home.household().equals(head.household()))
                        .isPresent())
                .isPresent();
    }

    /**
     * Persons stand side by side; only a number that occurs twice is one person, and its first row counts. Who joins a household
     * waits for its head.
     */
    @Override
    public int lane(Line line) {
        var head = line.head();
        return (head == null ? line.citizenId() : head).hashCode();
    }

    @Override
    public Outcome importRow(Actor.Office actor, CommandId id, Line line) {
        return places(actor, line)
                .map(places -> register(actor, id, line, places))
                .orElseGet(PersonImport::unknownVillage);
    }

    private Outcome register(Actor.Office actor, CommandId id, Line line, Places places) {
        // a row that was imported before a break is asked for again, household and all: the same command, the same
        // answer
        var joined = transactions.read(actor, () -> join(places, line));
        return joined.refusal()
                .map(refusal -> transactions.read(
                        actor,
                        () -> people.findKnown(line.citizenId())
                                .filter(known -> people.isWithinReach(known.person()))
                                .map(known -> here(known.person(), line))
                                .orElse(refusal)))
                .orElseGet(() -> register(actor, id, line, places, joined.household()));
    }

    private Outcome register(Actor.Office actor, CommandId id, Line line, Places places, @Nullable UUID household) {
        var command = new RegisterPerson.Command(
                id,
                line.name(),
                line.citizenId(),
                line.phone(),
                line.categories(),
                places.hukou(),
                places.residence(),
                household);
        return switch (acts.perform(actor, registerPerson, command)) {
            case RegisterPerson.Outcome.Registered(var person) -> new Imported(person);
            case RegisterPerson.Outcome.AlreadyHere(var person) -> transactions.read(actor, () -> here(person, line));
            case RegisterPerson.Outcome.KnownElsewhere(var code) -> elsewhere(actor, code);
            case RegisterPerson.Outcome.NotYourTerritory() -> outside();
            case RegisterPerson.Outcome.LooksSecret(var found) -> new Refused(found.why());
            case RegisterPerson.Outcome.UnknownDivision(var code) -> new Refused("今天没有这个村（社区）：" + code + "，可能已撤并或改码");
            case RegisterPerson.Outcome.UnknownHousehold() -> new Refused("户主的户刚有变动，请再传这一行");
        };
    }

    @Override
    public Optional<String> withdraw(Actor.Office actor, CommandId id, UUID subject) {
        return switch (acts.perform(actor, withdrawPerson, new WithdrawPerson.Command(id, subject))) {
            case WithdrawPerson.Outcome.Withdrawn ignored -> Optional.empty();
            case WithdrawPerson.Outcome.InUse(var reason) -> Optional.of(reason);
            case WithdrawPerson.Outcome.NotFound() -> Optional.of("已不在本单位服务范围");
        };
    }

    /** Where a bare name stands, it is one of the actor's own villages, or nobody knows which is meant. */
    private Optional<Places> places(Actor.Office actor, Line line) {
        var hukou = spot(actor, line.hukou());
        var lives = line.residence();
        if (lives == null) {
            return hukou.map(spot -> new Places(spot, null));
        }
        var residence = spot(actor, lives);
        return hukou.flatMap(first -> residence.map(second -> new Places(first, second)));
    }

    private Optional<RegisterPerson.Spot> spot(Actor.Office actor, Where where) {
        return Optional.ofNullable(where.village().code())
                .or(() -> villages.within(actor.unitCode(), where.village().text()))
                .map(code -> new RegisterPerson.Spot(code, where.address(), where.group()));
    }

    private static Refused unknownVillage() {
        return new Refused("找不到户籍或常住的村（社区）：本单位范围内的写名称，别处的填 12 位区划代码，或从县区写起的全名");
    }

    private static Refused outside() {
        return new Refused("户籍地和常住地都不在本单位服务范围，请由当地建档");
    }

    private Refused elsewhere(Actor.Office actor, DivisionCode code) {
        if (!answers.mayTell(actor)) {
            return new Refused("该身份证号已在别处建档；今天这样的答复太多，由哪里负责请明天再查");
        }
        return new Refused("该身份证号已由" + places.fullName(code) + "建档，需要时请联系当地移交");
    }

    private Columns<Line> layOut() {
        var name = Column.text("姓名", LONGEST_NAME).required().example("张示例");
        var number = Column.citizenId("身份证号").required().example("440101199001010000");
        var phone = Column.of("电话", "11 位手机号，或带区号的座机号", PersonImport::phone);
        var categories = Column.of("人员类别", "可填多个，用“、”分隔：" + names(), PersonImport::categories)
                .required()
                .example("退役士兵");
        var place = spot("户籍");
        var hukou = new Spot(place.village().required().example("440106001001"), place.group(), place.address());
        var residence = spot("常住");
        var head = Column.citizenId("户主身份证号").note("与户主同住一户时填户主的身份证号，户主的行排在前面；户主本人和单独一户的不填");
        return new Columns<>(
                "人员",
                List.of(
                        name,
                        number,
                        phone,
                        categories,
                        hukou.village(),
                        hukou.group(),
                        hukou.address(),
                        residence.village(),
                        residence.group(),
                        residence.address(),
                        head),
                values -> new Line(
                        values.get(name),
                        values.get(number),
                        values.find(phone).orElse(""),
                        values.get(categories),
                        hukou.read(values).orElseThrow(() -> new IllegalStateException("户籍地 is required")),
                        residence.read(values).orElse(null),
                        values.find(head).orElse(null)));
    }

    /** Three columns that say one place. */
    private record Spot(Column<VillageNames.Written> village, Column<String> group, Column<String> address) {

        Optional<Where> read(Columns.Values values) {
            return values.find(village)
                    .map(written -> new Where(
                            written,
                            values.find(address).orElse(""),
                            values.find(group).orElse("")));
        }
    }

    private Spot spot(String which) {
        return new Spot(
                Column.of(which + "村社区", "本单位范围内的写名称；别处的填 12 位区划代码，或从县区写起的全名", villages::readOpen),
                Column.text(which + "村民小组", LONGEST_GROUP),
                Column.text(which + "门牌", LONGEST_ADDRESS));
    }

    private static Column.Field<String> phone(String text) {
        var digits = text.replaceAll("[\\s-]", "");
        return digits.matches("1\\d{10}|0\\d{9,11}")
                ? new Column.Value<>(digits)
                : new Column.Wrong<>("电话应为 11 位手机号，或带区号的座机号");
    }

    private static Column.Field<Set<Category>> categories(String text) {
        var found = EnumSet.noneOf(Category.class);
        for (var one : text.split("[、,，;；\\s]+")) {
            var category = EnumSet.allOf(Category.class).stream()
                    .filter(c -> c.zh().equals(one))
                    .findFirst();
            if (category.isEmpty()) {
                return new Column.Wrong<>("没有“" + one + "”这种人员类别，可填：" + names());
            }
            found.add(category.get());
        }
        return new Column.Value<>(found);
    }

    private static String names() {
        return String.join(
                "、", EnumSet.allOf(Category.class).stream().map(Category::zh).toList());
    }
}
