package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.retention.Keeping;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RongyiTest
@DisplayName("现场照片")
class VisitPhotoTest {

    private static final String SOMEBODY = """
            select c.person_id
            from visit.contact c
            join person.person p on p.id = c.person_id
            where p.status = 'ACTIVE'
            order by c.person_id
            limit 1
            """;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private RecordVisit recordVisit;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private VisitPhotos photos;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("本村和上级看得到，邻村没有找到")
    void whoSeesTheVisitSeesItsPhoto() throws IOException {
        var personas = TestCounty.ensure(program);
        var clerk = TestCounty.office(program, "cun");
        var person = transactions.read(
                clerk, () -> jdbc.sql(SOMEBODY).query(UUID.class).single());
        var jpeg = jpeg();
        var content = new VisitContent(
                Map.of(person, Result.MET),
                LocalDate.now(clock),
                "REGULAR",
                "VIDEO",
                Set.of(Sent.HELP),
                "",
                "",
                List.of());
        var outcome = acts.perform(
                clerk,
                recordVisit,
                new RecordVisit.Command(
                        CommandId.fresh(clerk), content, List.of(new VisitPhotos.Picture(jpeg, jpeg)), false, true));
        var visit = ((RecordVisit.Outcome.Recorded) outcome).subject();
        var path = "/visits/" + visit + "/photos/1";
        HttpResponse<String> own = Browser.signedIn(port, personas.get("cun")).get(path);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.headers().firstValue("Content-Type")).contains("image/jpeg");
        var neighbour = Browser.signedIn(port, personas.get("cun2"));
        assertThat(neighbour.get(path).statusCode()).isEqualTo(404);
        assertThat(neighbour.get(path + "/thumbnail").statusCode()).isEqualTo(404);
        assertThat(Browser.signedIn(port, personas.get("sheng"))
                        .get("/visits/" + visit)
                        .body())
                .contains(path + "/thumbnail");
    }

    @Test
    @DisplayName("保存期限过了，当夜删去照片，走访记录留着；没过期的照片不动")
    void photosHaveATerm() throws IOException {
        var clerk = TestCounty.office(program, "cun");
        var old = visitWithPhoto(clerk);
        var fresh = visitWithPhoto(clerk);
        var everything = program.getBean("jobJdbc", JdbcClient.class);
        everything
                .sql("update visit.visit set happened_on = happened_on - 2000 where id = :id")
                .param("id", old)
                .update();
        var keeping = program.getBean("oldPhotos", Keeping.class);
        var before = OffsetDateTime.now(clock).minusMonths(36);
        assertThat(keeping.count(before, 10)).isEqualTo(1);
        assertThat(keeping.delete(before, 10)).isEqualTo(1);
        assertThat(keeping.delete(before, 10)).isZero();
        assertThat(transactions.read(clerk, () -> photos.find(old, 1, false))).isEmpty();
        assertThat(transactions.read(clerk, () -> photos.find(fresh, 1, false))).isPresent();
        everything
                .sql("update visit.visit set happened_on = happened_on + 2000 where id = :id")
                .param("id", old)
                .update();
    }

    private UUID visitWithPhoto(Actor.Office clerk) throws IOException {
        var person = transactions.read(
                clerk, () -> jdbc.sql(SOMEBODY).query(UUID.class).single());
        var content = new VisitContent(
                Map.of(person, Result.MET),
                LocalDate.now(clock),
                "REGULAR",
                "VIDEO",
                Set.of(Sent.HELP),
                "",
                "",
                List.of());
        var jpeg = jpeg();
        var outcome = acts.perform(
                clerk,
                recordVisit,
                new RecordVisit.Command(
                        CommandId.fresh(clerk), content, List.of(new VisitPhotos.Picture(jpeg, jpeg)), false, true));
        return ((RecordVisit.Outcome.Recorded) outcome).subject();
    }

    @Test
    @DisplayName("撤下要写理由；撤下的照片谁也打不开，别的照片还在原来的号上，邻村撤不了")
    void aPhotoIsTakenAway() throws IOException {
        var clerk = TestCounty.office(program, "cun");
        var neighbour = TestCounty.office(program, "cun2");
        var visit = withPhotos(clerk, jpeg(), jpeg(), jpeg());
        assertThat(takeAway(neighbour, visit, 2, "拍到了别人")).isEqualTo(new TakeAwayPhoto.Outcome.NotFound());
        assertThat(takeAway(clerk, visit, 2, " ")).isEqualTo(new TakeAwayPhoto.Outcome.NoReason());
        assertThat(takeAway(clerk, visit, 2, "拍到 75123 部队的证件")).isInstanceOf(TakeAwayPhoto.Outcome.Objected.class);
        assertThat(transactions.read(clerk, () -> photos.positions(visit))).containsExactly(1, 2, 3);

        assertThat(takeAway(clerk, visit, 2, "拍到了未脱密的证件")).isEqualTo(new TakeAwayPhoto.Outcome.TakenAway(visit));
        assertThat(transactions.read(clerk, () -> photos.positions(visit))).containsExactly(1, 3);
        assertThat(transactions.read(clerk, () -> photos.find(visit, 2, false))).isEmpty();
        assertThat(transactions.read(clerk, () -> photos.find(visit, 3, true))).isPresent();
        assertThat(takeAway(clerk, visit, 2, "再撤一次")).isEqualTo(new TakeAwayPhoto.Outcome.NotFound());
        var page = Browser.signedIn(port, TestCounty.ensure(program).get("cun"))
                .get("/visits/" + visit)
                .body();
        assertThat(page).contains("/photos/3/removal").doesNotContain("/photos/2");
    }

    @Test
    @DisplayName("更正时照片可以再加、可以撤下，最多 6 张；多了说清楚，一张也不动")
    void picturesComeAndGoWithACorrection() throws IOException {
        var clerk = TestCounty.office(program, "cun");
        var browser = Browser.signedIn(port, TestCounty.ensure(program).get("cun"));
        var visit = withPhotos(clerk, jpeg(), jpeg(), jpeg());
        var path = "/visits/" + visit + "/correction";
        var form = browser.get(path).body();
        assertThat(form).contains("撤下第 1 张", "撤下第 3 张", "再加照片", "multipart/form-data");
        var person = form.replaceAll("(?s).*name=\"person\" value=\"([-0-9a-f]+)\" checked.*", "$1");
        var fields =
                new HashMap<>(Map.of("person", person, "result." + person, "MET", "mode", "VIDEO", "sent", "HELP"));
        fields.putAll(Map.of("happenedOn", LocalDate.now(clock).toString(), "kind", "REGULAR", "reason", "补照片"));
        fields.put("photoAway", "2");
        assertThat(corrected(browser, path, fields, 1)).isEqualTo(303);
        assertThat(transactions.read(clerk, () -> photos.positions(visit))).containsExactly(1, 3, 4);
        assertThat(transactions.read(clerk, () -> photos.find(visit, 4, false))).isPresent();
        assertThat(browser.get("/visits/" + visit).body())
                .contains("/photos/4/thumbnail")
                .doesNotContain("/photos/2/");

        fields.remove("photoAway");
        for (int version = 2; version <= 4; version++) {
            assertThat(corrected(browser, path, fields, version)).isEqualTo(303);
        }
        assertThat(transactions.read(clerk, () -> photos.positions(visit))).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(corrected(browser, path, fields, 5)).isEqualTo(422);
        assertThat(transactions.read(clerk, () -> photos.positions(visit))).hasSize(6);
    }

    private static int corrected(Browser browser, String path, Map<String, String> fields, int version)
            throws IOException {
        var typed = new HashMap<>(fields);
        typed.put("version", String.valueOf(version));
        typed.put("_command", Ids.next().toString());
        typed.put("_post", browser.postOf(path));
        return browser.upload(path, typed, "photo", "现场.jpg", jpeg()).statusCode();
    }

    private TakeAwayPhoto.Outcome takeAway(Actor.Office who, UUID visit, int position, String reason) {
        return acts.perform(
                who,
                program.getBean(TakeAwayPhoto.class),
                new TakeAwayPhoto.Command(CommandId.fresh(who), visit, position, reason));
    }

    private UUID withPhotos(Actor.Office clerk, byte[]... pictures) {
        var person = transactions.read(
                clerk, () -> jdbc.sql(SOMEBODY).query(UUID.class).single());
        var content = new VisitContent(
                Map.of(person, Result.MET),
                LocalDate.now(clock),
                "REGULAR",
                "VIDEO",
                Set.of(Sent.HELP),
                "",
                "",
                List.of());
        var kept = Arrays.stream(pictures)
                .map(one -> new VisitPhotos.Picture(one, one))
                .toList();
        return ((RecordVisit.Outcome.Recorded) acts.perform(
                        clerk,
                        recordVisit,
                        new RecordVisit.Command(CommandId.fresh(clerk), content, kept, false, true)))
                .subject();
    }

    @Test
    @DisplayName("30 MB 的照片收下并缩小；再大一点的说清楚，走访一个字也不记")
    void aPhotoOfThirtyMegabytes() throws IOException {
        var clerk = TestCounty.office(program, "cun2");
        var person = transactions.read(
                clerk,
                () -> jdbc.sql("select person_id from visit.contact where code_now = :code order by person_id limit 1")
                        .param("code", clerk.unitCode().value())
                        .query(UUID.class)
                        .single());
        int limit = 30 << 20;
        long before = visits(clerk);
        var tooLarge = recorded(clerk, person, Arrays.copyOf(jpeg(), limit + 1));
        assertThat(tooLarge.getStatus()).isEqualTo(422);
        assertThat(new String(tooLarge.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("照片超过 30 MB");
        assertThat(visits(clerk)).isEqualTo(before);

        var taken = recorded(clerk, person, Arrays.copyOf(jpeg(), limit));
        assertThat(taken.getStatus()).isEqualTo(303);
        assertThat(visits(clerk)).isEqualTo(before + 1);
        var visit = UUID.fromString(String.valueOf(taken.getHeader("Location")).replaceAll("/visits/|\\?.*", ""));
        var kept = transactions.read(clerk, () -> photos.find(visit, 1, false)).orElseThrow();
        assertThat(kept.length).isLessThan(100_000);
    }

    private long visits(Actor.Office clerk) {
        return transactions.read(
                clerk,
                () -> jdbc.sql("select count(*) from visit.visit")
                        .query(Long.class)
                        .single());
    }

    private MockHttpServletResponse recorded(Actor.Office clerk, UUID person, byte[] photo) {
        try {
            var web = MockMvcBuilders.webAppContextSetup((WebApplicationContext) program)
                    .build();
            return web.perform(multipart("/visits")
                            .file(new MockMultipartFile("photo", "现场.jpg", "image/jpeg", photo))
                            .requestAttr(Actor.class.getName(), clerk)
                            .param("_command", Ids.next().toString())
                            .param("_post", clerk.post().toString())
                            .param("person", person.toString())
                            .param("result." + person, "MET")
                            .param("happenedOn", LocalDate.now(clock).toString())
                            .param("kind", "REGULAR")
                            .param("mode", "VIDEO")
                            .param("sent", "HELP")
                            .param("again", "yes"))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] jpeg() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }
}
