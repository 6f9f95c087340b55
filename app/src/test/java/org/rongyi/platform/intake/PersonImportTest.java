package org.rongyi.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.sheet.Columns;
import org.rongyi.platform.documents.sheet.Row;
import org.rongyi.platform.documents.sheet.SheetReader;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
@DisplayName("人员名单导入：先核对，错行退回，断了能续，不重复，能整批撤回")
class PersonImportTest {

    private static final List<String> TITLES = List.of("姓名*", "身份证号*", "电话", "人员类别*", "户籍村社区*", "户籍门牌");
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private final ApplicationContext program;
    private final MockMvc web;
    private final JdbcClient everything;
    private final Posts posts;
    private final RunImports imports;
    private final BatchWork work;
    private final Importer<?> persons;
    private Actor.Office clerk;
    private Actor.Office neighbour;

    @Autowired
    PersonImportTest(
            WebApplicationContext program,
            @Qualifier("job") JdbcClient everything,
            Posts posts,
            RunImports imports,
            BatchWork work,
            List<Importer<?>> importers) {
        this.program = program;
        this.web = MockMvcBuilders.webAppContextSetup(program).build();
        this.everything = everything;
        this.posts = posts;
        this.imports = imports;
        this.work = work;
        this.persons = importers.stream()
                .filter(one -> one.kind().equals("persons"))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void county() {
        TestCounty.ensure(program);
        clerk = office("cun");
        neighbour = office("cun2");
    }

    @Test
    @DisplayName("模板能下载，带表头和说明")
    void theTemplateFitsItself() throws Exception {
        var file = as(clerk, get("/imports/persons/template.xlsx"));
        var titles = new ArrayList<String>();
        read(file, titles, new ArrayList<>());
        assertThat(persons.columns().header(titles)).isInstanceOf(Columns.Fits.class);
    }

    @Test
    @DisplayName("核对不写任何档案；好行导入，错行带原因退回，改好再传即可，旧行不重复")
    void goodRowsAreKeptAndRefusedOnesComeBackMended() throws Exception {
        var good = person("甲一");
        var script = person("<script>x</script>");
        var wrong = person("乙二");
        wrong.set(1, wrong.get(1).substring(0, 17) + (wrong.get(1).endsWith("1") ? "2" : "1"));
        var abroad = person("丙三");
        abroad.set(4, neighbour.unitCode().toString());
        var batch = upload(clerk, List.of(good, script, wrong, abroad, person("")));
        assertThat(count(good)).isZero();

        assertThat(finish(batch)).isEqualTo("CHECKED");
        assertThat(count(good)).isZero();
        web.perform(office(clerk, get("/imports/" + batch)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("校验位不对")))
                .andExpect(content().string(containsString("都不在本单位服务范围")))
                .andExpect(content().string(containsString("姓名：必填")))
                .andExpect(content().string(containsString("导入这 2 行")))
                .andExpect(content().string(containsString("&lt;script&gt;")))
                .andExpect(content().string(not(containsString(good.get(1)))));

        start(batch);
        assertThat(finish(batch)).isEqualTo("DONE");
        assertThat(counts(batch)).containsExactly(2, 0, 3);
        assertThat(count(good)).isEqualTo(1);

        var titles = new ArrayList<String>();
        var rows = new ArrayList<Row>();
        read(as(clerk, get("/imports/" + batch + "/errors.xlsx")), titles, rows);
        assertThat(titles.getLast()).isEqualTo("错误原因");
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst().texts().getLast()).isEqualTo("第 4 行 身份证号：身份证号校验位不对，请逐位核对");
        assertThat(rows.getFirst().texts()).startsWith("乙二", wrong.get(1));

        var mended = new ArrayList<>(rows.getFirst().texts());
        mended.set(1, mended.get(1).substring(0, 17) + CitizenId.checkCharacter(mended.get(1)));
        var second = upload(clerk, titles, List.of(mended, good));
        finish(second);
        start(second);
        assertThat(finish(second)).isEqualTo("DONE");
        assertThat(counts(second)).containsExactly(1, 1, 0);
        assertThat(count(good)).isEqualTo(1);
    }

    @Test
    @DisplayName("同一个文件再传一次，还是那一批")
    void theSameFileIsTheSameBatch() throws Exception {
        var rows = List.of(person("丁四"), person("丁五"));
        var file = workbook(TITLES, rows);
        var batch = upload(clerk, file);
        finish(batch);
        start(batch);
        finish(batch);
        assertThat(upload(clerk, file)).isEqualTo(batch);
        assertThat(upload(neighbour, file)).isNotEqualTo(batch);
        assertThat(count(rows.getFirst())).isEqualTo(1);
    }

    @Test
    @DisplayName("中途出错，已做的留着，接着做完，没有一行做两次")
    void aBrokenImportGoesOnWhereItStopped() throws Exception {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < 12; i++) {
            rows.add(person("戊" + i));
        }
        var batch = upload(clerk, rows);
        finish(batch);
        synchronized (imports) {
            start(batch);
            var running = running(batch);
            assertThatThrownBy(() -> imports.advance(running, clerk, new Breaking<>(persons, 7)))
                    .hasRootCauseMessage("电源断了");
            assertThat(counts(batch)).containsExactly(7, 0, 0);
            // as after a kill: the rows were done, and nobody wrote it down
            everything
                    .sql("update intake.batch set next_row = 0, good = 0 where id = :id")
                    .param("id", batch)
                    .update();
            everything
                    .sql("delete from intake.row where batch_id = :id")
                    .param("id", batch)
                    .update();
        }
        assertThat(finish(batch)).isEqualTo("DONE");
        assertThat(counts(batch)).containsExactly(12, 0, 0);
        assertThat(rows).allSatisfy(row -> assertThat(count(row)).isEqualTo(1));
    }

    @Test
    @DisplayName("整批撤回：没有后续记录的如同没有导入过，有走访的保留；之后可以重新上传")
    void aBatchIsTakenBack() throws Exception {
        var visited = person("己一");
        var untouched = person("己二");
        var file = workbook(TITLES, List.of(visited, untouched));
        var batch = upload(clerk, file);
        finish(batch);
        start(batch);
        finish(batch);
        var subject = everything
                .sql("select subject from intake.row where batch_id = :id order by row_number limit 1")
                .param("id", batch)
                .query(UUID.class)
                .single();
        everything
                .sql("update person.person set version = 2 where id = :id")
                .param("id", subject)
                .update();
        web.perform(form(clerk, "/imports/" + batch + "/withdrawal")).andExpect(status().isSeeOther());
        assertThat(finish(batch)).isEqualTo("WITHDRAWN");
        assertThat(count(visited)).isEqualTo(1);
        assertThat(count(untouched)).isZero();
        web.perform(office(clerk, get("/imports/" + batch))).andExpect(content().string(containsString("建档后已变更或移交")));

        var again = upload(clerk, file);
        assertThat(again).isNotEqualTo(batch);
        finish(again);
        start(again);
        finish(again);
        assertThat(counts(again)).containsExactly(1, 1, 0);
    }

    @Test
    @DisplayName("别的单位的批次看不到也动不了")
    void anotherUnitsBatchIsNotFound() throws Exception {
        var batch = upload(clerk, List.of(person("庚一")));
        finish(batch);
        for (var path : List.of("", "/errors.xlsx", "/withdrawal")) {
            web.perform(office(neighbour, get("/imports/" + batch + path))).andExpect(status().isNotFound());
        }
        web.perform(form(neighbour, "/imports/" + batch + "/start")).andExpect(status().isNotFound());
        web.perform(form(neighbour, "/imports/" + batch + "/withdrawal")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("不是模板、不是表格的文件，当场说清楚，什么也不留")
    void aWrongFileIsRefusedAtOnce() throws Exception {
        web.perform(sending(clerk, workbook(List.of("名字", "身份证号码", "电话", "人员类别"), List.of())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("表头与模板不符")))
                .andExpect(content().string(containsString("“身份证号码”列应改名为“身份证号”")));
        web.perform(sending(clerk, new byte[0])).andExpect(status().isUnprocessableContent());
        web.perform(sending(clerk, "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("这不是表格文件")));
    }

    /** Fails after some rows, as power does. */
    private record Breaking<T>(Importer<T> whole, AtomicInteger left) implements Importer<T> {

        Breaking(Importer<T> whole, int rows) {
            this(whole, new AtomicInteger(rows));
        }

        @Override
        public String kind() {
            return whole.kind();
        }

        @Override
        public Class<?> act() {
            return whole.act();
        }

        @Override
        public Columns<T> columns() {
            return whole.columns();
        }

        @Override
        public Optional<Outcome> check(Actor.Office actor, T row) {
            return whole.check(actor, row);
        }

        @Override
        public Outcome importRow(Actor.Office actor, CommandId id, T row) {
            if (left.getAndDecrement() == 0) {
                throw new IllegalStateException("电源断了");
            }
            return whole.importRow(actor, id, row);
        }

        @Override
        public Optional<String> withdraw(Actor.Office actor, CommandId id, UUID subject) {
            return whole.withdraw(actor, id, subject);
        }
    }

    private Actor.Office office(String username) {
        return everything
                .sql("""
                     select p.account_id, p.id from access.post p
                     join access.account a on a.id = p.account_id where a.username = :name
                     """)
                .param("name", username)
                .query((row, n) -> posts.findOffice(row.getObject(1, UUID.class), row.getObject(2, UUID.class))
                        .orElseThrow())
                .single();
    }

    private List<String> person(String name) {
        var digits = "440106" + (1960 + SEQUENCE.get() % 40) + "0203%03d".formatted(SEQUENCE.incrementAndGet());
        return new ArrayList<>(List.of(
                name,
                digits + CitizenId.checkCharacter(digits),
                "13800138000",
                "退役士兵、残疾军人",
                clerk.unitCode().toString(),
                "1 号"));
    }

    private static byte[] workbook(List<String> titles, List<? extends List<String>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("人员");
            for (int column = 0; column < titles.size(); column++) {
                sheet.value(0, column, titles.get(column));
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row + 1, column, rows.get(row).get(column));
                }
            }
        }
        return out.toByteArray();
    }

    private UUID upload(Actor.Office actor, List<? extends List<String>> rows) throws Exception {
        return upload(actor, TITLES, rows);
    }

    private UUID upload(Actor.Office actor, List<String> titles, List<? extends List<String>> rows) throws Exception {
        return upload(actor, workbook(titles, rows));
    }

    private UUID upload(Actor.Office actor, byte[] file) throws Exception {
        var location = web.perform(sending(actor, file))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        return UUID.fromString(String.valueOf(location).substring("/imports/".length()));
    }

    private AbstractMockHttpServletRequestBuilder<?> sending(Actor.Office actor, byte[] file) {
        var request = multipart("/imports").file(new MockMultipartFile("file", "名单.xlsx", "", file));
        return office(actor, request.param("kind", "persons"))
                .param("_command", Ids.next().toString())
                .param("_post", actor.post().toString());
    }

    private AbstractMockHttpServletRequestBuilder<?> form(Actor.Office actor, String path) {
        return office(actor, post(path))
                .param("_command", Ids.next().toString())
                .param("_post", actor.post().toString());
    }

    private void start(UUID batch) throws Exception {
        web.perform(form(clerk, "/imports/" + batch + "/start")).andExpect(status().isSeeOther());
    }

    private byte[] as(Actor.Office actor, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(office(actor, request))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    /** As the session filter would have it. */
    private static <B extends AbstractMockHttpServletRequestBuilder<B>> AbstractMockHttpServletRequestBuilder<?> office(
            Actor.Office actor, AbstractMockHttpServletRequestBuilder<B> request) {
        return request.requestAttr(Actor.class.getName(), actor);
    }

    /** Works until the batch is at rest; answers its state. */
    private String finish(UUID batch) {
        for (int round = 0; round < 20; round++) {
            imports.run();
            var state = everything
                    .sql("select state from intake.batch where id = :id")
                    .param("id", batch)
                    .query(String.class)
                    .single();
            if (!BatchState.valueOf(state).isBusy()) {
                return state;
            }
        }
        throw new AssertionError("the batch never comes to rest");
    }

    private Batch running(UUID batch) {
        return work.pending().stream()
                .filter(one -> one.id().equals(batch))
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> counts(UUID batch) {
        return everything
                .sql("select good, known, refused from intake.batch where id = :id")
                .param("id", batch)
                .query((row, n) -> List.of(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /** Files opened for a row, by its name, which is the row's own. */
    private int count(List<String> row) {
        return everything
                .sql("select count(*) from person.person where name = :name and born_year = :year")
                .param("name", row.getFirst())
                .param("year", Integer.parseInt(row.get(1).substring(6, 10)))
                .query(Integer.class)
                .single();
    }

    private static void read(byte[] file, List<String> titles, List<Row> rows) throws IOException {
        var path = Files.createTempFile(Path.of("target"), "import", ".xlsx");
        Files.write(path, file);
        SheetReader.read(path, new SheetReader.RowSink() {
            @Override
            public boolean header(List<String> texts) {
                titles.addAll(texts);
                return true;
            }

            @Override
            public boolean row(Row row) {
                rows.add(row);
                return true;
            }
        });
        Files.delete(path);
    }
}
