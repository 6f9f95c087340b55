package org.rongyi.career.campaign.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.career.campaign.Gathering;
import org.rongyi.career.campaign.Sm3;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.PlanText;
import org.rongyi.career.campaign.list.QuotaList;
import org.rongyi.career.campaign.post.ReportPost;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.organisation.Offices;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.intake.ImportDesk;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("接收计划：每个单位要接收几人；报得少的，专项小组审定时看到，公布时写明")
class QuotaTest {

    private static final List<String> TITLES = List.of("活动编号*", "单位*", "统一社会信用代码*", "计划接收人数*", "下达计划的文号*");

    /** Of the unit whose posts {@link Gathering} reports. */
    private static final String WATER = credit("777777777");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @LocalServerPort
    private int port;

    private Gathering gathering;
    private UUID campaign;

    @BeforeEach
    void county() {
        gathering = new Gathering(program);
        campaign = gathering.drafted(gathering.plan("有接收计划的活动"));
    }

    @Test
    @DisplayName("计划 3 人报 1 人是少报 2 人，审定页上写着，审定以后公示页上谁都看得到；审定以后计划不能再改")
    void whoReportsFewerIsShown() {
        assertThat(set(gathering.officer, "县自来水公司", WATER, 3)).isInstanceOf(SetQuota.Outcome.Entered.class);
        var bank = set(gathering.officer, "县图书馆", credit("100000002"), 2);
        gathering.checked(campaign, "管网维护", 1);
        gathering.post(campaign, "还没有核对的", 2);
        gathering.add(campaign, gathering.settled("计一", 2));
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        var chief = Browser.signedIn(port, TestCounty.ensure(program).get("juzhang"));
        assertThat(chief.get("/campaigns/" + campaign + "/group").body())
                .contains("2 个单位计划接收 5 人，报送岗位 3 人；少报的有 1 个单位，共少 2 人", "县图书馆：计划接收 2 人，报 0 人");
        assertThat(chief.get("/campaigns/" + campaign + "/quotas").body())
                .contains("/campaigns/" + campaign + "/posts?q=" + WATER);
        assertThat(chief.get("/campaigns/" + campaign + "/posts?q=" + WATER).body())
                .contains("管网维护", "还没有核对的");
        assertThat(gathering.approve(gathering.chief, campaign, group))
                .isInstanceOf(ApprovePlan.Outcome.Approved.class);
        var number = gathering.read(campaign).number();
        var visitor = new Browser(port);
        assertThat(visitor.get("/sunshine/" + number).body()).contains("少报的有 2 个单位，共少 4 人");
        assertThat(visitor.get("/sunshine/" + number + "/quotas").body())
                .contains("县自来水公司", "少报 2 人", "县图书馆")
                .doesNotContain("拒收", "已有人选");
        assertThat(chief.get("/sunshine/" + number).body())
                .as("办理的人在公示页上看到的，和大家一样")
                .contains("少报的有 2 个单位，共少 4 人");
        assertThat(chief.get("/sunshine/" + number + "/quotas").body()).contains("共少 4 人", "少报 2 人");
        assertThat(visitor.get("/sunshine/" + number + "/plan").body())
                .as("审定的接收计划在方案全文里，照公示页上的可以重算")
                .contains("receiving plan: 2 units to take 5 persons, SM3 "
                        + Sm3.hex(Stream.of(WATER + "\t3\t县自来水公司\n", credit("100000002") + "\t2\t县图书馆\n")
                                .sorted()
                                .collect(Collectors.joining())));
        assertThat(gathering.read(campaign).planDigest()).isEqualTo(PlanText.digest(gathering.read(campaign)));
        assertThat(visitor.get("/sunshine/" + number + "/quotas?q=" + "%E5%9B%BE%E4%B9%A6")
                        .body())
                .contains("县图书馆")
                .doesNotContain("县自来水公司");
        assertThat(set(gathering.officer, "县档案馆", credit("100000003"), 1)).isEqualTo(new SetQuota.Outcome.Frozen());
        assertThat(strike(gathering.officer, ((SetQuota.Outcome.Entered) bank).subject()))
                .isEqualTo(new StrikeQuota.Outcome.Frozen());
    }

    @Test
    @DisplayName("登记过接收计划的人不能登记审定；外单位的人登记不了、删不了")
    void whoEntersItDoesNotApproveIt() {
        var quota = ((SetQuota.Outcome.Entered) set(gathering.chief, "县图书馆", credit("100000002"), 2)).subject();
        gathering.checked(campaign, "管网维护", 1);
        gathering.add(campaign, gathering.settled("计二", 2));
        var group = gathering.group(campaign, Attendance.PRESENT, Attendance.PRESENT, Attendance.PRESENT);
        assertThat(gathering.approve(gathering.chief, campaign, group)).isEqualTo(new ApprovePlan.Outcome.SamePerson());
        var stranger = Offices.of(Role.OFFICER, 441224000000L);
        assertThat(set(stranger, "县档案馆", credit("100000003"), 1)).isEqualTo(new SetQuota.Outcome.NotFound());
        assertThat(strike(stranger, quota)).isEqualTo(new StrikeQuota.Outcome.NotFound());
    }

    @Test
    @DisplayName("一个单位只有一个数：再登记要先删去；单位、代码、人数、文号写不对的说明怎么改")
    void aUnitHasOneNumber() {
        var code = credit("100000002");
        var quota = ((SetQuota.Outcome.Entered) set(gathering.officer, "县图书馆", code, 2)).subject();
        assertThat(set(gathering.officer, "县图书馆", code, 3)).isEqualTo(new SetQuota.Outcome.AlreadyEntered("县图书馆", 2));
        assertThat(strike(gathering.officer, quota)).isEqualTo(new StrikeQuota.Outcome.Struck(quota));
        assertThat(strike(gathering.officer, quota)).isEqualTo(new StrikeQuota.Outcome.NotFound());
        assertThat(set(gathering.officer, "县图书馆", code, 3)).isInstanceOf(SetQuota.Outcome.Entered.class);
        assertThat(set(gathering.officer, "县档案馆", "123", 3))
                .isInstanceOfSatisfying(
                        SetQuota.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.field()).isEqualTo("creditCode"));
        assertThat(set(gathering.officer, "县档案馆", credit("100000003"), 0))
                .isInstanceOfSatisfying(
                        SetQuota.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.field()).isEqualTo("persons"));
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("xian"));
        var path = "/campaigns/" + campaign + "/quotas";
        assertThat(page.get(path).body()).contains("县图书馆", "少报 3 人", "登记一个单位");
        var form = Map.of(
                "_command", Ids.next().toString(),
                "_post", gathering.officer.post().toString(),
                "unit", "县档案馆",
                "creditCode", "123",
                "persons", "4",
                "paper", "县安置发〔2026〕2 号");
        var wrong = page.post(path, form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("统一社会信用代码应为 18 位", "县档案馆");
    }

    @Test
    @DisplayName("计划从表格导入：已有的不重复，一个单位写两遍的退回")
    void fromASheet() {
        var number = gathering.read(campaign).number();
        set(gathering.officer, "县图书馆", credit("100000002"), 2);
        var desk = new ImportDesk(program);
        var rows = List.of(
                row(number, "县图书馆", "100000002", 2),
                row(number, "县档案馆", "100000003", 1),
                row(number, "县档案馆", "100000003", 1),
                row(number, "县医院", "100000004", 5));
        var batch = desk.checked(gathering.officer, "quotas", ImportDesk.workbook(TITLES, rows));
        assertThat(desk.counts(batch)).as("可以录入、已有、退回").containsExactly(2, 1, 1, 0);
    }

    /** What units have to take and what they report, each unit once, and the sums agree with the rows. */
    @Test
    @DisplayName("不论怎么报：每个单位一行，计划合计减报送合计等于少报合计减超报合计")
    void theSumsAgree() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var units = 3 + random.nextInt(4);
        int planned = 0;
        int reported = 0;
        for (int i = 0; i < units; i++) {
            var code = credit("2000000%02d".formatted(i));
            int persons = random.nextInt(4);
            if (persons > 0) {
                set(gathering.officer, "单位" + i, code, persons);
                planned += persons;
            }
            for (int j = random.nextInt(3); j > 0; j--) {
                int seats = 1 + random.nextInt(3);
                report("单位" + i, code, "岗位" + j, seats);
                reported += seats;
            }
        }
        var list = program.getBean(QuotaList.class);
        var rows = new ArrayList<QuotaList.Unit>();
        transactions.read(gathering.officer, () -> {
            list.each(campaign, new QuotaList.Filter("", null, false), rows::add);
            return true;
        });
        var sums = transactions.read(gathering.officer, () -> list.sums(campaign));
        assertThat(rows.stream().map(QuotaList.Unit::creditCode).collect(Collectors.toSet()))
                .as("种子 %s", seed)
                .hasSameSizeAs(rows);
        assertThat(sums.planned()).as("种子 %s", seed).isEqualTo(planned);
        assertThat(sums.reported()).as("种子 %s", seed).isEqualTo(reported);
        long over = rows.stream()
                .mapToLong(one -> Math.max(0, one.reported() - one.planned()))
                .sum();
        assertThat((long) planned - reported).as("种子 %s", seed).isEqualTo(sums.shortPersons() - over);
        assertThat(sums.shortUnits())
                .as("种子 %s", seed)
                .isEqualTo(rows.stream()
                        .filter(one -> one.difference().startsWith("少报"))
                        .count());
        assertThat(sums.overUnits())
                .as("种子 %s", seed)
                .isEqualTo(rows.stream()
                        .filter(one -> one.difference().startsWith("超报")
                                || one.difference().startsWith("没有计划"))
                        .count());
        for (var which : QuotaList.QuotaGroup.values()) {
            var some = transactions.read(
                    gathering.officer,
                    () -> list.page(campaign, new QuotaList.Filter("", which, false), null)
                            .rows());
            assertThat(rows).as("种子 %s", seed).containsAll(some);
        }
    }

    private void report(String unit, String code, String title, int seats) {
        var details = new ReportPost.Details(
                unit,
                code,
                UnitNature.INSTITUTION,
                title,
                gathering.officer.unitCode(),
                seats,
                0,
                "不限",
                List.of(),
                "某字 1 号");
        assertThat(gathering.perform(
                        gathering.officer,
                        ReportPost.class,
                        new ReportPost.Command(CommandId.fresh(gathering.officer), campaign, details)))
                .isInstanceOf(ReportPost.Outcome.Reported.class);
    }

    private List<String> row(String number, String unit, String tail, int persons) {
        return List.of(number, unit, credit(tail), String.valueOf(persons), "县安置发〔2026〕2 号");
    }

    private SetQuota.Outcome set(Actor.Office who, String unit, String code, int persons) {
        var details = new SetQuota.Details(unit, code, persons, "县安置发〔2026〕2 号");
        return gathering.perform(who, SetQuota.class, new SetQuota.Command(CommandId.fresh(who), campaign, details));
    }

    private StrikeQuota.Outcome strike(Actor.Office who, UUID quota) {
        return gathering.perform(
                who, StrikeQuota.class, new StrikeQuota.Command(CommandId.fresh(who), campaign, quota));
    }

    private static String credit(String tail) {
        var stem = "91441223" + tail;
        return stem + CreditCode.checkCharacter(stem);
    }
}
