package org.rongyi.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.access.SetUp;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.OwnAddress;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.StartTask;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.stereotype.Component;

/** First start: the demo county, or with {@code --empty} the link that makes the first administrator. */
@Component
class DemoCounty implements StartTask {

    /** 四会市: a county of three sub-districts, ten towns and a zone. */
    private static final DivisionCode COUNTY = new DivisionCode(441284000000L);

    private static final long SEED = 441284L;

    private final SetUp setUp;
    private final Desk desk;
    private final DemoCalendar calendar;
    private final DemoNetwork network;
    private final DemoPeople people;
    private final DemoMoves moves;
    private final DemoCases cases;
    private final DemoFunds funds;
    private final DemoAids aids;
    private final DemoEmergencies emergencies;
    private final DemoFestivals festivals;
    private final DemoReceptions receptions;
    private final DemoCampaigns campaigns;
    private final DemoOnline online;
    private final Personas personas;
    private final DemoAccounts accounts;
    private final DataDirectory directory;
    private final OwnAddress address;
    private final Progress progress;

    DemoCounty(
            SetUp setUp,
            Desk desk,
            DemoCalendar calendar,
            DemoNetwork network,
            DemoPeople people,
            DemoMoves moves,
            DemoCases cases,
            DemoFunds funds,
            DemoAids aids,
            DemoEmergencies emergencies,
            DemoFestivals festivals,
            DemoReceptions receptions,
            DemoCampaigns campaigns,
            DemoOnline online,
            Personas personas,
            DemoAccounts accounts,
            DataDirectory directory,
            OwnAddress address,
            Progress progress) {
        this.address = address;
        this.setUp = setUp;
        this.desk = desk;
        this.calendar = calendar;
        this.network = network;
        this.people = people;
        this.moves = moves;
        this.cases = cases;
        this.funds = funds;
        this.aids = aids;
        this.emergencies = emergencies;
        this.festivals = festivals;
        this.receptions = receptions;
        this.campaigns = campaigns;
        this.online = online;
        this.personas = personas;
        this.accounts = accounts;
        this.directory = directory;
        this.progress = progress;
    }

    /** How much of a county. */
    record Size(int towns, int persons, int visits) {

        static final Size WHOLE = new Size(Integer.MAX_VALUE, 1600, 4500);
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void run(Launch launch) {
        if (launch.province()) {
            return;
        }
        var missing = setUp.missing();
        if (missing == SetUp.Missing.BOTH && !launch.empty() && directory.wantsDemo()) {
            directory.demoBegun(launch.databaseName());
            build(Size.WHOLE);
            directory.demoFinished();
        } else {
            var what = missing == SetUp.Missing.BOTH
                    ? "设置首位系统管理员，请打开 set up the first administrator: "
                    : "设置首位安全管理员，请打开 set up the first security administrator: ";
            setUp.firstLink().ifPresent(link -> progress.print(what + address.get() + link));
        }
        print();
    }

    void build(Size size) {
        directory.markDemo();
        var random = new Random(SEED);
        var password = accounts.newPassword();
        progress.step("演示县 demo county:机构与人员…");
        var administrators = accounts.administrators(accounts.found(password));
        calendar.fill(administrators);
        var staff = network.build(administrators, COUNTY, size.towns(), random);
        progress.step("演示县 demo county:" + size.persons() + " 户档案…");
        var made = people.register(staff, size.persons(), random);
        progress.step("演示县 demo county:两年走访 two years of visits…");
        int visits = people.visit(made, size.visits(), random);
        moves.play(staff, made);
        moves.check(staff, made);
        cases.play(staff, made);
        var opened = funds.play(staff);
        aids.play(staff, made, opened.budget());
        funds.pay(staff, opened.budget());
        emergencies.play(staff, made);
        festivals.play(staff, opened.care());
        Actor.Office employer = null;
        if (size.equals(Size.WHOLE)) {
            var own = receptions.play(staff, made);
            // of the first station some have moved and one has died
            var first = staff.villages().getFirst().clerk();
            var others = made.stream().filter(one -> !one.clerk().equals(first)).toList();
            campaigns.play(staff, others, own);
            employer = online.play(administrators, staff, others);
        }
        progress.step("演示县 demo county:" + visits + " 次走访");
        var entries = personas(administrators, staff, made, password);
        if (employer != null) {
            entries.add(enable("jieshou", employer, "接收单位经办", password));
        }
        personas.write(entries);
    }

    private List<Personas.Entry> personas(
            Desk.Administrators administrators, DemoNetwork.Staff staff, List<DemoPeople.Made> made, String password) {
        var entries = new ArrayList<Personas.Entry>();
        var first = staff.villages().getFirst();
        entries.add(enable("cun", first.clerk(), "村（社区）站务员", password));
        entries.add(enable("cun2", staff.villages().get(1).clerk(), "邻村站务员", password));
        entries.add(enable("zhen", staff.townHead(), "镇街站站长", password));
        entries.add(enable("xian", staff.countyOfficer(), "县局干部（两个岗位）", password));
        entries.add(enable("juzhang", staff.countyChief(), "县局局长", password));
        entries.add(enable("chuna", staff.countyCashier(), "县局出纳", password));
        entries.add(enable("shi", staff.cityOfficer(), "市局干部", password));
        entries.add(enable("shiling", staff.cityChief(), "市局局长", password));
        entries.add(enable("sheng", staff.provinceOfficer(), "省厅干部", password));
        entries.add(enable("shengling", staff.provinceLeader(), "省厅领导", password));
        entries.add(enable("shenji", staff.auditor(), "审计员", password));
        entries.addAll(accounts.entries(administrators, password));
        var veteran = made.getFirst();
        desk.openOwnAccount("laobing", veteran.name(), password, veteran.id());
        entries.add(new Personas.Entry(
                "laobing",
                password,
                "退役军人",
                first.division().code().toString(),
                first.division().code().level().number(),
                veteran.name(),
                first.division().name()));
        return entries;
    }

    private Personas.Entry enable(String username, Actor.Office actor, String post, String password) {
        desk.enable(actor.account(), password);
        return entry(username, actor, post, password);
    }

    private static Personas.Entry entry(String username, Actor.Office actor, String post, String password) {
        return new Personas.Entry(
                username,
                password,
                post,
                actor.unitCode().toString(),
                actor.level().number(),
                actor.name(),
                actor.unitName());
    }

    private void print() {
        var all = personas.all();
        if (all.isEmpty()) {
            return;
        }
        progress.print("演示人物 personas（口令相同 same password）：" + all.getFirst().password());
        for (var one : all) {
            progress.print("  " + pad(one.username(), 11) + pad(one.post(), 22) + one.unitName());
        }
    }

    /** Chinese characters take two columns. */
    private static String pad(String text, int columns) {
        int width = text.codePoints().map(c -> c > 0x2E7F ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, columns - width));
    }
}
