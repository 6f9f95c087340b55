package org.rongyi.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("人员名单导入：先核对，错行退回，不重复，能整批撤回")
class PersonImportTest {

    private static final Pattern BATCH = Pattern.compile("<th scope=\"row\"><a href=\"(/imports/[-0-9a-f]+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private ImportDesk desk;
    private Actor.Office clerk;
    private Actor.Office neighbour;
    private Rows rows;

    @BeforeEach
    void twoClerks() {
        clerk = TestCounty.office(program, "cun");
        neighbour = TestCounty.office(program, "cun2");
        desk = new ImportDesk(program);
        rows = new Rows(program, clerk);
    }

    @Test
    @DisplayName("模板能下载，带表头；示例行不算一行")
    void theTemplateFitsItself() {
        var file = desk.look(clerk, "/imports/persons/template.xlsx").getContentAsByteArray();
        assertThat(ImportDesk.read(file).titles()).containsAll(Rows.TITLES);
        assertThat(desk.counts(desk.checked(clerk, "persons", file))).containsExactly(0, 0, 0, 0);
    }

    @Test
    @DisplayName("核对不写任何档案，预览遮住号码；错行说出原因")
    void checkingWritesNothing() {
        var good = rows.person("甲一");
        var batch = desk.checked(clerk, "persons", Rows.workbook(mixed(good)));
        assertThat(desk.counts(batch)).containsExactly(2, 0, 3, 0);
        assertThat(rows.count(good)).isZero();
        assertThat(ImportDesk.body(desk.look(clerk, "/imports/" + batch)))
                .contains("校验位不对", "都不在本单位服务范围", "姓名：必填", "导入这 2 行", "&lt;script&gt;")
                .doesNotContain(good.get(1));
    }

    @Test
    @DisplayName("好行导入，错行带原因退回；改好再传即可，旧行不重复")
    void goodRowsAreKeptAndRefusedOnesComeBackMended() {
        var good = rows.person("甲二");
        var people = mixed(good);
        var batch = desk.imported(clerk, "persons", Rows.workbook(people));
        assertThat(desk.counts(batch)).containsExactly(2, 0, 3, 0);
        assertThat(rows.count(good)).isEqualTo(1);

        var errors = ImportDesk.read(
                desk.look(clerk, "/imports/" + batch + "/errors.xlsx").getContentAsByteArray());
        assertThat(errors.titles().getLast()).isEqualTo("错误原因");
        assertThat(errors.rows()).hasSize(3);
        var wrong = errors.rows().getFirst();
        assertThat(wrong).startsWith("乙二", people.get(2).get(1));
        assertThat(wrong.getLast()).isEqualTo("第 4 行 身份证号：身份证号校验位不对，请逐位核对");

        var mended = new ArrayList<>(wrong);
        mended.set(1, wrong.get(1).substring(0, 17) + CitizenId.checkCharacter(wrong.get(1)));
        var second = desk.imported(clerk, "persons", ImportDesk.workbook(errors.titles(), List.of(mended, good)));
        assertThat(desk.counts(second)).containsExactly(1, 1, 0, 0);
        assertThat(rows.count(good)).isEqualTo(1);
    }

    @Test
    @DisplayName("同一个号码写了两个姓名：先到的一行算数，另一行退回核对，不当作已有")
    void oneNumberUnderTwoNamesIsAskedAbout() {
        var right = rows.person("庚七");
        var wrong = new ArrayList<>(right);
        wrong.set(0, "庚八");
        var batch = desk.imported(clerk, "persons", Rows.workbook(List.of(right, wrong)));
        assertThat(desk.counts(batch)).containsExactly(1, 0, 1, 0);
        assertThat(ImportDesk.body(desk.look(clerk, "/imports/" + batch))).contains("姓名是“庚七”，与这一行不同");
        var later = desk.checked(clerk, "persons", Rows.workbook(List.of(wrong)));
        assertThat(desk.counts(later)).containsExactly(0, 0, 1, 0);
    }

    @Test
    @DisplayName("户主身份证号：家人记在户主那一户；再传不重复，户主没有建档的退回说明")
    void aHouseholdIsImportedTogether() {
        var titles = new ArrayList<>(Rows.TITLES);
        titles.add("户主身份证号");
        var head = of(rows.person("户主甲"), "");
        var wife = of(rows.person("家人乙"), head.get(1));
        var alone = of(rows.person("独户丙"), "");
        var orphan = of(rows.person("家人丁"), rows.person("没建档").get(1));
        var file = ImportDesk.workbook(titles, List.of(head, wife, alone, orphan));
        assertThat(desk.counts(desk.checked(clerk, "persons", file))).containsExactly(4, 0, 0, 0);
        var batch = desk.imported(clerk, "persons", file);
        assertThat(desk.counts(batch)).containsExactly(3, 0, 1, 0);
        assertThat(ImportDesk.body(desk.look(clerk, "/imports/" + batch))).contains("户主还没有建档");
        assertThat(households(head, wife)).isEqualTo(1);
        assertThat(households(head, alone)).isEqualTo(2);

        var apart = of(alone.subList(0, 6), head.get(1));
        var again = desk.checked(clerk, "persons", ImportDesk.workbook(titles, List.of(head, wife, apart)));
        assertThat(desk.counts(again)).containsExactly(0, 2, 1, 0);
        assertThat(ImportDesk.body(desk.look(clerk, "/imports/" + again))).contains("现在不与这位户主同户");
    }

    private static List<String> of(List<String> person, String head) {
        var row = new ArrayList<>(person);
        row.add(head);
        return row;
    }

    private int households(List<String> one, List<String> other) {
        return everything
                .sql("select count(distinct household_id) from person.person where name in (:one, :other)")
                .param("one", one.getFirst())
                .param("other", other.getFirst())
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("本村的人只写村名就行；别的村的名称认不出，退回写明怎么填")
    void theOwnVillageIsKnownByItsName() {
        var divisions = program.getBean(Divisions.class);
        var own = rows.person("戊七");
        own.set(
                4,
                divisions
                        .find(clerk.unitCode(), divisions.today())
                        .orElseThrow()
                        .name());
        var others = rows.person("戊八");
        others.set(
                4,
                divisions
                        .find(neighbour.unitCode(), divisions.today())
                        .orElseThrow()
                        .name());
        var batch = desk.imported(clerk, "persons", Rows.workbook(List.of(own, others)));
        assertThat(desk.counts(batch)).containsExactly(1, 0, 1, 0);
        assertThat(rows.count(own)).isEqualTo(1);
        assertThat(ImportDesk.body(desk.look(clerk, "/imports/" + batch))).contains("本单位范围内的写名称");
    }

    @Test
    @DisplayName("模板之外的列不读，并说出来；三十列也照收")
    void columnsBeyondTheTemplateAreNamed() {
        var titles = new ArrayList<>(Rows.TITLES);
        var row = rows.person("辛一");
        while (titles.size() < 30) {
            titles.add("自编台账" + titles.size());
            row.add("第" + row.size() + "列");
        }
        var batch = desk.checked(clerk, "persons", ImportDesk.workbook(titles, List.of(row)));
        assertThat(desk.counts(batch)).containsExactly(1, 0, 0, 0);
        assertThat(ImportDesk.body(desk.look(clerk, "/imports/" + batch))).contains("以下列不在模板中，没有读取：自编台账6、", "自编台账29");
    }

    @Test
    @DisplayName("同一个文件再传一次，还是那一批")
    void theSameFileIsTheSameBatch() {
        var people = List.of(rows.person("丁四"), rows.person("丁五"));
        var file = Rows.workbook(people);
        var batch = desk.imported(clerk, "persons", file);
        assertThat(desk.checked(clerk, "persons", file)).isEqualTo(batch);
        assertThat(desk.checked(neighbour, "persons", file)).isNotEqualTo(batch);
        assertThat(rows.count(people.getFirst())).isEqualTo(1);
    }

    @Test
    @DisplayName("整批撤回：没有后续记录的如同没有导入过，有变更的保留；之后可以重新上传")
    void aBatchIsTakenBack() {
        var changed = rows.person("己一");
        var untouched = rows.person("己二");
        var file = Rows.workbook(List.of(changed, untouched));
        var batch = desk.imported(clerk, "persons", file);
        everything.sql("""
                     update person.person set version = 2
                     where id = (select subject from intake.row where batch_id = :id order by row_number limit 1)
                     """).param("id", batch).update();
        assertThat(desk.withdraw(clerk, batch)).isEqualTo("WITHDRAWN");
        assertThat(rows.count(changed)).isEqualTo(1);
        assertThat(rows.count(untouched)).isZero();
        assertThat(ImportDesk.body(desk.look(clerk, "/imports/" + batch))).contains("建档后已变更或移交");

        var again = desk.imported(clerk, "persons", file);
        assertThat(again).isNotEqualTo(batch);
        assertThat(desk.counts(again)).containsExactly(1, 1, 0, 0);
    }

    @Test
    @DisplayName("别的单位的批次看不到也动不了")
    void anotherUnitsBatchIsNotFound() {
        var batch = "/imports/" + desk.checked(clerk, "persons", Rows.workbook(List.of(rows.person("庚一"))));
        for (var path : List.of("", "/errors.xlsx", "/withdrawal")) {
            assertThat(desk.look(neighbour, batch + path).getStatus()).isEqualTo(404);
        }
        assertThat(desk.post(neighbour, batch + "/start").getStatus()).isEqualTo(404);
        assertThat(desk.post(neighbour, batch + "/withdrawal").getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("不是模板、不是表格的文件，当场说清楚，什么也不留")
    void aWrongFileIsRefusedAtOnce() {
        var other = ImportDesk.workbook(List.of("名字", "身份证号码", "电话", "人员类别"), List.of());
        assertThat(refused(other)).contains("表头与模板不符", "“身份证号码”列应改名为“身份证号”");
        assertThat(refused(new byte[0])).contains("文件不能是空的");
        assertThat(refused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).contains("这不是表格文件");
    }

    @Test
    @DisplayName("批次一页一页往前翻，不漏不重")
    void batchesArePaged() {
        var sent = new HashSet<String>();
        for (int i = 0; i < 21; i++) {
            var answer = desk.send(
                    neighbour,
                    "persons",
                    "翻页" + i + ".csv",
                    String.join(",", Rows.TITLES).concat("\n" + i).getBytes(StandardCharsets.UTF_8));
            sent.add(String.valueOf(answer.getHeader("Location")));
        }
        var seen = new ArrayList<String>();
        for (var path = "/imports"; !path.isEmpty(); ) {
            var page = ImportDesk.body(desk.look(neighbour, path));
            BATCH.matcher(page).results().map(found -> found.group(1)).forEach(seen::add);
            var next = NEXT.matcher(page);
            path = next.find() ? next.group(1) : "";
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(sent);
        assertThat(desk.look(neighbour, "/imports?after=x").getStatus()).isEqualTo(200);
    }

    /** Two rows that are right, one of them with a script for a name; a wrong number, a foreign village, no name. */
    private List<List<String>> mixed(List<String> good) {
        var wrong = rows.person("乙二");
        wrong.set(1, wrong.get(1).substring(0, 17) + (wrong.get(1).endsWith("1") ? "2" : "1"));
        var abroad = rows.person("丙三");
        abroad.set(4, neighbour.unitCode().toString());
        return List.of(good, rows.person("<script>x</script>"), wrong, abroad, rows.person(""));
    }

    private String refused(byte[] file) {
        var answer = desk.send(clerk, "persons", "名单.xlsx", file);
        assertThat(answer.getStatus()).isEqualTo(422);
        return ImportDesk.body(answer);
    }
}
