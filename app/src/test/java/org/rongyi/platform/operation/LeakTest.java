package org.rongyi.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.care.relief.AskAid;
import org.rongyi.care.relief.HardshipCases;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.intake.ImportDesk;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@Tag("slow")
@RongyiTest
@DisplayName("号码不落明文：走一遍程序，再翻数据库的文件、运行日志、数据库日志和临时文件")
class LeakTest {

    private static final String STEM = "44122319530607901";
    private static final String CITIZEN = STEM + CitizenId.checkCharacter(STEM);
    private static final String WRONG_CITIZEN = "441223195306079998";
    private static final String PHONE = "13977001234";
    private static final String IMPORTED_PHONE = "13977005678";
    private static final String NAME = "欧阳不落地";
    private static final String ACCOUNT = "6228480000097531864";
    private static final String DIAGNOSIS = "左肾囊肿不落地";
    private static final String HAPPENED = "屋漏家贫不落地";

    /** Where the log of all tests of this JVM goes; it is rolled at its size, which a few requests do not fill. */
    private static final Path LOG =
            Path.of(System.getProperty("user.dir"), "target", "logs", System.getProperty("rongyi.fork"), "rongyi.log");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private DataDirectory directory;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("登记、写错、查找、导入、打错地址、申请帮扶之后，哪里都找不到那几个号码、卡号、病情和家里的事；日志里也没有姓名")
    void nothingClearIsLeftAnywhere() throws Exception {
        var personas = TestCounty.ensure(program);
        long before = Files.size(LOG);
        var clerk = Browser.signedIn(port, personas.get("cun"));
        for (var number : List.of(WRONG_CITIZEN, CITIZEN)) {
            var answer = clerk.post(
                    "/persons", registration(clerk, number, personas.get("cun").unit()));
            assertThat(answer.statusCode()).as(number).isEqualTo(number.equals(CITIZEN) ? 303 : 422);
            answer.headers().firstValue("Location").ifPresent(this::askAid);
        }
        clerk.get("/persons?q=" + CITIZEN);
        clerk.get("/persons?q=" + PHONE);
        clerk.get("/nowhere/" + CITIZEN);
        clerk.post("/sign-in", Map.of("username", PHONE, "password", CITIZEN));
        var list = "姓名*,身份证号*,电话,人员类别*,户籍村社区*,户籍门牌\n%s,%s,%s,退役士兵,城东社区,1 号\n".formatted(NAME, CITIZEN, IMPORTED_PHONE);
        var received = new ImportDesk(program)
                .send(TestCounty.office(program, "xian"), "persons", "名单.csv", list.getBytes(StandardCharsets.UTF_8));
        assertThat(received.getStatus()).isEqualTo(303);
        try (var everything = new Superuser(program).connect();
                var statement = everything.createStatement()) {
            statement.execute("checkpoint"); // what is in memory is now in the files
        }
        var numbers = List.of(CITIZEN, WRONG_CITIZEN, PHONE, IMPORTED_PHONE, ACCOUNT, DIAGNOSIS, HAPPENED);
        var named = new ArrayList<String>();
        look(directory.pg().resolve("data").resolve("base"), List.of(NAME), named);
        assertThat(named).as("姓名在库里是明文：找得到，才说明翻得对").isNotEmpty();
        var found = new ArrayList<String>();
        look(directory.root(), numbers, found);
        look(directory.logs(), List.of(NAME), found);
        for (var temporary : temporary()) {
            look(temporary, numbers, found);
            look(temporary, List.of(NAME), found);
        }
        assertThat(LOG).isNotEmptyFile();
        assertThat(written(before)).doesNotContain(numbers).doesNotContain(NAME);
        assertThat(found).isEmpty();
    }

    /** @param file where his file is */
    private void askAid(String file) {
        var actor = TestCounty.office(program, "cun");
        var person = UUID.fromString(file.substring(file.lastIndexOf('/') + 1));
        var today = LocalDate.now(program.getBean(Clock.class));
        var request = HardshipCases.request(today, HAPPENED, DIAGNOSIS, ACCOUNT);
        var command = new AskAid.Command(CommandId.fresh(actor), person, request, "行动不便", null, null);
        assertThat(program.getBean(Acts.class).perform(actor, program.getBean(AskAid.class), command))
                .isInstanceOf(Applied.Asked.class);
    }

    private static String written(long since) throws IOException {
        try (var log = Files.newInputStream(LOG)) {
            log.skipNBytes(since);
            return new String(log.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Map<String, String> registration(Browser clerk, String number, String village) {
        var form = new HashMap<String, String>();
        form.put("_command", Ids.next().toString());
        form.put("_post", clerk.postOf("/persons/new"));
        form.put("name", NAME);
        form.put("citizenId", number);
        form.put("phone", PHONE);
        form.put("category", "DISCHARGED_SOLDIER");
        form.put("hukou", village);
        return form;
    }

    /** What this program could have left in the machine's own folder since it began. */
    private static List<Path> temporary() throws IOException {
        try (var entries = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return entries.filter(path -> path.getFileName().toString().matches("(tomcat|rongyi|upload|intake).*"))
                    .filter(Files::isReadable)
                    .toList();
        }
    }

    private static void look(Path place, List<String> words, List<String> found) throws IOException {
        var bytes = words.stream()
                .map(word -> new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var text = attributes.isRegularFile() ? read(file) : "";
                for (int i = 0; i < bytes.size(); i++) {
                    if (text.contains(bytes.get(i))) {
                        found.add(words.get(i) + " in " + file);
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            /** What the database, or another program of the machine, took away meanwhile. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                return e instanceof NoSuchFileException ? FileVisitResult.CONTINUE : super.visitFileFailed(file, e);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                return e instanceof NoSuchFileException
                        ? FileVisitResult.CONTINUE
                        : super.postVisitDirectory(folder, e);
            }
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return ""; // the database took it away
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
